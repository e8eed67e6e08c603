"""What the journal's page shows, from a real journal."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import NoSuchReflection
from app.domain.finding import Search
from app.services.browsing import about_words, filter_choices, read_reflection
from tests.builders import MOMENT, a_form, a_prompt, a_reflection
from tests.workshops import a_desk, a_sample_desk


def test_choices_are_what_is_in_use_the_most_used_first(tmp_path):
    desk = a_sample_desk(tmp_path / "journal")
    choices = filter_choices(desk.vault, desk.shelf)
    assert ("five_minute_capture", "Five-minute capture") in choices.forms
    assert [form_id for form_id, _ in choices.forms] == [each for each, _ in desk.vault.form_use()]
    assert choices.themes == tuple(theme for theme, _ in desk.vault.themes())
    desk.close()


def test_a_form_that_left_the_shelf_keeps_its_title(tmp_path):
    desk = a_desk(tmp_path / "journal")
    form = a_form(form_id="long_gone", title="A form of long ago")
    desk.vault.keep_form(form)
    desk.vault.put(a_reflection(form, noticed="Rain."))
    assert filter_choices(desk.vault, desk.shelf).forms == (("long_gone", "A form of long ago"),)
    desk.close()


def test_reading_gives_answers_in_the_forms_order_without_empty_ones(tmp_path):
    desk = a_desk(tmp_path / "journal")
    form = a_form(a_prompt("first"), a_prompt("second"), a_prompt("third"))
    desk.vault.keep_form(form)
    written = a_reflection(form, third="Three.", second="  ", first="One.")
    desk.vault.put(written)
    reading = read_reflection(desk.vault, written.id)
    assert [prompt.key for prompt, _ in reading.answered()] == ["first", "third"]
    assert reading.version_count == 1
    desk.close()


def test_reading_what_is_not_there_is_refused(tmp_path):
    desk = a_desk(tmp_path / "journal")
    with pytest.raises(NoSuchReflection):
        read_reflection(desk.vault, "0" * 32)
    assert desk.find(Search()).in_journal == 0
    desk.close()


def test_the_line_about_a_reflection():
    written = a_reflection(event_date=date(2026, 10, 20))
    assert about_words(written) == "About 20 October 2026 · written the next day · draft"
    complete = replace(written, completed_at=MOMENT, event_date=None)
    assert about_words(complete) == "Written on 21 October 2026 · complete"
    early = replace(complete, event_date=date(2026, 10, 30))
    assert about_words(early) == "About 30 October 2026 · written before the event · complete"
