"""`afterword find` with its filters, over a real journal."""

import json

import pytest

from app.cli.commands import DONE, FAILED, Doors
from app.cli.run import run
from tests.workshops import PASSPHRASE, a_workshop

CAPTURE = "five_minute_capture"


class CommandLine:
    """Types commands on one journal and keeps what they gave."""

    def __init__(self, folder, capsys):
        self.folder, self.capsys, self.workshop = folder, capsys, a_workshop()
        self.secret = folder / "secret"
        self.secret.touch(mode=0o600)
        self.secret.write_text(PASSPHRASE + "\n")

    def type(self, command, *more):
        arguments = [command, self.folder / "journal", *more, "--passphrase-file", self.secret]
        code = run([str(each) for each in arguments], self.workshop, Doors(lambda _folder: 0))
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def titles(self, *more, command="find"):
        code, out, err = self.type(command, *more, "--json")
        assert (code, err) == (DONE, "")
        return {each["title"] for each in json.loads(out)}

    def write(self, title, what_happened, *more, sharing="private", actions="[]"):
        answers = self.folder / "answers.toml"
        answers.write_text(
            f'what_happened = "{what_happened}"\nnow_what = {actions}\n'
            f'[sharing]\nwhat_happened = "{sharing}"\nnow_what = "private"\n'
        )
        more = ["--form", CAPTURE, "--answers", answers, "--title", title, *more]
        assert self.type("write", *more)[0] == DONE


@pytest.fixture(scope="module")
def made_in(tmp_path_factory):
    return tmp_path_factory.mktemp("finding")


@pytest.fixture
def line(made_in, capsys):
    line = CommandLine(made_in, capsys)
    if (made_in / "journal").exists():
        return line
    assert line.type("new")[0] == DONE
    line.write("Kept", "A long silence.", "--theme", "Trust", "--event-date", "2025-03-01")
    line.write("Shown", "A silence.", "--event-date", "2026-09-30", sharing="supervision")
    line.write("Listed", "The kettle sang.", sharing="cpd")
    line.write("Begun", "The kettle again.", "--draft", actions='[{ what = "Ring" }]')
    return line


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["silence"], {"Kept", "Shown"}),
        (['"long silence"'], {"Kept"}),
        (["sil* long "], {"Kept"}),
        (["--status", "complete", "kettle"], {"Listed"}),
        (["--actions", "none", "kettle"], {"Listed"}),
        (["silence", "--sharing", "private", "--theme", "Trust"], {"Kept"}),
    ],
)
def test_words_and_filters_all_hold(line, typed, expected):
    assert line.titles(*typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ([], {"Kept", "Shown", "Listed", "Begun"}),
        (["--form", CAPTURE], {"Kept", "Shown", "Listed", "Begun"}),
        (["--theme", "trust"], {"Kept"}),
        (["--theme", "nobody chose this"], set()),
        (["--from", "2026-01-01", "--to", "2026-10-01"], {"Shown"}),
        (["--from", "2026-10-22", "--by", "writing"], {"Kept", "Shown", "Listed", "Begun"}),
        (["--to", "2026-10-21", "--by", "writing"], set()),
        (["--sharing", "supervision"], {"Shown"}),
        (["--sharing", "cpd"], {"Listed"}),
        (["--sharing", "private"], {"Kept", "Begun"}),
        (["--status", "draft"], {"Begun"}),
        (["--actions", "to-do"], {"Begun"}),
        (["--actions", "none"], {"Kept", "Shown", "Listed"}),
        (["--sharing", "private", "--theme", "Trust"], {"Kept"}),
    ],
)
def test_filters_narrow_the_list_without_words(line, typed, expected):
    assert line.titles(*typed, command="list") == expected


def test_a_mistyped_word_is_told_beside_the_empty_list(line):
    code, out, err = line.type("find", "silense")
    assert (code, out) == (DONE, "")
    assert err == "Nothing was found. Did you mean “silence”?\n"
    assert line.type("find", "silense", "--json")[1] == "[]\n"
    assert line.type("find", "silense", "--sharing", "cpd")[2] == "Nothing was found.\n"


@pytest.mark.parametrize("typed", [["find", "zebra"], ["list", "--theme", "nobody chose this"]])
def test_a_list_without_anything_says_so_and_json_is_an_empty_list(line, typed):
    assert line.type(*typed) == (DONE, "", "Nothing was found.\n")
    assert line.type(*typed, "--json") == (DONE, "[]\n", "")


def test_a_form_that_nothing_is_written_on_is_told(line):
    code, out, err = line.type("list", "--form", "no_such_form")
    assert (code, out) == (FAILED, "")
    assert "no reflection is written on a form with this id" in err.lower()


@pytest.mark.parametrize(
    "wrong",
    [["--by", "moon"], ["--sharing", "everyone"], ["--status", "lost"], ["--actions", "many"],
     ["--from", "1.3.2026"], ["--limit", "0"], ["and", "others"]],
)  # fmt: skip
def test_what_is_not_understood_ends_with_2_and_repeats_nothing(line, wrong):
    with pytest.raises(SystemExit) as ended:
        line.type("find", "words", *wrong)
    assert ended.value.code == 2
    assert wrong[1] not in line.capsys.readouterr().err.rpartition("error:")[2]


@pytest.mark.parametrize(
    "typed", ['"', "AND OR NOT", "*", "(", "^x:", "שלום עולם", "😀", "x" * 10_000, "a " * 5_000]
)
def test_anything_can_be_searched_for(line, typed):
    assert line.titles(typed) <= {"Kept", "Shown", "Listed", "Begun"}
