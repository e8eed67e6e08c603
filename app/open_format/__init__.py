"""A journal as one folder of open formats, written and read back; this folder knows no vault."""
