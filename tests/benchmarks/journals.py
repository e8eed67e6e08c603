"""Seeded journals under build/bench/, made once and copied for each run."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app import assets
from app.vault.keeper import Keeper
from tests.benchmarks.corpus import Corpus, text_bytes

PROJECT = Path(__file__).resolve().parent.parent.parent
KEPT = PROJECT / "build" / "bench"
PASSPHRASE = "lantern under the slow grey bridge"
_AT_ONCE = 500
_FACTS = "facts.json"
_MADE_FROM = ("app/vault/schema/*.sql", "tests/benchmarks/corpus.py", "tests/benchmarks/voc*.py")


@dataclass(frozen=True)
class SeededJournal:
    """A closed journal with full-cost keys, and how much was written in it."""

    folder: Path
    size: int
    text_bytes: int

    def copied_to(self, target):
        """Copy it, so that a run may write into it."""
        shutil.copytree(self.folder, target)
        return SeededJournal(target, self.size, self.text_bytes)

    @property
    def database_bytes(self):
        """How large the database with its search index is."""
        return (self.folder / "journal.db").stat().st_size


def seeded(size):
    """Give the kept journal of this size, made now if there is none of this format."""
    place = KEPT / f"{size}-{_fingerprint()}"
    facts = place / _FACTS
    if not facts.is_file():
        for old in KEPT.glob(f"{size}-*"):
            shutil.rmtree(old)
        written = _make(place / "journal", size)
        facts.write_text(json.dumps({"text_bytes": written}), encoding="utf-8")
    return SeededJournal(place / "journal", size, json.loads(facts.read_text())["text_bytes"])


def _make(folder, size):
    """Make and fill a journal; give how many bytes of text went in."""
    vault, _ = Keeper().create(folder, PASSPHRASE)
    corpus = Corpus()
    for form in corpus.forms:
        vault.keep_form(form)
    reflections = corpus.reflections(size)
    written = 0
    while some := list(islice(reflections, _AT_ONCE)):
        vault.put_all(some)
        written += sum(map(text_bytes, some))
    vault.close()
    return written


def _fingerprint():
    """Change whenever the journals would."""
    digest = hashlib.sha256()
    files = [file for pattern in _MADE_FROM for file in sorted(PROJECT.glob(pattern))]
    files += sorted(assets.forms_folder().glob("*.toml"))
    files += sorted(assets.resource("sample", "journal").glob("*.toml"))
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
