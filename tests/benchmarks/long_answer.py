"""Typing where much is written already: 20,000 words in one answer, with the spell check on."""

import random
from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from app.domain.form import PromptKind
from tests.benchmarks.corpus import SEED
from tests.benchmarks.measuring import FRAME_MS, Samples, by_limit, only_told
from tests.benchmarks.painting import Painted, settle
from tests.benchmarks.vocabulary import Vocabulary

_WORDS, _PARAGRAPH = 20_000, 80
_ROUNDS, _TYPED, _KEY_MS = 4, 60, 20
_SENTENCE = "she said it quietly and then agian, becuase nobody had asked. "


def long_answer_rows(open_window):
    """Type in the middle of a long answer; tell each key until its letter is painted.

    Most of the words around are invented, so far more of them are marked than anybody's.
    """
    view, lane = open_window.view, open_window.lane
    settings = open_window.surroundings.settings
    chance = random.Random(SEED)
    vocabulary = Vocabulary(chance)
    rows = []
    for shape, end in (("in paragraphs", "\n"), ("in one paragraph", " ")):
        text = end.join(vocabulary.prose(chance, _PARAGRAPH) for _ in range(_WORDS // _PARAGRAPH))
        view.begin(view.desk.shelf.forms()[0].id)
        settle(lane)
        box = _prose_box(view.editor._frame, lane)
        box.insertPlainText(text)
        settle(lane, rounds=10)
        keys = {False: [], True: []}
        for number in range(2 * _ROUNDS):
            is_on = bool(number % 2)
            settings.is_spelling_marked = is_on
            keys[is_on] += _typed(box, len(text) // 2)
        taken = {is_on: Samples(tuple(each)) for is_on, each in keys.items()}
        view.go("home")
        settle(lane)
        what = f"key to painted letter at {_WORDS:,} words {shape}, spell check on, p95 (off)"
        rows.append(by_limit(what, taken[True].p95, FRAME_MS, floor=taken[False].p95))
        rows.append(only_told("  slowest key", max(taken[True].each), "ms"))
    return rows


def _prose_box(frame, lane):
    prompts = frame.draft.form.prompts()
    frame.form.go_to(next(each for each in prompts if each.kind is PromptKind.PROSE))
    settle(lane)
    editor = frame.form.current_block().editor
    editor.take_focus()
    return editor.first_control()


def _typed(box, place):
    cursor = QTextCursor(box.document())
    cursor.setPosition(place)
    box.setTextCursor(cursor)
    QTest.qWait(10 * _KEY_MS)
    watch = Painted(box.viewport())
    taken = []
    for number in range(_TYPED):
        QTest.qWait(_KEY_MS)
        watch.armed()
        letter = _SENTENCE[number % len(_SENTENCE)]
        taken.append(watch.milliseconds_after(partial(QTest.keyClick, box, letter)))
    box.viewport().removeEventFilter(watch)
    watch.deleteLater()
    return taken
