"""Reads Word documents: every word of each, in our Markdown, and what could not be taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from app.domain.errors import NotBroughtIn
from app.domain.incoming import Incoming, IncomingEntry, IncomingPart, ReadAs, SourceKind
from app.domain.progress import Progress, part_of, unwatched
from app.importing.days_told import day_order_told
from app.importing.word_details import day_told, title_of, written_at
from app.importing.word_left_out import Omissions
from app.importing.word_notes import Notes
from app.importing.word_numbers import Numbers
from app.importing.word_outline import Block, Outline, Shape, joined, outline_of
from app.importing.word_package import Relation, WordPackage
from app.importing.word_story import Shared, StoryReader
from app.importing.word_styles import Styles
from app.word_xml import Element, Tree, child

# "- 3 -", or "3 / 4": any other number at the edge of a page may be a day or a case's.
_NO_MORE_THAN_PAGES = re.compile(r"[\W_]*(?:\d{1,3}(?:[\W_]+\d{1,3})?[\W_]*)?")
_READ = 0.1  # the share of the work that unpacking is


def read_word(path: Path, progress: Progress) -> Incoming:
    """Read a Word document as one entry.

    Raises:
        NotBroughtIn: it is no Word document, damaged, locked, or larger than any is.
        Cancelled: the person stopped it.
    """
    progress(0)
    with closing(WordPackage(path)) as package:
        omissions = Omissions()
        entry, read_as = _entry(package, path, omissions, progress)
    progress(1)
    left_out = tuple(omissions.told(path.name))
    return Incoming(SourceKind.WORD, path.name, (entry,), left_out, read_as)


def _entry(
    package: WordPackage, path: Path, omissions: Omissions, progress: Progress
) -> tuple[IncomingEntry, tuple[ReadAs, ...]]:
    tree = package.tree(package.main)
    relations = package.relations(package.main)
    body = child(tree, "w:body")
    if body is None:
        raise NotBroughtIn(path.name, "This document has no text in it that can be read.")
    shared = _shared(package, relations, omissions)
    reader = StoryReader(shared, relations)
    blocks = list(reader.blocks(body, part_of(progress, _READ, 1)))
    edges = list(_headers_and_footers(package, relations, shared))
    blocks += reader.never_met()
    outline = _with_edges(outline_of(blocks), edges)
    if not outline.parts and not outline.title:
        raise NotBroughtIn(path.name, "There are no words in this document.")
    properties = _properties(package)
    own_title = title_of(outline, properties)
    title = own_title or path.stem
    day, day_words = day_told(outline, title, path)
    entry = IncomingEntry(
        place=path.name,
        parts=outline.parts,
        title=title,
        day=day,
        written_at=written_at(properties),
        is_called_after_file=not own_title,
    )
    return entry, tuple(day_order_told(path.name, day_words))


def _shared(
    package: WordPackage, relations: Mapping[str, Relation], omissions: Omissions
) -> Shared:
    styles = Styles(_part(package, relations, "styles"))
    numbers = Numbers(_part(package, relations, "numbering"), styles)
    return Shared(styles, numbers, Notes(package, relations), omissions)


def _part(package: WordPackage, relations: Mapping[str, Relation], kind: str) -> Tree | None:
    found = (each for each in relations.values() if each.kind == kind and not each.is_outside)
    relation = next(found, None)
    return None if relation is None else package.tree(relation.target)


def _properties(package: WordPackage) -> Tree | None:
    relation = package.named("core-properties")
    return None if relation is None or relation.is_outside else package.tree(relation.target)


def _headers_and_footers(
    package: WordPackage, relations: Mapping[str, Relation], shared: Shared
) -> Iterator[Block]:
    """Give what stands at the edges of the pages, once each, headers first."""
    given: set[str] = set()
    for kind in ("header", "footer"):
        for relation in relations.values():
            if relation.kind == kind and not relation.is_outside:
                text = _edge_words(package, relation, shared)
                if not _NO_MORE_THAN_PAGES.fullmatch(text) and text not in given:
                    given.add(text)
                    yield Block(Shape.WORDS, text)


def _edge_words(package: WordPackage, relation: Relation, shared: Shared) -> str:
    tree: Element | None = package.tree(relation.target)
    if tree is None:
        return ""
    reader = StoryReader(shared, package.relations(relation.target))
    return joined(reader.blocks(tree, unwatched))


def _with_edges(outline: Outline, edges: list[Block]) -> Outline:
    """Put the words of the pages' edges before everything that stands under a heading."""
    if not edges:
        return outline
    before = joined(edges)
    first, others = outline.parts[:1], outline.parts[1:]
    if first and not first[0].heading:
        both = IncomingPart(f"{before}\n\n{first[0].text}")
        return Outline(outline.title, (both, *others))
    return Outline(outline.title, (IncomingPart(before), *outline.parts))
