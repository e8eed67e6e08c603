"""Identifiers that have a form of their own: numbers, dates, addresses, and softer signs."""
