"""A small form that is right, as text, for tests to damage one word at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

SMALL_FORM = """\
format = 1
id = "small"
version = 3
title = "Small form"
purpose = "To be damaged."
when_to_use = "In tests."
minutes = 5
order = 10
source = "Written for the tests."

[[sections]]
key = "first"
title = "First"
intro = "Two lines\\nof it."

[[sections.prompts]]
key = "account"
kind = "prose"
text = "What happened?"
help = "Fact first."
nudge = "What did you see?"
source = "The prompt's own source."
sharing = ["supervision", "cpd"]
summary_role = "account"
cpd_field = "activity"

[[sections.prompts]]
key = "escalated"
kind = "yes_no"
text = "Did you escalate?"
sharing = "supervision"

[[sections.prompts]]
key = "why_not"
kind = "short_text"
text = "Why not?"
when = { prompt = "escalated", answer = "no" }

[[sections]]
key = "second"
title = "Second"

[[sections.prompts]]
key = "weather"
kind = "choice"
text = "What was the weather?"
options = ["Rain", "No rain"]

[[sections.prompts]]
key = "wet"
kind = "scale"
text = "How wet?"
ends = { zero = "Dry", ten = "Soaked" }
when = { prompt = "weather", answer = "Rain" }

[[sections.prompts]]
key = "day"
kind = "date"
text = "Which day?"

[[sections.prompts]]
key = "next"
kind = "actions"
text = "What next?"
"""

WriteForm = Callable[[str | bytes], Path]


@pytest.fixture
def small_form() -> str:
    return SMALL_FORM


@pytest.fixture
def write_form(tmp_path: Path) -> WriteForm:
    def write(content: str | bytes) -> Path:
        path = tmp_path / "small.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
