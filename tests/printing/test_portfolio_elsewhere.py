"""The portfolio in other programs: Word's file in LibreOffice, the page in a browser."""

import re
import zipfile
from collections import Counter

import pytest

from tests.portfolios import PEER, a_keeper
from tests.printing.browser import pdf_by_browser
from tests.printing.office import pdf_by_office
from tests.printing.paper import poppler

FURNITURE = Counter(  # the foot of each page is no part of the words
    dict.fromkeys(["Record", "of", "learning", "not", "a", "case", "record", "Page"], 1000)
)


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("portfolio")
    with a_keeper(folder) as keeper:
        uid = keeper.piece(themes=("court", "risk"))
        keeper.change(uid, peer=PEER, wording={"peer": "We *agreed* to wait."})
        for number in range(12):
            answers = {"activity": f"Visit {number}.", "learning": "Slowly. " * 40, "impact": "x"}
            keeper.piece(f"Piece {number}", answers=answers, themes=(f"theme {number}",))
        target = folder / "all.zip"
        keeper.write_to(target)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(pdf, folder):
    """Count the words of pages; numbers of pages stand in the contents of paper alone."""
    text = poppler("pdftotext", pdf, folder, "-raw")
    return Counter(re.findall(r"[^\W\d_]+", text))


def assert_the_same(own, theirs):
    """Assert that no word is missing and none is new; headings of tables repeat on each page."""
    assert (own - theirs) - FURNITURE == Counter()
    assert theirs.keys() - own.keys() == set()


def test_libreoffice_shows_the_words_that_paper_shows(parts, tmp_path):
    own = words_of(parts["portfolio.pdf"], tmp_path)
    pages = pdf_by_office(parts["portfolio.docx"], tmp_path)
    theirs = words_of(pages, tmp_path)
    assert own["Slowly"] == 12 * 40
    assert_the_same(own, theirs)


def test_a_bar_is_one_line_high_in_libreoffice(parts, tmp_path):
    pages = pdf_by_office(parts["portfolio.docx"], tmp_path)
    text = poppler("pdftotext", pages, tmp_path, "-layout")
    lines = [line.split() for line in text.splitlines() if "March 2026" in line]
    assert ["March", "2026", "13"] in lines


def test_a_browser_shows_the_words_that_paper_shows(parts, tmp_path):
    own = words_of(parts["portfolio.pdf"], tmp_path)
    theirs = words_of(pdf_by_browser(parts["portfolio.html"], tmp_path), tmp_path)
    assert_the_same(own, theirs)
