"""Chains the record of changes anew from the links that still read.

A link keeps everything but its place: seq, number and chain are made again. So a record that lost
nothing comes out byte for byte as it was, and one that lost a link differs from there on only.
What is not now as its newest link says gets a new link at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from app.domain.errors import JournalDamaged
from app.vault.gathering import Values
from app.vault.reflection_record import moment_text
from app.vault.revisions import chain_of, origin_of
from app.vault.surviving_versions import SurvivingVersions, record_of_link


def links_anew(
    vault: str, versions: Mapping[str, SurvivingVersions], hashes: Mapping[str, bytes | None]
) -> Iterator[Values]:
    """Give every link of the new record, in order.

    The hashes are those of what came back, as it stands in the other tables now; None for a
    reflection that only the record holds, in the bin or gone.
    """
    links = [_readable(link) for link in _in_order(versions, hashes)]
    newest = {link["reflection_uid"]: link for link in links}
    saves = max((link["saves"] for link in links), default=0)
    now = moment_text(datetime.now(UTC))
    for name, content_hash in hashes.items():
        if content_hash is None:
            continue
        if name in newest and newest[name]["content_hash"] == content_hash:
            newest[name]["content"] = None  # the other tables hold it
        else:
            saves += 1
            made = {"reflection_uid": name, "made_at": now, "saves": saves}
            links.append({**made, "content": None, "content_hash": content_hash})
    numbers = dict.fromkeys(hashes, 0)
    chain = origin_of(vault)
    for seq, link in enumerate(links, 1):
        name = link["reflection_uid"]
        numbers[name] += 1
        link |= {"seq": seq, "number": numbers[name]}
        chain = chain_of(chain, link)
        yield {**link, "chain": chain}


def _in_order(
    versions: Mapping[str, SurvivingVersions], hashes: Mapping[str, bytes | None]
) -> list[Values]:
    kept = [link for name in hashes if name in versions for link in versions[name].links]
    return sorted(kept, key=lambda link: int(link["seq"]))


def _readable(link: Values) -> Values:
    """Give the link without a content that is not what it was made with."""
    try:
        record_of_link(link)
    except JournalDamaged:
        return {**link, "content": None}
    return dict(link)
