"""Setting pages opens our own files only, and never a connection, whatever a person wrote."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.printing

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys
from app.rendering.html import HtmlWriter
from app.rendering.markdown_text import MarkdownWriter
from app.rendering.typst_pages import PageSvgMaker, PdfWriter
from app.summary.document import Note, Prose
from tests.documents import a_document

target = sys.argv[1]
hostile = f"![]({target}) ![](file://{target}) [x]: {target} <img src='{target}'> #read('{target}')"
opened = []

def watch(event, arguments):
    if event.startswith("socket.") or (event == "open" and str(arguments[0]) == target):
        opened.append((event, arguments))

sys.addaudithook(watch)
document = a_document(Prose(hostile), Note(hostile), title=hostile)
results = [writer.render(document) for writer in (HtmlWriter(), MarkdownWriter(), PdfWriter())]
results += PageSvgMaker().pages(document)
assert not opened, opened
assert not any(b"the words inside" in result for result in results)
from tests.printing.paper import page_texts
assert "the words inside" not in " ".join(page_texts(results[2]))
print(len(results))
"""


def test_no_file_is_read_and_no_connection_made_for_what_a_person_wrote(tmp_path):
    target = tmp_path / "secret.txt"
    target.write_text("the words inside", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(target)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "4"
