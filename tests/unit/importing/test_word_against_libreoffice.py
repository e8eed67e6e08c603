"""An independent reader as judge: what LibreOffice reads in a document, we read too."""

import re
import shutil
import subprocess
from collections import Counter
from html import unescape
from pathlib import Path

import docx
import pytest

from app.assets import forms_folder
from app.domain.answer import Prose
from app.domain.heading_match import mapped
from app.domain.progress import unwatched
from app.formspec.folder import FormFolder
from app.importing.word import read_word

DATA = Path(__file__).resolve().parents[2] / "data" / "word"
OFFICE = shutil.which("soffice")


def words(text):
    return Counter(re.findall(r"[^\W_]+", re.sub(r"(?<=[^\W\d])\d+", "", text)))


def words_of_html(path):
    body = path.read_text(encoding="utf-8").partition("<body")[2].partition(">")[2]
    noted = re.sub(r"<a class=\"sd(?:foot|end)note.*?</a>", " ", body, flags=re.DOTALL)
    tagged = re.sub(r"</?(?:span|font|b|i|u|sup|a)\b[^>]*>", "", noted)
    return words(unescape(re.sub(r"<!--.*?-->|<[^>]*>", " ", tagged, flags=re.DOTALL)))


def words_read(path):
    incoming = read_word(path, unwatched)
    entry = incoming.entries[0]
    texts = [entry.title, *(f"{part.heading} {part.text}" for part in entry.parts)]
    text = re.sub(r"\[\d+\]", " ", " ".join(texts))
    return words(re.sub(r"[*\\]", " ", text))


def test_every_word_of_the_body_that_libreoffice_reads_arrives():
    text = (DATA / "visit.txt").read_text(encoding="utf-8-sig")
    missing = words(text) - words_read(DATA / "visit.docx")
    # It shows what a tracked change deleted, and the endnote's own number.
    assert missing == Counter({"regrettable": 1, "i": 1})


def test_every_word_of_notes_boxes_and_page_edges_arrives():
    missing = words_of_html(DATA / "visit.html") - words_read(DATA / "visit.docx")
    assert set(missing) <= {"regrettable", "i", "1", "2"}


def test_comments_arrive_which_libreoffice_s_text_leaves_out():
    found = words_read(DATA / "visit.docx")
    assert found["mattered"] == found["Supervisor"] == 1


def test_nothing_is_read_twice():
    extra = words_read(DATA / "visit.docx") - words_of_html(DATA / "visit.html")
    address = words("https://example.org/guidance")
    comment = words("Comment by Supervisor: Comment: which of them mattered?")
    marks = Counter({"1": 5, "2": 5, "a": 1, "b": 1})
    headers_of_long_cells = words("Worry Strength Unknown")
    assert extra - address - comment - marks - headers_of_long_cells == Counter()


def test_a_form_filled_in_as_a_table_is_mapped_onto_its_prompts():
    text = (DATA / "filled.txt").read_text(encoding="utf-8-sig")
    incoming = read_word(DATA / "filled.docx", unwatched)
    found = mapped(incoming.entries[0], FormFolder(forms_folder()).forms())
    assert found.form.id == "gibbs"
    values = {key: answer.value for key, answer in found.answers.items()}
    assert set(values) == {
        "what_happened",
        "feelings",
        "what_was_good",
        "what_was_bad",
        "making_sense",
    }
    assert values["feelings"] == Prose("Cold, then curious.")
    prompts = (prompt.text for prompt in found.form.prompts() if prompt.key in values)
    answers = (value.text for value in values.values())
    ours = words(" ".join((incoming.entries[0].title, *prompts, *answers)))
    assert words(text) - ours == Counter()


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_no_more_in_a_document_of_the_usual_library(tmp_path):
    document = docx.Document()
    document.add_heading("A title", 0)
    document.add_heading("First heading", 1)
    document.add_paragraph("Some ").add_run("bold").bold = True
    document.add_paragraph("bullet", style="List Bullet")
    document.add_paragraph("number", style="List Number")
    rows = document.add_table(2, 2)
    for place, cell in enumerate(rows._cells):
        cell.text = f"cell{place}\nmore"
    inner = rows.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text = "nested"
    inner.cell(0, 1).text = "deeper"
    document.add_page_break()
    document.add_paragraph("The end", style="Intense Quote")
    path = tmp_path / "usual.docx"
    document.save(path)
    subprocess.run(
        [OFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, path],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = (tmp_path / "usual.txt").read_text(encoding="utf-8-sig")
    assert len(words(text)) > 10
    assert words(text) - words_read(path) == Counter()
