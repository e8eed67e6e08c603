"""Shared by all tests: no screen is needed, and nothing outside a temporary folder is touched."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt reads and writes nothing in the home folder of whoever runs the tests.
os.environ.setdefault("XDG_RUNTIME_DIR", "/tmp")
