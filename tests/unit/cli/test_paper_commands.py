"""Papers by the command line: every kind of file, what goes on one, and a form's questions."""

import zipfile

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD
from tests.unit.cli.test_commands import ANSWERS, CommandLine


@pytest.fixture
def line(tmp_path, capsys):
    line = CommandLine(tmp_path, capsys)
    assert line.type("new", line.journal)[0] == DONE
    return line


@pytest.fixture
def reflection(line):
    code, out, _ = line.write(ANSWERS)
    assert code == DONE
    return out.strip()


@pytest.mark.parametrize(
    ("kind", "ending", "begin"),
    [
        ("pdf", ".pdf", b"%PDF"),
        ("pdf-a", ".pdf", b"%PDF"),
        ("docx", ".docx", b"PK"),
        ("html", ".html", b"<!DOCTYPE"),
        ("md", ".md", b"# "),
        ("txt", ".txt", b"Supervision summary"),
    ],
)
def test_the_summary_is_written_as_every_kind(line, reflection, kind, ending, begin):
    target = line.folder / f"summary{ending}"
    more = ("--reflection", reflection, "--output", target, "--as", kind)
    code, _, err = line.type("summary", line.journal, *more)
    assert (code, err) == (DONE, "")
    assert target.read_bytes().startswith(begin)
    assert (b"GTS_PDFA1" in target.read_bytes()) == (kind == "pdf-a")


def test_a_kind_and_another_ending_are_refused_before_the_passphrase(line, reflection):
    target = line.folder / "summary.pdf"
    more = ("--reflection", reflection, "--output", target, "--as", "docx")
    code, _, err = line.type("summary", line.journal, *more, secret=line.folder / "nowhere")
    assert code == FAILED
    assert err.strip() == "A file of this kind ends in .docx."
    assert not target.exists()


def test_a_kind_that_there_is_not_is_not_understood(line, reflection):
    more = ("--reflection", reflection, "--output", line.folder / "a.pdf", "--as", "odt")
    with pytest.raises(SystemExit) as ended:
        line.type("summary", line.journal, *more)
    assert ended.value.code == NOT_UNDERSTOOD
    assert "one of pdf, pdf-a, docx, html, md, txt" in line.capsys.readouterr().err


def text_of_paper(line, reflection, *more):
    target = line.folder / "paper.txt"
    code, out, err = line.type("paper", line.journal, reflection, "--output", target, *more)
    assert (code, err) == (DONE, "")
    assert out.strip() == "paper.txt: written. A file outside the journal is not encrypted."
    return target.read_text(encoding="utf-8")


def test_a_paper_holds_what_is_marked_for_supervision_unless_more_is_said(line, reflection):
    text = text_of_paper(line, reflection)
    assert "a long silence followed" in text
    assert "MARKERPRIVATE" not in text
    assert "MARKERPRIVATE" in text_of_paper(line, reflection, "--extent", "all")


def test_the_evidence_sheet_needs_a_form_about_reviews(line, reflection):
    target = line.folder / "sheet.docx"
    more = ("--output", target, "--evidence-sheet")
    code, _, err = line.type("paper", line.journal, reflection, *more)
    assert code == FAILED
    assert err.strip() == "Only a reflection on a form about reviews has an evidence sheet."
    assert not target.exists()


def test_the_evidence_sheet_of_a_review(line):
    answers = line.folder / "review.toml"
    answers.write_text('what_i_read = "A published review"\nlesson = "Ask who is missing"\n')
    form = ("--form", "practice_review", "--answers", answers)
    _, out, _ = line.type("write", line.journal, *form)
    text = text_of_paper(line, out.strip(), "--evidence-sheet")
    assert text.startswith("Learning from a review")
    assert "Ask who is missing" in text


def test_a_sheet_of_questions_needs_no_journal(line):
    target = line.folder / "fook.docx"
    code, out, err = line.type("forms", "sheet", "fook_team_check", target)
    assert (code, err) == (DONE, "")
    assert out.strip() == "fook.docx: written. It holds no reflection."
    with zipfile.ZipFile(target) as archive:
        assert "Fook: team check" in archive.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("sheet", "fook_team_check"), NOT_UNDERSTOOD),
        (("sheet", "no_such_form", "a.pdf"), FAILED),
        (("sheet", "fook_team_check", "a.odt"), FAILED),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(line, words, code):
    told = line.type("forms", *words)
    assert told[0] == code
    assert told[2].count("\n") == 1
