"""A child process: a window without a screen in which somebody types, until it is killed.

`python -m tests.faults.child_typing JOURNAL FIRST` writes one line for each letter typed and for
each save that was acknowledged: what, how many letters, the moment, and for how many seconds until
then the thread that waited longest was ready to run and had no processor.
"""

import random
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path


def letters():
    """Give an endless text in which each place tells itself: its length is its content."""
    number = 0
    while True:
        yield from f"{number} "
        number += 1


def seconds_without_a_processor():
    """Read what Linux counts of each thread's waiting; elsewhere nobody tells, so none."""
    waited = []
    for told in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError, IndexError):  # a thread that has just ended
            waited.append(int(told.read_text().split()[1]))
    return max(waited, default=0) / 1e9


def tell(what, count):
    print(what, count, time.monotonic(), seconds_without_a_processor(), flush=True)


class Typing:
    """Somebody who types into the first answer of a new reflection, with pauses of all lengths."""

    def __init__(self, window, chance):
        from PySide6.QtTest import QTest

        from app.ui.parts.answer_box import AnswerBox

        self.chance, self.text, self.typed = chance, letters(), 0
        view = window.open_view
        view.begin("five_minute_capture")
        while view.editor._frame is None or view.editor._frame.form.current_block() is None:
            QTest.qWait(10)
        frame = view.editor._frame
        self.box = frame.form.current_block().editor.findChild(AnswerBox)
        self.key = frame.form.current.prompt.key
        self.vault = view.desk.vault
        self.put, self.vault.put = self.vault.put, self.acknowledged
        print("begun", view.editor.reflection_id, self.key, flush=True)

    def acknowledged(self, reflection):
        self.put(reflection)
        answer = reflection.answers.get(self.key)
        tell("saved", len(answer.value.text) if answer else 0)

    def type_some(self):
        from PySide6.QtCore import QTimer
        from PySide6.QtTest import QTest

        for _ in range(self.chance.randint(1, 3)):
            QTest.keyClicks(self.box, next(self.text))
            self.typed += 1
            tell("typed", self.typed)
        QTimer.singleShot(self.chance.choice((10, 20, 30, 60, 60, 600)), self.type_some)


def main():
    from PySide6.QtWidgets import QApplication

    from app.ui.application import make_surroundings
    from app.ui.settings import Settings
    from app.ui.window import Window
    from tests.workshops import PASSPHRASE, a_workshop

    folder, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    application = QApplication([])
    surroundings = make_surroundings(a_workshop, Settings(folder.with_name("settings.ini")))
    window = Window(surroundings, folder.parent)
    window.show()
    workshop, lane = surroundings.workshop, surroundings.lane
    vault = lane.run_and_wait(partial(workshop.unlocking.open, folder, PASSPHRASE))
    window.show_desk(workshop.desk(vault), folder)
    window.activateWindow()
    Typing(window, chance).type_some()
    application.exec()


if __name__ == "__main__":
    main()
