"""Shared by all tests: no screen is needed, and nothing outside a temporary folder is touched."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt reads and writes nothing in the home folder of whoever runs the tests.
os.environ.setdefault("XDG_RUNTIME_DIR", "/tmp")

# A busy machine is no failure: time is measured by `make bench`, never by a test.
settings.register_profile("afterword", deadline=None)
settings.load_profile("afterword")
