"""The bin: out of the journal, back again, or gone for good without a trace in the file."""

import hashlib
import random
import zlib
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.domain.answer import Action, Actions, Answer, Prose
from app.domain.errors import Cancelled, InBin, NoSuchReflection
from app.domain.finding import Search
from app.domain.progress import unwatched
from app.vault import sweeping
from app.vault.recovery_words import data_key_of
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection, every_kind

LATER = MORNING + timedelta(days=3)
PAGE, RESERVED = 4096, 80


def with_everything(uid="r1", **changes):
    return a_reflection(
        uid, answers=every_kind(), title="The late visit", themes=("Trust", "Time"), **changes
    )


@pytest.fixture
def written(vault):
    vault.keep_form(a_form())
    vault.put(with_everything())
    vault.seal("r1")
    vault.put(a_reflection("r2", "A kettle.", minutes=10, themes=("Time",)))
    vault.seal("r2")
    return vault


def everything_listed(vault):
    return {
        "all": [each.id for each in vault.find(Search()).outlines],
        "in journal": vault.find(Search()).in_journal,
        "words": [each.id for each in vault.find(Search("kettle")).outlines],
        "phrase": vault.find(Search('"the kettle"')).total,
        "theme": vault.find(Search(theme="Trust")).total,
        "form": vault.find(Search(form_id="daily_pause")).total,
        "drafts": vault.find(Search(is_complete=False)).total,
        "newest": [each.id for each in vault.newest(9)],
        "drafts on home": [each.id for each in vault.newest(9, drafts_only=True)],
        "reflections": [each.id for each in vault.reflections(Search())],
        "themes": vault.themes(),
        "form use": vault.form_use(),
        "actions": [each.what for each in vault.open_actions(9)],
    }


def test_what_is_in_the_bin_is_absent_everywhere(written):
    written.find(Search("kettle"))  # its words are indexed, and its outline is kept in memory
    written.bin.put("r1", MORNING)
    assert everything_listed(written) == {
        "all": ["r2"],
        "in journal": 1,
        "words": ["r2"],
        "phrase": 0,
        "theme": 0,
        "form": 1,
        "drafts": 1,
        "newest": ["r2"],
        "drafts on home": ["r2"],
        "reflections": ["r2"],
        "themes": (("Time", 1),),
        "form use": (("daily_pause", 1),),
        "actions": [],
    }
    with pytest.raises(NoSuchReflection):
        written.get("r1")
    assert written.trouble() == ()


def test_the_bin_says_what_lies_in_it_the_last_first(written):
    written.bin.put("r1", MORNING)
    written.bin.put("r2", LATER)
    first, second = written.bin.entries()
    assert (first.id, first.title, first.binned_at) == ("r2", "", LATER)
    assert (second.title, second.form_title) == ("The late visit", "Daily pause")
    assert second.begun_at == MORNING
    assert second.days_left(MORNING + timedelta(days=9, hours=23)) == 21
    assert second.days_left(MORNING - timedelta(days=400)) == 30
    assert second.days_left(MORNING + timedelta(days=400)) == 0


def test_what_is_brought_back_is_as_it_was(written):
    before, listed = written.get("r1"), everything_listed(written)
    written.bin.put("r1", MORNING)
    assert written.versions.read("r1", 1) == before
    written.bin.take_back("r1", LATER)
    assert contents_kept(written) == set()  # the tables hold it again, and once is enough
    assert written.get("r1") == before
    assert everything_listed(written) == listed
    assert written.bin.entries() == ()
    assert written.trouble() == ()
    written.put(a_reflection("r1", "Going on."))
    assert [each.number for each in written.versions.outlines("r1")] == [2, 1]
    assert written.versions.read("r1", 1) == before


def test_it_outlives_closing_in_the_bin(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(with_everything())
    vault.bin.put("r1", MORNING)  # straight from typing, before its words are indexed
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.trouble() == ()
    assert [each.id for each in vault.bin.entries()] == ["r1"]
    vault.bin.take_back("r1", LATER)
    assert vault.get("r1") == with_everything()
    vault.close()


def test_an_open_editor_cannot_write_into_the_bin(written):
    reflection = written.get("r1")
    written.bin.put("r1", MORNING)
    for words in (reflection, a_reflection("r1", "typed on")):
        with pytest.raises(InBin):
            written.put(words)
        with pytest.raises(InBin):
            written.put_all([words])
    written.bin.empty(["r1"], LATER)
    for words in (reflection, a_reflection("r1", "typed on")):
        with pytest.raises(NoSuchReflection, match="deleted for good"):
            written.put(words)
    assert written.find(Search()).in_journal == 1


def test_what_is_gone_is_gone(written):
    written.bin.put("r1", MORNING)
    written.bin.empty(["r1"], LATER)
    for ask in (
        lambda: written.get("r1"),
        lambda: written.versions.read("r1", 1),
        lambda: written.versions.outlines("r1"),
        lambda: written.bin.take_back("r1", LATER),
        lambda: written.bin.empty(["r1"], LATER),
        lambda: written.bin.put("r1", LATER),
        lambda: written.keeping.hold("r1", "", LATER),
    ):
        with pytest.raises(NoSuchReflection):
            ask()
    assert written.bin.entries() == ()
    assert written.trouble() == ()


def test_only_what_lies_in_the_bin_can_be_emptied_and_then_all_of_it(written):
    written.bin.put("r1", MORNING)
    with pytest.raises(NoSuchReflection, match="not in the bin"):
        written.bin.empty(["r1", "r2"], LATER)
    assert [each.id for each in written.bin.entries()] == ["r1"]
    with pytest.raises(NoSuchReflection):
        written.bin.put("none", LATER)


def test_what_was_saved_last_is_not_recalled_from_the_bin(written):
    written.put(a_reflection("r2", "saved just now"))
    written.bin.put("r2", MORNING)
    with pytest.raises(NoSuchReflection):
        written.bin.put("r2", MORNING)
    written.bin.empty(["r2"], LATER)
    with pytest.raises(NoSuchReflection):
        written.versions.outlines("r2")
    assert written.trouble() == ()


def test_a_place_in_the_database_that_is_used_again_shows_nothing_old(written):
    written.bin.put("r2", MORNING)  # the last one: its id inside is free now
    written.put(a_reflection("r3", "A lantern.", minutes=20))
    assert [each.id for each in written.find(Search("kettle")).outlines] == ["r1"]
    assert [each.id for each in written.find(Search("lantern")).outlines] == ["r3"]
    written.bin.take_back("r2", LATER)
    assert [each.id for each in written.find(Search("kettle")).outlines] == ["r2", "r1"]
    assert written.trouble() == ()


# When it leaves the bin by itself.

BINNED = MORNING
DUE = BINNED + timedelta(days=30)


def write_on(vault, *days):
    for day in days:
        at = BINNED + timedelta(days=day)
        vault.put(a_reflection(f"later{day}", begun_at=at, changed_at=at))


def test_it_leaves_the_bin_after_thirty_days_of_use(written):
    written.bin.put("r1", BINNED)
    write_on(written, 5, 31, 33)
    assert written.bin.due(DUE - timedelta(seconds=1)) == ()
    assert written.bin.due(BINNED + timedelta(days=34)) == ("r1",)


@pytest.mark.parametrize("days", [(), (1,), (5, 29), (5, 29, 400)])
def test_a_clock_set_forward_empties_nothing(written, days):
    written.bin.put("r1", BINNED)
    write_on(written, *days)
    assert written.bin.due(BINNED + timedelta(days=400)) == ()


def test_days_of_a_wrong_clock_before_it_was_binned_do_not_count(written):
    write_on(written, 26_000, 26_001)
    written.bin.put("r1", BINNED)
    long_after = BINNED + timedelta(days=26_002)
    assert written.bin.due(long_after) == ()
    write_on(written, 33)
    assert written.bin.due(long_after) == ()
    write_on(written, 34)
    assert written.bin.due(long_after) == ("r1",)


def test_a_clock_set_back_empties_nothing(written):
    written.bin.put("r1", BINNED)
    write_on(written, 31, 33)
    assert written.bin.due(BINNED - timedelta(days=400)) == ()


def test_what_is_on_hold_never_leaves_by_itself(written):
    written.bin.put("r1", BINNED)
    written.keeping.hold("r1", "", BINNED)
    write_on(written, 31, 33)
    assert written.bin.due(BINNED + timedelta(days=400)) == ()


# No trace in the file.


def decrypted_pages(path, words):
    """Read every page with nothing of ours, those that are free included."""
    key, data = data_key_of(words), path.read_bytes()
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        secret, initial = page[: PAGE - RESERVED], page[PAGE - RESERVED :][:16]
        reader = Cipher(algorithms.AES(key), modes.CBC(initial)).decryptor()
        yield reader.update(secret[16 if start == 0 else 0 :]) + reader.finalize()


def traces(path, words, markers):
    """Give the markers that some page holds."""
    pages = list(decrypted_pages(path, words))
    assert any(b"CREATE TABLE reflection" in page for page in pages)
    return {marker for marker in markers if any(marker in page for page in pages)}


def marked(uid, round_, size):
    """Give a reflection that has a marker word in each of its parts."""
    words = " ".join(f"zqword{uid}x{round_}x{place} plain" for place in range(size))
    answers = {
        "what_happened": Answer(Prose(words)),
        "do": Answer(Actions((Action(f"zqaction {words[:40]}", "me"),))),
    }
    return a_reflection(
        uid, answers=answers, title=f"zqtitle {round_} " * (size % 7 + 1), themes=("zqtheme",)
    )


def plain(uid, round_, size):
    return a_reflection(uid, f"plain{round_} " * size, title="plain " * (size % 5))


def grown(vault, first, last):
    """Write marked reflections between plain ones, which grow and shrink and move in the file."""
    for round_ in range(4):
        for number in range(first, last):
            make = marked if number % 5 == 0 else plain
            vault.put(make(f"u{number}", round_, (number * 37 + round_ * 71) % 190 + 1))
        vault.find(Search("plain"))
    return [f"u{number}" for number in range(first, last) if number % 5 == 0]


def contents_kept(vault):
    rows = vault._database.rows("SELECT content FROM revision WHERE content IS NOT NULL")
    return {content for (content,) in rows}


MARKERS = {b"zqword", b"zqaction", b"zqtitle", b"zqtheme", "zqword".encode("utf-16-le")}


@pytest.mark.slow
def test_what_was_emptied_is_on_no_page_of_the_file(keeper, made):
    folder, words = made
    vault = keeper.open(folder, PASSPHRASE)
    uids = grown(vault, 0, 60)
    vault.close()
    path = folder / "journal.db"
    assert traces(path, words, MARKERS) == MARKERS - {"zqword".encode("utf-16-le")}
    vault = keeper.open(folder, PASSPHRASE)
    for uid in uids:
        vault.bin.put(uid, MORNING)
    compressed = contents_kept(vault)
    vault.bin.empty(uids, LATER)
    vault.bin.sweep(unwatched)
    gone = compressed - contents_kept(vault)
    assert len(gone) >= 4 * len(uids)
    slices = {content[at : at + 24] for content in gone for at in range(2, len(content) - 24, 24)}
    assert vault.trouble() == ()
    assert vault.find(Search("plain")).total == 48
    vault.close()
    assert traces(path, words, MARKERS | slices) == set()


def small(uid, word, chance):
    answers = {
        f"p{place}": Answer(Prose(f"{word} " + "river " * chance.randint(1, 40)))
        for place in range(chance.randint(1, 9))
    }
    themes = tuple(f"{word} theme {place}" for place in range(chance.randint(0, 5)))
    title = f"{word} title " * chance.randint(1, 8)
    return a_reflection(uid, answers=answers, themes=themes, title=title)


def moved_about(vault, seed):
    """Write small reflections of changing size in random order, so that SQLite divides pages."""
    chance = random.Random(seed)
    for _ in range(6):
        vault.put_all(
            [
                small(f"u{number}", "zqword" if number % 5 == 0 else "plain", chance)
                for number in chance.sample(range(120), 120)
            ]
        )
    return [f"u{number}" for number in range(0, 120, 5)]


@pytest.mark.slow
def test_copies_that_sqlite_left_in_the_middle_of_pages_are_swept_too(keeper, made):
    """Overwriting what is removed is not enough: rows that were moved before leave copies."""
    folder, words = made
    pristine = (folder / "journal.db").read_bytes()
    for seed in range(20):
        (folder / "journal.db").write_bytes(pristine)
        vault = keeper.open(folder, PASSPHRASE)
        uids = moved_about(vault, seed)
        for uid in uids:
            vault.bin.put(uid, MORNING)
        vault.bin.empty(uids, LATER)
        for index in ("word_index", "phrase_index"):
            vault._database.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        vault.close()
        left = traces(folder / "journal.db", words, MARKERS)
        vault = keeper.open(folder, PASSPHRASE)
        vault.bin.sweep(unwatched)
        vault.close()
        assert traces(folder / "journal.db", words, MARKERS) == set()
        if left:
            return
    pytest.fail("nothing was left to sweep in any trial: this test shows nothing any more")


def test_purged_versions_are_on_no_page_of_the_file(keeper, made):
    folder, words = made
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(marked("r1", 1, 150))
    vault.seal("r1")
    vault.put(plain("r1", 2, 9))
    (content,) = contents_kept(vault)
    vault.versions.purge("r1", LATER)
    vault.bin.sweep(unwatched)
    assert vault.trouble() == ()
    vault.close()
    slices = {content[at : at + 24] for at in range(2, len(content) - 24, 24)}
    assert traces(folder / "journal.db", words, MARKERS | slices) == set()


@pytest.mark.parametrize("pages", [1, 300])
def test_the_indexes_list_no_word_of_what_was_emptied(written, pages, monkeypatch):
    monkeypatch.setattr(sweeping, "_PAGES_AT_ONCE", pages)
    written.put(marked("r3", 1, 60))
    written.put_all([plain(f"p{number}", number, 190) for number in range(40)])
    written.find(Search("plain"))
    for index in ("word_index", "phrase_index"):
        # One part only: then there is nothing to merge it with but itself.
        written._database.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    written.bin.put("r3", MORNING)
    written.bin.empty(["r3"], LATER)
    written.bin.sweep(unwatched)
    for index in ("word_index", "phrase_index"):
        blocks = written._database.rows(f"SELECT block FROM {index}_data")
        assert not any(b"zq" in block for (block,) in blocks)
    assert written.find(Search("kettle")).total == 2


def test_sweeping_that_was_stopped_is_noted_and_done_the_next_time(keeper, made):
    folder, words = made

    def stop(share):
        if share > 0.3:
            raise Cancelled

    vault = keeper.open(folder, PASSPHRASE)
    vault.put(marked("r1", 1, 150))
    vault.bin.put("r1", MORNING)
    vault.bin.empty(["r1"], LATER)
    with pytest.raises(Cancelled):
        vault.bin.sweep(stop)
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.bin.is_unswept()
    shares = []
    vault.bin.sweep(shares.append)
    assert not vault.bin.is_unswept()
    assert shares == sorted(shares)
    assert shares[-1] == 1
    vault.close()
    assert traces(folder / "journal.db", words, MARKERS) == set()


def test_the_record_of_changes_keeps_its_hashes_whole(written):
    rows = "SELECT seq, reflection_uid, number, made_at, saves, content_hash, chain FROM revision"
    before = written._database.rows(f"{rows} WHERE reflection_uid = 'r1'")
    written.bin.put("r1", MORNING)
    ((content,),) = written._database.rows(
        "SELECT content FROM revision WHERE reflection_uid = 'r1'"
    )
    assert hashlib.sha256(zlib.decompress(content)).digest() == before[0][5]
    written.bin.empty(["r1"], LATER)
    written.bin.sweep(unwatched)
    assert written._database.rows(f"{rows} WHERE reflection_uid = 'r1'") == before
    assert list(written._revisions.breaks()) == []
