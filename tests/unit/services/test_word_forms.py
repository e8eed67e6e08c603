"""The organisation's forms: added once, proposed, mapped, filled with the summary's own words."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.answer import Action, Actions, Answer, Choice, Prose, ShortText
from app.domain.errors import ExportError, NoSuchWordForm, WordFormRefused
from app.domain.finding import Search
from app.domain.sharing import Sharing
from app.domain.topic import Help, Topic, Topics
from app.domain.word_form import Misfit, ValueKind, ValueName, joined
from app.rendering.markdown_text import MarkdownWriter
from app.services import word_forms as service
from app.services.word_form_values import Occasion
from app.services.word_form_words import misfit_sentence
from app.services.word_forms import ReleasedValues
from app.summary.choice import SummaryChoice
from tests.word_documents import a_document, paragraph, table
from tests.word_forms import CONTROLS, TABLES, TAGGED, text_of
from tests.workshops import a_sample_desk

SUPERVISION = Sharing.SUPERVISION
AGREED = Actions((Action("Book the room", "Me", date(2026, 11, 9), "it is booked"),))


@pytest.fixture
def sample(tmp_path):
    desk = a_sample_desk(tmp_path / "Sample")
    yield desk
    desk.close()


def chosen(desk, **more):
    ids = tuple(each.reflection.id for each in desk.supervision.offered(Search(limit=3)))
    return SummaryChoice(
        reflection_ids=ids,
        session_date=date(2026, 11, 3),
        supervisor="Team manager",
        prepared_by="Social worker",
        wants=("Help me **decide** about the visit",),
        **more,
    )


def fill(desk, uid, choice, *occasion):
    """Fill without the check, which has its own tests."""
    return desk.word_forms.fill(ReleasedValues(desk.word_forms.mapped(uid, choice, *occasion)))


def fill_to(desk, uid, choice, target):
    return desk.word_forms.fill_to(ReleasedValues(desk.word_forms.mapped(uid, choice)), target)


def settled(text):
    return " ".join(text.split())


def a_session(desk, answers, day, *, is_held):
    form = next(
        each for each in desk.supervision.sessions.inner_forms.forms() if "session" in each.id
    )
    writing = desk.journal.begin_on(form)
    reflection = replace(writing.reflection, event_date=day)
    for key, value in answers.items():
        reflection = reflection.with_answer(key, Answer(value, SUPERVISION))
    writing = replace(writing, reflection=reflection)
    (desk.journal.finish if is_held else desk.journal.save)(writing)


def test_a_form_is_added_once_with_a_proposal_and_under_the_name_of_its_file(desk):
    form = desk.word_forms.add(TABLES)
    assert form.name == "tables"
    assert form.mapping["cell:Supervisor"] == ValueName(ValueKind.SUPERVISOR)
    assert desk.word_forms.all() == (form,)
    with pytest.raises(WordFormRefused, match="kept already"):
        desk.word_forms.add(TABLES, "another name")


def test_names_are_tidied_numbered_and_never_given_twice(desk, tmp_path):
    first = desk.word_forms.add(TABLES, "  Council\n form ")
    assert first.name == "Council form"
    with pytest.raises(WordFormRefused, match="has this name"):
        desk.word_forms.add(TAGGED, "COUNCIL FORM")
    other = a_document(tmp_path, table(["Date:", ""]), name="Council form.docx")
    second = desk.word_forms.add(other)
    assert second.name == "Council form (2)"
    with pytest.raises(WordFormRefused, match="has this name"):
        desk.word_forms.rename(second.uid, "council form")
    with pytest.raises(WordFormRefused, match="Give the form a name"):
        desk.word_forms.rename(second.uid, "  ")
    desk.word_forms.rename(second.uid, "“Quotes” & 😀")
    assert desk.word_forms.named("“quotes” & 😀").uid == second.uid


def test_no_more_forms_are_kept_than_anybody_has(desk, monkeypatch):
    monkeypatch.setattr(service, "MOST_FORMS", 1)
    desk.word_forms.add(TABLES)
    with pytest.raises(WordFormRefused, match="Remove one of them first"):
        desk.word_forms.add(TAGGED)


def test_what_cannot_be_read_is_refused_and_nothing_kept(desk, tmp_path):
    pdf = tmp_path / "form.docx"
    pdf.write_bytes(b"%PDF-1.7")
    for path in (pdf, tmp_path, tmp_path / "nothing.docx"):
        with pytest.raises(WordFormRefused):
            desk.word_forms.add(path)
    assert desk.word_forms.all() == ()


@pytest.mark.parametrize("path", [TAGGED, TABLES, CONTROLS], ids=lambda path: path.stem)
def test_a_filled_form_has_the_words_of_the_summary(sample, tmp_path, path):
    form, choice = sample.word_forms.add(path), chosen(sample)
    target = tmp_path / "filled.docx"
    filling = fill_to(sample, form.uid, choice, target)
    text = settled(text_of(target.read_bytes()))
    given = sample.word_forms.values.of(choice).values
    for name in form.mapping.values():
        for line in given[name].lines() if name in given else ():
            assert settled(line.removeprefix("• ").split(" · ")[0]) in text
    summary = settled(MarkdownWriter().render(sample.supervision.document(choice)).decode())
    assert "Team manager" in text
    assert "Team manager" in summary
    assert filling.misfits == ()


def test_what_no_field_takes_is_named(sample):
    form = sample.word_forms.add(TABLES)
    filling = fill(sample, form.uid, chosen(sample))
    assert filling.unplaced == ("Themes",)
    mapping = {"cell:Supervisor": ValueName(ValueKind.REFLECTION, "2")}
    sample.word_forms.map(form.uid, mapping)
    filling = fill(sample, form.uid, chosen(sample))
    titles = [each.title for each in sample.supervision.chosen(chosen(sample).reflection_ids)]
    assert f"“{titles[0]}”" in filling.unplaced
    assert f"“{titles[1]}”" not in filling.unplaced
    assert "Actions from last time" in filling.unplaced


def test_what_is_left_out_of_the_summary_is_not_in_the_form(sample):
    form, choice = sample.word_forms.add(TABLES), chosen(sample)
    source = sample.supervision.chosen(choice.reflection_ids)[0]
    shared = {(source.reflection.id, prompt.key) for prompt, _ in source.shared()}
    private = [answer for _, answer in source.answered if SUPERVISION not in answer.sharing]
    with_all = text_of(fill(sample, form.uid, choice).data)
    without = replace(choice, left_out=frozenset(shared))
    with_none = text_of(fill(sample, form.uid, without).data)
    words = [
        answer.value.text.split(".")[0]
        for _, answer in source.shared()
        if isinstance(answer.value, Prose)
    ]
    assert any(each in with_all for each in words)
    assert not any(each in with_none for each in words)
    hidden = [each.value.text for each in private if isinstance(each.value, Prose)]
    assert not any(each and each[:60] in with_all for each in hidden)


def test_how_many_answers_were_kept_back_is_no_part_of_a_reflection(sample):
    form = sample.word_forms.add(TABLES)
    assert "kept back" not in text_of(fill(sample, form.uid, chosen(sample)).data)


def test_a_single_answer_can_be_mapped(sample, tmp_path):
    path = a_document(tmp_path, table(["My question", ""]))
    form, choice = sample.word_forms.add(path), chosen(sample)
    offered = sample.word_forms.in_hand(form.uid, choice).offered
    answer = next(each for each in offered if each.name.kind is ValueKind.ANSWER)
    assert answer.words.startswith("Answer: ")
    sample.word_forms.map(form.uid, {"cell:My question": answer.name})
    text = text_of(fill(sample, form.uid, choice).data)
    assert answer.begins.removesuffix("…")[:30] in text


def test_words_for_this_paper_stand_in_the_form_too(sample):
    form, choice = sample.word_forms.add(TABLES), chosen(sample)
    source = sample.supervision.chosen(choice.reflection_ids)[0]
    prompt = next(p for p, answer in source.shared() if isinstance(answer.value, Prose))
    wording = {(source.reflection.id, prompt.key): "Only **on paper** is this."}
    text = text_of(fill(sample, form.uid, replace(choice, wording=wording)).data)
    assert "Only on paper is this." in text


def test_a_form_for_the_session_that_was_held_has_its_decisions_and_the_next_date(desk, tmp_path):
    before = {"agreed": Actions((Action("Ring the school", "Me", done_on=date(2026, 9, 1)),))}
    a_session(desk, before, date(2026, 8, 4), is_held=True)
    held = {
        "supervisor": ShortText("Practice lead"),
        "kind": Choice("Ad hoc"),
        "topics": Topics((Topic("The Thursday visit", Help.DECIDE, came_of_it="We wait."),)),
        "decision": Prose("Keep it *open*"),
        "reason": Prose("Too early"),
        "agreed": AGREED,
    }
    a_session(desk, held, date(2026, 9, 8), is_held=True)
    a_session(desk, {}, date(2026, 12, 1), is_held=False)
    body = table(["Supervisor:", ""], ["Date of supervision", ""], ["Type", ""], ["Agenda", ""])
    body += table(["Review of last actions", ""], ["Decisions", ""], ["Actions agreed", ""])
    form = desk.word_forms.add(a_document(tmp_path, body + paragraph("Date of next meeting: ____")))
    filled = fill(desk, form.uid, SummaryChoice(), Occasion.HELD)
    assert text_of(filled.data).split("\n") == [
        "Supervisor:",
        "Practice lead",
        "Date of supervision",
        "Tuesday 8 September 2026",
        "Type",
        "Ad hoc",
        "Agenda",
        "Decide with me: The Thursday visit · We wait.",
        "Review of last actions",
        "Ring the school · Me · done 1 September 2026",
        "Decisions",
        "Keep it open · Too early",
        "Actions agreed",
        "Book the room · Me · 9 November 2026 · it is booked",
        "Date of next meeting: Tuesday 1 December 2026",
    ]
    assert desk.word_forms.held_on() == date(2026, 9, 8)


def test_a_form_that_is_gone_is_said_so(desk):
    form = desk.word_forms.add(TABLES)
    desk.word_forms.remove(form.uid)
    for act in (desk.word_forms.mapped, desk.word_forms.in_hand):
        with pytest.raises(NoSuchWordForm):
            act(form.uid, SummaryChoice())
    with pytest.raises(NoSuchWordForm):
        desk.word_forms.named("tables")


def test_a_target_that_cannot_be_written_leaves_nothing_behind(desk, tmp_path):
    form = desk.word_forms.add(TABLES)
    with pytest.raises(ExportError):
        fill_to(desk, form.uid, SummaryChoice(), tmp_path)
    with pytest.raises(ExportError):
        fill_to(desk, form.uid, SummaryChoice(), tmp_path / "no" / "where.docx")


def test_a_form_that_cannot_be_filled_writes_nothing(desk, tmp_path):
    class Reader:
        def fields(self, data):
            return ()

        def fill(self, data, values):
            raise WordFormRefused("No.")

    form = desk.word_forms.add(TABLES)
    forms = replace(desk.word_forms, reader=Reader())
    with pytest.raises(WordFormRefused):
        fill_to(
            replace(desk, word_forms=forms), form.uid, SummaryChoice(), tmp_path / "filled.docx"
        )
    assert not (tmp_path / "filled.docx").exists()


def test_what_did_not_fit_is_said_in_a_sentence():
    assert misfit_sentence(Misfit("Kind", "the form offers only answers of its own here")) == (
        "“Kind”: the form offers only answers of its own here."
    )


def test_a_row_of_the_last_actions_has_its_day_where_the_form_asks_for_it(desk, tmp_path):
    a_session(desk, {"agreed": AGREED}, date(2026, 9, 8), is_held=True)
    loop = "{%p for a in actions %}{{ a.what }}: {{ a.when }} / {{ a.state }};{% endfor %}"
    by_tags = desk.word_forms.add(a_document(tmp_path, paragraph(loop), name="tags.docx"))
    by_tags_text = text_of(fill(desk, by_tags.uid, SummaryChoice()).data)
    assert "9 November 2026 / by 9 November 2026;" in by_tags_text
    heads = ["Actions from last time", "Who", "By when"]
    body = table(heads, ["", "", ""], ["", "", ""])
    in_columns = desk.word_forms.add(a_document(tmp_path, body, name="columns.docx"))
    lines = text_of(fill(desk, in_columns.uid, SummaryChoice()).data).split("\n")
    assert "9 November 2026" in lines
    assert sum("9 November" in line for line in lines) == 1
    alone = table(["Review of last actions", ""])
    beside = desk.word_forms.add(a_document(tmp_path, alone, name="alone.docx"))
    text = text_of(fill(desk, beside.uid, SummaryChoice()).data)
    assert text.count("9 November 2026") == 1


def test_a_held_session_has_what_was_still_open_of_sessions_long_before(desk, tmp_path):
    opened = Action("Write to the landlord", "Me", date(2026, 12, 1))
    done = Action("Ring the school", "Me", done_on=date(2026, 9, 1))
    a_session(desk, {"agreed": Actions((opened, done))}, date(2026, 7, 7), is_held=True)
    a_session(desk, {}, date(2026, 8, 4), is_held=True)
    a_session(desk, {"agreed": AGREED}, date(2026, 9, 8), is_held=True)
    form = desk.word_forms.add(a_document(tmp_path, table(["Review of last actions", ""])))
    text = text_of(fill(desk, form.uid, SummaryChoice(), Occasion.HELD).data)
    assert "Write to the landlord" in text
    assert "Ring the school" not in text
    assert "Book the room" not in text


def test_short_parts_stand_side_by_side_without_a_dot_behind_a_full_stop():
    assert joined(("A decision:", "The father.", "The family")) == (
        "A decision: The father. The family"
    )
    assert joined(("One", "two")) == "One · two"
