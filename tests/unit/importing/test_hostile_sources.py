"""Whatever lies at the place that was chosen: a sentence with the place, or entries."""

import json
import os
import random
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import NotBroughtIn
from app.domain.incoming import SourceKind
from app.domain.progress import unwatched
from app.importing.reading import Sources

PEERS = Path(__file__).parents[2] / "data" / "peers"
REAL = [
    PEERS / "jrnl" / "journal.txt",
    PEERS / "jrnl" / "journal.json",
    PEERS / "rednotebook" / "data" / "2019-03.txt",
    PEERS / "dayone" / "Journal.json",
]
NAMES = ["a.txt", "a.md", "a.csv", "a.json", "2019-03.txt", "a.zip", "a.docx", "a", "a.html"]


def read_or_refuse(path, kind=None):
    refused = None
    try:
        Sources().read(path, kind, unwatched)
    except NotBroughtIn as error:
        refused = error
    if refused is not None:
        # A journal of a ZIP is told by its own name.
        assert path.suffix == ".zip" or str(refused).startswith(path.name)
        assert refused.reason.endswith(".")


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_under_any_name_are_read_or_refused(tmp_path, name, data):
    file = tmp_path / name
    file.write_bytes(data)
    for kind in (None, *SourceKind):
        read_or_refuse(file, kind)


@pytest.mark.parametrize("real", REAL, ids=lambda path: path.name)
def test_a_file_cut_off_or_damaged_anywhere_is_read_or_refused(tmp_path, real):
    whole, chance = real.read_bytes(), random.Random(5)
    file = tmp_path / real.name
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice([0, 1, 3])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        file.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
        read_or_refuse(file)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_file_is_told_as_such(tmp_path, name):
    file = tmp_path / name
    file.write_bytes(b"")
    with pytest.raises(NotBroughtIn, match="empty"):
        Sources().read(file, None, unwatched)


def test_what_is_not_there_and_what_holds_nothing_is_told(tmp_path):
    with pytest.raises(NotBroughtIn, match=r"gone\.txt: There is no such file or folder"):
        Sources().read(tmp_path / "gone.txt", None, unwatched)
    with pytest.raises(NotBroughtIn, match="no such file"):
        Sources().read(tmp_path / "nul\0.txt", None, unwatched)
    with pytest.raises(NotBroughtIn, match="nothing in it that can be brought in"):
        Sources().read(tmp_path, None, unwatched)


@pytest.mark.parametrize("kind", SourceKind)
def test_an_empty_folder_is_refused_as_every_kind(tmp_path, kind):
    with pytest.raises(NotBroughtIn):
        Sources().read(tmp_path, kind, unwatched)


@pytest.mark.parametrize("name", ["page.html", "mail.eml", "paper.pdf", "cup.png"])
def test_other_kinds_of_files_are_told_how_to_save_them(tmp_path, name):
    file = tmp_path / name
    file.write_bytes(b"some <b>bytes</b>")
    with pytest.raises(NotBroughtIn, match="save it as a Word document"):
        Sources().read(file, None, unwatched)


def test_a_file_larger_than_anyone_writes_is_refused(tmp_path):
    file = tmp_path / "huge.txt"
    with file.open("wb") as opened:
        opened.truncate(129 * 1024 * 1024)
    with pytest.raises(NotBroughtIn, match="larger than 128 MiB"):
        Sources().read(file, None, unwatched)


def test_a_folder_larger_than_anyone_writes_is_refused(tmp_path):
    for number in range(3):
        with (tmp_path / f"{number}.txt").open("wb") as opened:
            opened.truncate(100 * 1024 * 1024)
    with pytest.raises(NotBroughtIn, match="larger than 256 MiB together"):
        Sources().read(tmp_path, None, unwatched)


def test_a_name_that_is_no_text_is_shown_all_the_same(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_bytes(b"words")
    except OSError:
        pytest.skip("this disk takes no such names")
    incoming = Sources().read(tmp_path, None, unwatched)
    incoming.entries[0].place.encode("utf-8")
    Sources().read(Path(os.fsdecode(path)), None, unwatched).name.encode("utf-8")


_MANY = 200_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["![" * _MANY, "[" * _MANY, "#" * _MANY, "# " * _MANY, "*" * _MANY, "//" * _MANY, "#1" * _MANY,
     "```\n" * 50_000, "=" * _MANY, "=a" * _MANY, "- " * _MANY, "a\n---\n" * 30_000, "{a|" * _MANY,
     '[a ""' * _MANY, "--a" * _MANY, "__a" * _MANY, "http://" * _MANY, '["",' * _MANY,
     "@a " * _MANY,
     " " * _MANY + "x", "= a" + " " * _MANY + "x", "# a" + " " * _MANY + "b", "[a" + " " * _MANY,
     "#" + "1" * _MANY, "\\" * _MANY, "\\." * _MANY, "a *" + " " * _MANY + "b", "x" * _MANY,
     "---\n" + "--- " * _MANY, "[[dayone-moment:" * 50_000, "2019-03-04 " * 50_000],
    ids=lambda text: text[:6].replace("\n", "/"),
)  # fmt: skip
def test_no_text_makes_a_reader_slow(tmp_path, text):
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text(f"[2019-03-04 09:00] {text}", encoding="utf-8")
    (tmp_path / "a.csv").write_text(f"date,text\n2019-03-04,{text}", encoding="utf-8")
    month = yaml.dump({4: {"text": text, text[:50]: {text: None}}}, Dumper=yaml.CSafeDumper)
    (tmp_path / "2019-03.txt").write_text(month, encoding="utf-8")
    exported = {"creationDate": "2019-03-04T09:00:00Z", "text": text, "tags": [text]}
    rich = {"contents": [{"text": text, "attributes": {"bold": True}}]}
    entries = [exported, exported | {"text": None, "richText": json.dumps(rich)}]
    (tmp_path / "a.json").write_text(json.dumps({"entries": entries}), encoding="utf-8")
    for name in ("a.md", "a.txt", "a.csv", "2019-03.txt", "a.json"):
        began = time.process_time()  # a busy machine is no failure
        read_or_refuse(tmp_path / name)
        # What grows by the square of its length takes minutes.
        assert time.process_time() - began < 5, name
