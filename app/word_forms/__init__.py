"""The organisation's own Word form: found fields, filled, in a process of its own."""
