"""Damage is never shown as a person's words, and nothing she wrote lies about unencrypted."""

import contextlib
import random

import pytest

from app.domain.answer import Answer, Prose
from app.domain.errors import JournalDamaged
from app.domain.finding import Search
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection, cheap_keeper

MARKER = "zanzibarmarmalade"


@pytest.fixture
def written(tmp_path):
    folder = tmp_path / "journal"
    vault, _ = cheap_keeper().create(folder, PASSPHRASE)
    whole = {}
    for number in range(40):
        reflection = a_reflection(
            f"r{number}", f"{MARKER} {number} " + "walk " * 300, minutes=number, themes=("Trust",)
        )
        vault.put(reflection)
        whole[reflection.id] = reflection
    vault.close()
    return folder, whole


@pytest.mark.slow
def test_a_flipped_byte_is_noticed_or_does_no_harm(written):
    folder, whole = written
    path = folder / "journal.db"
    data = path.read_bytes()
    chance, outcomes = random.Random(11), {"refused": 0, "noticed": 0}
    for _ in range(150):
        place = chance.randrange(len(data))
        changed = bytearray(data)
        changed[place] ^= chance.randrange(1, 256)
        path.write_bytes(changed)
        try:
            vault = cheap_keeper().open(folder, PASSPHRASE)
        except JournalDamaged:
            outcomes["refused"] += 1
            continue
        # The salt heals at opening; any other byte is in a page that the check names.
        assert vault.trouble() or place < 16
        outcomes["noticed"] += 1
        assert wrong_words(vault, whole) == []
        vault._database.close()
    assert outcomes["noticed"] > 50
    path.write_bytes(data)


def wrong_words(vault, whole):
    wrong = []
    for uid, reflection in whole.items():
        try:
            if vault.get(uid) != reflection:
                wrong.append(uid)
        except JournalDamaged:
            continue
    with contextlib.suppress(JournalDamaged):
        wrong += [each.id for each in vault.reflections(Search(MARKER)) if whole[each.id] != each]
    return wrong


def test_a_file_cut_between_two_pages_is_noticed(written):
    folder, _ = written
    path = folder / "journal.db"
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 4096 // 2 * 4096])
    try:
        vault = cheap_keeper().open(folder, PASSPHRASE)
    except JournalDamaged:
        return
    assert vault.trouble()
    vault._database.close()


def traces_of(marker):
    for form in (marker, marker.upper(), marker.title()):
        yield form.encode()
        yield form.encode("utf-16-le")


def test_nothing_that_was_written_lies_in_the_folder_unencrypted(tmp_path):
    folder = tmp_path / "journal"
    vault, words = cheap_keeper().create(folder, PASSPHRASE)
    vault.keep_form(a_form(title=MARKER))
    vault.set_preference(MARKER, MARKER)
    seen = {}
    for number in range(30):
        vault.put(
            a_reflection(
                f"{MARKER}{number % 3}",
                title=MARKER,
                themes=(MARKER,),
                minutes=number,
                answers={MARKER: Answer(Prose(f"{MARKER} {number} " * 200))},
            )
        )
        seen.update({path.name: path.read_bytes() for path in folder.iterdir()})
        vault.find(Search(MARKER))
    vault.close()
    seen |= {f"closed {path.name}": path.read_bytes() for path in folder.iterdir()}
    secrets = [*traces_of(MARKER), PASSPHRASE.encode(), " ".join(words[:2]).encode()]
    found = [name for name, data in seen.items() if any(secret in data for secret in secrets)]
    assert found == []
    assert len(seen["closed journal.db"]) > 100_000
