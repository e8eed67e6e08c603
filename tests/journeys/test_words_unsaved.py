"""Words that the journal does not take are said, tried again and copied; never dropped."""

import shutil
import subprocess
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answer import Prose
from app.domain.errors import Cancelled
from app.domain.finding import Search
from app.domain.left_open import CheckStep
from app.domain.progress import unwatched
from app.domain.secret import Passphrase
from app.services.backups import Backups
from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.secret_dialog import SecretDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.dialogs.unsaved_dialog import UnsavedDialog
from app.vault.restoring import Restorer
from tests.fakes import FakeAsker
from tests.workshops import PASSPHRASE, FixedClock, a_sample_desk, a_workshop

KEY = "professional_input"
TITLE = "The conference that ran on"


class Disk:
    """The journal's disk, which can be pulled out and put back."""

    def __init__(self, folder):
        self.folder, self.aside = folder, folder.with_name("pulled out")

    def pull(self):
        self.folder.rename(self.aside)

    def put_back(self):
        self.aside.rename(self.folder)


@pytest.fixture
def disk(window, tmp_path):
    return Disk(tmp_path / "stick" / "My journal")


@pytest.fixture
def editor(window, disk, qtbot):
    """The editor with the sample draft open in it, ready to type."""
    disk.folder.parent.mkdir()
    surroundings = window.surroundings
    lane = surroundings.lane
    desk = lane.run_and_wait(partial(a_sample_desk, disk.folder, surroundings.workshop))
    window.show_desk(desk, disk.folder)
    yield editing(window, qtbot)
    if disk.aside.exists():
        disk.put_back()
    if window.open_view is not None and window.open_view.editor._frame is not None:
        window.open_view.editor.unsaved.save_now()
        lane.wait()
        QApplication.sendPostedEvents()


def editing(window, qtbot):
    view = window.open_view
    found = window.surroundings.lane.run_and_wait(partial(view.desk.find, Search(limit=500)))
    view.edit(next(each.id for each in found.outlines if each.title == TITLE))
    editor = view.editor
    qtbot.waitUntil(lambda: editor._frame is not None)
    qtbot.waitUntil(lambda: editor._frame.form.current_block() is not None)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return editor


def type_(words):
    assert QApplication.focusWidget() is not None
    QTest.keyClicks(QApplication.focusWidget(), words)


def refused(editor, disk, qtbot, words="Not lost"):
    """Type while the disk is out, until the banner stands."""
    disk.pull()
    type_(words)
    qtbot.waitUntil(lambda: editor.unsaved.banner is not None, timeout=4000)
    assert editor.unsaved.banner.isVisible()


def dialog_of(kind, parent):
    return next((each for each in parent.findChildren(kind) if each.isVisible()), None)


def shown(kind, parent, qtbot):
    qtbot.waitUntil(lambda: dialog_of(kind, parent) is not None, timeout=8000)
    return dialog_of(kind, parent)


def stored(editor, key=KEY):
    read = partial(editor._desk.journal.read, editor.reflection_id)
    answer = editor.surroundings.lane.run_and_wait(read).reflection.answers.get(key)
    return answer.value.text if answer else None


def words_in_copy(file, folder, reflection_id, key=KEY):
    """Restore by the service, as a person would, and read one answer and how much there is."""
    backups = Backups(Restorer(floor_checked=False), FixedClock())
    contents = backups.restore(file, Passphrase(PASSPHRASE), folder)
    workshop = a_workshop()
    vault = workshop.unlocking.open(folder, PASSPHRASE)
    try:
        assert vault.left_open is None
        assert vault.trouble() == ()
        return vault.get(reflection_id).answers[key].value, contents.reflections
    finally:
        vault.close()


# When words are saved


def test_turning_to_another_window_saves_at_once(editor, window, qtbot):
    draft = editor._frame.draft
    type_("Before the phone rang")
    assert not draft.is_saved
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    editor.surroundings.lane.wait()
    assert stored(editor) == "Before the phone rang"


def test_leaving_an_answer_saves_at_once(editor, qtbot):
    draft = editor._frame.draft
    with qtbot.waitSignal(draft.saving, timeout=300):
        type_("One")
        editor.show_next_prompt()
    editor.surroundings.lane.wait()
    assert stored(editor) == "One"


def test_control_s_saves_at_once(editor, window, qtbot):
    type_("By hand")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    editor.surroundings.lane.wait()
    assert stored(editor) == "By hand"


@pytest.mark.parametrize("commit_ms", [300, 1000])
def test_a_slow_disk_gets_the_newest_words_and_no_queue(editor, qtbot, monkeypatch, commit_ms):
    vault, put, texts, waiting = editor._desk.vault, editor._desk.vault.put, [], []

    def slow(reflection):
        QTest.qSleep(commit_ms)
        texts.append(reflection.answers[KEY].value.text)
        put(reflection)

    monkeypatch.setattr(vault, "put", slow)
    draft = editor._frame.draft
    draft.changed.connect(lambda _key: waiting.append(len(draft._on_their_way)))
    typed = "abcdefghij" * 5
    for letter in typed:
        type_(letter)
        qtbot.wait(50)
    qtbot.waitUntil(lambda: draft.is_saved, timeout=5000)
    assert max(waiting) == 1
    assert texts[-1] == typed
    # A letter takes 50 ms at least: what waits is never older than the two times together.
    steps = [len(after) - len(before) for before, after in zip(["", *texts], texts, strict=False)]
    assert max(steps) <= (700 + commit_ms) / 50 + 2
    assert len(texts) >= 3


def test_a_save_that_is_asked_for_during_another_follows_it_at_once(editor, qtbot):
    draft, followed = editor._frame.draft, []
    type_("one")
    draft.save()
    type_(" two")
    draft.save()
    draft.saved.connect(lambda: followed.append(len(draft._on_their_way)))
    qtbot.waitUntil(lambda: draft.is_saved, timeout=350)
    assert len(followed) == 2
    assert stored(editor) == "one two"


# When the disk refuses


def test_a_disk_that_was_pulled_out_is_said_and_takes_the_words_when_it_is_back(
    editor, window, disk, qtbot
):
    refused(editor, disk, qtbot)
    banner = editor.unsaved.banner
    assert banner.callout.accessibleName().startswith("Not saved: the journal’s folder is not")
    assert "Your words stay on the screen" in banner.callout.accessibleName()
    assert window.status_line.isVisible()
    assert editor.status().tone == "warning"
    assert not banner.isAncestorOf(QApplication.focusWidget())
    waits = []
    for _ in range(3):
        waits.append(editor._frame.draft._retry.interval())
        with qtbot.waitSignal(editor._frame.draft.not_saved):
            banner.again_button.click()
    assert waits == sorted(waits)
    assert waits[-1] > waits[0]
    disk.put_back()
    banner.again_button.click()
    qtbot.waitUntil(lambda: not banner.isVisible())
    assert stored(editor) == "Not lost"
    assert editor.status().tone == ""


def test_typing_on_tries_again_without_waiting_for_the_next_turn(editor, disk, qtbot):
    refused(editor, disk, qtbot)
    draft = editor._frame.draft
    for _ in range(4):
        with qtbot.waitSignal(draft.not_saved):
            draft.save()
    disk.put_back()
    assert draft._retry.remainingTime() > 2000
    with qtbot.waitSignal(draft.saved, timeout=1500):
        type_(", and more")
    assert stored(editor) == "Not lost, and more"


def test_a_copy_elsewhere_holds_every_word_of_the_journal_and_of_the_screen(
    editor, window, disk, qtbot, tmp_path
):
    asker = window.surroundings.asker = FakeAsker(tmp_path / "elsewhere" / "copy")
    (tmp_path / "elsewhere").mkdir()
    refused(editor, disk, qtbot, "Only on the screen")
    editor.unsaved.banner.copy_button.click()
    told = shown(ToldDialog, editor, qtbot)
    assert told.told.accessibleName().startswith("Checked: it opens. It holds the whole journal")
    told.reject()
    ((title, name, kind),) = asker.asked
    assert name == "Afterword 2026-10-22.afterword-backup"
    assert "conference" not in title + name + kind
    (file,) = (tmp_path / "elsewhere").iterdir()
    assert file.name == "copy.afterword-backup"
    value, count = words_in_copy(file, tmp_path / "new", editor.reflection_id)
    assert value == Prose("Only on the screen")
    total = window.surroundings.lane.run_and_wait(partial(editor._desk.find, Search())).total
    assert count == total
    assert not editor._frame.draft.is_saved
    assert editor.unsaved.banner.isVisible()


def test_leaving_the_editor_is_refused_in_words(editor, window, disk, qtbot):
    refused(editor, disk, qtbot)
    window.open_view.go("home")
    dialog = shown(UnsavedDialog, editor, qtbot)
    assert window.open_view.current == "editor"
    assert not hasattr(dialog, "lose")
    with qtbot.waitSignal(editor._frame.draft.not_saved):
        dialog.again.click()
    assert dialog.isVisible()
    disk.put_back()
    dialog.again.click()
    qtbot.waitUntil(lambda: editor.unsaved.dialog is None)
    window.open_view.go("home")
    assert window.open_view.current == "home"


def test_closing_the_window_asks_and_asks_again_before_any_word_is_lost(
    editor, window, disk, qtbot
):
    refused(editor, disk, qtbot)
    window.close()
    dialog = shown(UnsavedDialog, editor, qtbot)
    assert window.isVisible()
    dialog.stay.click()
    assert editor._frame.draft.writing().reflection.answers[KEY].value == Prose("Not lost")
    window.close()
    shown(UnsavedDialog, editor, qtbot).lose.click()
    shown(Confirming, editor, qtbot).stay.click()
    assert window.isVisible()
    assert not editor._frame.draft.is_saved
    window.close()
    shown(UnsavedDialog, editor, qtbot).lose.click()
    shown(Confirming, editor, qtbot).go_on.click()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.open_view is None


def test_closing_with_a_copy_of_these_very_words_needs_no_second_question(
    editor, window, disk, qtbot, tmp_path
):
    window.surroundings.asker = FakeAsker(tmp_path / "copy.afterword-backup", tmp_path / "b")
    refused(editor, disk, qtbot)
    window.close()
    shown(UnsavedDialog, editor, qtbot).copy.click()
    shown(ToldDialog, editor, qtbot).reject()
    window.activateWindow()
    editor.enter()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    type_(" and newer")
    window.close()
    dialog = shown(UnsavedDialog, editor, qtbot)
    assert dialog.lose.text() == "Close and lose these…"  # the copy does not hold the newest
    dialog.copy.click()
    shown(ToldDialog, editor, qtbot).reject()
    reflection_id = editor.reflection_id
    window.close()
    dialog = shown(UnsavedDialog, editor, qtbot)
    assert dialog.lose.text() == "Close all the same"
    dialog.lose.click()
    qtbot.waitUntil(lambda: not window.isVisible())
    file = tmp_path / "b.afterword-backup"
    assert words_in_copy(file, tmp_path / "new", reflection_id)[0] == Prose("Not lost and newer")


def test_a_window_that_was_to_close_closes_once_the_words_are_saved(editor, window, disk, qtbot):
    refused(editor, disk, qtbot)
    window.close()
    dialog = shown(UnsavedDialog, editor, qtbot)
    disk.put_back()
    dialog.again.click()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_locking_covers_unsaved_words_until_the_passphrase_is_given(editor, window, disk, qtbot):
    refused(editor, disk, qtbot)
    window.lock()
    assert window.open_view is not None
    assert not editor.isVisible()
    cover = window._locking._cover
    qtbot.wait(50)
    assert dialog_of(UnsavedDialog, editor) is None
    cover.back_button.click()
    dialog = shown(SecretDialog, cover, qtbot)
    QTest.keyClicks(dialog.entry.passphrase_field.edit, "not the passphrase")
    dialog.go_on.click()
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=8000)
    assert not editor.isVisible()
    dialog.entry.passphrase_field.set_text(PASSPHRASE)
    dialog.go_on.click()
    qtbot.waitUntil(editor.isVisible, timeout=8000)
    assert editor._frame.draft.writing().reflection.answers[KEY].value == Prose("Not lost")


def test_a_covered_journal_locks_by_itself_once_the_words_are_saved(editor, window, disk, qtbot):
    refused(editor, disk, qtbot)
    reflection_id = editor.reflection_id
    window.lock()
    disk.put_back()
    with qtbot.waitSignal(window.locked, timeout=8000):
        pass
    assert window.open_view is None
    vault = a_workshop().unlocking.open(disk.folder, PASSPHRASE)
    assert vault.get(reflection_id).answers[KEY].value == Prose("Not lost")
    assert vault.left_open is None
    vault.close()


# A real full disk, and one that becomes read-only


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "stick"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, check=False).returncode:
        pytest.skip("a small disk can be mounted by an administrator only")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(path):
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass


def on_small_disk(window, folder, qtbot):
    surroundings = window.surroundings
    work = partial(a_sample_desk, folder, surroundings.workshop)
    window.show_desk(surroundings.lane.run_and_wait(work), folder)
    return editing(window, qtbot)


def test_a_full_disk_is_said_and_the_kept_room_is_kept_again(
    window, small_disk, qtbot, tmp_path, monkeypatch
):
    monkeypatch.setattr("app.vault.reserve._SECONDS_BETWEEN_TRIES", 0)
    folder = small_disk / "journal"
    editor = on_small_disk(window, folder, qtbot)
    reserve = folder / "reserve.bin"
    fill(small_disk / "film")
    type_("The last words ")
    draft = editor._frame.draft
    qtbot.waitUntil(lambda: draft.is_saved, timeout=4000)
    big = "walk " * 2_400_000
    draft.put_value(draft.form.prompt(KEY), Prose("The last words " + big))
    qtbot.waitUntil(lambda: editor.unsaved.banner is not None, timeout=8000)
    assert not reserve.exists()
    assert editor.status().words.startswith("Not saved: the disk is full.")
    window.surroundings.asker = FakeAsker(tmp_path / "copy.afterword-backup")
    editor.unsaved.banner.copy_button.click()
    shown(ToldDialog, editor, qtbot).reject()
    copy = tmp_path / "copy.afterword-backup"
    value, _ = words_in_copy(copy, tmp_path / "new", editor.reflection_id)
    assert value == Prose("The last words " + big)
    draft.put_value(draft.form.prompt(KEY), Prose("The last words, and no film"))
    (small_disk / "film").unlink()
    editor.unsaved.save_now()
    qtbot.waitUntil(lambda: draft.is_saved, timeout=8000)
    assert stored(editor) == "The last words, and no film"
    assert reserve.stat().st_size == 8 * 1024 * 1024
    window.lock()


def test_a_disk_that_is_read_only_is_said_and_copied(window, small_disk, qtbot, tmp_path):
    folder, lane = small_disk / "journal", window.surroundings.lane
    desk = lane.run_and_wait(partial(a_sample_desk, folder, window.surroundings.workshop))
    lane.run_and_wait(desk.close)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    opened(window, folder, qtbot)
    editor = editing(window, qtbot)
    type_("Only here")
    qtbot.waitUntil(lambda: editor.unsaved.banner is not None, timeout=4000)
    assert editor.status().words.startswith("Not saved: this folder cannot be written to.")
    window.surroundings.asker = FakeAsker(tmp_path / "copy.afterword-backup")
    editor.unsaved.banner.copy_button.click()
    shown(ToldDialog, editor, qtbot).reject()
    copy = tmp_path / "copy.afterword-backup"
    value, _ = words_in_copy(copy, tmp_path / "new", editor.reflection_id)
    assert value == Prose("Only here")
    editor._frame.draft.let_go()
    window.lock()


# After a crash


@pytest.fixture
def crashed(window, tmp_path, qtbot):
    """A journal as a killed program left it, not opened yet."""
    lane, workshop = window.surroundings.lane, window.surroundings.workshop
    desk = lane.run_and_wait(partial(a_sample_desk, tmp_path / "journal", workshop))
    folder = shutil.copytree(tmp_path / "journal", tmp_path / "crashed")
    lane.run_and_wait(desk.close)
    return folder


def opened(window, folder, qtbot):
    lane, workshop = window.surroundings.lane, window.surroundings.workshop
    vault = lane.run_and_wait(lambda: workshop.unlocking.open(folder, PASSPHRASE))
    window.show_desk(workshop.desk(vault), folder)
    return window.open_view


def test_the_next_start_says_calmly_what_is_here_and_leads_back(window, crashed, qtbot):
    view = opened(window, crashed, qtbot)
    note = view.home.left_open
    assert note.isVisible()
    said = note.callout.accessibleName()
    assert said.startswith("Afterword was not closed properly last time. Everything up to ")
    assert note.callout.tone == "info"
    assert note.going_on.text().startswith("Go on with “")
    note.going_on.click()
    qtbot.waitUntil(lambda: view.current == "editor" and view.editor._frame is not None)
    assert view.editor.reflection_id == view.desk.vault.left_open.reflection_id
    view.go("home")
    assert not note.isVisible()
    window.lock()
    view = opened(window, crashed, qtbot)
    assert view.home.left_open.callout is None
    assert not view.home.left_open.isVisible()


def test_after_a_crash_every_page_is_checked_and_nothing_is_said_of_a_whole_journal(
    window, crashed, qtbot, monkeypatch
):
    monkeypatch.setattr("app.ui.after_crash._BEFORE_MS", 0)
    monkeypatch.setattr("app.ui.after_crash._BETWEEN_MS", 0)
    view = opened(window, crashed, qtbot)
    qtbot.waitUntil(lambda: view.home.left_open.check.is_over, timeout=20_000)
    assert view.home.left_open.callout.tone == "info"


def test_damage_after_a_crash_is_said(window, crashed, qtbot, monkeypatch):
    monkeypatch.setattr("app.ui.after_crash._BEFORE_MS", 0)
    monkeypatch.setattr("app.ui.after_crash._BETWEEN_MS", 0)
    path = crashed / "journal.db"
    lane, workshop = window.surroundings.lane, window.surroundings.workshop
    vault = lane.run_and_wait(lambda: workshop.unlocking.open(crashed, PASSPHRASE))
    ((page,),) = lane.run_and_wait(
        lambda: vault._database.rows(
            "SELECT rootpage FROM sqlite_master WHERE name = 'phrase_index_docsize'"
        )
    )
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 + 100] ^= 1
    path.write_bytes(data)
    window.show_desk(workshop.desk(vault), crashed)
    note = window.open_view.home.left_open
    qtbot.waitUntil(lambda: note.check.is_over, timeout=20_000)
    assert note.callout.tone == "error"
    assert note.callout.accessibleName().startswith("Part of the journal’s file is damaged.")


def test_the_check_lets_words_go_first(window, crashed, qtbot):
    view = opened(window, crashed, qtbot)
    lane, check = window.surroundings.lane, view.desk.vault.crash_check()
    outcomes, may_go_on = [], Event()

    def start(work):
        job = lane.job()
        job.succeeded.connect(outcomes.append)
        job.failed.connect(outcomes.append)
        lane.start(job, work)

    assert lane.run_and_wait(partial(check.go_on, unwatched)) is CheckStep.MORE
    start(partial(may_go_on.wait, 5))
    start(partial(check.go_on, lane.progress_unless_waited_for))
    start(lambda: "saved")
    may_go_on.set()
    qtbot.waitUntil(lambda: len(outcomes) == 3)
    assert isinstance(outcomes[1], Cancelled)
    assert outcomes[2] == "saved"
