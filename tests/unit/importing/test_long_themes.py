"""Themes that are too long for one stay as words, and that is told."""

from app.domain.incoming import SourceKind
from app.domain.progress import unwatched
from app.importing.limits import LONGEST_THEME
from app.importing.reading import Sources

FITS, LONG = "t" * LONGEST_THEME, "a theme that goes on and on " * 3


def read(folder, name, text):
    path = folder / name
    path.write_text(text)
    return Sources().read(path, None, unwatched)


def test_a_theme_that_is_too_long_is_kept_as_words_and_told(tmp_path):
    text = f"date,text,tags\n2019-03-04,A kettle.,{FITS}\n2019-03-05,A door.,{LONG.strip()}\n"
    incoming = read(tmp_path, "table.csv", text)
    first, second = incoming.entries
    assert (first.themes, second.themes) == ((FITS,), ())
    assert [part.text for part in second.parts] == ["A door.", f"Theme: {LONG.strip()}"]
    told = [each for each in incoming.read_as if "theme" in each.words]
    assert [each.place for each in told] == [second.place]
    assert told[0].words.endswith("is kept among the words of its entry.")


def test_the_words_stand_before_the_first_heading(tmp_path):
    text = f"---\ntags: [{LONG.strip()}, Trust]\n---\nFirst.\n\n## Later\n\nThen.\n"
    incoming = read(tmp_path, "note.md", text)
    assert incoming.kind is SourceKind.MARKDOWN
    (entry,) = incoming.entries
    assert entry.themes == ("Trust",)
    assert [(part.heading, part.text) for part in entry.parts] == [
        ("", "First."),
        ("", f"Theme: {LONG.strip()}"),
        ("Later", "Then."),
    ]
