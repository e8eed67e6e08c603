"""The form studio: where a person makes, copies and changes forms of her own.

page.py shows either the list (listing.py) or the bench (bench.py). On the bench stand the outline,
the fields of what is chosen in it, and the preview; work.py holds the form and keeps it safe.
"""
