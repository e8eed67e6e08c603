"""A child process: the real program, driven by keys, told what to do by lines on its input.

It says what it did, with the moment, one line each. After a lock the same process comes back here
as a fresh program, and says when its unlock page is painted.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

WAYS = ("typing", "dialog", "calendar", "menu", "preview", "export", "reading")


def tell(what):
    print(json.dumps({"what": what, "at": time.monotonic()}), flush=True)


class Waiter:
    """Waits as pytest-qt does, without pytest."""

    def waitUntil(self, is_so, timeout=0):
        from PySide6.QtTest import QTest

        # Watched by strace, everything takes many times as long.
        end = time.monotonic() + max(timeout / 1000, 120)
        while not is_so():
            assert time.monotonic() < end, "waited in vain"
            QTest.qWait(10)


class Session:
    """One person at work."""

    def __init__(self, window, plan):
        self.window, self.plan, self.waiter = window, plan, Waiter()

    def run(self):
        import pytest

        from tests.fakes import FakeAsker
        from tests.journeys.test_first_day import create_journal, write_and_finish
        from tests.leaving import let_leave

        let_leave(pytest.MonkeyPatch())
        self.window.activateWindow()
        folder = Path(self.plan["exports"])
        targets = [folder / f"summary.{kind}" for kind in ("pdf", "html", "md")]
        self.window.surroundings.asker = FakeAsker(*targets, folder / "late.pdf")
        create_journal(self.waiter, self.window)
        markers = self.plan["markers"]
        typed = markers[: len(markers) // 10]
        answers = {"what_happened": " ".join(typed), "what_i_felt": "It was all right."}
        self.id = write_and_finish(self.waiter, self.window, answers)
        self.search(markers[0])
        self.copy()
        self.share(targets)
        self.go_on_writing(" ".join(markers[len(typed) :]))
        tell("written")
        getattr(self, self.plan["way"])()
        tell("ready")

    def search(self, words):
        from PySide6.QtTest import QTest

        self.window.open_view.search()
        QTest.keyClicks(self.window.open_view.journal.list.search_field, words)
        QTest.qWait(400)

    def copy(self):
        from app.ui.parts.prose_view import ProseView

        def shown():
            return [each for each in self.window.findChildren(ProseView) if each.isVisible()]

        self.waiter.waitUntil(shown)
        shown()[0].selectAll()
        shown()[0].copy()

    def share(self, targets):
        view = self.window.open_view
        view.supervision_ways.take(self.id)
        self.waiter.waitUntil(lambda: view.supervision._paper is not None)
        for target in targets:
            view.supervision.save_as(target.suffix[1:])
            self.waiter.waitUntil(target.exists)

    def go_on_writing(self, text):
        from PySide6.QtCore import QMimeData
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from tests.journeys.test_first_day import is_current

        view = self.window.open_view
        self.window.activateWindow()
        view.begin_usual(1)
        self.waiter.waitUntil(lambda: view.editor._frame is not None)
        frame = view.editor._frame
        frame.form.go_to(frame.draft.form.prompt("what_happened"))
        self.waiter.waitUntil(lambda: is_current(frame, "what_happened"))
        pasted = QMimeData()
        pasted.setText(text)
        QApplication.focusWidget().insertFromMimeData(pasted)
        QTest.keyClicks(QApplication.focusWidget(), " " + text[: len(text) // 20])
        self.waiter.waitUntil(lambda: frame.draft.is_saved)

    # The ways in which a lock may find the window

    def typing(self):
        """Leave the last words unsaved."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        QTest.keyClicks(QApplication.focusWidget(), " the very last words")

    def dialog(self):
        self.window.open_view.editor.ask_to_finish()

    def calendar(self):
        from app.ui.parts.date_field import DateField

        self.window.open_view.editor._frame.show_help()
        self.window.findChildren(DateField)[0].open_calendar()

    def menu(self):
        from PySide6.QtCore import QPoint, QTimer

        menu = self.window.menuBar().actions()[0].menu()
        QTimer.singleShot(0, lambda: menu.exec(QPoint(10, 10)))

    def preview(self):
        self.window.open_view.supervision_ways.take(self.id)

    def export(self):
        self.window.open_view.supervision_ways.take(self.id)
        self.window.open_view.supervision.save_as("pdf")

    def reading(self):
        self.window.open_view.read(self.id)


def run_or_end(session):
    """End loudly where a step fails: the program itself would lock and say little."""
    try:
        session.run()
    except BaseException:
        traceback.print_exc()
        os._exit(3)


def state_of(window):
    shown = "OpenView" if window.open_view else type(window.way_in).__name__
    folder = window.folder.name if window.folder else ""
    return f"state {shown} {folder} {window.status_line.left}"


def listen(window):
    """Do what the lines on the input say, from within the event loop."""
    from PySide6.QtCore import QObject, QSocketNotifier

    class Listener(QObject):
        def __init__(self):
            super().__init__(window)
            self.notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
            self.notifier.activated.connect(self.read)

        def read(self):
            match sys.stdin.buffer.raw.read(16):
                case b"lock\n":
                    tell("locking")
                    window.lock()
                    tell("still here")
                case b"state\n":
                    tell(state_of(window))
                case b"quit\n" | b"":
                    self.notifier.setEnabled(False)
                    window.close()

    return Listener()


def main():
    from app.__main__ import main as run_program
    from app.ui.window import Window
    from tests.benchmarks.first_paint import watched

    is_fresh = "--after-lock" in sys.argv
    plan = {} if is_fresh else json.loads(sys.stdin.buffer.raw.read(65_536))

    def on_painted():
        from PySide6.QtWidgets import QApplication

        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
        tell("painted " + type(window.way_in).__name__)
        listen(window)
        if plan:
            run_or_end(Session(window, plan))

    watched(Window, on_painted)
    return run_program()


if __name__ == "__main__":
    sys.exit(main())
