"""Questions and choices that stand over a page."""
