"""What a person waits for in the real window: found, opened and typed words on the screen."""

import random
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from app.domain.answer import Answer, Prose
from app.domain.finding import Search
from app.domain.form import FormDefinition, Prompt, PromptKind, Section
from app.services.journal import About
from app.ui.application import Rest, make_surroundings
from app.ui.collecting import Collector
from app.ui.settings import Settings
from app.ui.window import Window
from tests.benchmarks.corpus import SEED
from tests.benchmarks.journals import PASSPHRASE
from tests.benchmarks.measuring import FRAME_MS, Samples, by_limit, by_ratio, only_told, timed
from tests.benchmarks.on_the_vault import MAIN_SIZE, bare_search, typed
from tests.benchmarks.painting import WINDOW_SIZE, Painted, settle

_MOST_SEARCH, _MOST_OPENING_MS = 2, 50
_OPENED = 16
_OPENED_LONG, _MOST_LONG_MS, _LONG, _LONG_SECTIONS = 8, 100, 200, 20
_SNAPSHOT_OF_THE_DAY_MS = 6000
_TYPE_PASSPHRASE_MS = _LOOK_AT_HOME_MS = 1000  # a person needs as long at least
_TYPED, _KEY_MS, _BEAT_MS = 300, 20, 1


class OpenWindow:
    """The real window with a journal open in it."""

    def __init__(self, workshop, journal, own_folder):
        self.surroundings = make_surroundings(
            lambda: workshop, Settings(own_folder / "settings.ini")
        )
        self.lane = self.surroundings.lane
        self.journal = journal
        self.window = Window(self.surroundings, Path(own_folder))
        self.window.resize(*WINDOW_SIZE)
        Collector(self.window)  # as the program does
        Rest(self.window)
        self.window.show()
        self.window.activateWindow()
        QTest.qWait(_TYPE_PASSPHRASE_MS)
        opening = partial(workshop.unlocking.open, journal.folder, PASSPHRASE)
        vault = self.lane.run_and_wait(opening)
        self.window.show_desk(workshop.desk(vault), journal.folder)
        self.view = self.window.open_view
        # The snapshot of the day is made once a day; the vault's rows tell what it takes.
        QTest.qWait(_SNAPSHOT_OF_THE_DAY_MS)
        settle(self.lane)

    def close(self):
        """Close the journal and the window."""
        self.window.close()
        self.lane.stop()
        self.window.deleteLater()
        QTest.qWait(_KEY_MS)


def search_rows(open_window):
    """Type words letter by letter; compare key to painted list with the bare queries.

    Painted is every row that can be seen, with its extract; the rest of the fifty that the bare
    queries read follows in the next pause.
    """
    view, lane = open_window.view, open_window.lane
    view.go("journal")
    settle(lane)
    page = view.journal
    watch = Painted(page.list.view.viewport())
    page.list.model.modelReset.connect(watch.armed)
    texts = typed()
    floor, ours = [], []
    for number, text in enumerate(texts):
        if not number or not text.startswith(texts[number - 1]):
            page.list.clear_search()
            page.refresh()
            settle(lane)
        bare = partial(bare_search, view.desk.vault, text)
        floor.append(lane.run_and_wait(partial(timed, bare))[1])
        field = page.list.search_field
        field.setFocus()
        before = texts[number - 1] if number else ""
        keys = text[len(before) :] if before and text.startswith(before) else text
        ours.append(watch.milliseconds_after(partial(QTest.keyClicks, field, keys)))
        settle(lane, rounds=1)
    bare, painted = Samples(tuple(floor)), Samples(tuple(ours))
    size = f"{open_window.journal.size:,}"
    longest = FRAME_MS if open_window.journal.size == MAIN_SIZE else None
    what = f"key in the search field to list painted, {size}"
    return [
        by_ratio(f"{what}, p50 (FTS5)", bare.median, painted.median, _MOST_SEARCH),
        by_ratio(f"{what}, p95", bare.p95, painted.p95, _MOST_SEARCH, longest=longest),
    ]


def opening_rows(open_window):
    """Open reflections to edit, until one can write; and until all that is seen stands there."""
    view, lane = open_window.view, open_window.lane
    QTest.qWait(_LOOK_AT_HOME_MS)
    found = lane.run_and_wait(partial(view.desk.find, Search(limit=1000)))
    chosen = random.Random(SEED).sample([each.id for each in found.outlines], 2 * _OPENED)
    watch = Painted(view.editor)
    whole = Painted(view.editor, lambda: not view.editor._frame.form._missing_within(0))
    ready = _opened_ms(view, lane, watch, chosen[:_OPENED])
    seen = _opened_ms(view, lane, whole, chosen[_OPENED:])
    what = f"opening a reflection to edit, {open_window.journal.size:,}"
    return [
        by_limit(f"{what}, p50", Samples(ready).median, _MOST_OPENING_MS),
        by_limit(f"{what}, slowest", max(ready), _MOST_OPENING_MS),
        only_told("  until all that is in sight stands there, p50", Samples(seen).median, "ms"),
    ]


def long_form_rows(open_window):
    """Open reflections on a form of 200 prompts of many kinds."""
    view, lane = open_window.view, open_window.lane
    form = long_form()
    written = partial(_written_on, view.desk.journal, form)
    chosen = [lane.run_and_wait(written).id for _ in range(2 * _OPENED_LONG)]
    watch = Painted(view.editor)
    whole = Painted(view.editor, lambda: not view.editor._frame.form._missing_within(0))
    ready = _opened_ms(view, lane, watch, chosen[:_OPENED_LONG])
    seen = _opened_ms(view, lane, whole, chosen[_OPENED_LONG:])
    what = f"opening a form of {_LONG} prompts"
    return [
        by_limit(f"{what}, p50", Samples(ready).median, _MOST_LONG_MS),
        by_limit(f"{what}, slowest", max(ready), _MOST_LONG_MS),
        by_limit(f"{what}, all in sight, p50", Samples(seen).median, _MOST_LONG_MS),
    ]


def _written_on(journal, form):
    answers = {
        prompt.key: Answer(Prose("She said it quietly, and then again. " * 20))
        for prompt in form.prompts()
        if prompt.kind is PromptKind.PROSE
    }
    return journal.write(form, answers, About("A long form"), is_complete=False)


def long_form():
    """Give a form of 200 prompts in twenty sections, of the kinds that forms use most."""
    kinds = (PromptKind.PROSE, PromptKind.YES_NO, PromptKind.SHORT_TEXT, PromptKind.CHOICE)
    sections = tuple(
        Section(
            f"section_{section}",
            f"Section {section + 1}",
            tuple(
                Prompt(
                    f"prompt_{section}_{place}",
                    kinds[place % len(kinds)],
                    "What did you notice then, and what does it tell you now?",
                    help="A few sentences, in your own words.",
                    options=("One way", "Another way") if place % len(kinds) == 3 else (),
                )
                for place in range(_LONG // _LONG_SECTIONS)
            ),
        )
        for section in range(_LONG_SECTIONS)
    )
    source = "Invented for the benchmark."
    return FormDefinition("long", 1, "A long form", "To measure.", "Here.", 60, source, sections)


def _opened_ms(view, lane, watch, reflection_ids):
    taken = []
    view.editor.status_changed.connect(watch.armed)
    for reflection_id in reflection_ids:
        view.go("home")
        settle(lane)
        taken.append(watch.milliseconds_after(partial(view.edit, reflection_id)))
        settle(lane)
    view.editor.status_changed.disconnect(watch.armed)
    view.go("home")
    settle(lane)
    return tuple(taken)


def typing_rows(open_window):
    """Type into the real editor while it saves; compare the window's pauses with an idle one."""
    view, lane = open_window.view, open_window.lane
    view.begin(view.desk.shelf.forms()[0].id)
    settle(lane)
    frame = view.editor._frame
    prompts = frame.draft.form.prompts()
    frame.form.go_to(next(each for each in prompts if each.kind is PromptKind.PROSE))
    settle(lane)
    words = "she said it quietly and then again "
    idle = _longest_pause(lambda number: None, _TYPED)
    editor = frame.form.current_block().editor
    editor.take_focus()
    box = editor.first_control()
    ours = _longest_pause(lambda number: QTest.keyClick(box, words[number % len(words)]), _TYPED)
    if not frame.draft.reflection.answers:
        raise SystemExit("nothing was typed")
    view.go("home")
    settle(lane)
    what = f"longest pause while typing {_TYPED} characters, {open_window.journal.size:,} (idle)"
    return [by_limit(what, ours, FRAME_MS, floor=idle)]


def _longest_pause(act, times):
    """Act again and again; give the longest time in which the event loop did not turn."""
    gaps, last = [], [time.perf_counter()]

    def beat():
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    pulse = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=_BEAT_MS)
    pulse.timeout.connect(beat)
    pulse.start()
    for number in range(times):
        QTest.qWait(_KEY_MS)
        act(number)
    pulse.stop()
    return max(gaps)
