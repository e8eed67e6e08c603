"""The card on home that leads back into the newest unfinished reflection."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.services.home import OpenDraft
from app.ui.look import Look
from app.ui.pages.home_words import progress_words
from app.ui.parts.button import Button
from app.ui.parts.card import Card
from app.ui.parts.label import Label


class DraftCard(Card):
    """What the draft is about, its first words, and the button that goes on."""

    def __init__(self, look: Look, draft: OpenDraft, written: str, *, is_narrow: bool) -> None:
        """Show a draft; in a narrow window without its words."""
        super().__init__(look, has_bar=True)
        self._look = look
        self._draft = draft
        self._add_top("" if is_narrow else written)
        self._add_wrapped(draft.outline.title or draft.outline.form_title, "title", "text")
        words = "".join(piece.text for piece in draft.outline.extract).strip()
        if words and not is_narrow:
            # The extract itself says with “…” whether it was cut.
            self._add_wrapped(f"“{words}”", "prose", "text_muted")
        self.body.addSpacing(look.space("xxs"))
        key = "" if is_narrow else self.tr("Enter")
        self.going_on = Button(look, self.tr("Continue writing"), "primary", key_hint=key)
        self.going_on.setObjectName("continue_button")
        self._add_foot()

    def _add_top(self, written: str) -> None:
        top = QHBoxLayout()
        kind = self.tr("Draft · {form}").format(form=self._draft.outline.form_title)
        top.addWidget(Label(self._look, kind, "small", "text_muted"))
        top.addStretch(1)
        top.addWidget(Label(self._look, written, "small", "text_muted"))
        self.body.addLayout(top)

    def _add_wrapped(self, words: str, style: str, colour: str) -> None:
        label = Label(self._look, words, style, colour)
        label.setWordWrap(True)
        self.body.addWidget(label)

    def _add_foot(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self.going_on)
        progress = Label(self._look, progress_words(self._draft), "small", "text_muted")
        progress.setWordWrap(True)
        foot.addWidget(progress, 1)
        self.body.addLayout(foot)
