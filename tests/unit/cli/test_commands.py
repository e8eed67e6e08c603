"""The command line over real services: what it prints, its exit codes, its failures in words."""

import json
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.cli.commands import DONE, FAILED, Doors
from app.cli.run import run
from tests.workshops import PASSPHRASE, a_workshop

ANSWERS = """
what_happened = "The meeting began late; a *long* silence followed."
what_i_felt = "MARKERPRIVATE"
so_what = "I filled it."
now_what = [{ what = "Wait for three breaths", who = "me", by_when = 2026-11-03 }]

[sharing]
so_what = "private"
what_happened = ["supervision", "cpd"]
"""


@dataclass
class CommandLine:
    """Types commands on one journal and keeps what they gave."""

    folder: Path
    capsys: pytest.CaptureFixture
    workshop: object = field(default_factory=a_workshop)
    opened_windows: list = field(default_factory=list)

    @property
    def journal(self):
        return self.folder / "My journal"

    @property
    def secret(self):
        file = self.folder / "secret"
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(PASSPHRASE + "\n")
        return file

    def type(self, command, *more, secret=None):
        arguments = [command, *map(str, more)]
        if command not in ("forms", "window", "--help"):
            arguments += ["--passphrase-file", str(secret or self.secret)]
        doors = Doors(self.open_window)
        code = run(arguments, self.workshop, doors)
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def open_window(self, folder):
        self.opened_windows.append(folder)
        return 0

    def write(self, answers=ANSWERS, *more):
        file = self.folder / "answers.toml"
        file.write_text(answers)
        return self.type(
            "write", self.journal, "--form", "five_minute_capture", "--answers", file, *more
        )


@pytest.fixture
def line(tmp_path, capsys):
    return CommandLine(tmp_path, capsys)


@pytest.fixture
def made(line):
    assert line.type("new", line.journal)[0] == DONE
    return line


def only_sentence(err):
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err.strip()


def test_new_prints_twenty_four_words_once(line):
    code, out, err = line.type("new", line.journal)
    assert (code, err) == (DONE, "")
    numbered = dict(re.findall(r"(\d+) ([a-z]+)", out.partition("again.")[2]))
    assert {int(number) for number in numbered} == set(range(1, 25))
    vault = line.workshop.unlocking.open_with_words(
        line.journal, " ".join(numbered[str(number)] for number in range(1, 25))
    )
    vault.close()


def test_new_refuses_a_folder_that_holds_something(made):
    before = {file: file.read_bytes() for file in made.journal.iterdir()}
    code, out, err = made.type("new", made.journal)
    assert (code, out) == (FAILED, "")
    only_sentence(err)
    assert before == {file: file.read_bytes() for file in made.journal.iterdir()}


def test_write_list_find_and_show_tell_the_same_reflection(made):
    code, out, _ = made.write(ANSWERS, "--title", "A long silence", "--event-date", "2026-10-21")
    assert code == DONE
    reflection = out.strip()
    listed = json.loads(made.type("list", made.journal, "--json")[1])
    assert [(each["id"], each["title"]) for each in listed] == [(reflection, "A long silence")]
    assert listed[0]["event_date"] == "2026-10-21"
    found = json.loads(made.type("find", made.journal, "silen", "--json")[1])
    assert found[0]["id"] == reflection
    shown = json.loads(made.type("show", made.journal, reflection, "--json")[1])
    assert shown["answers"]["what_happened"]["value"].endswith("*long* silence followed.")
    assert shown["answers"]["what_happened"]["sharing"] == ["supervision", "cpd"]
    assert shown["answers"]["so_what"]["sharing"] == "private"
    assert shown["answers"]["now_what"]["value"][0]["by_when"] == "2026-11-03"
    assert "Wait for three breaths" in made.type("show", made.journal, reflection)[1]


def test_a_search_without_a_match_is_no_failure(made):
    made.write()
    assert made.type("find", made.journal, "zebra", "--json")[:2] == (DONE, "[]\n")


@pytest.mark.parametrize("ending", ["pdf", "html", "md"])
def test_a_summary_is_written_in_every_format(made, ending):
    reflection = made.write()[1].strip()
    target = made.folder / f"summary.{ending}"
    code, out, err = made.type(
        "summary", made.journal, "--reflection", reflection, "--output", target
    )
    assert (code, out, err) == (DONE, "", "")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    if ending != "pdf":
        text = target.read_text()
        assert "silence" in text
        assert "MARKERPRIVATE" not in text
        assert "kept back" in text


def test_a_summary_has_the_record_line_and_no_greys_only_when_asked(made):
    reflection = made.write()[1].strip()
    usual, asked = made.folder / "usual.html", made.folder / "asked.html"
    ask = ("summary", made.journal, "--reflection", reflection, "--output")
    assert made.type(*ask, usual)[0] == DONE
    more = ("--with-record", "--with-wellbeing", "--black-and-white")
    assert made.type(*ask, asked, *more)[0] == DONE
    assert "Record of changes on" in asked.read_text()
    assert "Record of changes" not in usual.read_text()
    assert "#555" in usual.read_text()
    assert "#555" not in asked.read_text()


def test_a_summary_is_for_the_next_session_unless_another_is_told(made):
    reflection = made.write()[1].strip()
    asked = ("supervision", made.journal, "--on", "2126-01-05", "--with", "the practice lead")
    assert made.type(*asked)[0] == DONE
    known, told = made.folder / "known.md", made.folder / "told.md"
    ask = ("summary", made.journal, "--reflection", reflection, "--output")
    assert made.type(*ask, known)[0] == DONE
    assert "5 January 2126" in known.read_text()
    assert "the practice lead" in known.read_text()
    assert made.type(*ask, told, "--with", "", "--date", "2126-02-06")[0] == DONE
    assert "6 February 2126" in told.read_text()
    assert "the practice lead" not in told.read_text()


def test_a_summary_of_a_span_takes_only_what_is_shared_in_it(made):
    made.write(ANSWERS, "--event-date", "2026-10-21", "--title", "Inside")
    made.write(ANSWERS, "--event-date", "2026-08-01", "--title", "Outside")
    target = made.folder / "summary.md"
    span = ("--from", "2026-10-01", "--to", "2026-10-31")
    assert made.type("summary", made.journal, *span, "--output", target)[0] == DONE
    assert "Inside" in target.read_text()
    assert "Outside" not in target.read_text()


def test_drafts_wait_until_they_are_named(made):
    draft = made.write(ANSWERS, "--event-date", "2026-10-21", "--title", "Half", "--draft")[1]
    target = made.folder / "summary.md"
    of_october = ("--from", "2026-10-01", "--to", "2026-10-31", "--output", target)
    code, out, err = made.type("summary", made.journal, *of_october)
    assert (code, out) == (FAILED, "")
    assert err.startswith("Only drafts between these dates share anything")
    made.write(ANSWERS, "--event-date", "2026-10-22", "--title", "Whole")
    assert made.type("summary", made.journal, *of_october)[0] == DONE
    assert "Whole" in target.read_text()
    assert "Half" not in target.read_text()
    named = ("--reflection", draft.strip(), "--output", target)
    assert made.type("summary", made.journal, *named)[0] == DONE
    assert "Half" in target.read_text()


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ('smell = "x"', "smell: "),
        ("what_happened = 3", "what_happened: this answer is text"),
        ("what_happened = ", "this is not TOML"),
        ('now_what = [{what="x", by_when="2026-02-31"}]', "now_what: a date"),
    ],
)
def test_answers_that_do_not_fit_store_nothing(made, answers, words):
    code, out, err = made.write(answers)
    assert (code, out) == (FAILED, "")
    assert words in only_sentence(err)
    assert made.type("list", made.journal, "--json")[1] == "[]\n"


def test_a_wrong_passphrase_is_one_sentence_and_writes_nothing(made):
    wrong = made.folder / "wrong"
    wrong.touch(mode=0o600)
    wrong.write_text("another one entirely\n")
    before = {file: file.read_bytes() for file in made.journal.iterdir()}
    code, _, err = made.type("list", made.journal, secret=wrong)
    assert code == FAILED
    assert "does not open this journal" in only_sentence(err)
    assert before == {file: file.read_bytes() for file in made.journal.iterdir()}


@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_a_passphrase_file_that_others_can_read_is_refused(made):
    made.secret.chmod(0o640)
    code, _, err = made.type("list", made.journal)
    assert code == FAILED
    assert "Others can read the file" in only_sentence(err)


def test_without_a_passphrase_file_nobody_is_asked_where_nobody_is(made):
    code = run(["list", str(made.journal)], made.workshop, Doors(made.open_window))
    assert code == FAILED
    assert "nobody to ask" in made.capsys.readouterr().err


def test_a_passphrase_that_is_too_easy_makes_no_journal(line):
    line.secret.write_text("password\n")
    code, _, err = line.type("new", line.journal)
    assert code == FAILED
    assert "too easy to guess" in only_sentence(err)
    assert not line.journal.exists()


def test_a_folder_that_is_no_journal_is_told(line):
    code, _, err = line.type("open", line.folder)
    assert code == FAILED
    only_sentence(err)


def test_an_unknown_reflection_or_form_is_told(made):
    assert made.type("show", made.journal, "0" * 32)[0] == FAILED
    assert made.type("forms", "no_such_form")[0] == FAILED


def test_the_titles_of_the_forms_stand_in_one_column(line):
    listed = line.type("forms")[1].splitlines()
    ids = [each.split()[0] for each in listed]
    starts = {
        len(each) - len(each[len(key) :].lstrip()) for each, key in zip(listed, ids, strict=True)
    }
    assert len(ids) > 30
    assert starts == {max(map(len, ids)) + 2}


def test_forms_are_listed_and_shown_whole(line):
    forms = json.loads(line.type("forms", "--json")[1])
    assert {"five_minute_capture", "conference_or_case", "fook_two_stages", "practice_review"} <= {
        each["id"] for each in forms
    }
    assert all(set(each) == {"id", "version", "title", "own"} for each in forms)
    form = json.loads(line.type("forms", "practice_review", "--json")[1])
    texts = [prompt["text"] for section in form["sections"] for prompt in section["prompts"]]
    assert "How does this relate to my role?" in texts
    prompt = form["sections"][0]["prompts"][0]
    assert {"key", "kind", "text", "sharing"} <= set(prompt)


def test_a_form_file_is_checked_by_itself(line):
    good = Path("forms/five_minute_capture.toml")
    assert line.type("forms", "check", good)[0] == DONE
    bad = line.folder / "bad.toml"
    bad.write_text("format = 9\n")
    code, _, err = line.type("forms", "check", bad)
    assert code == FAILED
    assert "bad.toml" in only_sentence(err)


@pytest.mark.parametrize(
    "arguments",
    [
        ["write", "somewhere"],
        ["summary", "x", "--output", "a.pdf", "--from", "2026-02-30"],
        ["list", "x", "--limit", "0"],
        ["nonsense"],
    ],
)
def test_a_command_that_is_not_understood_exits_with_two(line, arguments):
    with pytest.raises(SystemExit) as exit_code:
        run(arguments, line.workshop, Doors(line.open_window))
    assert exit_code.value.code == 2


def test_a_summary_needs_either_reflections_or_a_span(made):
    assert made.type("summary", made.journal, "--output", "x.pdf")[0] == 2
    reflection = made.write()[1].strip()
    both = ("--reflection", reflection, "--from", "2026-01-01")
    assert made.type("summary", made.journal, *both, "--output", "x.pdf")[0] == 2


def test_an_output_that_cannot_be_written_is_told_before_anything_is_half_written(made):
    reflection = made.write()[1].strip()
    target = made.folder / "missing" / "summary.pdf"
    code, _, err = made.type(
        "summary", made.journal, "--reflection", reflection, "--output", target
    )
    assert code == FAILED
    assert "does not exist" in only_sentence(err)


def test_check_says_that_all_is_well(made):
    made.write()
    code, out, err = made.type("check", made.journal)
    assert (code, err) == (DONE, "")
    assert "unbroken" in out


def broken(made, *, share=0.55):
    """Change a byte of every page in one part of the file."""
    path = made.journal / "journal.db"
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        if start < len(data) * share:
            data[start + 100] ^= 1
    path.write_bytes(data)


def test_check_names_damage_and_says_what_to_do(made):
    made.write()
    broken(made)
    code, out, err = made.type("check", made.journal)
    assert (code, out) == (FAILED, "")
    assert "damaged" in err
    assert "What to do: Keep this folder as it is." in err
    assert "afterword salvage JOURNAL NEW-FOLDER" in err
    assert "MARKERPRIVATE" not in err


def test_check_reads_past_damage_that_forbids_opening(made):
    made.write()
    broken(made, share=0)
    path = made.journal / "journal.db"
    path.write_bytes(path.read_bytes()[:-8192])
    code, _, err = made.type("check", made.journal)
    assert code == FAILED
    assert "it is not the passphrase" in err
    assert "What to do:" in err


def test_check_can_rebuild_the_index(made):
    made.write()
    assert made.type("check", made.journal, "--rebuild-index")[0] == DONE
    assert "1 reflection" in made.type("open", made.journal)[1]


def test_salvage_makes_a_new_journal_and_leaves_the_old_one(made):
    reflection = made.write()[1].strip()
    path, target = made.journal / "journal.db", made.folder / "Salvaged"
    path.write_bytes(path.read_bytes()[:-4096])
    before = path.read_bytes()
    code, out, _ = made.type("salvage", made.journal, target)
    assert code == DONE
    assert "1 reflection came back" in out
    assert "The damaged journal was not changed." in out
    assert path.read_bytes() == before
    assert made.type("check", target)[0] == DONE
    assert "MARKERPRIVATE" in made.type("show", target, reflection)[1]
    code, _, err = made.type("salvage", made.journal, target)
    assert code == FAILED
    assert "something at this place already" in only_sentence(err)


def test_open_says_what_is_in_it_and_window_opens_the_window(made):
    made.write()
    assert "My journal: 1 reflection." in made.type("open", made.journal)[1]
    assert made.type("window", made.journal)[0] == DONE
    assert made.opened_windows == [made.journal]


def test_the_sample_journal_holds_twelve_reflections(line):
    assert line.type("new", line.journal, "--sample")[0] == DONE
    assert len(json.loads(line.type("list", line.journal, "--json")[1])) == 12


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "👩‍👧 emoji",
        "مرحبا שלום",
        "e\u0301 combining",
        "a\u0000b\u0007c",
        "<script>x</script>",
        "![x](file:///etc/hostname)",
    ],
)
def test_odd_text_is_kept_and_can_be_printed(made, text):
    reflection = made.write(f"what_happened = {json.dumps(text, ensure_ascii=False)}")[1].strip()
    shown = json.loads(made.type("show", made.journal, reflection, "--json")[1])
    assert shown["answers"]["what_happened"]["value"].replace("\u0000", "") == text.replace(
        "\u0000", ""
    )
    for ending in ("pdf", "html", "md"):
        target = made.folder / f"odd.{ending}"
        assert (
            made.type("summary", made.journal, "--reflection", reflection, "--output", target)[0]
            == DONE
        )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["list", "x", "--passphrase", "my secret"], "not understood: --passphrase"),
        (["list", "x", "--passphrase=my secret"], "not understood: --passphrase"),
        (["list", "x", "my secret"], "more was typed than is asked"),
        (["list", "x", "--json=my secret"], "argument --json: not one of those"),
        (["my secret"], "argument COMMAND: not one of those"),
        (["list", "x", "--limit", "my secret"], "argument --limit: a whole number from 1"),
        (["summary", "x", "--output", "y", "--from", "my secret"], "argument --from: a date is"),
        (["summary", "x", "--output", "y", "--from", "20261001"], "argument --from: a date is"),
        (["summary", "x", "--output", "y", "--to", "2026-W43-7"], "argument --to: a date is"),
        (["write", "x", "--event-date", "20261001"], "argument --event-date: a date is"),
        (
            ["open", "x", "--passphrase-file", "my secret", "--recovery-words-file", "my secret"],
            "not allowed with argument",
        ),
        (["new", "x", "--recovery-words-file", "my secret"], "understood: --recovery-words-file"),
    ],
)
def test_what_is_not_understood_is_named_and_never_repeated(line, arguments, told):
    with pytest.raises(SystemExit) as exit_code:
        run(arguments, line.workshop, Doors(line.open_window))
    assert exit_code.value.code == 2
    err = line.capsys.readouterr().err
    assert told in err
    assert "my secret" not in err


@pytest.mark.parametrize("command", ["open", "check", "list"])
def test_the_recovery_words_open_a_journal_too(line, command):
    out = line.type("new", line.journal)[1]
    words = line.folder / "words"
    words.touch(mode=0o600)
    numbered = dict(re.findall(r"(\d+) ([a-z]+)", out.partition("again.")[2]))
    words.write_text("\n".join(f"{place}. {numbered[str(place)]}" for place in range(1, 25)))
    given = [command, str(line.journal), "--recovery-words-file", str(words)]
    assert run(given, line.workshop, Doors(line.open_window)) == DONE
    line.capsys.readouterr()
    words.write_text("abandon " * 24)
    assert run(given, line.workshop, Doors(line.open_window)) == FAILED
    assert "abandon" not in only_sentence(line.capsys.readouterr().err)


def test_answers_without_an_answer_store_nothing(made):
    for answers in ("", 'what_happened = "  "', '[sharing]\nwhat_happened = "private"'):
        code, out, err = made.write(answers)
        assert (code, out) == (FAILED, "")
        assert "the answers: there is none" in only_sentence(err)
    assert made.type("list", made.journal, "--json")[1] == "[]\n"


def test_an_empty_theme_is_not_stored(made):
    reflection = made.write(ANSWERS, "--theme", "", "--theme", "a\nb", "--title", "x\ny")[1].strip()
    shown = json.loads(made.type("show", made.journal, reflection, "--json")[1])
    assert (shown["themes"], shown["title"]) == (["a b"], "x y")


def test_a_journal_given_by_a_dot_is_told_by_its_name(made, monkeypatch):
    monkeypatch.chdir(made.journal)
    assert made.type("open", ".")[1].startswith("My journal: 0 reflections.")


def test_a_new_journal_needs_a_name(line, monkeypatch):
    (line.folder / "empty").mkdir()
    secret = line.secret
    monkeypatch.chdir(line.folder / "empty")
    code, _, err = line.type("new", "", secret=secret)
    assert code == FAILED
    only_sentence(err)
    assert list((line.folder / "empty").iterdir()) == []


def test_a_number_of_thousands_of_digits_is_one_sentence(made):
    code, _, err = made.write("what_happened = " + "7" * 5_000)
    assert code == FAILED
    assert "too long to be read" in only_sentence(err)
