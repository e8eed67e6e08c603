"""Writes every form of every word of the en_GB dictionary as one sorted list.

The dictionary (SCOWL's en_GB-ise in Hunspell's format, as the npm package dictionary-en-gb 3.0.0
holds it) keeps roots and rules: to look a word up by them costs memory and time at each start.
Run it after the files in resources/dictionaries/en_GB/source have changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "dictionaries" / "en_GB"
_POSSESSIVE = "'s"  # of any word, so it is taken off before one is looked up
_NEVER_SUGGESTED = "!"
_RULE_PARTS = 4


@dataclass(frozen=True)
class Rule:
    """What a flag adds to a root, before it or behind it, and to which roots."""

    is_prefix: bool
    cut: str
    added: str
    fits: re.Pattern[str]
    goes_with_prefixes: bool


def read_rules(lines: list[str]) -> dict[str, list[Rule]]:
    """Read the affix file; what it says about compounds concerns numbers alone."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    crosses: dict[str, bool] = {}
    for line in lines:
        kind, *parts = line.split() or [""]
        if kind not in ("PFX", "SFX"):
            continue
        if len(parts) < _RULE_PARTS:
            crosses[parts[0]] = parts[1] == "Y"
            continue
        flag, cut, added, condition = parts[:_RULE_PARTS]
        fits = re.compile(f"^{condition}" if kind == "PFX" else f"{condition}$")
        cut = "" if cut == "0" else cut
        rules[flag].append(Rule(kind == "PFX", cut, added, fits, crosses[flag]))
    return rules


def forms_of(root: str, flags: str, rules: dict[str, list[Rule]]) -> Iterator[str]:
    """Give every form of a root."""
    fitting = [rule for flag in flags for rule in rules.get(flag, ()) if rule.fits.search(root)]
    prefixed = [rule.added + root for rule in fitting if rule.is_prefix]
    yield root
    yield from prefixed
    for rule in fitting:
        if not rule.is_prefix:
            for base in (root, *(prefixed if rule.goes_with_prefixes else ())):
                yield base[: len(base) - len(rule.cut)] + rule.added


def word_lists(folder: Path) -> tuple[list[str], list[str]]:
    """Give all words, sorted, and those of them that are never to be suggested."""
    affixes, roots = (
        (folder / "source" / f"index.{ending}").read_text(encoding="utf-8").splitlines()
        for ending in ("aff", "dic")
    )
    rules = read_rules(affixes)
    words: set[str] = set()
    rude: set[str] = set()
    for line in roots[1:]:
        root, _, flags = line.partition("/")
        forms = {form for form in forms_of(root, flags, rules) if _is_looked_up(form)}
        words |= forms
        if _NEVER_SUGGESTED in flags:
            rude |= forms
    return sorted(words), sorted(rude)


def _is_looked_up(form: str) -> bool:
    is_word = len(form) > 1 and not any(letter.isdigit() for letter in form)
    return is_word and not form.endswith(_POSSESSIVE)


def main() -> None:
    """Write the lists beside their licence."""
    for name, words in zip(("words", "never_suggested"), word_lists(FOLDER), strict=True):
        (FOLDER / f"{name}.txt").write_text("\n".join(words) + "\n", encoding="utf-8", newline="\n")
        print(f"{name}.txt: {len(words):,}")


if __name__ == "__main__":
    main()
