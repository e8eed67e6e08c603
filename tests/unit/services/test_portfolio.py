"""The ZIP file of a portfolio: whole or not there, released words only, nothing that runs."""

import csv
import errno
import hashlib
import io
import json
import os
import re
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from app import assets
from app.domain.answer import Action, Actions, Answer, EvidenceFile, Prose, Verdict, YesNo
from app.domain.cpd_piece import PeerReflection
from app.domain.errors import Cancelled, ExportError, JournalDamaged
from app.domain.evidence import PIECE_BYTES
from app.domain.identifier import KeptPerson
from app.domain.registration import Registration
from app.domain.sharing import Sharing
from app.services import portfolio_archive
from app.services.portfolio_archive import KINDS
from app.summary.portfolio_evidence import files_of
from app.summary.portfolio_schema import schema_text
from app.summary.portfolio_sheet import COLUMNS, guarded
from tests.portfolios import (
    PEER,
    PRIVATE,
    Contents,
    a_keeper,
    everything_private,
    evidence,
    with_last_piece,
)

NAMES = ("README.txt", "portfolio.pdf", "portfolio.docx", "portfolio.html", "portfolio.md")
FIELDS = ("activity", "learning", "impact")
DATA = ("data/pieces.csv", "data/pieces.json", "data/schema.json")


@pytest.fixture
def keeper(tmp_path):
    with a_keeper(tmp_path) as keeper:
        yield keeper


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def unpacked(file):
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def rows_of(parts):
    text = parts["data/pieces.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def fits(value, schema, whole):
    """Say whether a value fits the few words of JSON Schema that are used here."""
    if "$ref" in schema:
        return fits(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole)
    if "anyOf" in schema:
        return any(fits(value, each, whole) for each in schema["anyOf"])
    kinds = {str: "string", int: "integer", float: "number", bool: "boolean", list: "array"}
    kind = {**kinds, dict: "object", type(None): "null"}[type(value)]
    if kind == "array":
        return schema["type"] == "array" and all(fits(x, schema["items"], whole) for x in value)
    if kind == "object":
        known = schema["properties"]
        return (
            set(schema["required"]) == value.keys() == known.keys()
            and schema["additionalProperties"] is False
            and all(fits(each, known[name], whole) for name, each in value.items())
        )
    return schema["type"] == kind


def test_everything_is_in_the_zip_file_and_every_file_fits_its_schema(keeper, place):
    contents = Contents()
    keeper = keeper.with_files(contents)
    file = contents.put("certificate.pdf", b"%PDF" * 70_000)
    uid = keeper.piece("The day", answers={"activity": "I *went*.", "evidence": evidence(file)})
    keeper.change(uid, peer=PEER, kinds=("Supervision",), wording={"peer": "We agreed."}, hours=1.5)
    parts = unpacked(keeper.write_to(place / "mine.zip"))
    assert set(parts) == {*NAMES, *DATA, "evidence/01 certificate.pdf"}
    assert parts["evidence/01 certificate.pdf"] == b"%PDF" * 70_000
    data, schema = json.loads(parts["data/pieces.json"]), json.loads(parts["data/schema.json"])
    assert fits(data, schema, schema)
    assert parts["portfolio.pdf"].startswith(b"%PDF")
    (piece,) = data["pieces"]
    assert piece["description"] == "I went."
    assert piece["evidence"] == ["evidence/01 certificate.pdf"]
    assert (piece["peer_role"], piece["peer_date"]) == ("my team manager", "2026-03-09")
    assert (piece["peer_learning"], piece["hours"]) == ("We agreed.", 1.5)
    assert data["files"][0]["sha256"] == hashlib.sha256(b"%PDF" * 70_000).hexdigest()
    readme = parts["README.txt"].decode()
    assert "NOTHING IN THIS FILE IS ENCRYPTED" in readme
    assert "An apostrophe (')" in readme
    assert "Checked for possible identifiers on 23 November 2026" in readme


def test_the_shipped_schema_is_that_of_the_shapes():
    file = assets.resource("schema", "portfolio", "pieces.json")
    assert file.read_bytes() == schema_text(), "write schema_text() to this file"


def test_the_table_has_a_row_for_each_piece_and_its_columns(keeper, place):
    first = keeper.piece("One", answers={"activity": 'A,\n"b"', "learning": "L", "impact": "I"})
    keeper.change(first, peer=PEER, kinds=("Supervision", "Feedback"), wording={"peer": "Both."})
    tags = frozenset({"swe_standard_4/4.2", "swe_standard_4/4.6", "pcf/values"})
    keeper.change(first, tags=tags, hours=2.0, peer=PEER, wording={"peer": "Both."})
    keeper.desk.cpd.submit(keeper.desk.cpd.piece(first, "swe"), date(2026, 11, 20))
    keeper.piece("Two", date(2026, 6, 1))
    data = unpacked(keeper.write_to(place / "mine.zip"))["data/pieces.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    rows = rows_of({"data/pieces.csv": data})
    assert tuple(rows[0]) == COLUMNS
    assert [row["Title"] for row in rows] == ["One", "Two"]
    row = rows[0]
    assert row["Registration year"] == "2025–26"
    assert row["Date"] == "2026-03-04"
    assert row["Description and relevance"] == 'A,\n"b"'
    assert (row["Learning"], row["Impact"]) == ("L", "I")
    assert (row["Discussed with a peer"], row["Peer (role only)"]) == ("yes", "my team manager")
    assert (row["Peer date"], row["Learning from the peer"]) == ("2026-03-09", "Both.")
    assert (row["Parts"], row["Other tags"]) == ("4.2; 4.6", "pcf/values")
    assert (row["Parts are only suggested"], rows[1]["Parts are only suggested"]) == ("no", "yes")
    assert (row["Submitted on"], row["Exported on"]) == ("2026-11-20", "2026-11-23")
    assert row["Identifier check"].startswith("Checked for possible identifiers on")
    assert rows[1]["Discussed with a peer"] == "no"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n=", "＝", "+1-2"])
def test_no_cell_begins_with_what_a_spreadsheet_runs(start):
    assert guarded(f"{start}cmd|' /C calc'!A0").startswith("'")
    assert guarded(f"a{start}b") == f"a{start}b"


def test_what_would_run_stands_guarded_in_the_table_and_plain_in_json(keeper, place):
    runs = '=HYPERLINK("http://x";"y")'
    answers = {"activity": runs, "learning": "@SUM(1)", "impact": "+1"}
    keeper.piece("-2+3", answers=answers)
    parts = unpacked(keeper.write_to(place / "mine.zip"))
    (row,) = rows_of(parts)
    for cell in row.values():
        assert not cell.lstrip(" \n").startswith(tuple("=+-@\t\r"))
    assert (row["Title"], row["Description and relevance"]) == ("'-2+3", f"'{runs}")
    (piece,) = json.loads(parts["data/pieces.json"])["pieces"]
    assert (piece["title"], piece["description"]) == ("-2+3", runs)


HOSTILE = (
    "../../../etc/passwd",
    "..\\..\\boot.ini",
    "/absolute.txt",
    "C:\\file.txt",
    "nul\x00byte.txt",
    "CON",
    "..",
    "",
    "same.txt",
    "SAME.TXT",
    "same.txt",
    "\u202egnp.exe",
    "漢" * 120 + ".pdf",
    "a:b|c?.txt",
    "trailing. . .",
    "new\nline.txt",
    "\ud800.txt",
)


def test_hostile_names_of_files_stay_in_their_folder_and_apart(keeper, place):
    contents = Contents()
    keeper = keeper.with_files(contents)
    files = [contents.put(name, f"{at}".encode()) for at, name in enumerate(HOSTILE)]
    keeper.piece("The day")
    made = keeper.made()
    reflection = made.basis.pieces[0].source.reflection.with_answer("evidence", evidence(*files))
    made = with_last_piece(made, reflection)
    shown = [each.name for each in files_of(made.basis)]
    assert not any(re.search(r"[/\\\x00\n\u202e]|\.\.", each) for each in shown)
    parts = unpacked(keeper.write_to(place / "mine.zip", made))
    names = [name for name in parts if name.startswith("evidence")]
    assert len(names) == len({each.casefold() for each in names}) == len(HOSTILE)
    assert [parts[name] for name in names] == [f"{at}".encode() for at in range(len(HOSTILE))]
    for name in names:
        folder, _, last = name.partition("/")
        assert folder == "evidence"
        assert re.fullmatch(r'\d\d [^/\\:*?"<>|\x00-\x1f\u202e]+', last)
        assert PurePosixPath(last).name == PureWindowsPath(last).name == last
        assert ".." not in last
        assert not last.endswith((".", " "))
        assert len(last.encode()) <= 255


def test_a_file_without_a_byte_is_a_file(keeper, place):
    contents = Contents()
    keeper = keeper.with_files(contents)
    keeper.piece("The day", answers={"evidence": evidence(contents.put("empty.txt", b""))})
    parts = unpacked(keeper.write_to(place / "mine.zip"))
    assert parts["evidence/01 empty.txt"] == b""


def test_a_file_of_the_journal_itself_comes_out_as_it_went_in(keeper, place, tmp_path):
    content = os.urandom(3 * PIECE_BYTES + 17)
    (tmp_path / "scan.pdf").write_bytes(content)
    uid = keeper.piece("The day")
    keeper.desk.files.attach(uid, "evidence", tmp_path / "scan.pdf")
    writing = keeper.desk.journal.read(uid)
    marked = replace(writing.reflection.answers["evidence"], sharing=Sharing.CPD)
    reflection = writing.reflection.with_answer("evidence", marked)
    keeper.desk.journal.save(replace(writing, reflection=reflection))
    parts = unpacked(keeper.write_to(place / "mine.zip"))
    assert parts["evidence/01 scan.pdf"] == content


class LongFile:
    """Hundreds of megabytes, one piece at a time."""

    def __init__(self, pieces):
        self.pieces = pieces
        digest = hashlib.sha256()
        for each in self._each():
            digest.update(each)
        size = pieces * PIECE_BYTES
        self.file = EvidenceFile("e" * 32, "film.mp4", size, digest.hexdigest())

    def _each(self):
        return (bytes([at % 256]) * PIECE_BYTES for at in range(self.pieces))

    def content(self, _record):
        return self._each()


def test_a_long_file_takes_no_more_memory_than_a_short_one(keeper, place):
    peaks = []
    for pieces in (4, 120):
        long = LongFile(pieces)
        with_file = keeper.with_files(long)
        day = date(2026, 1, 1) + timedelta(pieces)
        with_file.piece(f"Of {pieces}", day, {"evidence": evidence(long.file)})
        made = with_last_piece(with_file.made())
        released = with_file.released(made)
        tracemalloc.start()
        with_file.desk.portfolio.write(made, released, place / f"{pieces}.zip")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 8 * PIECE_BYTES


def test_a_file_that_does_not_read_back_is_named_by_its_number_and_nothing_is_left(keeper, place):
    contents = Contents()
    keeper = keeper.with_files(contents)
    good, bad = contents.put("good.txt", b"good"), contents.put("bad.txt", b"bad")
    keeper.piece("The day", answers={"evidence": evidence(good, bad)})
    made = keeper.made()
    for damage in ([b"bax"], [b"ba"], [b"bad", b"d"], []):
        contents.kept[bad.id] = damage
        with pytest.raises(ExportError, match="file 2 of the evidence does not read back"):
            keeper.write_to(place / "mine.zip", made)
        assert list(place.iterdir()) == []
    contents.content = damaged
    with pytest.raises(ExportError, match="file 1 of the evidence"):
        keeper.write_to(place / "mine.zip", made)
    assert list(place.iterdir()) == []


def damaged(_record):
    raise JournalDamaged
    yield b""


def with_evidence(keeper):
    contents = Contents()
    keeper = keeper.with_files(contents)
    file = contents.put("a.txt", b"x" * 300_000)
    keeper.piece("The day", answers={"activity": "I went.", "evidence": evidence(file)})
    return keeper


def test_one_that_is_stopped_at_any_moment_leaves_nothing(keeper, place):
    keeper = with_evidence(keeper)
    made = keeper.made()
    released = keeper.released(made)
    target = place / "mine.zip"
    steps = []
    keeper.desk.portfolio.write(made, released, target, steps.append)
    assert steps == sorted(steps)
    assert steps[-1] == 1
    target.write_bytes(b"before")
    for stop in range(len(steps)):
        seen = []

        def progress(share, seen=seen, stop=stop):
            seen.append(share)
            if len(seen) > stop:
                raise Cancelled

        with pytest.raises(Cancelled):
            keeper.desk.portfolio.write(made, released, target, progress)
        assert {each.name: each.read_bytes() for each in place.iterdir()} == {"mine.zip": b"before"}


class FullDisk(io.FileIO):
    """Takes so many bytes and no more, as a full disk does."""

    room = 0

    def write(self, data):
        if self.tell() + len(data) > self.room:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


@pytest.mark.parametrize("room", [0, 10, 3_000, 60_000, 200_000])
def test_a_full_disk_leaves_nothing_and_says_so(keeper, place, monkeypatch, room):
    keeper = with_evidence(keeper)
    made = keeper.made()

    def opened(handle, _mode):
        os.close(handle)
        (fresh,) = place.iterdir()
        full = FullDisk(fresh, "r+b")
        full.room = room
        return full

    monkeypatch.setattr(portfolio_archive.os, "fdopen", opened)
    with pytest.raises(ExportError, match="Not written: the disk is full"):
        keeper.write_to(place / "mine.zip", made)
    assert list(place.iterdir()) == []


def test_what_does_not_read_back_as_it_was_written_is_not_kept(keeper, place, monkeypatch):
    keeper = with_evidence(keeper)
    monkeypatch.setattr(portfolio_archive, "_pieces", lambda *_: iter([b"other"]))
    with pytest.raises(ExportError, match="Nothing was left behind"):
        keeper.write_to(place / "mine.zip")
    assert list(place.iterdir()) == []


def test_only_its_owner_can_read_it_and_a_folder_in_its_place_is_told(keeper, place):
    target = keeper.write_to(place / "mine.zip")
    assert target.stat().st_mode & 0o077 == 0
    (place / "folder.zip").mkdir()
    with pytest.raises(ExportError, match="there is a folder of this name"):
        keeper.write_to(place / "folder.zip")
    with pytest.raises(ExportError, match="the folder does not exist"):
        keeper.write_to(place / "nowhere" / "mine.zip")


def test_what_a_killed_program_left_is_swept_with_the_next(keeper, place):
    (place / ".mine.zip.0123abcd.new").write_bytes(b"plain words")
    keeper.write_to(place / "mine.zip")
    assert [each.name for each in place.iterdir()] == ["mine.zip"]


NEVER = ("Zephyrine", "Quillfeather", "Marrowdyke", "Ottoline", PRIVATE)


def test_no_private_answer_and_no_name_of_the_key_is_in_any_byte(keeper, place):
    keeper.desk.people_key.keep(
        (
            KeptPerson("Child A", ("Zephyrine Quillfeather",)),
            KeptPerson("the school", ("Marrowdyke Primary",)),
            KeptPerson("my manager", ("Ottoline Marchbanks",)),
        )
    )
    contents = Contents()
    keeper = keeper.with_files(contents)
    names = (
        "Zephyrine_Quillfeather_plan.pdf",
        "Zephyrine.Quillfeather",
        "2026-03-Marrowdyke-Primary.txt",
        "Ottoline.doc",
        "zephyrine-quillfeather.jpeg",
    )
    files = [contents.put(name, b"%d" % at) for at, name in enumerate(names)]
    hidden = contents.put(f"{PRIVATE}.pdf", PRIVATE.encode())
    words = "Zephyrine Quillfeather at Marrowdyke Primary; **Zephy**rine and Ottoline Marchbanks."
    form = keeper.desk.journal.form("cpd_piece")
    answers = {
        **everything_private(form),
        **dict.fromkeys(("activity", "learning", "impact", "peer_learning"), words),
        "talked_it_over": Answer(YesNo(Verdict.YES)),
        "actions": Answer(
            Actions((Action("Ring Zephyrine", "Ottoline", came_of_it=words),)), Sharing.CPD
        ),
        "evidence": evidence(*files),
    }
    uid = keeper.piece(
        "Zephyrine at Marrowdyke Primary", answers=answers, themes=("Quillfeather family",)
    )
    peer = PeerReflection("Ottoline Marchbanks", date(2026, 3, 9))
    keeper.change(uid, peer=peer, wording={"peer": words})
    private = evidence(hidden, sharing=Sharing.SUPERVISION)
    keeper.piece("Other", date(2026, 5, 5), {**everything_private(form), "evidence": private})
    plan = {"why": words, "what_you_want": Answer(Prose(PRIVATE))}
    keeper.write("Plan", date(2026, 1, 2), plan, form_id="development_plan")
    parts = unpacked(keeper.write_to(place / "mine.zip"))
    assert len([name for name in parts if name.startswith("evidence/")]) == len(files)
    for name, data in parts.items():
        for text in every_text(name, data):
            plain = re.sub(r"[\u200b\u00ad*_`]", "", text).casefold()
            for word in NEVER:
                assert word.casefold() not in plain, f"{word} is in {name}"
    assert "Child A" in json.loads(parts["data/pieces.json"])["pieces"][0]["title"]


def every_text(name, data):
    """Give all text in a file: its name, its bytes, and what is packed in it."""
    yield name
    yield data.decode("utf-8", "replace")
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as inner:
            for each in inner.namelist():
                yield re.sub(r"<[^>]*>", "", inner.read(each).decode())
                yield inner.read(each).decode()
    if name.endswith(".html"):
        yield re.sub(r"<[^>]*>", "", data.decode())


def test_fifty_pieces_are_all_there(keeper, place):
    for at in range(50):
        keeper.piece(f"Piece number {at}", date(2026, 1 + at % 10, 1 + at % 28))
    parts = unpacked(keeper.write_to(place / "mine.zip"))
    assert len(rows_of(parts)) == 50
    page = parts["portfolio.html"].decode()
    assert all(page.count(f"Piece number {at}<") >= 2 for at in range(50))


def test_an_empty_year_is_written_too(keeper, place):
    parts = unpacked(keeper.write_to(place / "mine.zip"))
    assert set(parts) == {*NAMES, *DATA}
    assert rows_of(parts) == []
    assert json.loads(parts["data/pieces.json"])["pieces"] == []
    assert "no file of these pieces is marked for CPD" in parts["README.txt"].decode()


@pytest.mark.parametrize("stop", [0, 1])
def test_one_kind_that_is_stopped_leaves_what_was_there(keeper, place, stop):
    target = place / "mine.pdf"
    target.write_bytes(b"before")
    seen = []

    def progress(share):
        seen.append(share)
        if len(seen) > stop:
            raise Cancelled

    with pytest.raises(Cancelled):
        keeper.write_to(target, progress=progress)
    assert [(each.name, each.read_bytes()) for each in place.iterdir()] == [("mine.pdf", b"before")]


@pytest.mark.parametrize("ending", [kind.ending for kind in KINDS])
def test_one_kind_alone_goes_by_the_ending(keeper, place, ending):
    target = keeper.write_to(place / f"mine{ending}")
    assert [each.name for each in place.iterdir()] == [target.name]
    with pytest.raises(ExportError, match="its format"):
        keeper.write_to(place / "mine.odt")


def test_it_can_be_stopped_while_it_is_gathered(keeper):
    keeper.piece()

    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        keeper.made(progress=stop)


@pytest.mark.parametrize("short", ["swe", "scw", "sssc", "niscc", "own"])
def test_every_regulator_has_a_portfolio(keeper, place, short):
    cpd = keeper.desk.cpd
    regulator = cpd.regulator(short)
    registration = Registration(regulator.id, date(2020, 2, 29), hours=30.0)
    cpd.registrations.keep((registration,))
    texts = ("I went.", "I learnt.", "I ask first.")
    uid = keeper.write("One", date(2026, 10, 1), dict(zip(FIELDS, texts, strict=True)))
    cpd.make(uid, regulator.id)
    standing = cpd.piece(uid, short)
    kinds = standing.piece.kinds or ("Supervision",)
    cpd.keep(replace(standing.piece, kinds=kinds, hours=3.0, peer=PEER))
    made = keeper.desk.portfolio.of_year(registration)
    assert keeper.desk.release_check.document(made.document).checked.undecided == ()
    parts = unpacked(keeper.write_to(place / "mine.zip", made))
    data, schema = json.loads(parts["data/pieces.json"]), json.loads(parts["data/schema.json"])
    assert fits(data, schema, schema)
    (piece,) = data["pieces"]
    assert (piece["title"], piece["hours"], piece["date"]) == ("One", 3.0, "2026-10-01")
    assert data["regulator"] == regulator.name
    page = re.sub(r"<[^>]*>", "", parts["portfolio.html"].decode())
    assert "Supervision" in page
    assert "1 October 2026" in page
    assert all(each.words in page for each in cpd.piece(uid, short).fields)
