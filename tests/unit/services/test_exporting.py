"""Exports: whole or not at all, never through a link, never a surprise."""

import os
import stat

import pytest

from app.domain.errors import ExportError
from app.services.exporting import Exporting
from app.services.file_kind import FileKind
from app.summary.document import Document
from app.summary.released import Released

DOCUMENT = Released.of_no_journal(Document("Title", "", (), "Footer"))


class OneWriter:
    def render(self, document):
        return b"whole document"


@pytest.fixture
def exporting():
    return Exporting({FileKind.PDF: OneWriter()})


def test_a_document_is_written_whole_and_for_its_owner_only(tmp_path, exporting):
    target = tmp_path / "summary.PDF"
    exporting.write(DOCUMENT, target)
    assert target.read_bytes() == b"whole document"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_at_the_target_is_replaced_and_its_goal_untouched(tmp_path, exporting):
    goal = tmp_path / "goal.txt"
    goal.write_text("keep me")
    target = tmp_path / "summary.pdf"
    target.symlink_to(goal)
    exporting.write(DOCUMENT, target)
    assert goal.read_text() == "keep me"
    assert not target.is_symlink()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("summary.exe", "one of .pdf"),
        ("summary", "one of .pdf"),
        ("nowhere/summary.pdf", "the folder does not exist"),
        ("x" * 300 + ".pdf", "the name is too long"),
        ("folder.pdf", "there is a folder of this name"),
    ],
)
def test_where_it_cannot_be_written_nothing_is_left_behind(tmp_path, exporting, name, words):
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(ExportError, match=words):
        exporting.write(DOCUMENT, tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == ["folder.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="/dev/full exists on Linux only")
def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path, exporting, monkeypatch):
    target = tmp_path / "summary.pdf"
    target.write_bytes(b"the old one")
    real_write = os.write

    def full(handle, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(ExportError, match="the disk is full"):
        exporting.write(DOCUMENT, target)
    monkeypatch.setattr(os, "write", real_write)
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


def test_the_kind_that_was_asked_for_decides_between_two_with_one_ending(tmp_path):
    class Archive:
        def render(self, document):
            return b"for an archive"

    exporting = Exporting({FileKind.PDF: OneWriter(), FileKind.ARCHIVE_PDF: Archive()})
    exporting.write(DOCUMENT, tmp_path / "one.pdf")
    exporting.write(DOCUMENT, tmp_path / "two.pdf", FileKind.ARCHIVE_PDF)
    assert (tmp_path / "one.pdf").read_bytes() == b"whole document"
    assert (tmp_path / "two.pdf").read_bytes() == b"for an archive"


def test_a_kind_under_another_ending_is_refused_and_nothing_is_written(tmp_path, exporting):
    with pytest.raises(ExportError, match=r"ends in \.docx"):
        exporting.write(DOCUMENT, tmp_path / "summary.pdf", FileKind.WORD)
    with pytest.raises(ExportError, match=r"one of \.pdf, \.docx, \.html, \.md, \.txt"):
        exporting.write(DOCUMENT, tmp_path / "summary.odt")
    assert list(tmp_path.iterdir()) == []
