"""Qt that knows pages but no windows: page preview and printer."""
