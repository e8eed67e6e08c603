"""The tests: a package of its own, for a library ships one of the same name."""
