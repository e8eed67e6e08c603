"""Measures speed and size against floors in the same run; nothing here is a test."""
