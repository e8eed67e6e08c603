"""The invented sample journal fits the forms, so that it can be written into a real vault."""

import re
import tomllib
from datetime import date, datetime

import pytest

from app.assets import resource
from app.domain.answer import Actions, Answer, Choice, Scale, text_of, word_count
from app.domain.answer_plain import from_plain
from app.domain.calendar_words import month_name
from app.domain.form import SummaryRole
from app.domain.reflection import Progress, Reflection, is_asked, progress_of
from app.domain.sharing import sharing_from_words
from tests.cpd_scenes import shipped_frameworks, shipped_regulators
from tests.workshops import a_sample_desk

HEAD = {"form", "title", "event_date", "begun_at", "status", "themes", "answers", "sharing"}
CPD = {"regulator", "kinds", "parts", "peer_role", "peer_on"}
LAST_DAY = date(2026, 10, 22)
# A title before a name, or initials: there are none, since everyone goes by a role.
NAMES = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|PC|DC)\.? [A-Z]|\b[A-Z]\.[A-Z]\.")
CAPITALISED_PAIR = re.compile(
    r"(?<![.!?:*] )(?<![“*])(?<!^)\b[A-Z][a-z]+ [A-Z][a-z]+", re.MULTILINE
)


def _values(form, answers):
    return {key: from_plain(form.prompt(key).kind, plain) for key, plain in answers.items()}


def _assert_fits(form, answers, sharing):
    for key in [*answers, *sharing]:
        assert form.prompt(key) is not None, key
    for words in sharing.values():
        sharing_from_words(words)
    values = _values(form, answers)
    for key, value in values.items():
        if isinstance(value, Choice):
            assert value.option in form.prompt(key).options
        if isinstance(value, Actions):
            assert all(item.what and item.who and item.by_when for item in value.items)
    return values


def _reflection(form, content):
    begun_at = content["begun_at"]
    answers = {
        key: Answer(value, form.prompt(key).sharing)
        for key, value in _values(form, content["answers"]).items()
    }
    return Reflection("x", form.id, form.version, begun_at, begun_at, answers=answers)


def test_there_are_twelve_reflections_and_one_of_them_is_a_draft(sample_files):
    assert len(sample_files) == 12
    drafts = [content["title"] for _, content in sample_files if content["status"] == "draft"]
    assert drafts == ["The conference that ran on"]


def test_every_reflection_fits_its_form(sample_files, shipped):
    for path, content in sample_files:
        assert set(content) <= {*HEAD, "cpd"}, path.name
        assert content["status"] in ("complete", "draft")
        form = shipped[content["form"]]
        _assert_fits(form, content["answers"], content.get("sharing", {}))


def test_only_prompts_that_are_asked_have_answers(sample_files, shipped):
    for path, content in sample_files:
        form = shipped[content["form"]]
        reflection = _reflection(form, content)
        for key in content["answers"]:
            assert is_asked(reflection, form.prompt(key)), (path.name, key)


def test_files_are_numbered_in_the_order_of_writing_through_the_year(sample_files):
    begun = [content["begun_at"] for _, content in sample_files]
    assert begun == sorted(begun)
    assert [path.name[:3] for path, _ in sample_files] == [f"{n:02}_" for n in range(1, 13)]
    for _, content in sample_files:
        assert isinstance(content["begun_at"], datetime)
        assert content["begun_at"].tzinfo is not None
        assert 0 <= (content["begun_at"].date() - content["event_date"]).days <= 1
        assert date(2025, 10, 22) < content["event_date"] < LAST_DAY


def test_every_piece_fits_its_regulator(sample_files):
    regulators, frameworks = shipped_regulators(), shipped_frameworks()
    pieces = [content["cpd"] for _, content in sample_files if "cpd" in content]
    assert len(pieces) == 4
    for piece in pieces:
        assert set(piece) <= CPD
        rules = regulators[piece["regulator"]].rules[-1]
        assert set(piece["kinds"]) <= set(rules.kinds)
        assert all(frameworks[rules.coverage].tag(part) for part in piece["parts"])


def test_the_samples_year_is_ready_by_the_regulators_own_rules(tmp_path):
    desk = a_sample_desk(tmp_path / "journal")
    (registration,) = desk.cpd.registrations.read()
    standing = desk.cpd.year(registration).standing
    assert standing.is_ready
    assert (len(standing.ready), standing.different, standing.lacks) == (4, 4, ())
    assert standing.with_peer >= 1
    assert standing.with_impact >= 1
    desk.close()


def test_every_reflection_has_some_depth(sample_files, shipped):
    for path, content in sample_files:
        values = _values(shipped[content["form"]], content["answers"])
        words = sum(word_count(value) for value in values.values())
        assert 150 <= words <= 520, (path.name, words)


def test_the_draft_has_eight_of_fourteen_prompts_answered(sample_files, shipped):
    (content,) = (content for _, content in sample_files if content["status"] == "draft")
    form = shipped[content["form"]]
    assert progress_of(_reflection(form, content), form) == Progress(answered=8, asked=14)
    assert content["event_date"] == content["begun_at"].date() == date(2026, 10, 21)


def test_child_a_stood_at_six_in_june_and_at_four_in_october(sample_files):
    numbers = {
        (content["event_date"].month, content["answers"]["safety_scale"]["number"])
        for _, content in sample_files
        if "Child A" in str(content) and content["form"] == "conference_or_case"
    }
    assert numbers == {(6, 6), (10, 4)}


def test_some_actions_are_done_and_some_are_still_open(sample_files, shipped):
    actions = [
        (content["begun_at"].date(), item)
        for _, content in sample_files
        for value in _values(shipped[content["form"]], content["answers"]).values()
        if isinstance(value, Actions)
        for item in value.items
    ]
    done = [(begun, item) for begun, item in actions if item.done_on]
    still_open = [item for _, item in actions if not item.done_on]
    assert len(done) >= 12
    assert all(begun <= item.done_on < LAST_DAY for begun, item in done)
    assert len(still_open) >= 6
    assert min(item.by_when for item in still_open) < LAST_DAY  # one is late
    assert max(item.by_when for item in still_open) > date(2026, 11, 1)


def test_the_sample_holds_questions_disagreements_and_the_usual_forms(sample_files, shipped):
    roles = []
    for _, content in sample_files:
        form = shipped[content["form"]]
        roles += [form.prompt(key).summary_role for key in content["answers"]]
    assert roles.count(SummaryRole.QUESTION) >= 5
    assert roles.count(SummaryRole.DISAGREEMENT) >= 4
    assert {content["form"] for _, content in sample_files} == {
        "five_minute_capture",
        "conference_or_case",
        "practice_review",
        "fook_two_stages",
    }


def test_silence_is_a_word_of_several_but_not_of_all(sample_files):
    found = [path for path, content in sample_files if "silence" in str(content["answers"])]
    assert len(found) == 8


def test_themes_are_plain_words_and_some_recur(sample_files):
    themes = [theme for _, content in sample_files for theme in content["themes"]]
    assert all(re.fullmatch(r"[a-z][a-z -]*", theme) for theme in themes)
    assert themes.count("voice of the child") >= 3
    assert {"fathers and unseen men", "changing risk", "information sharing"} <= set(themes)


def test_everyone_goes_by_a_role(sample_files, shipped):
    for path, content in sample_files:
        values = _values(shipped[content["form"]], content["answers"]).values()
        text = "\n".join([content["title"], *(text_of(value) for value in values)])
        assert not NAMES.search(text), path.name
        assert CAPITALISED_PAIR.findall(text) == [], path.name


def test_the_demo_answers_fit_the_conference_form(shipped):
    text = resource("sample", "demo_answers.toml").read_text(encoding="utf-8")
    answers = tomllib.loads(text)
    sharing = answers.pop("sharing")
    values = _assert_fits(shipped["conference_or_case"], answers, sharing)
    assert len(values) == 15
    assert isinstance(values["safety_scale"], Scale)
    assert not NAMES.search(text)


def test_no_month_is_named_for_the_dates_are_moved(sample_files):
    months = {month_name(date(2026, month, 1)) for month in range(1, 13)} - {"May"}
    named = re.compile(rf"\b(?:{'|'.join(months)}|in May|[Ss]pring|[Ss]ummer|[Aa]utumn)\b")
    for path, content in sample_files:
        assert named.findall(str(content)) == [], path.name


@pytest.mark.parametrize("word", ["council", "borough", "county", "street"])
def test_no_place_is_told(sample_files, word):
    for path, content in sample_files:
        assert word not in str(content).casefold(), path.name
