"""What stands beside the files of an open copy, for whoever opens the folder."""

from __future__ import annotations

TEXT = """\
A copy of an Afterword journal in open formats
==============================================

THIS FOLDER IS NOT ENCRYPTED. Whoever can open it can read everything in it: every reflection, those
in the bin too, earlier versions, private answers, and the people key with real names. Keep it as
you would keep the journal itself, and delete it when you no longer need it.

What is here

  reflections/      every reflection to read, one Markdown file each; the lines between the two
                    +++ are TOML and say when it was written, on which form, and who may see what
  attachments/      the files that were kept with reflections, just as they were added
  forms/            the forms on which the reflections were written, to read
  own_forms/        every version of forms of your own
  word_forms/       your organisation's Word forms
  records/          everything exactly, as JSON: one array a file, one entry a line
  schema/           what the fields of those JSON files mean (JSON Schema)
  journal.json      how much is here, and where the record of changes begins and ends
  manifest.json     every file with its size and its SHA-256

Nothing is in the Markdown files that is not in records/ too. records/people_key.json holds the real
names; records/changes.json holds earlier versions and what lies in the bin.

Reading it without Afterword

  Any editor opens the Markdown files. Any program that reads JSON opens the rest.

Reading it back into Afterword

  Make a new journal and read this folder into it:  afterword import JOURNAL FOLDER
  Nothing is lost on the way: ids, moments, versions and files come back as they were. A copy is
  only read back as it was made: if a file is missing or was changed, Afterword names it and stops.
  What belongs to one computer stays behind: the passphrase, the recovery words, and when the last
  backup was made.
"""
