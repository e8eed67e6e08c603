"""An independent reader as judge: what was put into a form, LibreOffice shows on its pages."""

import re
import shutil
import subprocess

import pytest
from pypdf import PdfReader

from tests.unit.word_forms.three import FORMS, VALUES, filled

OFFICE = shutil.which("soffice")


def letters(text):
    return re.sub(r"[^\w]", "", text)


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_every_word_stands_on_the_pages_that_libreoffice_makes(tmp_path):
    given = {}
    for path in FORMS:
        result, given[path.stem] = filled(path)
        (tmp_path / path.name).write_bytes(result.data)
    names = [str(tmp_path / path.name) for path in FORMS]
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for stem, values in given.items():
        pages = PdfReader(tmp_path / f"{stem}.pdf").pages
        text = letters("".join(page.extract_text() for page in pages))
        for value in values.values():
            for cell in (cell for row in value.rows for cell in row.cells):
                for line in cell.lines:
                    is_unasked = (
                        stem == "tagged" and line == VALUES["wants"].rows[0].cells[0].lines[0]
                    )
                    assert letters(line) in text or is_unasked, (stem, line)
