"""Nothing of the two seed documents was dropped: each concept stands where the table says."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

TABLE = Path(__file__).parents[2] / "data" / "seed_concepts.toml"
CONCEPTS = tomllib.loads(TABLE.read_text(encoding="utf-8"))["concepts"]


def _words_at(form, concept) -> str:
    if "prompt" in concept:
        prompt = form.prompt(concept["prompt"])
        assert prompt is not None, concept
        return "\n".join((prompt.text, prompt.help, prompt.nudge, *prompt.options))
    if "section" in concept:
        (section,) = (part for part in form.sections if part.key == concept["section"])
        return "\n".join((section.title, section.intro))
    return "\n".join((form.title, form.purpose, form.when_to_use))


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda row: f"{row['seed']} {row['concept']}")
def test_the_concept_stands_where_the_table_says(shipped, concept):
    words = _words_at(shipped[concept["form"]], concept).casefold()
    assert concept["words"]
    for wanted in concept["words"]:
        assert wanted.casefold() in words


def test_the_table_itself_loses_no_row():
    rows = Counter(concept["seed"] for concept in CONCEPTS)
    assert rows == {"001": 37, "002": 47}
    assert len({(row["seed"], row["concept"]) for row in CONCEPTS}) == len(CONCEPTS)
