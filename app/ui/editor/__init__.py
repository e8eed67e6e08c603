"""Where a reflection is written."""
