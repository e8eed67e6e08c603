"""Possible identifiers in a text: text in, findings out. Its rules come with a later version."""
