"""Reads real pages back: their words, where the words stand, and what the PDF says of itself."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

MILLIMETRE = 72 / 25.4
FOOTER_LINE = re.compile(r"Learning summary, not a case record\s+Page \d+ of \d+")


@dataclass(frozen=True)
class PlacedWord:
    """A word and the box it fills, in points from the page's top left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def reader_of(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def page_texts(pdf: bytes) -> list[str]:
    """The words of each page, without the footer."""
    return [
        FOOTER_LINE.sub("", page.extract_text().replace("\u200b", ""))
        for page in reader_of(pdf).pages
    ]


def poppler(tool: str, pdf: bytes, folder: Path, *arguments: str) -> str:
    """Run one of poppler's tools on the PDF and give what it prints."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    last = [] if tool in {"pdfinfo", "pdffonts"} else ["-"]
    done = subprocess.run(
        [tool, *arguments, str(file), *last], check=True, capture_output=True, text=True
    )
    return done.stdout


def placed_words(pdf: bytes, folder: Path) -> list[PlacedWord]:
    """Every word with its place."""
    tree = ElementTree.fromstring(poppler("pdftotext", pdf, folder, "-bbox"))
    name = "{http://www.w3.org/1999/xhtml}"
    return [
        PlacedWord(
            number,
            word.text or "",
            *(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")),
        )
        for number, page in enumerate(tree.iter(f"{name}page"))
        for word in page.iter(f"{name}word")
    ]
