"""Search, saving, the summary and the size: the services over a real journal, without a window."""

import contextlib
import itertools
import random
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.answer import Answer, Prose
from app.domain.finding import Search
from app.rendering.typst_pages import PageSetter, _json
from app.summary.choice import SummaryChoice
from app.vault import recipe
from app.vault.search_words import terms_of
from tests.benchmarks.corpus import SEED, Corpus
from tests.benchmarks.measuring import FRAME_MS, alternating, by_ratio

MAIN_SIZE = 10_000
_PAGE = 50
_RANKS = (0, 3, 12, 30, 45, 80, 120, 200, 300, 450, 700, 1000, 1500, 2200, 3000, 4000, 5000)
_SUMMARISED = 12
_MOST_SEARCH, _MOST_SAVE, _MOST_SUMMARY, _MOST_DISK = 2, 1.5, 2, 2.5
_MATCHING = (
    "SELECT reflection.id FROM word_index JOIN reflection ON reflection.id = word_index.rowid"
    " WHERE word_index MATCH ? ORDER BY begun_at DESC LIMIT ?"
)
_HEADS = "SELECT id, uid, title, form_id, begun_at FROM reflection WHERE id IN ({})"
_ANSWERS = "SELECT reflection, value FROM answer WHERE reflection IN ({})"


def typed():
    """Give what stands in the search field after each key, for many words and two pairs."""
    words = Corpus().vocabulary.words
    chosen = [words[rank] for rank in _RANKS]
    texts = [*chosen, f"{chosen[4]} {chosen[6]}", f"{chosen[1]} {chosen[9]}"]
    return [text[:end] for text in texts for end in range(1, len(text) + 1) if text[end - 1] != " "]


def bare_search(vault, text):
    """Do the least that finds the first page: the index, then what the page shows of each hit."""
    rows = vault._database._connection.execute
    ids = [row[0] for row in rows(_MATCHING, (terms_of(text).word_query(), _PAGE))]
    marks = ",".join("?" * len(ids))
    return list(rows(_HEADS.format(marks), ids)), list(rows(_ANSWERS.format(marks), ids))


def search_rows(desk, journal):
    """Compare a search as one types with the bare queries on the same connection."""
    texts = typed()
    random.Random(SEED).shuffle(texts)
    floor, ours = alternating(
        lambda number: bare_search(desk.vault, texts[number]),
        lambda number: desk.find(Search(words=texts[number])),
        len(texts),
    )
    size = f"{journal.size:,}"
    longest = FRAME_MS if journal.size == MAIN_SIZE else None
    return [
        by_ratio(
            f"search, each key, {size}, p50 (two-step FTS5)",
            floor.median,
            ours.median,
            _MOST_SEARCH,
        ),
        by_ratio(f"search, each key, {size}, p95", floor.p95, ours.p95, _MOST_SEARCH,
                 longest=longest),
    ]  # fmt: skip


def saving_rows(desk, journal, rounds):
    """Compare a save of a growing reflection with one bare commit beside it."""
    form = desk.shelf.forms()[0]
    writing = desk.journal.begin(form.id)
    key = next(form.prompts()).key
    words = Corpus().vocabulary.words
    sentence = " ".join(itertools.islice(itertools.cycle(words), 10))

    def save(number):
        grown = Answer(Prose(f"{sentence} " * (number + 1)))
        reflection = writing.reflection.with_answer(key, grown)
        desk.journal.save(replace(writing, reflection=reflection))

    with _scratch(journal.folder, desk.vault) as scratch:
        floor, ours = alternating(partial(_bare_commit, scratch, sentence), save, rounds)
    what = f"saving while typing, {journal.size:,} (one SQLCipher commit)"
    return [by_ratio(what, floor.median, ours.median, _MOST_SAVE)]


@contextlib.contextmanager
def _scratch(folder, vault):
    """Give a database of one row, keyed and set like the journal, in the same folder."""
    path = folder / "scratch.db"
    path.touch()
    scratch = recipe.keyed(path, bytes(32), bytes(16))
    recipe.set_up(scratch)
    scratch.execute("CREATE TABLE only_one (id INTEGER PRIMARY KEY, words TEXT)")
    scratch.execute("INSERT INTO only_one VALUES (1, '')")
    yield scratch
    scratch.close()
    path.unlink()


def _bare_commit(scratch, sentence, number):
    scratch.execute("BEGIN IMMEDIATE")
    scratch.execute("UPDATE only_one SET words = ?", (f"{sentence} " * (number + 1),))
    scratch.execute("COMMIT")


def summary_rows(desk, workshop, rounds):
    """Compare a summary to PDF with Typst alone on the same kind of source.

    Typst remembers what it has laid out, so each round takes other reflections.
    """
    setter = PageSetter()
    set_count = 2 * (rounds + 1)
    found = desk.find(Search(limit=_SUMMARISED * set_count)).outlines
    ids = [tuple(each.id for each in found[at::set_count]) for at in range(set_count)]
    choices = [SummaryChoice(reflection_ids=each, prepared_by="Me") for each in ids]
    sources = [_json(desk.supervision.document(choice)) for choice in choices[: rounds + 1]]

    with TemporaryDirectory() as folder:
        target = Path(folder) / "summary.pdf"

        def ours(number):
            document = desk.supervision.document(choices[rounds + 1 + number])
            checked = desk.release_check.document(document)
            workshop.exporting.write(desk.release_check.release_undecided(checked), target)

        def alone(number):
            setter._compile(sources[number], "pdf", ("ua-1",))

        # The last of each warms up: fonts and template are read.
        ours(rounds)
        alone(rounds)
        floor, taken = alternating(alone, ours, rounds)
    what = f"summary of {_SUMMARISED} reflections to PDF (Typst alone)"
    return [by_ratio(what, floor.median, taken.median, _MOST_SUMMARY)]


def size_rows(journal):
    """Compare the database with the text in it."""
    mib = 1024 * 1024
    what = f"size on disk with the search index, {journal.size:,} (the text itself)"
    return [
        by_ratio(
            what, journal.text_bytes / mib, journal.database_bytes / mib, _MOST_DISK, unit="MiB"
        )
    ]
