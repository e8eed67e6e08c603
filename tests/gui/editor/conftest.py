"""What the tests of possible identifiers in the editor share: a finder that knows a few names."""

import re
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.form import PromptKind
from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.ui.editor.page import EditorPage
from app.ui.parts.answer_box import AnswerBox
from tests.builders import a_form, a_prompt
from tests.gui.way_in import surroundings_in
from tests.workshops import a_desk

NAMES = {
    "Kayleigh": (IdentifierKind.NAME, "A first name.", "the child"),
    "Leeds": (IdentifierKind.PLACE, "A city.", "the town"),
}


class FewNames:
    """Finds every “Kayleigh” and “Leeds”, and the names of the people key; counts its work."""

    def __init__(self):
        self.looked = []

    def find(self, text, people):
        self.looked.append(text)
        known = self.known(text, people)
        taken = {each.start for each in known}
        found = [
            PossibleIdentifier(hit.start(), hit.end(), kind, reason, Confidence.LIKELY, suggestion)
            for name, (kind, reason, suggestion) in NAMES.items()
            for hit in re.finditer(rf"\b{name}\b", text)
            if hit.start() not in taken
        ]
        return tuple(sorted((*known, *found), key=lambda each: each.start))

    def known(self, text, people):
        return tuple(
            PossibleIdentifier(
                hit.start(),
                hit.end(),
                IdentifierKind.NAME,
                "A name.",
                Confidence.CERTAIN,
                each.label,
                each.label,
            )
            for each in people
            for name in each.names
            for hit in re.finditer(rf"\b{re.escape(name)}\b", text)
        )

    def replaced(self, text, places, *, is_markdown):
        assert is_markdown
        for start, end, words in sorted(places, reverse=True):
            text = text[:start] + words + text[end:]
        return text

    def combinations(self, texts):
        return ()


class Shelf:
    """The one form that these tests write on."""

    def __init__(self):
        self.form = a_form(
            a_prompt("what"),
            a_prompt("more"),
            a_prompt("said", kind=PromptKind.QUOTATION),
            a_prompt("line", kind=PromptKind.SHORT_TEXT),
        )

    def forms(self):
        return (self.form,)

    def problems(self):
        return ()


@pytest.fixture
def surroundings(tmp_path, look):
    with surroundings_in(tmp_path, look) as made:
        yield made


@pytest.fixture
def finder():
    return FewNames()


@pytest.fixture
def desk(surroundings, tmp_path, finder):
    made = surroundings.lane.run_and_wait(partial(a_desk, tmp_path / "journal"))
    made.journal.shelf = Shelf()
    made.noticing = replace(made.noticing, finder=finder)
    yield made
    surroundings.lane.run_and_wait(made.close)


@pytest.fixture
def page(surroundings, desk, qtbot):
    page = EditorPage(surroundings, desk)
    page.resize(1280, 740)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.begin(desk.journal.shelf.form.id)
    qtbot.waitUntil(lambda: len(page.findChildren(AnswerBox)) == 3)
    qtbot.waitUntil(lambda: page.noticing.is_on)
    QApplication.sendPostedEvents()
    yield page
    page.put_away()
    page.close()
    page.deleteLater()


@pytest.fixture
def boxes(page):
    """The boxes for what happened, for more of it, and for what was said."""
    return page.findChildren(AnswerBox)


@pytest.fixture
def box(boxes):
    boxes[0].setFocus()
    return boxes[0]


@pytest.fixture
def settled(page, qtbot):
    """Wait until everything that was written has been looked at."""

    def settle():
        idle, tally = page.noticing._idle, page.noticing.tally
        qtbot.waitUntil(lambda: not idle.is_putting_off, timeout=3000)
        qtbot.waitUntil(lambda: tally._pass is None and not page.noticing._wanted, timeout=3000)
        page.surroundings.lane.wait()
        QApplication.sendPostedEvents()

    return settle
