import hashlib
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import Answer, Prose
from app.domain.errors import JournalDamaged
from app.vault import recipe
from app.vault.recovery_words import data_key_of
from app.vault.reflection_record import record_of
from tests.unit.vault.samples import PASSPHRASE, a_reflection, every_kind


def revisions(vault):
    return vault._database.rows("SELECT * FROM revision ORDER BY seq")


def change_behind(vault, statement, *values):
    vault._database.run(statement, values)


def test_an_empty_record_ends_at_the_vaults_own_beginning(vault):
    head = vault.head()
    identity = vault._database.row("SELECT id FROM vault")[0]
    assert (head.seq, head.saves) == (0, 0)
    assert head.chain == hashlib.sha256(identity.encode()).hexdigest()


def test_writing_one_reflection_is_one_version_with_many_saves(vault):
    for minute in range(5):
        vault.put(a_reflection(text=f"word {minute}", minutes=minute))
    assert vault.version_count("r1") == 1
    assert (vault.head().seq, vault.head().saves) == (1, 5)


def test_sealing_begins_a_new_version_with_the_next_change(vault):
    vault.put(a_reflection(text="one"))
    vault.seal("r1")
    vault.seal("none")
    assert vault.version_count("r1") == 1
    vault.put(a_reflection(text="two"))
    vault.put(a_reflection(text="three"))
    assert vault.version_count("r1") == 2
    assert (vault.head().seq, vault.head().saves) == (2, 3)


def test_saving_another_closes_the_version(vault):
    vault.put(a_reflection("r1", "one"))
    vault.put(a_reflection("r2", "one"))
    vault.put(a_reflection("r1", "two"))
    assert (vault.version_count("r1"), vault.version_count("r2")) == (2, 1)
    assert vault.trouble() == ()


def test_opening_again_begins_a_new_version(keeper, folder):
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection(text="one"))
    vault.close()
    vault = keeper.open(folder, PASSPHRASE)
    vault.put(a_reflection(text="two"))
    assert vault.version_count("r1") == 2
    assert vault.trouble() == ()
    vault.close()


def test_a_replaced_version_keeps_its_whole_content(vault):
    vault.put(a_reflection(text="The first words", themes=("Trust",)))
    vault.seal("r1")
    vault.put(a_reflection(text="The second words"))
    first, second = revisions(vault)
    content = zlib.decompress(first[5])
    assert hashlib.sha256(content).digest() == first[6]
    kept = json.loads(content)
    assert kept["answers"][0]["value"] == "The first words"
    assert kept["themes"] == ["Trust"]
    assert second[5] is None


def test_the_chain_is_what_its_description_says(vault):
    for minute in range(3):
        vault.put(a_reflection(text=f"word {minute}", minutes=minute))
        vault.seal("r1")
    identity = vault._database.row("SELECT id FROM vault")[0]
    before = hashlib.sha256(identity.encode()).hexdigest()
    for seq, uid, number, made_at, saves, _, content_hash, chain in revisions(vault):
        bound = [before, seq, uid, number, made_at, saves, content_hash.hex()]
        before = hashlib.sha256(json.dumps(bound).encode()).hexdigest()
        assert chain.hex() == before
    assert vault.head().chain == before


def test_each_put_moves_the_head(vault):
    heads = {vault.head().chain}
    for minute in range(4):
        vault.put(a_reflection(text=f"word {minute}"))
        heads.add(vault.head().chain)
    vault.put(a_reflection(text="word 0"))
    heads.add(vault.head().chain)
    assert len(heads) == 6


@pytest.fixture
def written(vault):
    for number in range(3):
        vault.put(a_reflection(f"r{number}", f"word {number}"))
        vault.seal(f"r{number}")
        vault.put(a_reflection(f"r{number}", f"later word {number}", title="A name"))
    assert vault.trouble() == ()
    return vault


TAMPERING = {
    "an answer": "UPDATE answer SET value = '\"other\"' WHERE id = 1",
    "a sharing": "UPDATE answer SET sharing = 3 WHERE id = 1",
    "a title": "UPDATE reflection SET title = 'other' WHERE id = 2",
    "a moment": "UPDATE reflection SET changed_at = begun_at || '' , begun_at = "
    "'2020-01-01T00:00:00.000000Z' WHERE id = 2",
    "a theme": "INSERT INTO theme VALUES (1, 0, 'Trust')",
    "a lost answer": "DELETE FROM answer WHERE id = 2",
    "a lost reflection": "DELETE FROM reflection WHERE id = 2",
    "a lost version": "DELETE FROM revision WHERE seq = 3",
    "the last version lost": "DELETE FROM revision WHERE seq = 6",
    "a version's content": "UPDATE revision SET content = x'00' WHERE seq = 1",
    "a version's time": "UPDATE revision SET made_at = 'x' WHERE seq = 2",
    "a version's saves": "UPDATE revision SET saves = saves + 1 WHERE seq = 6",
    "a version's hash": "UPDATE revision SET content_hash = x'00' WHERE seq = 2",
    "a version's owner": "UPDATE revision SET reflection_uid = 'other' WHERE seq = 1",
    "a reflection slipped in": "INSERT INTO reflection VALUES (9, 'r9', 'f', 1, '', '', NULL, "
    "'2020-01-01T00:00:00.000000Z', '2020-01-01T00:00:00.000000Z', NULL)",
    "an action slipped in": "INSERT INTO open_action VALUES (1, 'p', 0, NULL)",
    "a lost index row": "DELETE FROM word_index WHERE rowid = 1",
    "a lost phrase row": "DELETE FROM phrase_index WHERE rowid = 1",
}


@pytest.mark.parametrize("kind", TAMPERING)
def test_whatever_is_changed_behind_our_back_is_noticed(written, kind):
    change_behind(written, TAMPERING[kind])
    troubles = written.trouble()
    assert troubles
    assert all(sentence.endswith(".") and "A name" not in sentence for sentence in troubles)


def test_purged_contents_leave_the_chain_whole(written):
    head = written.head()
    change_behind(written, "UPDATE revision SET content = NULL")
    assert written.trouble() == ()
    assert written.head() == head


@pytest.fixture
def two_states(keeper, folder):
    """A journal before and after its only reflection was written anew, and that reflection."""
    path = folder / "journal.db"
    text = "A long walk home. " * 150
    states = []
    for change in (str, str.upper):
        reflection = a_reflection(
            answers={f"p{n}": Answer(Prose(change(f"{n} {text}"))) for n in range(12)}
        )
        vault = keeper.open(folder, PASSPHRASE)
        vault.put(reflection)
        vault.close()
        states.append(path.read_bytes())
    return *states, reflection


@pytest.mark.slow
def test_an_older_page_put_back_is_noticed(keeper, made, two_states):
    """SQLCipher accepts an older page of the same file: only the record of changes notices."""
    (folder, words), (old, new, reflection) = made, two_states
    path = folder / "journal.db"
    accepted_by_sqlcipher = 0
    for start in range(4096, len(old), 4096):
        page = slice(start, start + 4096)
        if old[page] != new[page]:
            path.write_bytes(new[:start] + old[page] + new[start + 4096 :])
            accepted_by_sqlcipher += accepts(path, words)
            vault = keeper.open(folder, PASSPHRASE)
            assert vault.trouble() or read_safely(vault) == reflection
            vault._database.close()
    assert accepted_by_sqlcipher > 3


def accepts(path, words):
    raw = recipe.keyed(path, data_key_of(words), path.read_bytes()[:16])
    try:
        return not raw.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        raw.close()


def read_safely(vault):
    try:
        return vault.get("r1")
    except JournalDamaged:
        return None


@given(
    st.text(st.characters(codec="utf-8")), st.sampled_from(["Trust", "a “b”\\", "\x00\x7f\u2028"])
)
def test_what_is_hashed_is_the_same_text_for_ever(text, theme):
    """Later readers of the record need nothing but Python's own json to verify it."""
    reflection = a_reflection(
        title=text, themes=(theme,), answers={**every_kind(), text: Answer(Prose(text))}
    )
    canonical = record_of(reflection).canonical()
    again = json.dumps(
        json.loads(canonical), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    assert canonical == again.encode()
