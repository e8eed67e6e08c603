"""What a person can do with a journal, one module per group of verbs; needs named in ports."""
