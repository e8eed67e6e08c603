"""Topics to talk about: the words, the help that is wanted, and afterwards what came of each."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.placed_action import carried_words
from app.domain.topic import Help, Topic, Topics, TopicState, help_words
from app.ui.look import Look
from app.ui.parts.button import Button
from app.ui.parts.drop_down import drop_down
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label
from app.ui.parts.rows_field import GrowingRow, RowsField
from app.ui.parts.segmented import Segmented
from app.ui.parts.text_field import TextField


class TopicsField(RowsField["TopicRow"]):
    """A list of topics; its value is Topics."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Add a topic"), "l", parent)
        self._look = look
        self.set_value(Topics())

    @property
    def value(self) -> Topics:
        """The topics as written; a row in which nothing stands is left out."""
        return Topics(tuple(row.topic for row in self.written))

    def set_value(self, value: Topics) -> None:
        """Show topics without telling anyone."""
        self._show(TopicRow(self._look, topic) for topic in value.items)

    def _empty_row(self) -> TopicRow:
        return TopicRow(self._look, Topic(""))


class TopicRow(GrowingRow):
    """One topic; what the row does not show is kept as it was."""

    def __init__(self, look: Look, topic: Topic) -> None:
        super().__init__()
        self._kept = topic
        self._number = 1
        self.words = TextField(look, self.tr("What"))
        self.help = drop_down(self.tr("Help wanted"))
        for wanted, words in _help_choices():
            self.help.addItem(words, wanted)
        self.state = Segmented(look, _state_choices(), self.tr("Where it stands"))
        self.came_of_it = TextField(look, self.tr("What came of it"))
        self.remove = Button(look, "", "flat", "x")
        self.words.set_text(topic.words)
        self.words.edit.setCursorPosition(0)  # a long one is read from its beginning
        self.help.setCurrentIndex(self.help.findData(topic.help))
        self.state.set_chosen(topic.state.value)
        self.came_of_it.set_text(topic.came_of_it)
        self._lay_out(look)
        self._fold()
        self.words.text_changed.connect(self._on_changed)
        self.came_of_it.text_changed.connect(self._on_changed)
        self.help.currentIndexChanged.connect(self._on_changed)
        self.state.chosen_changed.connect(self._on_state_chosen)
        self.remove.clicked.connect(self._on_remove)

    def _lay_out(self, look: Look) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        gap = look.space("s")
        first = QHBoxLayout()
        first.setSpacing(gap)
        first.addWidget(self.words, 1)
        first.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        second = FlowLayout(gap=gap, line_gap=gap)
        second.addWidget(self.help)
        second.addWidget(self.state)
        self._carried = Label(look, carried_words(self._kept.carried), "small", "text_muted")
        self._carried.setMinimumHeight(self.help.sizeHint().height())
        if not self._kept.carried:
            self._carried.hide()
        second.addWidget(self._carried)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.came_of_it)
        segments = self.state.findChildren(QWidget)
        stops = (self.words.edit, self.help, *segments, self.came_of_it.edit, self.remove)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    @property
    def topic(self) -> Topic:
        """The topic as it stands."""
        return replace(
            self._kept,
            words=self.words.text,
            help=self.help.currentData(),
            state=TopicState(self.state.chosen),
            came_of_it=self.came_of_it.text,
        )

    @property
    def first(self) -> QWidget:
        """Where writing begins."""
        return self.words.edit

    @property
    def says_something(self) -> bool:
        """Say whether anything stands in it."""
        topic = self.topic
        is_marked = topic.help is not None or topic.state is not TopicState.WAITING
        return is_marked or bool(topic.words.strip() or topic.came_of_it.strip())

    def set_number(self, number: int) -> None:
        """Name the parts of the row for those who cannot see its place."""
        names = (
            (self.words.edit, self.tr("Topic {number}: what")),
            (self.help, self.tr("Topic {number}: help wanted")),
            (self.state, self.tr("Topic {number}: where it stands")),
            (self.remove, self.tr("Remove topic {number}")),
        )
        for widget, name in names:
            widget.setAccessibleName(name.format(number=number))
        self._number = number
        self.came_of_it.edit.setAccessibleName(self._came_of_it_name())
        self.remove.setToolTip(self.remove.accessibleName())

    def _fold(self) -> None:
        # What came of a topic is asked once it was talked about, and never hidden once written.
        state = self.topic.state
        self.came_of_it.setVisible(state is not TopicState.WAITING or bool(self.came_of_it.text))
        is_dropped = state is TopicState.DROPPED
        self.came_of_it.set_label(self.tr("Why") if is_dropped else self.tr("What came of it"))
        self.came_of_it.edit.setAccessibleName(self._came_of_it_name())

    def _came_of_it_name(self) -> str:
        is_dropped = self.topic.state is TopicState.DROPPED
        why, came = self.tr("Topic {number}: why"), self.tr("Topic {number}: what came of it")
        return (why if is_dropped else came).format(number=self._number)

    def _on_state_chosen(self, _state: str) -> None:
        self._fold()
        self.changed.emit()

    def _on_changed(self, _part: object) -> None:
        self.changed.emit()


def _tr(words: str) -> str:
    return QCoreApplication.translate("TopicRow", words)


def _help_choices() -> tuple[tuple[Help | None, str], ...]:
    return (
        (None, _tr("No particular help")),
        *((wanted, help_words(wanted)) for wanted in Help),
    )


def _state_choices() -> tuple[tuple[str, str], ...]:
    return (
        (TopicState.WAITING.value, _tr("To discuss")),
        (TopicState.DISCUSSED.value, _tr("Discussed")),
        (TopicState.DROPPED.value, _tr("Dropped")),
    )
