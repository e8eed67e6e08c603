"""One possible identifier before it leaves: what was found, where, and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from app.domain.identifier_decision import Decision, Verdict
from app.services.checked_words import AlikeFindings, CheckedFinding
from app.services.identifier_words import kind_words
from app.ui.look import Look
from app.ui.parts.divider import Divider
from app.ui.parts.drop_down import drop_down
from app.ui.parts.label import Label
from app.ui.parts.text_field import TextField

_MOST_SHOWN = 90  # characters of what was found
_MOST_PLACES = 3
_AROUND = 50  # characters to each side
_SIDE_BY_SIDE = 440  # at the usual text size


class FindingRow(QWidget):
    """Holds a decision that is not kept yet."""

    changed = Signal()

    def __init__(self, look: Look, alike: AlikeFindings, parent: QWidget) -> None:
        """Show what was decided before, if anything was."""
        super().__init__(parent)
        self.alike = alike
        self._found = alike.first.found
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.space("s"))
        told = QVBoxLayout()
        told.setSpacing(look.space("xs"))
        words = Label(look, f"“{_short(alike.first.words)}”", "body_strong")
        about = Label(look, _about(alike), "small", "text_muted")
        around = Label(look, _around(alike.first), "small")
        for label in (words, about, around):
            label.setWordWrap(True)
            told.addWidget(label)
        self._ways = self._ways_of(words.text())
        self._row.addLayout(told, 1)
        self._row.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.field = TextField(look, "", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("s"))
        column.addLayout(self._row)
        column.addWidget(self.field)
        column.addWidget(Divider(look))
        self._show(alike.decision)
        self._ways.currentIndexChanged.connect(self._on_way_changed)
        self.field.text_changed.connect(self._on_words_changed)

    def _ways_of(self, words: str) -> QComboBox:
        ways = drop_down(self.tr("What becomes of {words}").format(words=words))
        is_mixed = self.alike.decision is None and not self.alike.is_undecided
        for name, verdict in (
            (self.tr("Decided differently") if is_mixed else self.tr("Not decided"), None),
            (self.tr("Replace on paper"), Verdict.REPLACED),
            (self.tr("Keep, because…"), Verdict.KEPT),
            (self.tr("Points to nobody"), Verdict.NOT_ONE),
        ):
            ways.addItem(name, verdict)
        return ways

    @property
    def decision(self) -> Decision | None:
        """What is chosen; None while it is not decided, or the words for it are missing."""
        verdict, words = self.verdict, self.field.text.strip()
        if verdict is None or (verdict is not Verdict.NOT_ONE and not words):
            return None
        return Decision(verdict, "" if verdict is Verdict.NOT_ONE else words)

    @property
    def verdict(self) -> Verdict | None:
        """The way that is chosen."""
        verdict: Verdict | None = self._ways.currentData()
        return verdict

    @property
    def is_changed(self) -> bool:
        """Whether it is another decision than the one that was kept."""
        return self.decision != self.alike.decision

    def choose(self, verdict: Verdict | None) -> None:
        """Choose a way, as if by hand."""
        self._ways.setCurrentIndex(self._ways.findData(verdict))

    @property
    def offers_suggestion(self) -> bool:
        """Whether nothing is chosen and something is suggested."""
        return self.verdict is None and bool(self._suggestion)

    def take_suggestion(self) -> None:
        """Replace it as suggested, if it offers that."""
        if self.offers_suggestion:
            self.choose(Verdict.REPLACED)

    def focus_choice(self) -> None:
        """Put the focus where the way is chosen."""
        self._ways.setFocus()

    @property
    def _suggestion(self) -> str:
        return self._found.suggestion or self._found.label_of

    def _show(self, decision: Decision | None) -> None:
        if decision is not None:
            self._ways.setCurrentIndex(self._ways.findData(decision.verdict))
            self.field.set_text(decision.words)
        self._name_field()

    def _on_way_changed(self, _index: int) -> None:
        self.field.set_text(self._suggestion if self.verdict is Verdict.REPLACED else "")
        self._name_field()
        self.changed.emit()

    def _name_field(self) -> None:
        is_replaced = self.verdict is Verdict.REPLACED
        name = self.tr("What stands there instead") if is_replaced else self.tr("Why it stays")
        self.field.edit.setAccessibleName(name)
        self.field.set_placeholder(name)
        self.field.setVisible(self.verdict in (Verdict.REPLACED, Verdict.KEPT))

    def _on_words_changed(self, _words: str) -> None:
        self.changed.emit()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice under the words where both do not fit side by side."""
        directions = QBoxLayout.Direction
        is_wide = event.size().width() >= _SIDE_BY_SIDE * self._look.theme.scale
        self._row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        super().resizeEvent(event)


def _around(finding: CheckedFinding) -> str:
    """Give the words with what stands around them."""
    text, found = finding.text.words, finding.found
    first, last = max(found.start - _AROUND, 0), min(found.end + _AROUND, len(text))
    words = " ".join(text[first:last].split())
    begins, ends = "…" if first else "", "…" if last < len(text) else ""
    return f"{begins}{words}{ends}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN].rstrip()}…"


def _about(alike: AlikeFindings) -> str:
    found = alike.first.found
    places = alike.places[:_MOST_PLACES]
    more = len(alike.places) - len(places)
    named = ", ".join(f"“{_short(each)}”" for each in places)
    if more:
        rest = QCoreApplication.translate("FindingRow", "and {count} more")
        named += " " + rest.format(count=more)
    said = QCoreApplication.translate("FindingRow", "{kind}: {reason}. In {places}.")
    kind = kind_words(found.kind)
    return said.format(
        kind=kind[:1].upper() + kind[1:], reason=found.reason.rstrip("."), places=named
    )
