"""The user's guide: one Markdown file a page, in the order of the numbers they begin with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page of the guide; its key is the file's name without number and ending."""

    key: str
    title: str
    markdown: str


def guide_pages(folder: Path) -> tuple[GuidePage, ...]:
    """Read every page. The first line of a file is its title, after “# ”."""
    return tuple(_page(path) for path in sorted(folder.glob("*.md")))


def _page(path: Path) -> GuidePage:
    title, _, body = path.read_text(encoding="utf-8").partition("\n")
    return GuidePage(path.stem.partition("-")[2], title.removeprefix("# ").strip(), body.strip())
