"""What was probably meant by a search that finds nothing."""

from __future__ import annotations

from dataclasses import replace

from app.domain.finding import Search
from app.services.ports import Vault

MOST_OFFERED = 3


def likely_searches(vault: Vault, search: Search) -> tuple[str, ...]:
    """Give other words that find something within the same filters, the likeliest first."""
    found: list[str] = []
    for words in vault.words_like(search.words):
        if len(found) < MOST_OFFERED:
            tried = replace(search, words=words, limit=1, offset=0)
            found += [words] if vault.find(tried).total else []
    return tuple(found)
