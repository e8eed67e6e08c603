"""Writes the guide's page “Where these prompts come from” out of resources/sources/ and the forms.

`python -m tests.sources_page` writes it; a test says when that is due.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from app.assets import forms_folder, resource
from app.formspec.folder import FormFolder

_OURS = (
    "Afterword’s own prompt.",
    "Afterword’s own prompt, for preparing supervision.",
)
PAGE = "05-where-the-prompts-come-from.md"
_HEAD = """# Where these prompts come from

Every prompt is in our own words, and every form says what it rests on: read it under *About this \
form* beside your writing. This page tells it for all of them. First the forms with their sources, \
then the five documents that Afterword began with: each idea in them, and where you find it now.

Prompts without another source are the form’s; those that are wholly our own say so.

Nobody whose work is named here has looked at these forms or stands behind them.

## The forms and their sources
"""


@dataclass(frozen=True)
class Source:
    """One document: its number, title, what it is, and its concepts in order."""

    number: str
    title: str
    what: str
    concepts: tuple[dict[str, object], ...]


def sources() -> list[Source]:
    """Read resources/sources/."""
    found = []
    for path in sorted(resource("sources").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        concepts = tuple(table["concepts"])
        found.append(Source(path.name[:3], table["title"], table["what"], concepts))
    return found


def page() -> str:
    """Give the whole page as Markdown."""
    forms = {form.id: form for form in FormFolder(forms_folder()).forms()}
    lines = [_HEAD]
    for form in sorted(forms.values(), key=lambda form: form.title):
        lines.append(f"- **{form.title}.** {form.source}")
        others = dict.fromkeys(prompt.source for prompt in form.prompts() if prompt.source)
        lines += [f"    - Some prompts: {each}" for each in others if each not in _OURS]
    for source in sources():
        lines += ["", f"## “{source.title}”", "", f"{source.what[0].upper()}{source.what[1:]}.", ""]
        lines += [
            f"- {row['concept']} → {_place(forms[row['form']], row)}" for row in source.concepts
        ]
    return "\n".join(lines) + "\n"


def _place(form, row) -> str:
    if "prompt" in row:
        return f"*{form.title}*: “{form.prompt(row['prompt']).text}”"
    if "section" in row:
        (section,) = (each for each in form.sections if each.key == row["section"])
        return f"*{form.title}*, part “{section.title}”"
    return f"*{form.title}*"


if __name__ == "__main__":
    Path(resource("help"), PAGE).write_text(page(), encoding="utf-8")
