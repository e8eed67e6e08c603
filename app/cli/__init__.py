"""The same services as the window, without a window."""
