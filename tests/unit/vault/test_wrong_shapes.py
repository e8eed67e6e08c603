"""What the tables hold may be of another shape than was stored: it is damage, not a bug."""

import contextlib

import pytest

from app.domain.answer import Action, Actions, Answer, Prose
from app.domain.errors import JournalDamaged
from app.domain.finding import Search
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection


@pytest.fixture
def written(keeper, folder):
    """One reflection with an action, then one that only fills the journal; all indexed.

    It is opened anew, for what was just saved is recalled and not read.
    """
    with contextlib.closing(keeper.open(folder, PASSPHRASE)) as vault:
        fill(vault)
    with contextlib.closing(keeper.open(folder, PASSPHRASE)) as vault:
        yield vault


def fill(vault):
    answers = {"p": Answer(Prose("The kettle.")), "do": Answer(Actions((Action("Ring"),)))}
    vault.put(a_reflection("r1", answers=answers, themes=("Trust",)))
    vault.put(a_reflection("r2", minutes=1))
    vault.keep_form(a_form())
    vault.find(Search("kettle"))


QUESTIONS = {
    "get": lambda vault: vault.get("r1"),
    "put": lambda vault: vault.put(a_reflection("r1", "New.", minutes=9)),
    "find": lambda vault: vault.find(Search("ring")),
    "actions": lambda vault: vault.open_actions(9),
    "form": lambda vault: vault.form("daily_pause", 1),
    "head": lambda vault: vault.head(),
}
CASES = [
    ("UPDATE reflection SET title = x'00' WHERE id = 1", ("get", "put", "find", "actions")),
    ("UPDATE reflection SET form_version = 'x' WHERE id = 1", ("get", "put", "find")),
    ("UPDATE answer SET sharing = 'x' WHERE id = 1", ("get", "put", "find")),
    ("UPDATE answer SET kind = 'smell' WHERE id = 1", ("get", "put", "find")),
    ("UPDATE answer SET value = x'00' WHERE id = 1", ("get", "put", "find")),
    ("UPDATE answer SET value = '{' WHERE id = 1", ("get", "put", "find")),
    ("UPDATE answer SET value = '[7]' WHERE id = 2", ("get", "put", "find", "actions")),
    (f"UPDATE answer SET value = '{'[' * 99_999}' WHERE id = 2", ("get", "put", "find")),
    ("UPDATE theme SET name = x'00'", ("get", "put", "find")),
    ("UPDATE open_action SET position = 7", ("actions",)),
    ("UPDATE open_action SET position = -1", ("actions",)),
    ("UPDATE open_action SET position = 'x'", ("actions",)),
    ("UPDATE open_action SET prompt = 'gone'", ("actions",)),
    ("INSERT INTO open_action VALUES (99, 'do', 0, NULL)", ("actions",)),
    ("UPDATE form SET definition = '[]'", ("form",)),
    ('UPDATE form SET definition = \'{"sections": [{"prompts": [7]}]}\'', ("form",)),
    (f"UPDATE form SET definition = '{'[' * 99_999}'", ("form",)),
    ("UPDATE revision SET chain = 'x' WHERE seq = 2", ("head", "put")),
    ("UPDATE revision SET chain = 10000000000000 WHERE seq = 2", ("head", "put")),
    ("UPDATE revision SET saves = 'x' WHERE seq = 2", ("head", "put")),
    ("UPDATE revision SET content_hash = 'x' WHERE seq = 1", ("put",)),
    ("UPDATE revision SET number = 2 WHERE seq = 1", ("put",)),
]


@pytest.mark.parametrize(
    ("change", "question"), [(change, name) for change, names in CASES for name in names]
)
def test_a_wrong_shape_is_told_as_damage(written, change, question):
    written._database.run("PRAGMA foreign_keys = OFF")
    written._database.run(change)
    with pytest.raises(JournalDamaged):
        QUESTIONS[question](written)


@pytest.mark.parametrize("change", [change for change, _ in CASES if "form SET" not in change])
def test_the_check_tells_of_a_wrong_shape_and_does_not_fail(written, change):
    written._database.run("PRAGMA foreign_keys = OFF")
    written._database.run(change)
    assert written.trouble()


def put_in_index(index, words):
    return f"INSERT OR REPLACE INTO {index} (rowid, words) VALUES (1, '{words}')"


@pytest.mark.parametrize("index", ["word_index", "phrase_index"])
@pytest.mark.parametrize("words", ["the trust ring", "The kettle and Ring Trust", "Ring kettle"])
def test_the_check_compares_the_index_word_by_word(written, index, words):
    assert written.trouble() == ()
    written._database.run(put_in_index(index, words))
    assert any("search may miss" in sentence for sentence in written.trouble())
    # A second check has nothing left over from the first.
    assert any("search may miss" in sentence for sentence in written.trouble())


def test_the_check_is_content_while_words_wait_to_be_indexed(written):
    written.put(a_reflection("r2", "Other words now.", minutes=2))
    assert written.trouble() == ()
    assert written.find(Search("kettle")).total == 1
    assert written.trouble() == ()
