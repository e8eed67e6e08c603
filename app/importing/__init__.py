"""What exists elsewhere, read into entries that a journal can take."""
