"""Reads from what Typst says of its pages how many lines each section takes."""

from __future__ import annotations

from itertools import pairwise
from typing import TypedDict

from app.summary.lengths import PageLengths


class Places(TypedDict):
    """Where everything stands, in points; a place is a page from 1 and a height on it."""

    line: float
    top: float
    bottom: float
    pages: int
    end: tuple[int, float]
    sections: list[tuple[int, float]]


def page_lengths(places: Places) -> PageLengths:
    """Give the lengths in lines of body text."""
    line, height = places["line"], places["bottom"] - places["top"]
    along = [
        (page - 1) * height + (at - places["top"])
        for page, at in (*places["sections"], places["end"])
    ]
    return PageLengths(
        pages=places["pages"],
        lines_per_page=height / line,
        left=(places["pages"] * height - along[-1]) / line,
        sections=tuple((after - before) / line for before, after in pairwise(along)),
    )
