"""The list of contents of a document: what its headings say, whatever became of their words."""

from __future__ import annotations

from dataclasses import replace

from app.summary.document import Block, Contents, DocumentSection

_Sections = tuple[DocumentSection, ...]


def listed(sections: _Sections) -> _Sections:
    """Give the sections, each list of contents with an entry for every section after it."""
    return tuple(
        _with_entries(section, sections[at + 1 :]) if _has_contents(section) else section
        for at, section in enumerate(sections)
    )


def _has_contents(section: DocumentSection) -> bool:
    return any(isinstance(each, Contents) for each in section.blocks)


def _with_entries(section: DocumentSection, after: _Sections) -> DocumentSection:
    contents = Contents(tuple(map(_entry, after)))
    blocks: tuple[Block, ...] = tuple(
        contents if isinstance(each, Contents) else each for each in section.blocks
    )
    return replace(section, blocks=blocks)


def _entry(section: DocumentSection) -> str:
    return " · ".join(part for part in (section.heading.strip(), section.aside.strip()) if part)
