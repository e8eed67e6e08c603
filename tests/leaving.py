"""Stands in for a person's answer before something leaves: what is undecided may, with a reason."""

import pytest

from app.ui.dialogs.release_dialog import ReleaseWish
from app.ui.errands.releasing import Releasing


def let_leave(monkeypatch):
    """Answer both questions that are asked before something leaves."""
    wish = ReleaseWish((), "My supervisor knows the family")
    monkeypatch.setattr(Releasing, "_ask_about_words", lambda each: each._let_pass(wish))
    monkeypatch.setattr(Releasing, "_ask_about_name", lambda each: each._on_name_kept(None))


@pytest.fixture(autouse=True)
def may_leave(request, monkeypatch):
    """Let everything leave, but in tests of the questions themselves."""
    if request.node.get_closest_marker("asks_before_leaving") is None:
        let_leave(monkeypatch)
