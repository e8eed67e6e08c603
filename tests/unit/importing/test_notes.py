"""Plain text and Markdown: single files and folders of them."""

import re
from datetime import UTC, date, datetime

import pytest

from app.domain.errors import Cancelled, NotBroughtIn
from app.domain.incoming import IncomingPart, LeftOut, SourceKind, word_count
from app.domain.progress import unwatched
from app.importing.reading import Sources
from app.rendering.markdown_blocks import prose_blocks
from app.rendering.prose_tree import all_text


def read(path, kind=None):
    return Sources().read(path, kind, unwatched)


def test_a_text_file_is_one_entry_with_all_its_words(tmp_path):
    file = tmp_path / "2019-03-04 visit.txt"
    file.write_text("It rained.\n\n  We spoke - at last.\n", encoding="utf-16")
    incoming = read(file)
    (entry,) = incoming.entries
    assert (incoming.kind, incoming.name, entry.place) == (SourceKind.TEXT, file.name, file.name)
    assert entry.parts == (IncomingPart("It rained.\n\n  We spoke - at last."),)
    assert (entry.title, entry.day, entry.written_at) == ("visit", date(2019, 3, 4), None)


def test_the_first_line_of_a_text_tells_the_day_where_the_name_does_not(tmp_path):
    file = tmp_path / "visit.txt"
    file.write_text("Monday 4 March 2019\nIt rained.", encoding="utf-8")
    (entry,) = read(file).entries
    assert entry.day == date(2019, 3, 4)
    assert entry.parts[0].text.startswith("Monday")


def test_markdown_brings_its_front_matter(tmp_path):
    file = tmp_path / "note.md"
    file.write_text(
        "---\ntitle: A long day\ndate: 2019-03-04T18:30:00Z\ntags: [rain, 'long days', '#home']\n"
        "mood: tired\nwith:\n  - bread\n  - tea\nempty:\n---\n# What happened\nIt *rained*.\n"
        "# What I learnt\nTo ask. ![a cup](cup.png) [out](../../etc/passwd)\n",
        encoding="utf-8",
    )
    incoming = read(file)
    (entry,) = incoming.entries
    assert entry.title == "A long day"
    assert entry.written_at == datetime(2019, 3, 4, 18, 30, tzinfo=UTC)
    assert entry.themes == ("rain", "long days", "home")
    assert entry.parts == (
        IncomingPart("mood: tired\nwith: bread, tea\nempty:"),
        IncomingPart("It *rained*.", "What happened"),
        IncomingPart("To ask. ![a cup](cup.png) [out](../../etc/passwd)", "What I learnt"),
    )
    assert [each.reason for each in incoming.left_out] == [
        "1 picture is not brought in, for only words are: keep the files."
    ]


@pytest.mark.parametrize(
    "top",
    ["---\na: [\n---\n", "---\na: &x [1]\nb: *x\n---\n", "---\njust words\n---\n", "---\nno end\n",
     "---\n" + "[" * 3000 + "\n---\n", "---\n" + "a: b\n" * 50_000 + "---\n"],
)  # fmt: skip
def test_a_top_that_cannot_be_read_stays_as_words(tmp_path, top):
    file = tmp_path / "note.md"
    file.write_text(f"{top}\nIt rained.\n", encoding="utf-8")
    (entry,) = read(file).entries
    told = " ".join(f"{part.heading} {part.text}" for part in entry.parts)
    assert "It rained." in told
    assert all(word in told for word in top.replace("-", " ").split()[:50])


@pytest.mark.parametrize(
    "line",
    ["# ask *Ida* again", "mood: !strong tired", "mood: &low tired", "mood: tired # very",
     "He said nothing:", "a: [b, c] # 5 more"],
)  # fmt: skip
def test_no_word_at_the_top_of_a_markdown_file_is_dropped(tmp_path, line):
    file = tmp_path / "note.md"
    file.write_text(f"---\ntitle: A day\n{line}\ntags: [rain]\n---\nIt rained.\n", "utf-8")
    (entry,) = read(file).entries
    assert (entry.title, entry.themes) == ("A day", ("rain",))
    top, words = entry.parts[0].text.split("\n\n")
    assert set(re.findall(r"\w+", line)) <= set(re.findall(r"\w+", top))
    assert words == "It rained."
    shown = all_text(prose_blocks(top))
    assert "#" not in line or ("#" in shown and line in shown)


def test_plain_text_shows_as_it_was_typed(tmp_path):
    file = tmp_path / "sums.txt"
    file.write_text("# 7 is open\n2*3*4 = 24\n\n> not a quotation", encoding="utf-8")
    (entry,) = read(file).entries
    assert all_text(prose_blocks(entry.parts[0].text)) == (
        "# 7 is open\n2*3*4 = 24\n> not a quotation"
    )


def test_a_note_whose_encoding_was_guessed_is_told(tmp_path):
    (tmp_path / "old.txt").write_bytes("We met at the café".encode("cp1252"))
    (tmp_path / "new.txt").write_bytes("We met at the café".encode())
    incoming = read(tmp_path)
    assert [entry.parts[0].text for entry in incoming.entries] == ["We met at the café"] * 2
    (told,) = incoming.read_as
    assert (told.place, told.words[:43]) == (
        "old.txt", "Read as Western European (Windows), for it ",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "is_told"),
    [
        ("a.txt", "3/4/2019\nwords", True),
        ("a.txt", "3/14/2019\nwords", False),
        ("a.txt", "13/4/2019\nwords", False),
        ("a.txt", "4/4/2019\nwords", False),
        ("visit 3-4-2019.txt", "words", True),
        ("2019-03-04.txt", "words", False),
        ("a.md", "---\ndate: 3/4/2019\n---\nwords", True),
        ("a.md", "---\ndate: 2019-03-04\n---\nwords of 3/4/2019", False),
        ("3.4.2019.md", "words", True),
    ],
)
def test_a_day_that_may_be_another_is_told_as_it_was_read(tmp_path, name, text, is_told):
    (tmp_path / name).write_text(text, encoding="utf-8")
    (told,) = read(tmp_path).read_as or (None,)
    assert (told is not None) is is_told
    assert told is None or "read as day, month, year" in told.words


def test_a_journal_of_our_own_is_not_brought_in(tmp_path):
    ours = tmp_path / "notes" / "My journal"
    ours.mkdir(parents=True)
    for name in ("journal.db", "keys.json", "READ ME.txt"):
        (ours / name).write_bytes(b"words")
    (tmp_path / "notes" / "a.txt").write_bytes(b"words")
    with pytest.raises(NotBroughtIn, match=r"My journal: This is a journal of Afterword itself"):
        read(ours)
    incoming = read(tmp_path / "notes")
    assert [entry.place for entry in incoming.entries] == ["a.txt"]
    assert [each.place for each in incoming.left_out] == ["My journal"]


def test_a_folder_brings_every_kind_of_note_in_the_order_of_its_names(tmp_path):
    folder = tmp_path / "notes"
    (folder / "2020").mkdir(parents=True)
    (folder / "2020" / "b.md").write_text("# B\nfour words are here", encoding="utf-8")
    (folder / "10.txt").write_text("ten", encoding="utf-8")
    (folder / "9.txt").write_text("nine", encoding="cp1252")
    (folder / "blank.txt").write_text(" \n", encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\0\1\2\3")
    (folder / "cup.png").write_bytes(b"\x89PNG")
    (folder / "bread.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("x", encoding="utf-8")
    incoming = read(folder)
    assert [entry.place for entry in incoming.entries] == ["9.txt", "10.txt", "2020/b.md"]
    assert sum(map(word_count, incoming.entries)) == 9  # two of them are titles by the names
    assert incoming.left_out == (
        LeftOut("notes", "1 hidden file or folder is not looked into."),
        LeftOut("blank.txt", "There are no words in it."),
        LeftOut(
            "broken.txt", "This is not a text file, or it is damaged: its bytes are not words."
        ),
        LeftOut("notes", "2 files ending in “.png” are not brought in with this folder."),
    )


def test_with_a_kind_only_the_files_of_that_kind_are_read(tmp_path):
    (tmp_path / "a.md").write_text("one", encoding="utf-8")
    (tmp_path / "b.txt").write_text("two", encoding="utf-8")
    incoming = read(tmp_path, SourceKind.MARKDOWN)
    assert [entry.place for entry in incoming.entries] == ["a.md"]
    assert incoming.kind is SourceKind.MARKDOWN
    assert "“.txt”" in incoming.left_out[0].reason


def test_a_link_out_of_the_folder_is_refused_in_words(tmp_path):
    folder, outside = tmp_path / "notes", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("not mine to bring", encoding="utf-8")
    (folder / "a.txt").write_text("mine", encoding="utf-8")
    (folder / "b.txt").symlink_to(outside / "secret.txt")
    (folder / "c").symlink_to(outside)
    (folder / "d.txt").symlink_to(folder / "a.txt")
    (folder / "e").symlink_to(folder)
    (folder / "f.txt").symlink_to("f.txt")
    incoming = read(folder)
    assert [entry.place for entry in incoming.entries] == ["a.txt"]
    told = {each.place: each.reason for each in incoming.left_out}
    assert "leads out of the folder" in told["b.txt"]
    assert "leads out of the folder" in told["c"]
    assert set(told) == {"b.txt", "c", "d.txt", "e", "f.txt"}


def test_a_pipe_is_not_waited_for(tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    incoming = read(tmp_path)
    assert incoming.left_out == (LeftOut("pipe.txt", "This is not an ordinary file."),)
    with pytest.raises(NotBroughtIn, match="not an ordinary file"):
        read(tmp_path / "pipe.txt")


def test_reading_a_folder_can_be_stopped(tmp_path):
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text("words", encoding="utf-8")
    shares = []

    def stop(share):
        shares.append(share)
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        Sources().read(tmp_path, None, stop)
    assert shares == sorted(shares)


def test_a_folder_of_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("app.importing.folder_files.MOST_FILES", 5)
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("words", encoding="utf-8")
    with pytest.raises(NotBroughtIn, match="more than 5 files"):
        read(tmp_path)


def test_a_text_longer_than_any_reflection_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("app.importing.limits.LONGEST_ENTRY", 10)
    (tmp_path / "a.txt").write_text("eleven long words", encoding="utf-8")
    with pytest.raises(NotBroughtIn, match="too long for one reflection"):
        read(tmp_path / "a.txt")


def test_a_document_in_a_folder_is_read_or_told(tmp_path):
    from docx import Document

    document = Document()
    document.add_paragraph("Snow fell.")
    document.save(tmp_path / "a.docx")
    (tmp_path / "b.doc").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1"))
    (tmp_path / "c.txt").write_text("rain", encoding="utf-8")
    incoming = read(tmp_path)
    assert [entry.place for entry in incoming.entries] == ["a.docx", "c.txt"]
    assert [each.place for each in incoming.left_out] == ["b.doc"]
