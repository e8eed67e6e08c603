"""The portfolio by the command line."""

import json
import zipfile

import pytest

from app.cli.commands import DONE, FAILED, NOT_UNDERSTOOD
from tests.portfolios import the_workshop
from tests.unit.cli.test_commands import CommandLine

ANSWERS = """
what_happened = "I went with Zephyrine to a day of learning."
so_what = "I listen longer."
what_i_felt = "MARKERPRIVATE"

[sharing]
what_happened = "cpd"
so_what = ["supervision", "cpd"]
"""


@pytest.fixture
def line(tmp_path, capsys):
    line = CommandLine(tmp_path, capsys, the_workshop())
    assert line.type("new", line.journal)[0] == DONE
    return line


@pytest.fixture
def registered(line):
    for year in ("2025", "2026"):
        more = ("--title", f"Learning in {year}", "--event-date", f"{year}-10-21")
        uid = line.write(ANSWERS, *more)[1].strip()
        if year == "2025":
            assert line.type("cpd", line.journal, "--register", "swe")[0] == DONE
        assert line.type("cpd", line.journal, "--make", uid)[0] == DONE
    return line


def text(line, *more):
    target = line.folder / "portfolio.txt"
    code, _, err = line.type("portfolio", line.journal, "--output", target, *more)
    assert code == DONE, err
    return target.read_text(encoding="utf-8")


def test_this_year_is_written_if_no_other_is_asked_for(registered):
    told = text(registered)
    assert "Learning in 2026" in told
    assert "Learning in 2025" not in told
    assert "MARKERPRIVATE" not in told
    assert "Registration year 2025–26" in told


def test_another_year_any_days_and_a_name(registered):
    told = text(registered, "--year", "2025", "--name", "Sam Okafor")
    assert "Learning in 2025" in told
    assert "Learning in 2026" not in told
    assert "Sam Okafor" in told
    both = text(registered, "--from", "2020-01-01", "--to", "2026-12-31", "--regulator", "swe")
    assert "Learning in 2025" in both
    assert "Learning in 2026" in both


def test_a_profile_comes_from_a_file(registered):
    file = registered.folder / "profile.md"
    file.write_text("I chair *conferences*.", encoding="utf-8")
    assert "I chair conferences." in text(registered, "--profile", file)
    file.write_bytes(b"\xff\xfe")
    target = registered.folder / "other.txt"
    more = ("--output", target, "--profile", file)
    code, _, err = registered.type("portfolio", registered.journal, *more)
    assert (code, err) == (FAILED, "Not written: the profile is no text in UTF-8.\n")
    assert not target.exists()


def test_the_zip_file_holds_everything_and_the_command_says_what(registered):
    target = registered.folder / "portfolio.zip"
    code, out, err = registered.type("portfolio", registered.journal, "--output", target)
    assert code == DONE
    assert out.startswith("portfolio.zip: written, with 1 piece and 0 files of evidence.")
    assert "It is not encrypted." in out
    assert "Possible identifiers on it that nobody decided about" in err
    with zipfile.ZipFile(target) as archive:
        assert json.loads(archive.read("data/pieces.json"))["pieces"][0]["title"]


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".md"])
def test_every_kind_is_written(registered, ending):
    target = registered.folder / f"portfolio{ending}"
    more = ("--output", target, "--large-print", "--black-and-white", "--checked-line")
    assert registered.type("portfolio", registered.journal, *more)[0] == DONE
    assert target.stat().st_size > 1_000


def test_strict_writes_nothing_while_something_is_undecided(registered):
    target = registered.folder / "portfolio.zip"
    more = ("--output", target, "--strict")
    code, _, err = registered.type("portfolio", registered.journal, *more)
    assert code == FAILED
    assert "undecided" in err
    assert not target.exists()
    code, _, err = registered.type(
        "portfolio", registered.journal, *more, "--keep-because", "She agreed"
    )
    assert (code, err) == (DONE, "")


def test_days_are_given_both_or_not_and_never_with_a_year(registered):
    target = registered.folder / "portfolio.pdf"
    for more in (
        ("--from", "2026-01-01"),
        ("--to", "2026-01-01"),
        ("--from", "2026-01-01", "--to", "2026-02-01", "--year", "2026"),
    ):
        code, _, err = registered.type("portfolio", registered.journal, "--output", target, *more)
        assert (code, err) == (NOT_UNDERSTOOD, "Say which: --year, or both --from and --to.\n")
    backwards = ("--from", "2026-02-01", "--to", "2026-01-01")
    code, _, err = registered.type("portfolio", registered.journal, "--output", target, *backwards)
    assert (code, err) == (FAILED, "The days end before they begin.\n")
    assert not target.exists()


def test_a_wrong_ending_is_told_before_the_passphrase(registered):
    more = ("--output", registered.folder / "portfolio.odt")
    nowhere = registered.folder / "nowhere"
    code, _, err = registered.type("portfolio", registered.journal, *more, secret=nowhere)
    assert code == FAILED
    assert "its format; it is one of .zip, .pdf, " in err


def test_without_a_registration_it_says_what_to_do(line):
    more = ("--output", line.folder / "portfolio.pdf")
    code, _, err = line.type("portfolio", line.journal, *more)
    assert code == FAILED
    assert "This journal knows of no registration" in err
