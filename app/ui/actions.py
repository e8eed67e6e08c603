"""Everything that can be done by menu or key, in one visible table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of a menu.

    Needs names where it can be used: anywhere, an open journal, the editor, a reflection read.
    """

    name: str
    words: str
    keys: str = ""
    needs: str = "journal"
    is_checkable: bool = False
    also: str = ""  # a second key that does the same


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:
    """Mark words for translation; Qt's own marker has no useful type."""
    return words


_GAP = None
MENUS: tuple[tuple[str, tuple[Act | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&Journal"),
        (
            Act("new_reflection", QT_TRANSLATE_NOOP("Actions", "&New reflection"), "Ctrl+N"),
            Act("usual_form_1", QT_TRANSLATE_NOOP("Actions", "&First usual form"), "Ctrl+Shift+1"),
            Act("usual_form_2", QT_TRANSLATE_NOOP("Actions", "&Second usual form"), "Ctrl+Shift+2"),
            Act("usual_form_3", QT_TRANSLATE_NOOP("Actions", "&Third usual form"), "Ctrl+Shift+3"),
            _GAP,
            Act("search", QT_TRANSLATE_NOOP("Actions", "Sea&rch the journal"), "Ctrl+F"),
            Act("go_bin", QT_TRANSLATE_NOOP("Actions", "&Bin")),
            Act("print_summary", QT_TRANSLATE_NOOP("Actions", "&Print the summary…"), "Ctrl+P"),
            _GAP,
            Act("settings", QT_TRANSLATE_NOOP("Actions", "Se&ttings"), "Ctrl+,"),
            Act("lock", QT_TRANSLATE_NOOP("Actions", "&Lock now"), "Ctrl+L"),
            Act("open_another", QT_TRANSLATE_NOOP("Actions", "&Open another journal…"), needs=""),
            Act("make_another", QT_TRANSLATE_NOOP("Actions", "&Make another journal"), needs=""),
            Act("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", needs=""),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            Act("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", needs=""),
            Act("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Y", needs=""),
            _GAP,
            Act("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), "Ctrl+X", needs=""),
            Act("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C", needs=""),
            Act("paste", QT_TRANSLATE_NOOP("Actions", "&Paste as plain text"), "Ctrl+V", needs=""),
            Act("select_all", QT_TRANSLATE_NOOP("Actions", "Select &all"), "Ctrl+A", needs=""),
            _GAP,
            Act("bold", QT_TRANSLATE_NOOP("Actions", "&Bold"), "Ctrl+B", needs="editor"),
            Act("italic", QT_TRANSLATE_NOOP("Actions", "&Italic"), "Ctrl+I", needs="editor"),
            Act("bullets", QT_TRANSLATE_NOOP("Actions", "&List"), "Ctrl+Shift+8", needs="editor"),
            Act(
                "numbers",
                QT_TRANSLATE_NOOP("Actions", "&Numbered list"),
                "Ctrl+Shift+7",
                needs="editor",
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Reflection"),
        (
            Act(
                "next_prompt",
                QT_TRANSLATE_NOOP("Actions", "&Next prompt"),
                "Ctrl+Enter",
                needs="editor",
                also="Alt+Down",
            ),
            Act(
                "previous_prompt",
                QT_TRANSLATE_NOOP("Actions", "&Previous prompt"),
                "Alt+Up",
                needs="editor",
            ),
            Act(
                "one_at_a_time",
                QT_TRANSLATE_NOOP("Actions", "&One prompt at a time"),
                "Ctrl+M",
                needs="editor",
                is_checkable=True,
            ),
            _GAP,
            Act(
                "share_private",
                QT_TRANSLATE_NOOP("Actions", "Keep this answer pri&vate"),
                "Ctrl+Shift+P",
                "editor",
            ),
            Act(
                "share_supervision",
                QT_TRANSLATE_NOOP("Actions", "&Share this answer for supervision"),
                "Ctrl+Shift+S",
                "editor",
            ),
            Act(
                "share_cpd",
                QT_TRANSLATE_NOOP("Actions", "Share this answer for &CPD"),
                "Ctrl+Shift+C",
                "editor",
            ),
            _GAP,
            Act(
                "prompt_help",
                QT_TRANSLATE_NOOP("Actions", "&Help with this prompt"),
                "F1",
                needs="editor",
            ),
            Act("save_now", QT_TRANSLATE_NOOP("Actions", "Save no&w"), "Ctrl+S", needs="editor"),
            Act(
                "finish",
                QT_TRANSLATE_NOOP("Actions", "&Finish…"),
                "Ctrl+Shift+Enter",
                needs="editor",
            ),
            _GAP,
            Act(
                "versions",
                QT_TRANSLATE_NOOP("Actions", "&Earlier versions…"),
                "Ctrl+H",
                needs="reading",
            ),
            Act(
                "review_date",
                QT_TRANSLATE_NOOP("Actions", "&Look again on…"),
                needs="reading",
            ),
            Act("hold", QT_TRANSLATE_NOOP("Actions", "P&ut on hold…"), needs="reading"),
            Act(
                "release_hold",
                QT_TRANSLATE_NOOP("Actions", "&Release the hold…"),
                needs="reading",
            ),
            Act("to_bin", QT_TRANSLATE_NOOP("Actions", "Move to the &bin…"), needs="reading"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            Act("go_home", QT_TRANSLATE_NOOP("Actions", "&Home"), "Ctrl+1"),
            Act("go_journal", QT_TRANSLATE_NOOP("Actions", "&Journal"), "Ctrl+2"),
            Act("go_supervision", QT_TRANSLATE_NOOP("Actions", "&Supervision"), "Ctrl+3"),
            Act("go_forms", QT_TRANSLATE_NOOP("Actions", "&Forms"), "Ctrl+6"),
            _GAP,
            Act(
                "next_region",
                QT_TRANSLATE_NOOP("Actions", "&Next part of the window"),
                "F6",
                needs="",
            ),
            Act(
                "previous_region",
                QT_TRANSLATE_NOOP("Actions", "&Previous part of the window"),
                "Shift+F6",
                needs="",
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            Act("larger", QT_TRANSLATE_NOOP("Actions", "&Larger text"), "Ctrl++", needs=""),
            Act("smaller", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), "Ctrl+-", needs=""),
            Act("usual_size", QT_TRANSLATE_NOOP("Actions", "&Usual text size"), "Ctrl+0", needs=""),
            _GAP,
            Act(
                "theme_system",
                QT_TRANSLATE_NOOP("Actions", "As the s&ystem"),
                needs="",
                is_checkable=True,
            ),
            Act("theme_light", QT_TRANSLATE_NOOP("Actions", "&Light"), needs="", is_checkable=True),
            Act("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), needs="", is_checkable=True),
            Act(
                "theme_high_contrast",
                QT_TRANSLATE_NOOP("Actions", "&High contrast"),
                needs="",
                is_checkable=True,
            ),
            Act(
                "theme_high_contrast_light",
                QT_TRANSLATE_NOOP("Actions", "High &contrast, light"),
                needs="",
                is_checkable=True,
            ),
            _GAP,
            Act(
                "wide_spacing",
                QT_TRANSLATE_NOOP("Actions", "&Wider spacing of answers"),
                needs="",
                is_checkable=True,
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (
            Act("guide", QT_TRANSLATE_NOOP("Actions", "&Guide"), needs=""),
            Act("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), needs=""),
            Act(
                "protects",
                QT_TRANSLATE_NOOP("Actions", "&What Afterword protects, and what it can’t"),
                needs="",
            ),
            Act("about", QT_TRANSLATE_NOOP("Actions", "&About Afterword"), needs=""),
        ),
    ),
)


class Actions(QObject):
    """The actions by name, and the menus that show them."""

    def __init__(self, parent: QObject) -> None:
        """Make every action of the table."""
        super().__init__(parent)
        self._by_name: dict[str, QAction] = {}
        self._acts: dict[str, Act] = {}
        for _, acts in MENUS:
            for act in acts:
                if act is not None:
                    self._make(act)

    def __getitem__(self, name: str) -> QAction:
        """Give an action by its name."""
        return self._by_name[name]

    def fill(self, bar: QMenuBar) -> None:
        """Put every menu on the bar."""
        bar.clear()
        for title, acts in MENUS:
            menu = QMenu(QCoreApplication.translate("Actions", title), bar)
            for act in acts:
                if act is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._by_name[act.name])
            bar.addMenu(menu)

    def allow(self, *, in_journal: bool, in_editor: bool) -> None:
        """Enable what can be used now, so that no key does something unseen.

        What needs a reflection that is read is enabled by who knows of one.
        """
        met = {"": True, "journal": in_journal, "editor": in_editor, "reading": False}
        for name, act in self._acts.items():
            self._by_name[name].setEnabled(met[act.needs])

    def _make(self, act: Act) -> None:
        action = QAction(QCoreApplication.translate("Actions", act.words), self)
        action.setObjectName(act.name)
        action.setCheckable(act.is_checkable)
        if act.keys:
            action.setShortcuts([QKeySequence(keys) for keys in _all_keys(act)])
            if "Enter" in act.keys:
                # Qt would show its own name for the key, which no keyboard bears.
                action.setText(f"{action.text()}\t{act.keys}")
        self._by_name[act.name] = action
        self._acts[act.name] = act


def _all_keys(act: Act) -> tuple[str, ...]:
    # Qt calls the large key Return and the one beside the digits Enter; people say Enter to both.
    keys = (act.keys.replace("Enter", "Return"), act.keys, act.also)
    return tuple(dict.fromkeys(each for each in keys if each))
