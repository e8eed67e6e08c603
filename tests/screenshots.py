"""Writes every screen to build/screens/, in every theme and at both text sizes.

`python -m tests.screenshots` writes all; `--main FOLDER` writes the main screens, light, 100 %.
The window is the real one over real services; only the clock stands still and keys are cheap.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.finding import Search
from app.ui.application import make_surroundings
from app.ui.settings import Settings
from app.ui.surroundings import Surroundings
from app.ui.window import Window
from tests import (
    action_scenes,
    answers_scenes,
    cpd_page_scenes,
    finding_scenes,
    identifier_scenes,
    importing_scenes,
    keeping_scenes,
    looking_scenes,
    overview_scenes,
    paper_scenes,
    release_scenes,
    security_scenes,
    session_scenes,
    studio_scenes,
    summary_scenes,
    unsaved_scenes,
    word_form_scenes,
    writing_scenes,
)
from tests.workshops import PASSPHRASE, a_desk, a_sample_desk, a_workshop

PROJECT = Path(__file__).resolve().parent.parent
SIZE = (1280, 800)
VARIANTS = {
    "": ("light", 1.0),
    "-dark": ("dark", 1.0),
    "-high-contrast": ("high_contrast", 1.0),
    "-high-contrast-light": ("high_contrast_light", 1.0),
    "-200-percent": ("light", 2.0),
    "-200-percent-dark": ("dark", 2.0),
}
MAIN = (
    "03-unlock",
    "04-home",
    "06-journal",
    "07-editor-whole-form",
    "08-editor-one-prompt",
    "09-supervision-summary",
)


@dataclass
class Studio:
    """The real window on a sample journal, ready to be arranged and drawn."""

    folder: Path
    surroundings: Surroundings
    after: Callable[[], None] | None = None

    def __post_init__(self):
        self.workshop = self.surroundings.workshop
        self.window = Window(self.surroundings, self.folder)
        self.window.resize(*SIZE)
        self.journal = self.folder / "My journal"
        self.empty = self.folder / "Empty" / "My journal"
        lane = self.surroundings.lane
        lane.run_and_wait(lambda: a_sample_desk(self.journal, self.workshop).close())
        self.empty.parent.mkdir()
        lane.run_and_wait(lambda: a_desk(self.empty, self.workshop).close())
        self.window.show()
        self.window.activateWindow()

    @classmethod
    def with_own_look(cls, folder):
        """Open one for a whole process: its look draws every window there."""
        return cls(folder, make_surroundings(a_workshop, Settings(folder / "settings.ini")))

    def tidy_up(self):
        """Undo what a scene has done to the files."""
        after, self.after = self.after, None
        if after is not None:
            after()

    def settle(self, rounds=6):
        """Let everything on the lane come back and be painted."""
        for _ in range(rounds):
            QTest.qWait(25)
            self.surroundings.lane.wait()
        QTest.qWait(60)

    def open(self, folder):
        """Open a journal in the window."""
        self.shut()
        unlocking = self.workshop.unlocking
        vault = self.surroundings.lane.run_and_wait(partial(unlocking.open, folder, PASSPHRASE))
        self.window.show_desk(self.workshop.desk(vault), folder)
        self.settle()
        return self.window.open_view

    def view(self):
        """Give the open sample journal."""
        view = self.window.open_view
        return (
            view
            if view is not None and view.desk.vault.name == "My journal"
            else self.open(self.journal)
        )

    def shut(self):
        """Lock whatever is open."""
        self.window.lock()
        self.settle(2)

    def reflection(self, title):
        """Give the id of a sample reflection."""
        view = self.window.open_view
        found = self.surroundings.lane.run_and_wait(partial(view.desk.find, Search()))
        return next(each.id for each in found.outlines if each.title.startswith(title))

    def picture(self):
        """Draw the window, and over it the dialog or menu that stands open."""
        picture = self.window.grab()
        dialog = self.focused_dialog()
        if dialog is not None:
            place = self.window.rect().center() - dialog.rect().center()
            painter = QPainter(picture)
            painter.drawPixmap(place, dialog.grab())
            painter.drawRect(QRect(place, dialog.size()))
            painter.end()
        menu = QApplication.activePopupWidget()
        if menu is not None:
            painter = QPainter(picture)
            painter.drawPixmap(self.window.mapFromGlobal(menu.pos()), menu.grab())
            painter.end()
        return picture

    def close_dialog(self):
        """Close the dialog that stands open, if any."""
        dialog = self.focused_dialog()
        if dialog is not None:
            dialog.done(0)
            self.settle(1)

    def focused_dialog(self):
        """Give the dialog that stands open, if any."""
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QDialog):
            return modal
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        return next((each for each in dialogs if each.isVisible()), None)


def arrange_welcome(studio):
    studio.shut()
    studio.window.show_welcome()
    studio.settle(2)
    step = studio.window.way_in.passphrase_step
    step.name_field.set_text("A new journal")
    step.passphrase_field._toggle.click()
    step.again_field._toggle.click()
    QTest.keyClicks(step.again_field.edit, PASSPHRASE)
    QTest.keyClicks(step.passphrase_field.edit, PASSPHRASE)
    step.passphrase_field.edit.setFocus()
    studio.settle(10)


def arrange_words(studio):
    arrange_welcome(studio)
    made = studio.folder / "A new journal"
    studio.window.way_in.passphrase_step.continue_button.click()
    studio.settle(12)
    shutil.rmtree(made, ignore_errors=True)


def arrange_unlock(studio):
    studio.shut()
    studio.window.show_way_in(studio.journal)
    studio.settle(2)
    studio.window.way_in.passphrase_field.set_text(PASSPHRASE[:17])
    studio.settle(2)


def arrange_home(studio):
    studio.view().go("home")
    studio.settle()


def arrange_first_day(studio):
    studio.open(studio.empty).go("home")
    studio.settle()


def arrange_journal(studio):
    view = studio.open(studio.journal)
    view.go("journal")
    studio.settle()
    QTest.keyClicks(view.journal.list.search_field, "silence")
    studio.settle()
    view.journal.show_reflection(studio.reflection("The father nobody had met"))
    studio.settle()
    view.journal.focus_search()
    studio.settle(2)


def show_prompt(view, key):
    frame = view.editor._frame
    frame.form.go_to(frame.draft.form.prompt(key))


def arrange_whole_form(studio):
    view = studio.open(studio.journal)
    studio.surroundings.settings.is_one_at_a_time = False
    view.edit(studio.reflection("The conference that ran on"))
    studio.settle()
    view.editor.set_one_at_a_time(False)
    studio.settle()
    show_prompt(view, "what_i_noticed")
    studio.settle()


def arrange_one_prompt(studio):
    view = studio.open(studio.journal)
    view.edit(studio.reflection("The conference that ran on"))
    studio.settle()
    view.editor.set_one_at_a_time(True)
    studio.settle()
    show_prompt(view, "safety_scale")
    studio.settle()


def arrange_summary(studio):
    view = studio.open(studio.journal)
    view.go("supervision")
    studio.settle(10)


def arrange_forms(studio):
    studio.view().go("forms")
    studio.settle()


def arrange_settings(studio):
    studio.view().go("settings")
    studio.settle()


SCENES = {
    "01-welcome-passphrase": arrange_welcome,
    "02-welcome-recovery-words": arrange_words,
    "03-unlock": arrange_unlock,
    "04-home": arrange_home,
    "05-first-day-empty": arrange_first_day,
    "06-journal": arrange_journal,
    "07-editor-whole-form": arrange_whole_form,
    "08-editor-one-prompt": arrange_one_prompt,
    "09-supervision-summary": arrange_summary,
    "14-settings": arrange_settings,
    "22-forms": arrange_forms,
    **action_scenes.SCENES,
    **answers_scenes.SCENES,
    **cpd_page_scenes.SCENES,
    **finding_scenes.SCENES,
    **identifier_scenes.SCENES,
    **keeping_scenes.SCENES,
    **importing_scenes.SCENES,
    **word_form_scenes.SCENES,
    **looking_scenes.SCENES,
    **overview_scenes.SCENES,
    **paper_scenes.SCENES,
    **security_scenes.SCENES,
    **session_scenes.SCENES,
    **studio_scenes.SCENES,
    **summary_scenes.SCENES,
    **unsaved_scenes.SCENES,
    **writing_scenes.SCENES,
    # They write reflections of their own, which the scenes before must not meet.
    **release_scenes.SCENES,
}


def draw(target, scenes, variants):
    """Draw the scenes in each variant; give how many pictures were made."""
    target.mkdir(parents=True, exist_ok=True)
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio.with_own_look(Path(folder))
        look = studio.surroundings.look
        for suffix in variants:
            theme, scale = VARIANTS[suffix]
            look.set_theme(theme)
            look.set_scale(scale)
            for name in scenes:
                SCENES[name](studio)
                studio.picture().save(str(target / f"{name}{suffix}.png"))
                studio.close_dialog()
                studio.tidy_up()
                count += 1
        studio.window.close()
        studio.surroundings.lane.stop()
    return count


def main():
    """Draw what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--main", type=Path, metavar="FOLDER")
    parser.add_argument("--only", metavar="SCENE")
    parser.add_argument("--variant", metavar="SUFFIX")
    options = parser.parse_args()
    QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as own:
        os.environ["XDG_DATA_HOME"] = own
        count = _draw_what_was_asked_for(options)
    print(f"{count} screens drawn")


def _draw_what_was_asked_for(options):
    if options.main:
        return draw(options.main, MAIN, ("",))
    target = PROJECT / "build" / "screens"
    if not options.only:
        shutil.rmtree(target, ignore_errors=True)
    scenes = [each for each in SCENES if not options.only or each.startswith(options.only)]
    variants = list(VARIANTS) if options.variant is None else [options.variant]
    return draw(target, scenes, variants)


if __name__ == "__main__":
    main()
