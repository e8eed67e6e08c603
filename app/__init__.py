# SPDX-License-Identifier: GPL-3.0-or-later
"""Afterword: an offline, encrypted journal for reflective social work practice."""

__version__ = "0.1.0"
