from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assets import forms_folder
from app.domain.answer import (
    Action,
    Actions,
    Checked,
    Checklist,
    Choice,
    Choices,
    ChosenDate,
    ChosenThemes,
    Prose,
    Quotation,
    Scale,
    ShortText,
    Verdict,
    YesNo,
    text_of,
)
from app.domain.form import Condition, FormDefinition, PromptKind, Repeat, Section, SummaryRole
from app.domain.heading_index import settled
from app.domain.heading_match import HeadingMatch, mapped
from app.domain.incoming import IncomingEntry, IncomingPart
from app.domain.sharing import Sharing
from app.formspec.folder import FormFolder
from tests.builders import a_form, a_prompt


def an_entry(*parts, title=""):
    made = (IncomingPart(text, heading) for heading, text in parts)
    return IncomingEntry("a place", tuple(made), title)


def form_of(*prompts, form_id="visit", title="Visit"):
    account = a_prompt("account", text="What happened there?", summary_role=SummaryRole.ACCOUNT)
    return a_form(account, *prompts, form_id=form_id, title=title)


def reply_to(prompt, text):
    """Map an entry that answers the account and this prompt; give the answer and the account."""
    entry = an_entry(("What happened there?", "It rained."), (prompt.text, text))
    found = mapped(entry, [form_of(prompt)])
    assert found is not None
    answer = found.answers.get(prompt.key)
    return answer and answer.value, found.answers["account"].value.text


def all_words(answers):
    return sorted(" ".join(text_of(answer.value) for answer in answers.values()).split())


@pytest.fixture(scope="module")
def shipped():
    return FormFolder(forms_folder()).forms()


def test_headings_that_are_prompts_take_their_words_to_them():
    form = form_of(a_prompt("felt", text="What did you feel?"))
    entry = an_entry(("What happened there?", "It **rained**."), ("What did you feel?", "Cold."))
    found = mapped(entry, [form])
    assert found.form is form
    assert [found.answers[key].value for key in found.answers] == [
        Prose("It **rained**."),
        Prose("Cold."),
    ]
    assert (found.headings, found.matched) == (2, 2)


def test_everything_brought_in_is_private():
    form = form_of(a_prompt("felt", text="What did you feel?", sharing=Sharing.SUPERVISION))
    entry = an_entry(("What happened there?", "Rain."), ("What did you feel?", "Cold."))
    assert {each.sharing for each in mapped(entry, [form]).answers.values()} == {Sharing.PRIVATE}


@pytest.mark.parametrize(
    "heading",
    [
        "WHAT DID YOU FEEL",
        "2. What did you feel?",
        "2.1 What did you feel:",
        "Question 3: What did you feel?",
        "b) what  did you feel",
        "**What did you *feel*?**",
        "What did you feeel?",
        "What did you “feel”?",
    ],
)
def test_case_numbering_punctuation_and_small_slips_make_no_difference(heading):
    form = form_of(a_prompt("felt", text="What did you feel?"))
    entry = an_entry(("What happened there?", "Rain."), (heading, "Cold."))
    assert mapped(entry, [form]).answers["felt"].value == Prose("Cold.")


@pytest.mark.parametrize("heading", ["What did you fear?", "Feelings", "What you did", "What?"])
def test_other_words_are_another_heading(heading):
    form = form_of(a_prompt("felt", text="What did you feel?"))
    entry = an_entry(("What happened there?", "Rain."), (heading, "Cold."))
    assert mapped(entry, [form]) is None


def test_one_heading_alone_or_less_than_half_is_no_form():
    form = form_of(a_prompt("felt", text="What did you feel?"))
    one = an_entry(("What happened there?", "Rain."))
    few = an_entry(
        ("What happened there?", "a"), ("What did you feel?", "b"),
        ("Menu", "c"), ("Shopping", "d"), ("Garden", "e"),
    )  # fmt: skip
    assert mapped(one, [form]) is None
    assert mapped(few, [form]) is None
    named = an_entry(("What happened there?", "Rain."), title=form.title)
    assert mapped(named, [form]) is None
    assert mapped(an_entry(("", "No heading at all.")), [form]) is None
    assert mapped(an_entry(), [form]) is None
    assert mapped(few, []) is None


def test_the_form_with_the_most_headings_is_taken():
    small = form_of(a_prompt("felt", text="What did you feel?"), form_id="small")
    large = form_of(
        a_prompt("felt", text="What did you feel?"),
        a_prompt("learnt", text="What have you learnt?"),
        form_id="large",
    )
    entry = an_entry(
        ("What happened there?", "a"), ("What did you feel?", "b"), ("What have you learnt?", "c")
    )
    assert mapped(entry, [small, large]).form is large


def test_words_under_other_headings_and_before_all_go_to_the_account_with_them():
    form = form_of(a_prompt("felt", text="What did you feel?"))
    entry = an_entry(
        ("", "Before everything."),
        ("What happened there?", "It rained."),
        ("What did you feel?", "Cold."),
        ("Shopping", "Bread."),
        ("An empty one", ""),
        ("", "After everything."),
    )
    assert mapped(entry, [form]).answers["account"].value == Prose(
        "Before everything.\n\nIt rained.\n\n**Shopping**\n\nBread.\n\n**An empty one**"
        "\n\nAfter everything."
    )


def test_a_heading_met_twice_keeps_both_replies():
    form = form_of(a_prompt("felt", text="What did you feel?"))
    entry = an_entry(
        ("What happened there?", "a"), ("What did you feel?", "b"), ("What did you feel?", "c")
    )
    found = mapped(entry, [form])
    assert found.answers["felt"].value == Prose("b")
    assert found.answers["account"].value == Prose("a\n\n**What did you feel?**\n\nc")


def test_smaller_headings_stay_with_the_words_they_stand_among():
    form = form_of(a_prompt("felt", text="What did you feel?"))
    text = "At the door.\n\n## In the kitchen\n\nA kettle.\n\n## In the hall\n\nShoes."
    entry = an_entry(("What happened there?", text), ("What did you feel?", "Cold."))
    found = mapped(entry, [form])
    assert found.answers["account"].value == Prose(text)
    assert (found.headings, found.matched) == (2, 2)


def test_prompts_are_found_as_smaller_headings_bold_lines_plain_lines_and_cells():
    prompts = [
        a_prompt(key, text=f"What about the {key} of it?") for key in ("ice", "sea", "sky", "fog")
    ]
    text = (
        "## What about the ice of it?\n\nThin.\n\n**What about the sea of it?**\nGrey.\n\n"
        "What about the sky of it?\n\nLow.\n\nWhat about the fog of it? | Thick."
    )
    found = mapped(an_entry(("Notes", text)), [form_of(*prompts)])
    values = {key: answer.value.text for key, answer in found.answers.items()}
    assert values == {
        "ice": "Thin.", "sea": "Grey.", "sky": "Low.", "fog": "Thick.", "account": "**Notes**"
    }  # fmt: skip


def test_a_section_s_title_takes_its_words_to_the_section_s_first_long_prompt():
    one = Section("first", "Description", (a_prompt("account"),))
    short = a_prompt("short", PromptKind.SHORT_TEXT)
    two = Section("second", "Feelings", (short, a_prompt("felt"), a_prompt("more")))
    form = FormDefinition("f", 1, "F", "p", "w", 5, "s", (one, two))
    found = mapped(an_entry(("Description", "Rain."), ("Feelings", "Cold.")), [form])
    assert {key: each.value for key, each in found.answers.items()} == {
        "account": Prose("Rain."),
        "felt": Prose("Cold."),
    }


def test_a_section_s_title_is_found_as_a_bold_line(shipped):
    text = "**Description**\n\nRain.\n\n**Feelings**\n\nCold.\n\nDescription\n\nof it"
    found = mapped(an_entry(("", text)), shipped)
    assert found.form.id == "gibbs"
    values = {key: answer.value.text for key, answer in found.answers.items()}
    assert values == {"what_happened": "Rain.", "feelings": "Cold.\n\nDescription\n\nof it"}


def test_a_section_that_repeats_gets_a_record_for_each_round():
    account = Section("about", "About", (a_prompt("account", text="What was looked at?"),))
    prompts = (a_prompt("name", PromptKind.SHORT_TEXT, text="Which goal?"), a_prompt("how"))
    goals = Section("goal", "Goals", prompts, repeat=Repeat("goal", 2))
    form = FormDefinition("f", 1, "F", "p", "w", 5, "s", (account, goals))
    rounds = [("Goals: goal 1", ""), ("Which goal?", "Rest"), ("What about how?", "Sleep"),
              ("Goals: goal 2", ""), ("Which goal?", "Write"), ("What about how?", "Daily"),
              ("Goals: goal 3", ""), ("Which goal?", "Walk")]  # fmt: skip
    found = mapped(an_entry(("What was looked at?", "A year."), *rounds), [form])
    values = {key: text_of(answer.value) for key, answer in found.answers.items()}
    account_words = values.pop("account")
    assert values == {"name": "Rest", "how": "Sleep", "name#2": "Write", "how#2": "Daily"}
    assert account_words == "A year.\n\n**Which goal?**\n\nWalk"


def test_the_title_of_a_section_that_repeats_begins_a_record():
    account = Section("about", "About", (a_prompt("account"),))
    goals = Section("goal", "Goals", (a_prompt("how"), a_prompt("more")), repeat=Repeat("goal", 3))
    form = FormDefinition("f", 1, "F", "p", "w", 5, "s", (account, goals))
    rounds = [("Goals: goal 1", "Sleep."), ("Goals: goal 2", ""), ("What about more?", "Daily.")]
    found = mapped(an_entry(("About", "A year."), *rounds), [form])
    values = {key: text_of(answer.value) for key, answer in found.answers.items()}
    assert values == {"account": "A year.", "how": "Sleep.", "more#2": "Daily."}


def test_an_answer_to_what_would_not_be_asked_goes_where_it_is_seen():
    told = a_prompt("told", PromptKind.YES_NO, text="Did you tell anyone?")
    why = a_prompt("why", text="If not, why not?", when=Condition("told", "no"))
    parts = [("What happened there?", "Rain."), ("If not, why not?", "No time.")]
    no = mapped(an_entry(*parts, ("Did you tell anyone?", "No")), [form_of(told, why)])
    yes = mapped(an_entry(*parts, ("Did you tell anyone?", "Yes")), [form_of(told, why)])
    assert no.answers["why"].value == Prose("No time.")
    assert "why" not in yes.answers
    assert yes.answers["account"].value == Prose("Rain.\n\n**If not, why not?**\n\nNo time.")


def test_a_form_s_own_help_is_not_taken_for_an_answer():
    prompt = a_prompt("felt", text="What did you feel?", help="As it comes. Private.")
    value, _ = reply_to(prompt, "As it comes. Private.\n\nCold.")
    assert value == Prose("Cold.")


def test_a_form_without_a_place_for_everything_is_not_used():
    prompts = (a_prompt("a", PromptKind.DATE), a_prompt("b", PromptKind.DATE))
    entry = an_entry(("What about a?", "2024-03-04"), ("What about b?", "2024-03-05"))
    assert mapped(entry, [a_form(*prompts)]) is None


OPTIONS = ("At home", "At school", "By phone")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (PromptKind.SHORT_TEXT, "the **school**", ShortText("the school")),
        (PromptKind.CHOICE, "at school.", Choice("At school")),
        (PromptKind.CHOICE, "☐ At home ☒ At school ☐ By phone", Choice("At school")),
        (PromptKind.CHOICE, "- [ ] At home\n- [x] By phone", Choice("By phone")),
        (PromptKind.CHOICES, "By phone, at home", Choices(("At home", "By phone"))),
        (PromptKind.CHOICES, "- By phone\n- At home", Choices(("At home", "By phone"))),
        (
            PromptKind.CHOICES,
            "☒ At home\n☐ At school\n☑ By phone",
            Choices(("At home", "By phone")),
        ),
        (PromptKind.YES_NO, "Yes", YesNo(Verdict.YES)),
        (PromptKind.YES_NO, "No – nobody asked.", YesNo(Verdict.NO, "nobody asked.")),
        (PromptKind.YES_NO, "n/a", YesNo(Verdict.NOT_APPLICABLE)),
        (PromptKind.YES_NO, "☐ Yes ☒ No\nNobody asked.", YesNo(Verdict.NO, "Nobody asked.")),
        (PromptKind.SCALE, "7", Scale(7)),
        (PromptKind.SCALE, "10 out of 10", Scale(10)),
        (PromptKind.SCALE, "0/10", Scale(0)),
        (PromptKind.DATE, "Monday 4th March 2024", ChosenDate(date(2024, 3, 4))),
        (PromptKind.DATE, "4/3/24", ChosenDate(date(2024, 3, 4))),
        (PromptKind.THEMES, "loss; home", ChosenThemes(("loss", "home"))),
        (PromptKind.QUOTATION, "“I am fine.”", Quotation("“I am fine.”")),
        (PromptKind.ACTIONS, "Ring the school", Actions((Action("Ring the school"),))),
        (PromptKind.ACTIONS, "1. Ring\n2. Write", Actions((Action("Ring"), Action("Write")))),
        (
            PromptKind.ACTIONS,
            "Action | Who | By when | How will we know\n"
            "Ring the school | me | 8 April 2024 | a date is set\nWrite | me | soon",
            Actions(
                (
                    Action("Ring the school", "me", date(2024, 4, 8), "a date is set"),
                    Action("Write (soon)", "me"),
                )
            ),
        ),
        (
            PromptKind.CHECKLIST,
            "At home | Yes | twice\nBy phone: partly",
            Checklist(
                (Checked("At home", Verdict.YES, "twice"), Checked("By phone", Verdict.PARTLY))
            ),
        ),
    ],
)  # fmt: skip
def test_what_was_written_is_read_as_the_prompt_s_kind(kind, text, value):
    more = {"options": OPTIONS} if "CH" in kind.name else {}
    found, account = reply_to(a_prompt("asked", kind, **more), text)
    assert found == value
    assert account == "It rained."


@pytest.mark.parametrize(
    ("kind", "text", "value", "left"),
    [
        (PromptKind.SHORT_TEXT, "two\nlines", None, "two\nlines"),
        (PromptKind.CHOICE, "At sea", None, "At sea"),
        (PromptKind.CHOICE, "☒ At home ☒ By phone", None, "☒ At home ☒ By phone"),
        (PromptKind.CHOICES, "At home, at sea", None, "At home, at sea"),
        (PromptKind.YES_NO, "Nobody asked.", None, "Nobody asked."),
        (PromptKind.YES_NO, "Yesterday", None, "Yesterday"),
        (PromptKind.YES_NO, "Partly", None, "Partly"),
        (PromptKind.SCALE, "11", None, "11"),
        (PromptKind.SCALE, "seven", None, "seven"),
        (PromptKind.SCALE, "7, for the talk", Scale(7), "for the talk"),
        (PromptKind.DATE, "in March", None, "in March"),
        (PromptKind.DATE, "31/2/2024", None, "31/2/2024"),
        (PromptKind.EVIDENCE, "scan.pdf", None, "scan.pdf"),
        (PromptKind.ACTIONS, "Two\n\nparagraphs", None, "Two\n\nparagraphs"),
        (PromptKind.ACTIONS, "- Ring\nand more", Actions((Action("Ring"),)), "and more"),
        (
            PromptKind.CHECKLIST,
            "At home: yes\nAt sea: no",
            Checklist((Checked("At home", Verdict.YES),)),
            "At sea: no",
        ),
    ],
)
def test_what_does_not_fit_goes_to_the_account_as_words(kind, text, value, left):
    more = {"options": OPTIONS} if "CH" in kind.name else {}
    found, account = reply_to(a_prompt("asked", kind, **more), text)
    assert found == value
    assert account == f"It rained.\n\n**What about asked?**\n\n{left}"


def _is_long(prompt):
    return prompt.kind is PromptKind.PROSE and prompt.when is None


def test_every_shipped_form_is_known_again_from_its_own_headings(shipped):
    match = HeadingMatch(shipped)
    for form in shipped:
        words = (f"word{number} of it" for number in range(2_000))
        parts = [
            (prompt.text, next(words) if _is_long(prompt) else "") for prompt in form.prompts()
        ]
        found = match.mapped(an_entry(*parts, title=form.title))
        assert found is not None, form.id
        assert found.form is form, form.id
        texts = [answer.value.text for answer in found.answers.values()]
        assert sorted(texts) == sorted(text for _, text in parts if text), form.id


def test_no_word_is_lost_whatever_the_kinds(shipped):
    match = HeadingMatch(shipped)
    for form in shipped:
        parts = [
            (prompt.text, f"alpha-{n} beta\n\ngamma") for n, prompt in enumerate(form.prompts())
        ]
        found = match.mapped(an_entry(("", "before"), *parts))
        words = all_words(found.answers)
        for number in range(len(parts)):
            assert f"alpha-{number}" in words, (form.id, number)
        assert words.count("gamma") == len(parts)
        assert "before" in words


def test_lookalike_numbers_are_only_cut_from_the_beginning():
    assert settled("3. Where were you at 3?") == "where were you at 3"
    assert settled("A child’s day") == "a childs day"
    assert settled("(iv) Next & last") == "next and last"


WORDS = st.text("ab|\n*-#☒1/. ", max_size=40)
HEADINGS = st.sampled_from(
    ["", "What about how?", "What about who?", "What about all?", "Other", "Only section", "Goals"]
)


@given(st.lists(st.tuples(HEADINGS, WORDS), max_size=8), st.sampled_from(PromptKind))
def test_no_letter_is_lost_whatever_is_written(parts, kind):
    one = Section("only", "Only section", (a_prompt("account"), a_prompt("how", kind)))
    prompts = (a_prompt("who"), a_prompt("all", PromptKind.ACTIONS))
    two = Section("goals", "Goals", prompts, repeat=Repeat("goal", 2))
    form = FormDefinition("f", 1, "F", "p", "w", 5, "s", (one, two))
    found = mapped(an_entry(*parts), [form])
    if found is not None:
        kept = "".join(text_of(answer.value) for answer in found.answers.values())
        for letter in "ab":
            assert kept.count(letter) >= sum(text.count(letter) for _, text in parts)
