"""Unit tests build no window: one that does belongs in tests/gui."""

import sys

import pytest


@pytest.fixture(autouse=True)
def no_window():
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and "xdist" not in sys.modules:
        assert widgets.QApplication.instance() is None
