"""The check says what is damaged in the person's own words, and what to do about it."""

import pytest

from app.domain.errors import (
    Cancelled,
    JournalDamaged,
    JournalInUse,
    WrongPassphrase,
)
from app.domain.finding import Search
from app.domain.progress import unwatched
from app.domain.repair import CheckReport, NextStep, Trouble
from app.domain.secret import Passphrase
from app.vault.open_journals import OpenJournals
from app.vault.salvage import Salvage
from tests.unit.vault.broken_pages import break_pages, break_table, owners
from tests.unit.vault.other_process import opened_elsewhere
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection

LONG = "kettle " + "walk " * 600


@pytest.fixture
def written(folder, keeper):
    vault = keeper.open(folder, PASSPHRASE)
    vault.keep_form(a_form())
    vault.put_all([a_reflection(f"r{number}", LONG, minutes=number) for number in range(12)])
    vault.put_all([a_reflection(f"r{number}", LONG + "2", minutes=number) for number in range(12)])
    vault.close()
    return folder


@pytest.fixture
def opened(keeper):
    vaults = []

    def open_(folder):
        vaults.append(keeper.open(folder, PASSPHRASE))
        return vaults[-1]

    yield open_
    for vault in vaults:
        vault._database.close()


def test_a_whole_journal_has_no_trouble_and_nothing_to_do(written, opened):
    report = opened(written).check(unwatched)
    assert report == CheckReport()
    assert (report.is_whole, report.next_steps) == (True, ())


def test_damaged_reflections_are_named_by_moment_and_form_never_by_words(written, opened):
    break_pages(written, *owners(written)["answer"][3:5])
    report = opened(written).check(unwatched)
    assert 1 <= len(report.troubles) <= 2
    for sentence in report.sentences:
        assert sentence.startswith("The reflection begun on 2 March 2026 at ")
        assert "(Daily pause) is damaged. An earlier version reads." in sentence
        assert "kettle" not in sentence
    assert report.steps == (NextStep.SALVAGE,)
    assert "snapshot" in report.next_steps[0]


def test_many_damaged_reflections_are_counted(folder, keeper, opened):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put_all([a_reflection(f"r{number}", minutes=number) for number in range(30)])
    vault.close()
    break_table(folder, "answer")
    sentences = opened(folder).check(unwatched).sentences
    assert len(sentences) == 22
    assert "10 more reflections are damaged." in sentences


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("word_index_data", "Only lists that can be made anew are damaged"),
        ("phrase_index_data", "Of 12 reflections every word reads."),
        ("reflection_begun", "Only lists that can be made anew are damaged"),
        ("revision", "Part of the record of changes is damaged"),
        ("form", "The wording of a form is damaged"),
    ],
)
def test_what_is_damaged_beside_the_reflections_is_told_as_such(written, opened, table, words):
    break_table(written, table)
    report = opened(written).check(unwatched)
    assert any(words in sentence for sentence in report.sentences)
    assert not any("reflection begun" in sentence for sentence in report.sentences)
    assert report.steps == (NextStep.SALVAGE,)


def test_damaged_decisions_are_told(written, opened, keeper):
    from datetime import UTC, datetime

    vault = keeper.open(written, PASSPHRASE)
    vault.keeping.hold("r1", "asked for", datetime(2026, 3, 4, tzinfo=UTC))
    vault.close()
    break_table(written, "keeping")
    sentences = opened(written).check(unwatched).sentences
    assert any("holds, review dates or the bin" in sentence for sentence in sentences)


def test_a_file_that_is_cut_names_what_is_gone(written, opened):
    path = written / "journal.db"
    pages = owners(written)
    data = path.read_bytes()
    path.write_bytes(data[: (min(pages["answer"][-4:]) - 1) * 4096])
    with pytest.raises(JournalDamaged, match="it is not the passphrase"):
        opened(written)
    salvage, shares = Salvage(OpenJournals(), floor_checked=False), []
    report = salvage.damage(written, Passphrase(PASSPHRASE), shares.append)
    assert any("(Daily pause) is damaged" in sentence for sentence in report.sentences)
    assert report.steps == (NextStep.SALVAGE,)
    assert shares[-1] == 1
    with pytest.raises(WrongPassphrase):
        salvage.damage(written, Passphrase("another"), unwatched)
    assert [each.name for each in written.parent.iterdir()] == [written.name]


def test_words_missing_from_the_index_are_put_back_in_place(written, opened):
    vault = opened(written)
    vault._database.run("DELETE FROM word_index WHERE rowid < 5")
    vault._database.run("DELETE FROM phrase_index WHERE rowid = 7")
    vault._database.run("INSERT INTO open_action VALUES (1, 'stale', 0, NULL)")
    assert vault.find(Search("kettle")).total == 8
    report = vault.check(unwatched)
    assert report.steps == (NextStep.REBUILD_INDEX,)
    assert "The writing itself is whole." in report.sentences[0]
    shares = []
    vault.rebuild_index(shares.append)
    assert shares[-1] == 1
    assert vault.check(unwatched).is_whole
    assert vault.find(Search("kettle")).total == 12
    assert vault.get("r3") == a_reflection("r3", LONG + "2", minutes=3)


def test_a_rebuild_takes_what_waits_to_be_indexed(written, opened):
    vault = opened(written)
    vault.put(a_reflection("new", "zanzibar", minutes=99))
    vault.rebuild_index(unwatched)
    assert vault._database.rows("SELECT * FROM unindexed") == []
    assert vault.find(Search("zanzibar")).total == 1
    vault.put(a_reflection("new", "timbuktu", minutes=99))
    assert vault.find(Search("timbuktu")).total == 1


def test_a_rebuild_that_is_stopped_or_meets_damage_changes_nothing(written, opened):
    def stop(_share):
        raise Cancelled

    vault = opened(written)
    with pytest.raises(Cancelled):
        vault.rebuild_index(stop)
    assert vault.check(unwatched).is_whole
    vault.close()
    break_table(written, "word_index_data")
    data = (written / "journal.db").read_bytes()
    vault = opened(written)
    with pytest.raises(JournalDamaged):
        vault.rebuild_index(unwatched)
    vault._database.close()
    assert (written / "journal.db").read_bytes() == data


@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_check_tells_how_far_it_is_and_can_be_stopped(written, opened, is_damaged):
    if is_damaged:
        break_table(written, "reflection_begun")
    vault, shares = opened(written), []
    vault.check(shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1

    def stop(share):
        if share > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        vault.check(stop)


def test_the_journal_stays_locked_while_and_after_its_pages_are_read(written, opened):
    break_table(written, "reflection_begun")
    vault = opened(written)
    assert vault.check(unwatched).troubles
    assert opened_elsewhere(written) == JournalInUse.__name__


def test_salvage_makes_a_rebuild_needless():
    report = CheckReport((Trouble("a", NextStep.REBUILD_INDEX), Trouble("b", NextStep.SALVAGE)))
    assert report.steps == (NextStep.SALVAGE,)
