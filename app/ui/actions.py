"""The actions of the table of menus, by name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from app.ui.act import Act
from app.ui.act_table import MENUS
from app.ui.leaving_menus import LeavingMenus


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
        leaving = LeavingMenus(bar)
        for title, acts in MENUS:
            menu = QMenu(QCoreApplication.translate("Actions", title), bar)
            for act in acts:
                if act is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._by_name[act.name])
            bar.addMenu(menu)
            leaving.join(menu)

    def allow(self, *, in_journal: bool, in_editor: bool) -> None:
        """Enable what can be used now, so that no key does something unseen.

        What needs a reflection that is read, or an action, is enabled by who knows of one.
        """
        met = {"": True, "journal": in_journal, "editor": in_editor}
        for name, act in self._acts.items():
            self._by_name[name].setEnabled(met.get(act.needs, False))
        self._give_keys(in_editor=in_editor)

    def _give_keys(self, *, in_editor: bool) -> None:
        """Let the editor have its keys first: F1 beside a prompt, Ctrl+F in what is written."""
        editors = [act for act in self._acts.values() if act.needs == "editor"]
        held = {keys for act in editors for keys in _all_keys(act)} if in_editor else set()
        for name, act in self._acts.items():
            if act.needs != "editor":
                left = [QKeySequence(keys) for keys in _all_keys(act) if keys not in held]
                if left != self._by_name[name].shortcuts():
                    self._by_name[name].setShortcuts(left)

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
