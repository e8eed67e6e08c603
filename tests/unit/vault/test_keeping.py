"""Review dates and holds; a hold is refused by the vault, whoever asks."""

from datetime import date, timedelta

import pytest

from app.domain.errors import JournalDamaged, NoSuchReflection, OnHold
from app.domain.finding import Search
from app.domain.retention import Keeping
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection

LATER = MORNING + timedelta(days=3)
DAY = date(2026, 6, 1)


@pytest.fixture
def written(vault):
    vault.keep_form(a_form())
    for number in (1, 2, 3):
        vault.put(a_reflection(f"r{number}", f"word{number}", title=f"Title {number}"))
        vault.seal(f"r{number}")
    return vault


def test_nothing_is_decided_at_first(written):
    assert written.keeping.of("r1") == Keeping()
    assert written.keeping.reviews(date.max) == ()


def test_review_dates_come_when_they_are_due_the_earliest_first(written):
    written.keeping.set_review_date("r1", DAY, MORNING)
    written.keeping.set_review_date("r2", DAY - timedelta(days=9), MORNING)
    written.keeping.set_review_date("r3", DAY + timedelta(days=1), MORNING)
    due = written.keeping.reviews(DAY)
    assert [(each.id, each.title, each.form_title) for each in due] == [
        ("r2", "Title 2", "Daily pause"),
        ("r1", "Title 1", "Daily pause"),
    ]
    written.keeping.set_review_date("r2", None, MORNING)
    assert [each.id for each in written.keeping.reviews(DAY)] == ["r1"]


def test_a_review_date_changes_no_word_and_makes_no_version(written):
    before = written.get("r1")
    written.keeping.set_review_date("r1", DAY, MORNING)
    assert written.get("r1") == before
    assert written.version_count("r1") == 1


def test_what_is_decided_is_there_when_the_journal_opens_again(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection())
    vault.keeping.set_review_date("r1", DAY, MORNING)
    vault.keeping.hold("r1", "Records have been requested – café 😀", MORNING)
    decided = vault.keeping.of("r1")
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    assert vault.keeping.of("r1") == decided
    assert decided == Keeping(
        review_on=DAY, held_since=MORNING, held_because="Records have been requested – café 😀"
    )
    assert vault.trouble() == ()
    vault.close()


ACTS = {
    "a change": lambda vault: vault.put(a_reflection("r1", "other")),
    "a change among others": lambda vault: vault.put_all(
        [a_reflection("r2", "other"), a_reflection("r1", "other")]
    ),
    "its deletion": lambda vault: vault.bin.put("r1", LATER),
    "purging its old versions": lambda vault: vault.versions.purge("r1", LATER),
}


@pytest.mark.parametrize("act", ACTS)
def test_a_hold_refuses(written, act):
    written.put(a_reflection("r1", "a second version"))
    written.keeping.hold("r1", "", MORNING)
    before = written.get("r1"), written.get("r2"), written.head()
    with pytest.raises(OnHold, match="on hold"):
        ACTS[act](written)
    assert (written.get("r1"), written.get("r2"), written.head()) == before
    assert written.versions.read("r1", 1).answers["what_happened"].value.text == "word1"
    written.keeping.release("r1", LATER)
    ACTS[act](written)
    assert written.trouble() == ()


def test_a_hold_refuses_emptying_the_bin(written):
    written.bin.put("r1", MORNING)
    written.bin.put("r2", MORNING)
    written.keeping.hold("r1", "records have been requested", MORNING)
    with pytest.raises(OnHold):
        written.bin.empty(["r2", "r1"], LATER)
    assert {each.id: each.is_held for each in written.bin.entries()} == {"r1": True, "r2": False}
    written.bin.take_back("r1", LATER)
    assert written.get("r1").title == "Title 1"
    assert written.keeping.of("r1").is_held
    assert written.trouble() == ()


def test_a_hold_refuses_the_words_being_typed_when_it_was_set(written):
    written.put(a_reflection("r1", "being typed"))
    written.keeping.hold("r1", "", MORNING)
    with pytest.raises(OnHold):
        written.put(a_reflection("r1", "being typed on"))
    assert written.get("r1").answers["what_happened"].value.text == "being typed"


def test_saving_what_is_there_already_is_no_change(written):
    written.keeping.hold("r1", "", MORNING)
    written.put(written.get("r1"))


def test_a_second_hold_keeps_the_first_day_and_takes_the_new_reason(written):
    written.keeping.hold("r1", "one", MORNING)
    written.keeping.hold("r1", "two", LATER)
    kept = written.keeping.of("r1")
    assert (kept.held_since, kept.held_because) == (MORNING, "two")


def test_a_hold_of_one_leaves_the_others_free(written):
    written.keeping.hold("r1", "", MORNING)
    written.put(a_reflection("r2", "other"))
    written.bin.put("r3", LATER)
    assert written.trouble() == ()


@pytest.mark.parametrize(
    "decide",
    [
        lambda keeping: keeping.hold("none", "", MORNING),
        lambda keeping: keeping.release("none", MORNING),
        lambda keeping: keeping.set_review_date("none", DAY, MORNING),
    ],
)
def test_nothing_is_decided_about_what_is_not_there(written, decide):
    with pytest.raises(NoSuchReflection):
        decide(written.keeping)


def test_each_decision_moves_the_head_and_the_same_one_again_does_not(written):
    heads = [written.head().chain]
    for decide in (
        lambda: written.keeping.set_review_date("r1", DAY, MORNING),
        lambda: written.keeping.hold("r1", "why", MORNING),
        lambda: written.keeping.release("r1", LATER),
        lambda: written.bin.put("r1", LATER),
        lambda: written.bin.take_back("r1", LATER),
        lambda: written.bin.put("r1", LATER),
        lambda: written.bin.empty(["r1"], LATER),
    ):
        decide()
        heads.append(written.head().chain)
    assert len(set(heads)) == 8
    written.keeping.set_review_date("r2", None, LATER)
    assert written.head().chain == heads[-1]
    assert written.trouble() == ()


TAMPERING = {
    "a hold undone": "UPDATE keeping SET held_since = '', held_because = ''"
    " WHERE reflection_uid = 'r1'",
    "another reason": "UPDATE keeping SET held_because = 'other' WHERE reflection_uid = 'r1'",
    "another day": "UPDATE keeping SET review_on = '2030-01-01' WHERE reflection_uid = 'r1'",
    "a decision lost": "DELETE FROM keeping WHERE reflection_uid = 'r1'",
    "taken out of the bin": "UPDATE keeping SET binned_at = '' WHERE reflection_uid = 'r2'",
    "the bin's words lost": "UPDATE revision SET content = NULL WHERE reflection_uid = 'r2'",
    "put back behind our back": "INSERT INTO reflection VALUES (9, 'r2', 'f', 1, '', '', NULL, "
    "'2020-01-01T00:00:00.000000Z', '2020-01-01T00:00:00.000000Z', NULL)",
    "words of what is gone": "UPDATE revision SET content = x'00' WHERE reflection_uid = 'r3'",
    "the record of a decision lost": "DELETE FROM revision WHERE reflection_uid = 'keeping of r1'",
    "a decision slipped in": "INSERT INTO keeping VALUES ('r9', '', '', '', '', '', 0)",
}


@pytest.mark.parametrize("kind", TAMPERING)
def test_whatever_is_changed_behind_our_back_is_noticed(written, kind):
    written.keeping.set_review_date("r1", DAY, MORNING)
    written.keeping.hold("r1", "why", MORNING)
    written.bin.put("r2", MORNING)
    written.bin.put("r3", MORNING)
    written.bin.empty(["r3"], LATER)
    assert written.trouble() == ()
    written._database.run(TAMPERING[kind])
    assert written.trouble()


def decided(vault):
    try:
        binned = tuple(each.id for each in vault.bin.entries())
        return vault.keeping.all(), binned, vault.find(Search()).in_journal
    except JournalDamaged:
        return None


def test_an_older_page_undoes_no_decision_unnoticed(keeper, folder):
    """SQLCipher accepts an older page of the same file: only the record of changes notices."""
    path, states = folder / "journal.db", []
    vault = keeper.open(folder, PASSPHRASE)
    for number in range(30):
        vault.put(a_reflection(f"r{number}", f"word{number} " * 90, minutes=number))
    vault.close()
    for decide in (
        lambda vault: vault.keeping.set_review_date("r1", DAY, MORNING),
        lambda vault: (vault.keeping.hold("r2", "why", MORNING), vault.bin.put("r3", MORNING)),
    ):
        vault = keeper.open(folder, PASSPHRASE)
        decide(vault)
        expected = decided(vault)
        vault.close()
        states.append(path.read_bytes())
    old, new = states
    noticed = 0
    for start in range(4096, min(map(len, states)), 4096):
        page = slice(start, start + 4096)
        if old[page] != new[page]:
            path.write_bytes(new[:start] + old[page] + new[start + 4096 :])
            vault = keeper.open(folder, PASSPHRASE)
            is_told = bool(vault.trouble())
            noticed += is_told
            assert is_told or decided(vault) == expected
            vault._database.close()
    assert noticed > 3
