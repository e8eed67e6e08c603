"""One form of the person's own in the studio's list."""

from PySide6.QtWidgets import QLabel

from app.services.own_forms import FormRow
from app.ui.studio.listing import OwnFormRow
from tests.builders import a_form


def test_what_was_never_saved_is_told_as_a_sentence_begins(look, qtbot):
    row = OwnFormRow(look, FormRow(a_form(), is_own=True, has_versions=False, is_unfinished=True))
    qtbot.addWidget(row)
    words = [label.text() for label in row.findChildren(QLabel)]
    assert "Changes that are not saved yet" in words
