"""Random damage to journal.db, and what must hold after each: for a few trials or ten thousand.

`damage_trials(folder, trials, seed)` gives the figures; `python -m tests.faults.damage 10000`
prints them.
"""

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.domain.answer import Action, Actions, Answer, Prose
from app.domain.errors import AppError, JournalDamaged, NoSuchReflection
from app.domain.progress import unwatched
from app.domain.secret import Passphrase
from app.vault.decryptor import Pages, pages_of
from app.vault.gathering import gather
from app.vault.mending import Came, Mending
from app.vault.open_journals import OpenJournals
from app.vault.reflection_record import reflection_of
from app.vault.salvage import Salvage
from app.vault.table_shapes import table_shapes
from app.vault.tree_rows import TreeRows
from app.vault.unlocking import unlock
from tests.unit.vault.samples import MORNING, PASSPHRASE, a_form, a_reflection, cheap_keeper

PAGE, SECTOR, SALT = 4096, 512, 16
WORDS = ["kettle", "door", "ajar", "walk", "home", "trust", "rain", "bus", "stop", "river", "lamp"]


@dataclass
class Written:
    """A journal as it was written, and its file at an earlier moment."""

    folder: Path
    data: bytes
    older: bytes
    reflections: dict
    raw_key: tuple
    rows: dict = field(default_factory=dict)  # (table, key) -> the row and the pages it stands on


@dataclass
class Figures:
    """What happened in all trials."""

    trials: int = 0
    outcomes: Counter = field(default_factory=Counter)
    failures: list = field(default_factory=list)
    rows_elsewhere: int = 0  # rows that stood on no damaged page
    rows_saved: int = 0
    rows_lost: int = 0
    reflections: Counter = field(default_factory=Counter)

    def lines(self):
        share = self.rows_saved / max(1, self.rows_elsewhere)
        yield f"{self.trials:,} trials: " + ", ".join(
            f"{count:,} {name}" for name, count in sorted(self.outcomes.items())
        )
        yield (
            f"salvaged {self.rows_saved:,} of {self.rows_elsewhere:,} rows off damaged pages "
            f"({share:.4%}); {self.rows_lost:,} rows stood on damaged pages"
        )
        yield "reflections: " + ", ".join(
            f"{count:,} {came}" for came, count in self.reflections.most_common()
        )
        yield f"{len(self.failures)} failures"


def written_journal(folder, count=30, seed=5):
    """Write a journal that has every table filled and rows of one page and of several."""
    chance = random.Random(seed)
    cheap_keeper().create(folder, PASSPHRASE)[0].close()
    older, reflections = b"", {}
    for round_ in range(3):
        vault = cheap_keeper().open(folder, PASSPHRASE)
        vault.keep_form(a_form(version=round_ + 1))
        for number in range(0, count, round_ + 1):
            reflection = _reflection(number, round_, chance)
            reflections[reflection.id] = reflection
            vault.put(reflection)
        for number in range(0, count, 5):
            vault.follow_ups.set(f"r{number}", date(2026, 6, 2), MORNING)
        vault.set_preference("round", str(round_))
        vault.close()
        older, newest = (older if round_ else (folder / "journal.db").read_bytes()), round_
    assert newest
    data = (folder / "journal.db").read_bytes()
    unlocked = unlock(folder, PASSPHRASE, floor_checked=False)
    written = Written(folder, data, older, reflections, (unlocked.data_key, unlocked.header.salt))
    written.rows = dict(_rows_with_pages(written))
    return written


def _reflection(number, round_, chance):
    length = chance.choice((5, 40, 300, 1500))
    answers = {
        "what_happened": Answer(Prose(" ".join(chance.choices(WORDS, k=length)) + f" {number}")),
        "to_do": Answer(Actions((Action(f"Ring {round_}", "me", date(2026, 4, 1), "", None),))),
        "next": Answer(Prose(" ".join(chance.choices(WORDS, k=20)))),
    }
    themes = tuple(chance.sample(WORDS, k=number % 3))
    title = f"Visit {number}" * (number % 2)
    return a_reflection(f"r{number}", minutes=number, answers=answers, themes=themes, title=title)


def _rows_with_pages(written):
    with (written.folder / "journal.db").open("rb") as file:
        pages = Pages(file, *written.raw_key)
        touched = set()

        def read(number):
            touched.add(number)
            return pages.page(number)

        reader = TreeRows(read)
        for number in range(1, pages.count + 1):
            touched.clear()
            for row in reader.on(number):
                for shape in table_shapes():
                    if (values := shape.row_of(row)) is not None:
                        named = dict(zip((c.name for c in shape.columns), values, strict=True))
                        yield (shape.name, shape.key_of(values)), (named, touched | {number})
                        break
                touched.clear()


def flip(data, _older, chance):
    place = chance.randrange(len(data))
    changed = bytearray(data)
    changed[place] ^= chance.randrange(1, 256)
    return bytes(changed)


def zero_page(data, _older, chance):
    return _put(data, chance.randrange(len(data) // PAGE) * PAGE, bytes(PAGE))


def zero_sector(data, _older, chance):
    return _put(data, chance.randrange(len(data) // SECTOR) * SECTOR, bytes(SECTOR))


def garbage(data, _older, chance):
    start = chance.randrange(len(data) - PAGE)
    return _put(data, start, chance.randbytes(chance.choice((1, 16, SECTOR, PAGE, 3 * PAGE))))[
        : len(data)
    ]


def swap_pages(data, _older, chance):
    one, other = (number * PAGE for number in chance.sample(range(len(data) // PAGE), 2))
    swapped = _put(data, one, data[other : other + PAGE])
    return _put(swapped, other, data[one : one + PAGE])


def cut_between_pages(data, _older, chance):
    return data[: chance.randrange(2, len(data) // PAGE) * PAGE]


def cut_inside_a_page(data, _older, chance):
    return data[: chance.randrange(2 * PAGE, len(data)) | 1]


def append(data, _older, chance):
    return data + chance.randbytes(chance.choice((1, SECTOR, PAGE, 5 * PAGE)))


def older_page(data, older, chance):
    pages = [
        start
        for start in range(0, len(older), PAGE)
        if older[start : start + PAGE] != data[start : start + PAGE]
    ]
    start = chance.choice(pages)
    return _put(data, start, older[start : start + PAGE])


def five_flips(data, older, chance):
    for _ in range(5):
        data = flip(data, older, chance)
    return data


KINDS = (
    *(flip, zero_page, zero_sector, garbage, swap_pages, cut_between_pages, cut_inside_a_page),
    *(append, older_page, five_flips),
)


def _put(data, start, part):
    return data[:start] + part + data[start + len(part) :]


def damage_trials(folder, trials, seed=1, salvage_every=20):
    """Damage a journal's file again and again; give what came of it."""
    written = written_journal(folder / "journal")
    chance, figures = random.Random(seed), Figures()
    for number in range(trials):
        kind = KINDS[number % len(KINDS)]
        (written.folder / "journal.db").write_bytes(kind(written.data, written.older, chance))
        figures.trials += 1
        trial = Trial(written, kind, figures)
        try:
            trial.read_and_check()
            trial.put_together()
            if number % salvage_every == salvage_every - 1:
                trial.salvage(folder / "new")
        except Exception as error:
            trial.fail(f"uncaught {error!r}")
    return figures


class Trial:
    """One damaged file."""

    def __init__(self, written, kind, figures):
        self.written, self.kind, self.figures = written, kind, figures

    def fail(self, what):
        self.figures.failures.append((self.figures.trials - 1, self.kind.__name__, what))

    def read_and_check(self):
        """Open as a person does: damage is told, and nothing that is shown is wrong."""
        try:
            vault = cheap_keeper().open(self.written.folder, PASSPHRASE)
        except JournalDamaged:
            self.figures.outcomes["refused at opening"] += 1
            return
        except AppError as error:
            self.fail(f"told as {type(error).__name__}")
            return
        try:
            report = vault.check(unwatched)
            wrong, missing = self._read(vault)
            if report.is_whole and (wrong or missing):
                self.fail(f"silent: {wrong or missing}")
            if wrong and self.kind is not older_page:
                self.fail(f"wrong words: {wrong}")
            told = "found whole" if report.is_whole else "told by the check"
            self.figures.outcomes[told] += 1
        finally:
            vault._database.close()

    def _read(self, vault):
        wrong, missing = [], []
        for uid, reflection in self.written.reflections.items():
            try:
                if vault.get(uid) != reflection:
                    wrong.append(uid)
            except (JournalDamaged, NoSuchReflection) as error:
                missing.append((uid, type(error).__name__))
        return wrong, missing

    def put_together(self):
        """Salvage in memory: every row off the damaged pages, and nothing claimed that is not."""
        path = self.written.folder / "journal.db"
        with path.open("rb") as file:
            pages = pages_of(file, self.written.raw_key[0], self.written.raw_key[1:])
            if pages is None:
                if path.stat().st_size > PAGE * 2:
                    self.fail("no page reads")
                return
            gathered = gather(pages, unwatched)
        self._count_rows(gathered)
        mending = Mending(gathered)
        for mended in mending.each():
            self.figures.reflections[mended.came.value] += 1
            uid = mended.record.uid
            now, before = reflection_of(mended.record), self.written.reflections.get(uid)
            if before is None:
                continue  # its name for ever was lost on two pages: it has a new one
            if mended.came is Came.WHOLE and now != before:
                self.fail(f"{uid} is not whole")
            is_changed = not now.answers.items() <= before.answers.items()
            if mended.came is Came.UNPROVEN and is_changed and self.kind is not older_page:
                self.fail(f"{uid} has other words")
        self.figures.reflections["lost"] += len(mending.lost_uids)

    def _count_rows(self, gathered):
        bad = set(gathered.bad_pages)
        replaced = self._replaced_pages() if self.kind is older_page else set()
        for (table, key), (row, stands_on) in self.written.rows.items():
            if stands_on & (bad | replaced):
                self.figures.rows_lost += 1
                continue
            self.figures.rows_elsewhere += 1
            if row in gathered.tables.get(table, {}).get(key, []):
                self.figures.rows_saved += 1
            else:
                self.fail(f"a row of {table} was not saved")

    def _replaced_pages(self):
        now = (self.written.folder / "journal.db").read_bytes()
        return {
            start // PAGE + 1
            for start in range(0, len(now), PAGE)
            if now[start : start + PAGE] != self.written.data[start : start + PAGE]
        }

    def salvage(self, target):
        """Salvage into a new folder, which must open and be whole."""
        before = (self.written.folder / "journal.db").read_bytes()
        salvage = Salvage(OpenJournals(), floor_checked=False)
        secret, forms = Passphrase(PASSPHRASE), (a_form(),)
        report = salvage.salvage((self.written.folder, target), secret, forms, unwatched)
        self.figures.outcomes["salvaged"] += 1
        vault = cheap_keeper().open(target, PASSPHRASE)
        try:
            if not vault.check(unwatched).is_whole:
                self.fail("the salvaged journal is not whole")
            wrong, missing = self._read(vault)
            if len(wrong) + len(missing) > len(self.written.reflections) - report.whole:
                self.fail("it brought back less than it said")
        finally:
            vault.close()
            shutil.rmtree(target)
        if (self.written.folder / "journal.db").read_bytes() != before:
            self.fail("the damaged journal was changed")


def main(trials):
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        figures = damage_trials(Path(folder), trials, seed=trials)
        print(*figures.lines(), *figures.failures[:20], sep="\n")
        print(f"{time.monotonic() - started:.0f} s")
    return 1 if figures.failures else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
