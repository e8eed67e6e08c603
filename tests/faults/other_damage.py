"""Random damage to what lies beside journal.db: its rollback journal, a planted log, the keys."""

import random
import shutil
import struct

from app.domain.errors import (
    AppError,
    JournalDamaged,
    JournalTooNew,
    NoSuchReflection,
    RetiredPassphrase,
)
from app.domain.finding import Search
from app.domain.secret import Passphrase
from app.vault import key_file
from tests.faults import damage
from tests.faults.attacks import Result, reason_of
from tests.faults.file_calls import PageLimit, end_of
from tests.unit.vault.keyring import keeper_and_changes
from tests.unit.vault.samples import PASSPHRASE, a_reflection, cheap_keeper

PAGE = 4096
NEW_PASSPHRASE = "nine grey herons on the weir"


def _cut(data, _older, chance):
    return data[: chance.randrange(len(data))]


def _swap(data, _older, chance):
    size = min(512, len(data) // 4)
    one = chance.randrange(len(data) // 2 - size)
    other = chance.randrange(len(data) // 2, len(data) - size)
    swapped = damage._put(data, one, data[other : other + size])
    return damage._put(swapped, other, data[one : one + size])


def _zeros(data, _older, chance):
    size = min(512, len(data) // 4)
    return damage._put(data, chance.randrange(len(data) - size), bytes(size))


def _rubbish(data, _older, chance):
    size = chance.choice((1, 4, 16, min(512, len(data) // 4)))
    return damage._put(data, chance.randrange(len(data) - size), chance.randbytes(size))


def _emptied(_data, _older, _chance):
    return b""


def _older(_data, older, _chance):
    return older


_KINDS = (damage.flip, damage.five_flips, damage.append, _cut, _swap, _zeros, _rubbish, _older)


def rollback_damage(folder, trials, seed):
    """Damage the rollback journal that a killed save left: undone wholly, or told."""
    result, chance = Result(), random.Random(seed)
    journal, before, older = _half_written(folder, chance)
    kept = {name: (journal / name).read_bytes() for name in ("journal.db", "journal.db-journal")}
    kinds = (*_KINDS, _emptied)
    for number in range(trials):
        kind = kinds[number % len(kinds)]
        (journal / "journal.db").write_bytes(kept["journal.db"])
        data = kept["journal.db-journal"]
        if number >= len(kinds):  # the first of each part is whole: it must be undone
            data = kind(data, older, chance)
        (journal / "journal.db-journal").write_bytes(data)
        result.trials += 1
        try:
            told = _told_of(journal, before)
        except Exception as error:
            told = f"failed: {reason_of(error)}"
        if told.startswith("failed") or (number < len(kinds) and told != "undone wholly"):
            result.fail(f"rollback journal, {kind.__name__}, seed {seed}, {number}: {told}")
        else:
            result.figures[f"rollback journal {told}"] += 1
    return result


def _half_written(folder, chance):
    """Leave a journal killed in the middle of writing its pages; give what was in it before."""
    journal = folder / "journal"
    vault, _ = cheap_keeper().create(journal, PASSPHRASE)
    texts = (chance.randbytes(2000).hex() for _ in range(25))
    vault.put_all([a_reflection(f"r{number}", text) for number, text in enumerate(texts)])
    vault.close()
    older = _left_by_a_kill(journal)
    vault = cheap_keeper().open(journal, PASSPHRASE)
    vault.put_all([a_reflection(f"r{number}", "Other words.") for number in range(5)])
    before = {each.id: each for each in vault.reflections(Search(limit=100))}
    vault.close()
    _left_by_a_kill(journal)
    return journal, before, older


def _left_by_a_kill(journal):
    pages = (journal / "journal.db").stat().st_size // PAGE

    def work():
        vault = cheap_keeper().open(journal, PASSPHRASE)
        words = "a long walk home " * 2000
        vault.put_all([a_reflection(f"r{number}", words + str(number)) for number in range(20)])

    ending = end_of(work, PageLimit(pages, kills=True), AppError)
    left = (journal / "journal.db-journal").read_bytes()
    assert ending.kind == "killed", ending.kind
    assert len(left) > 2 * PAGE, "there is nothing to undo"
    return left


def _told_of(journal, before):
    try:
        vault = cheap_keeper().open(journal, PASSPHRASE)
    except JournalDamaged:
        return "damaged: refused at opening"
    except AppError as error:
        return f"failed: told as {type(error).__name__}"
    try:
        if vault.trouble():
            return "damaged: told by the check"
        is_as_before = {each.id: each for each in vault.reflections(Search(limit=100))} == before
        return "undone wholly" if is_as_before else "failed: silent"
    finally:
        vault._database.close()


def planted_logs(folder, trials, seed):
    """Put a write-ahead log beside a journal: it is refused, and never read."""
    result, chance = Result(), random.Random(seed)
    journal = folder / "journal"
    vault, _ = cheap_keeper().create(journal, PASSPHRASE)
    vault.put_all([a_reflection(f"r{number}", "Old words.") for number in range(12)])
    vault.close()
    old = (journal / "journal.db").read_bytes()
    vault = cheap_keeper().open(journal, PASSPHRASE)
    for number in range(8):
        vault.put(a_reflection(f"r{number}", "New words.", minutes=number))
    vault.close()
    new = (journal / "journal.db").read_bytes()
    log = journal / "journal.db-wal"
    for number in range(trials):
        log.write_bytes(_log_of(old, number, chance))
        result.trials += 1
        try:
            cheap_keeper().open(journal, PASSPHRASE)._database.close()
            result.fail(f"planted log, seed {seed}, trial {number}: it was not refused")
        except JournalDamaged:
            result.figures["planted logs refused"] += 1
        except Exception as error:
            result.fail(f"planted log, seed {seed}, trial {number}: {reason_of(error)}")
        log.unlink(missing_ok=True)
        (journal / "journal.db").write_bytes(new)
    return result


def _log_of(old, number, chance):
    """Give an empty log, noise, a log whose sums are right with old pages, or a damaged one."""
    if number % 4 == 0:
        return chance.randbytes(chance.choice((0, 32, 5000)))
    numbers = range(1, len(old) // PAGE + 1)
    chosen = numbers if number % 4 == 1 else sorted(chance.sample(numbers, 5))
    log = _log(old, chosen)
    return damage.flip(log, b"", chance) if number % 4 == 3 else log


def _log(old, numbers):
    def summed(data, before):
        one, other = before
        words = struct.unpack(f">{len(data) // 4}I", data)
        for each in range(0, len(words), 2):
            one = (one + words[each] + other) & 0xFFFFFFFF
            other = (other + words[each + 1] + one) & 0xFFFFFFFF
        return one, other

    head = struct.pack(">6I", 0x377F0683, 3007000, PAGE, 0, 11, 22)
    sums = summed(head, (0, 0))
    parts = [head + struct.pack(">2I", *sums)]
    for place, number in enumerate(numbers):
        page = old[(number - 1) * PAGE : number * PAGE]
        is_last = place == len(numbers) - 1
        frame = struct.pack(">2I", number, len(old) // PAGE if is_last else 0)
        sums = summed(frame + page, sums)
        parts.append(frame + struct.pack(">4I", 11, 22, *sums) + page)
    return b"".join(parts)


def key_damage(folder, trials, seed):
    """Damage one key file or both: one is mended, both are told, the words always open."""
    result, chance = Result(), random.Random(seed)
    keeper, changes = keeper_and_changes()
    journal = folder / "journal"
    vault, words = keeper.create(journal, PASSPHRASE)
    vault.put(a_reflection())
    vault.close()
    older = (journal / key_file.NAMES[0]).read_bytes()
    changes.change_passphrase(journal, Passphrase(PASSPHRASE), NEW_PASSPHRASE)
    good = (journal / key_file.NAMES[0]).read_bytes()
    trial = _KeyTrial(journal, good, " ".join(words))
    for number in range(trials):
        kind = (*_KINDS, _emptied)[number % (len(_KINDS) + 1)]
        # An older key file in both places is an older vault: that is another attack.
        most = 1 if kind is _older else 2
        chosen = chance.sample(key_file.NAMES, chance.randint(1, most))
        for name in key_file.NAMES:
            damaged = kind(good, older, chance) if name in chosen else good
            (journal / name).write_bytes(damaged)
        result.trials += 1
        try:
            result.figures[f"{len(chosen)} of the 2 key files damaged: {trial.told(chosen)}"] += 1
        except Exception as error:
            result.fail(f"key files, {kind.__name__}, seed {seed}, {number}: {reason_of(error)}")
    shutil.rmtree(journal)
    return result


class _KeyTrial:
    def __init__(self, journal, good, words):
        self._journal, self._good, self._words = journal, good, words

    def told(self, chosen):
        self._by_words()
        if len(chosen) == 1:
            self._refuses_the_retired()
        try:
            vault = cheap_keeper().open(self._journal, NEW_PASSPHRASE)
        except (JournalDamaged, JournalTooNew) as error:
            assert len(chosen) == 2, "one whole key file is enough"
            return f"told as {type(error).__name__}"
        self._holds(vault)
        # What is between the words of the file may differ: it means nothing.
        there = [(self._journal / name).read_bytes() for name in key_file.NAMES]
        headers = [key_file.parse(data, floor_checked=False) for data in (*there, self._good)]
        assert len(set(headers)) == 1, "not mended"
        return "mended"

    def _by_words(self):
        kept = [(self._journal / name).read_bytes() for name in key_file.NAMES]
        self._holds(cheap_keeper().open_with_words(self._journal, self._words))
        for name, data in zip(key_file.NAMES, kept, strict=True):
            (self._journal / name).write_bytes(data)

    def _refuses_the_retired(self):
        try:
            cheap_keeper().open(self._journal, PASSPHRASE).close()
        except RetiredPassphrase:
            return
        except AppError:
            # Without the older file nothing tells a retired passphrase from a wrong one.
            return
        raise AssertionError("the retired passphrase opened it")

    def _holds(self, vault):
        try:
            assert vault.get("r1") == a_reflection()
        except NoSuchReflection:
            raise AssertionError("the words are not there") from None
        finally:
            vault.close()
