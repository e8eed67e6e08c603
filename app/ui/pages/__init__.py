"""One page per place in the window."""
