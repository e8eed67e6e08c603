"""Writing over the real vault: begin, save, finish, read again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.answer import Answer, Prose
from app.domain.errors import NoSuchForm, NoSuchReflection
from app.domain.finding import Search
from app.domain.sharing import Sharing
from app.services.journal import About, Writing


def with_text(writing, key, text):
    answer = Answer(Prose(text), Sharing.SUPERVISION)
    return Writing(writing.reflection.with_answer(key, answer), writing.form)


def test_a_draft_that_was_never_saved_leaves_nothing_behind(desk):
    desk.journal.begin("five_minute_capture")
    assert desk.find(Search()).in_journal == 0


def test_what_was_saved_reads_back_with_its_form(desk):
    writing = with_text(desk.journal.begin("five_minute_capture"), "what_happened", "It rained.")
    saved = desk.journal.save(writing)
    again = desk.journal.read(saved.reflection.id)
    assert again.reflection.answers["what_happened"] == Answer(
        Prose("It rained."), Sharing.SUPERVISION
    )
    assert again.form.id == "five_minute_capture"
    assert not again.reflection.is_complete


def test_finishing_marks_it_complete_and_later_saves_keep_that(desk):
    writing = with_text(desk.journal.begin("five_minute_capture"), "what_happened", "It rained.")
    finished = desk.journal.finish(writing)
    assert finished.reflection.is_complete
    later = desk.journal.save(with_text(finished, "so_what", "I was late."))
    assert (
        desk.journal.read(later.reflection.id).reflection.completed_at
        == finished.reflection.completed_at
    )


def test_finishing_twice_keeps_the_first_moment(desk, workshop):
    writing = with_text(desk.journal.begin("five_minute_capture"), "what_happened", "It rained.")
    finished = desk.journal.finish(writing)
    workshop.clock.moment = workshop.clock.moment.replace(day=29)
    assert desk.journal.finish(finished).reflection.completed_at == finished.reflection.completed_at


@pytest.mark.parametrize(
    ("seconds_later", "expected"),
    [
        (0, (18, 42, 20)),  # within the minute it was begun in: not before that
        (30, (18, 42, 20)),
        (75, (18, 43, 0)),
        (-3600, (17, 42, 0)),  # the clock was put back
    ],
)
def test_a_save_is_told_to_the_minute(desk, workshop, seconds_later, expected):
    begun = workshop.clock.moment.replace(second=20)
    workshop.clock.moment = begun
    writing = with_text(desk.journal.begin("five_minute_capture"), "what_happened", "It rained.")
    workshop.clock.moment = begun + timedelta(seconds=seconds_later)
    changed = desk.journal.save(writing).reflection.changed_at
    assert (changed.hour, changed.minute, changed.second) == expected


def test_an_unknown_form_and_an_unknown_reflection_are_told_apart(desk):
    with pytest.raises(NoSuchForm):
        desk.journal.begin("no_such_form")
    with pytest.raises(NoSuchReflection):
        desk.journal.read("0" * 32)


def test_a_reflection_keeps_the_form_version_it_was_written_on(desk):
    writing = with_text(desk.journal.begin("five_minute_capture"), "what_happened", "It rained.")
    saved = desk.journal.save(writing)
    newer = replace(writing.form, version=writing.form.version + 1, title="Renamed")
    desk.vault.keep_form(newer)
    assert desk.journal.read(saved.reflection.id).form.title == writing.form.title


def test_an_open_action_can_be_ticked_and_is_due_no_more(desk, workshop):
    workshop.fill_sample(desk)
    due = desk.home().due
    assert due
    dated = [action.by_when for action in due if action.by_when]
    assert dated == sorted(dated)
    desk.actions.tick(due[0])
    assert due[0] not in desk.home().due
    answer = desk.journal.read(due[0].reflection_id).reflection.answers[due[0].prompt_key]
    assert answer.value.items[due[0].position].done_on == date(2026, 10, 22)


def test_home_shows_the_draft_its_progress_and_what_was_written_lately(desk, workshop):
    workshop.fill_sample(desk)
    home = desk.home()
    assert home.draft is not None
    assert home.draft.outline.title == "The conference that ran on"
    assert (home.draft.progress.answered, home.draft.progress.asked) == (8, 14)
    assert [each.title for each in home.lately][:2] == [
        "What the school saw first",
        "The father nobody had met",
    ]
    assert home.in_journal == 12
    assert len(home.usual_forms) == 3


def test_home_of_an_empty_journal_has_forms_to_begin_with(desk):
    home = desk.home()
    assert (home.draft, home.due, home.lately, home.in_journal) == (None, (), (), 0)
    assert home.usual_forms[0].id == "five_minute_capture"


def test_titles_and_themes_stand_on_one_line_and_no_theme_is_empty(desk):
    form = desk.journal.form("five_minute_capture")
    answers = {"what_happened": Answer(Prose("It\nrained."))}
    about = About(" One\r\ntwo\u2028three\n", themes=("", " \n", "neglect\nagain", "neglect again"))
    written = desk.journal.write(form, answers, about)
    kept = desk.journal.read(written.id)
    assert kept.reflection.title == "One two three"
    assert kept.reflection.themes == ("neglect again",)
    assert kept.reflection.answers["what_happened"].value == Prose("It\nrained.")
    changed = replace(kept.reflection, title="Four\x0bfive ", themes=("a\nb", ""))
    desk.journal.save(replace(kept, reflection=changed))
    again = desk.journal.read(written.id).reflection
    assert (again.title, again.themes) == ("Four five ", ("a b",))
