"""Fills a journal with the invented sample reflections, so that the program can be tried."""

from __future__ import annotations

from pathlib import Path

from app.services.answers_file import answers_from_plain, read_toml
from app.services.journal import About, Journal

SAMPLE_PASSPHRASE = "lantern under the slow grey bridge"  # noqa: S105 - the sample holds no secret


def fill_with_sample(journal: Journal, folder: Path) -> int:
    """Write every sample reflection of a folder into a journal, in order; give how many.

    Raises:
        AnswerError: a sample file does not fit its form.
        NoSuchForm: a sample file names a form that is not there.
    """
    files = sorted(folder.glob("*.toml"))
    for file in files:
        plain = read_toml(file)
        form = journal.form(plain["form"])
        about = About(
            title=plain["title"],
            event_date=plain.get("event_date"),
            themes=tuple(plain.get("themes", ())),
            begun_at=plain["begun_at"],
        )
        answers = {**plain["answers"], "sharing": plain.get("sharing", {})}
        is_complete = plain["status"] == "complete"
        journal.write(form, answers_from_plain(form, answers), about, is_complete=is_complete)
    return len(files)
