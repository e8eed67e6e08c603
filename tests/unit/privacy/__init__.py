"""Tests of app/privacy: possible identifiers, the people key and the replacing of names."""
