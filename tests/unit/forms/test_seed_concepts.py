"""Nothing of the five seed documents was dropped: each concept stands where the table says."""

from collections import Counter

import pytest

from app.assets import resource
from tests.sources_page import PAGE, page, sources

CONCEPTS = [(source.number, row) for source in sources() for row in source.concepts]


def _words_at(form, concept) -> str:
    if "prompt" in concept:
        prompt = form.prompt(concept["prompt"])
        assert prompt is not None, concept
        return "\n".join((prompt.text, prompt.help, prompt.nudge, *prompt.options))
    if "section" in concept:
        (section,) = (part for part in form.sections if part.key == concept["section"])
        return "\n".join((section.title, section.intro))
    return "\n".join((form.title, form.purpose, form.when_to_use))


@pytest.mark.parametrize(
    ("number", "concept"), CONCEPTS, ids=[f"{number} {row['concept']}" for number, row in CONCEPTS]
)
def test_the_concept_stands_where_the_table_says(shipped, number, concept):
    words = _words_at(shipped[concept["form"]], concept).casefold()
    assert concept["words"]
    for wanted in concept["words"]:
        assert wanted.casefold() in words


def test_the_table_itself_loses_no_row():
    rows = Counter(number for number, _ in CONCEPTS)
    assert rows == {"000": 63, "001": 51, "002": 108, "003": 38, "004": 42}
    assert len({(number, row["concept"]) for number, row in CONCEPTS}) == len(CONCEPTS)


def test_the_page_of_the_guide_tells_the_table_as_it_is_now():
    written = (resource("help") / PAGE).read_text(encoding="utf-8")
    assert written == page(), "run `python -m tests.sources_page`"
