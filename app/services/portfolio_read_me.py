"""What stands beside the files of a portfolio's ZIP file, for whoever opens it."""

from __future__ import annotations

from datetime import date

from app.domain.calendar_words import plain_date
from app.summary.portfolio_data import PortfolioData


def read_me(data: PortfolioData) -> str:
    """Give the whole text."""
    first, last, made = map(_day, (data.first_day, data.last_day, data.exported_on))
    return f"""\
CPD portfolio, {data.regulator}
{first} to {last}, made on {made}

NOTHING IN THIS FILE IS ENCRYPTED. Whoever has it can read everything in it. Keep it as you would
keep the journal itself, send it only where it has to go, and delete it when it is not needed.

What is here

  portfolio.pdf     the portfolio to print or to send
  portfolio.docx    the same words for Word
  portfolio.html    the same words for any web browser; it fetches nothing
  portfolio.md      the same words as plain text with marks (Markdown)
  evidence/         {_files_words(len(data.files))}
  data/pieces.csv   the pieces for a spreadsheet: a row for each, UTF-8, commas, cells in quotes
  data/pieces.json  the pieces for other programs
  data/schema.json  what the fields of pieces.json mean (JSON Schema)

What is in it, and what is not

  Only what was marked for CPD in the journal is here. Names that the journal knows were replaced
  in the documents, in the data and in the names of the files in evidence/. The files themselves
  are just as they were added: nobody looked inside them. Look at each before you send it.

  {data.identifier_check}.

The spreadsheet

  A cell that begins with = + - @, a tab or a line end would be run as a formula by some programs.
  An apostrophe (') stands before such a cell in pieces.csv; it is no part of your words.
  pieces.json has no such mark.
"""


def _files_words(count: int) -> str:
    if not count:
        return "nothing: no file of these pieces is marked for CPD"
    return f"{'the file' if count == 1 else f'the {count} files'} kept with the pieces"


def _day(text: str) -> str:
    return plain_date(date.fromisoformat(text))
