"""Asks in which form a reflection goes on, and shows where each answer will stand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.carrying_over import Carried, CarryingOver
from app.services.going_on import Offer
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.label import Label
from app.ui.parts.sharing_control import sharing_word

_WIDTH = 640


class FullerFormDialog(Dialog):
    """Nothing is made before the person says so."""

    form_chosen = Signal(str, str)  # reflection id, form id

    def __init__(self, look: Look, offer: Offer, parent: QWidget) -> None:
        super().__init__(look, self.tr("Go on in a fuller form"), parent)
        self.set_usual_width(_WIDTH)
        self._offer = offer
        self.add_text(
            self.tr(
                "A new draft begins with everything you wrote. This reflection stays as it is, "
                "and the two are linked."
            )
        )
        self.forms = QComboBox()
        self.forms.setAccessibleName(self.tr("Form"))
        for fuller in offer.forms:
            words = self.tr("{title} · about {minutes} minutes")
            self.forms.addItem(
                words.format(title=fuller.form.title, minutes=fuller.form.minutes), fuller.form.id
            )
        self.add_content(self.forms)
        self.add_text(self.tr("What goes where"), "heading")
        self.preview = CarriedList(look)
        self.add_content(self.preview)
        self.back = self.add_button(self.tr("Leave it as it is"), "flat")
        self.go_on = self.add_button(self.tr("Go on in this form"), "primary")
        self.go_on.setEnabled(bool(offer.forms))
        self.forms.currentIndexChanged.connect(self._show_preview)
        self.back.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._choose)
        self._show_preview(0)

    def _show_preview(self, row: int) -> None:
        if 0 <= row < len(self._offer.forms):
            self.preview.show_plan(self._offer.forms[row].plan)
            self.fit()

    def _choose(self) -> None:
        form = self._offer.forms[self.forms.currentIndex()].form
        self.form_chosen.emit(self._offer.writing.reflection.id, form.id)
        self.accept()


class CarriedList(QWidget):
    """Each prompt of the new form that takes something, with what it takes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.labels: list[Label] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_plan(self, plan: CarryingOver) -> None:
        """Show another plan."""
        for label in self.labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.labels = []
        if not plan.carried:
            self._add(self.tr("Nothing has been answered yet."), "body", "text_muted")
        for prompt_key in plan.answers:
            self._add_prompt(plan, [each for each in plan.carried if each.to.key == prompt_key])

    def _add_prompt(self, plan: CarryingOver, carried: list[Carried]) -> None:
        prompt = carried[0].to
        title = self._add(prompt.text, "small_strong", "text")
        title.setContentsMargins(0, 8, 0, 0)
        for each in carried:
            words = each.asked or self.tr("what the form does not know")
            if each.has_own_place:
                self._add(self.tr("from: {asked}").format(asked=words), "small", "text_muted")
            else:
                words = self.tr("under its own question: {asked}").format(asked=words)
                self._add(words, "small", "text_muted")
        if plan.is_narrowed(prompt):
            sharing = sharing_word(plan.answers[prompt.key].sharing)
            words = self.tr("Shared: {sharing}, for what came together was not shared alike.")
            self._add(words.format(sharing=sharing), "small", "text")

    def _add(self, words: str, style: str, colour: str) -> Label:
        label = Label(self._look, words, style, colour, self)
        label.setWordWrap(True)
        self._column.addWidget(label)
        self.labels.append(label)
        label.show()
        return label
