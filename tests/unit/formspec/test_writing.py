"""A form that is written as a form file reads back as the same form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import assets
from app.domain.form import (
    Condition,
    CpdField,
    FormDefinition,
    FormGroup,
    Prompt,
    PromptKind,
    Repeat,
    ScaleEnds,
    Section,
    SummaryRole,
)
from app.domain.sharing import Sharing
from app.formspec.files import TOO_LARGE, FormFiles
from app.formspec.folder import FormFolder
from app.formspec.reading import read_form_text
from app.formspec.writing import form_text
from tests.builders import a_form, a_prompt

_LETTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cs", "Zl", "Zp"),
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
_LINES = st.text(_LETTERS, min_size=1, max_size=60).filter(str.strip)
_PARAGRAPHS = st.one_of(st.just(""), st.lists(_LINES, min_size=1, max_size=3).map("\n".join))
_WITH_OPTIONS = (PromptKind.CHOICE, PromptKind.CHOICES, PromptKind.CHECKLIST)


@st.composite
def prompts(draw, key):
    kind = draw(st.sampled_from(PromptKind))
    options = ()
    if kind in _WITH_OPTIONS:
        several = st.lists(
            _LINES, min_size=2, max_size=5, unique_by=lambda each: each.strip().casefold()
        )
        options = tuple(draw(several))
    sharings = st.sampled_from((Sharing.PRIVATE, Sharing.CPD, Sharing.SUPERVISION | Sharing.CPD))
    return Prompt(
        key=key,
        kind=kind,
        text=draw(_LINES),
        help=draw(_PARAGRAPHS),
        nudge=draw(_PARAGRAPHS),
        source=draw(_PARAGRAPHS),
        sharing=draw(sharings),
        summary_role=draw(st.none() | st.sampled_from(SummaryRole)),
        cpd_field=draw(st.none() | st.sampled_from(CpdField)),
        options=options,
        ends=ScaleEnds(draw(_LINES), draw(_LINES)) if kind is PromptKind.SCALE else None,
    )


@st.composite
def forms(draw):
    sections = []
    for number in range(draw(st.integers(1, 3))):
        keys = [f"prompt_{number}_{place}" for place in range(draw(st.integers(1, 3)))]
        own = [draw(prompts(key)) for key in keys]
        waited = next((each for each in own[:-1] if each.kind is PromptKind.CHOICE), None)
        if waited is not None:
            when = Condition(waited.key, draw(st.sampled_from(waited.options)))
            own[-1] = Prompt(own[-1].key, PromptKind.PROSE, own[-1].text, when=when)
        repeat = draw(st.none() | st.builds(Repeat, _LINES, st.integers(2, 100)))
        sections.append(Section(f"s{number}", draw(_LINES), tuple(own), draw(_PARAGRAPHS), repeat))
    return FormDefinition(
        id="own_form",
        version=draw(st.integers(1, 1_000)),
        title=draw(_LINES),
        purpose=draw(_LINES),
        when_to_use=draw(_LINES),
        minutes=draw(st.integers(1, 240)),
        source=draw(_LINES),
        sections=tuple(sections),
        group=draw(st.sampled_from(FormGroup)),
    )


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(forms())
def test_what_is_written_reads_back_as_the_same_form(form):
    assert read_form_text("a form", form_text(form)) == form


@pytest.mark.parametrize(
    "form", FormFolder(assets.forms_folder()).forms(), ids=lambda each: each.id
)
def test_every_shipped_form_can_be_written_and_read_back(form):
    assert read_form_text("a form", form_text(form)) == form


def test_a_form_too_large_to_be_read_back_is_told_before_it_is_kept():
    prompts = [a_prompt(f"prompt_{place}", help="a" * 1_400) for place in range(900)]
    (trouble,) = FormFiles().troubles(a_form(*prompts))
    assert trouble.reason == TOO_LARGE
    assert FormFiles().troubles(a_form(*prompts[:600])) == ()
