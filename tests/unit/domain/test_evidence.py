"""Names of files that are kept, and what a file seems to be by its name."""

import pytest

from app.domain.evidence import LONGEST_NAME, FileLook, clean_file_name, file_look, free_name


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("letter.pdf", "letter.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\letter.pdf", "letter.pdf"),
        ("a\nb\tc\0.txt", "abc.txt"),
        ("evil\u202efdp.exe", "evilfdp.exe"),
        ("what? a|name<>:*.pdf", "what_ a_name____.pdf"),
        ("  . spaced  out . ", "spaced out"),
        ("café.png", "café.png"),
        ("", "file"),
        ("...", "file"),
        ("half \ud83d a face.jpg", "half a face.jpg"),
        ("NUL.txt", "_NUL.txt"),
        (".hidden", "hidden"),
    ],
)
def test_a_name_is_only_a_name(given, clean):
    assert clean_file_name(given) == clean


def test_a_long_name_keeps_its_ending():
    name = clean_file_name("x" * 300 + ".jpeg")
    assert (len(name), name.endswith("x.jpeg")) == (LONGEST_NAME, True)
    assert len(clean_file_name("a." + "y" * 300)) == LONGEST_NAME


def test_a_file_looks_like_what_its_name_says():
    looks = [file_look(name) for name in ("a.JPG", "b.pdf", "c.docx", "png", "d.")]
    assert looks == [FileLook.PICTURE, FileLook.PDF, *[FileLook.OTHER] * 3]


def test_a_name_that_is_taken_gets_a_number():
    assert free_name("a.pdf", set()) == "a.pdf"
    assert free_name("a.pdf", {"A.PDF", "a (2).pdf"}) == "a (3).pdf"
    assert free_name("notes", {"notes"}) == "notes (2)"
    long = "x" * 116 + ".pdf"
    assert len(free_name(long, {long})) == LONGEST_NAME
