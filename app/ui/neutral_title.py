"""The one title of every window and dialog: task bars, window lists and recordings show it."""

TITLE = "Afterword"
