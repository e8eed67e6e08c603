"""Presets: layouts of a summary that were given a name; kept inside the vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.domain.errors import PresetNotKept
from app.services.kept_list import KeptList
from app.services.ports import Vault
from app.services.saved_searches import tidy_name
from app.summary.choice import SummaryPart
from app.summary.document import PrintSize
from app.summary.preset import USUAL, USUAL_NAME, Preset

MOST_PRESETS = 20
_NAME, _LAST = "summary_presets", "summary_preset"
_KNOWN = {"name", "parts", "rows", "large_print", "black_and_white"}


@dataclass(frozen=True, slots=True)
class SummaryPresets:
    """Two names that differ in capitals only are one. What a later version kept is left alone."""

    vault: Vault

    def all(self) -> tuple[Preset, ...]:
        """Give the usual one, and every other by name."""
        read = (_from_plain(each) for each in self._kept())
        found = (each for each in read if each is not None)
        return (USUAL, *sorted(found, key=lambda preset: (preset.name.casefold(), preset.name)))

    def keep(self, preset: Preset) -> tuple[Preset, ...]:
        """Keep a preset, in the place of one with its name; give all of them.

        Raises:
            PresetNotKept: it has no name or the usual one's, or there are MOST_PRESETS.
            NotSaved: nothing was changed.
        """
        name = _own_name(preset.name)
        others = [each for each in self._kept() if not _is_named(each, name)]
        if len(others) >= MOST_PRESETS:
            raise PresetNotKept(
                f"There are {MOST_PRESETS} presets already. Remove one of them first."
            )
        presets = self._store([*others, {**_to_plain(preset), "name": name}])
        self.note_taken(name)  # whoever keeps a layout goes on with it
        return presets

    def rename(self, name: str, new_name: str) -> tuple[Preset, ...]:
        """Give a preset another name; give all of them.

        Raises:
            PresetNotKept: the new name is empty, or another has it.
            NotSaved: nothing was changed.
        """
        new_name = _own_name(new_name)
        kept = self._kept()
        if any(_is_named(each, new_name) and not _is_named(each, name) for each in kept):
            raise PresetNotKept("Another preset has this name already.")
        is_taken = self.last().name.casefold() == name.casefold()
        presets = self._store(
            [{**each, "name": new_name} if _is_named(each, name) else each for each in kept]
        )
        if is_taken:
            self.note_taken(new_name)
        return presets

    def remove(self, name: str) -> tuple[Preset, ...]:
        """Remove a preset, no summary; give all of them.

        Raises:
            NotSaved: nothing was changed.
        """
        return self._store([each for each in self._kept() if not _is_named(each, name)])

    def last(self) -> Preset:
        """Give the preset that was taken last, or the usual one."""
        name = self.vault.preference(_LAST) or USUAL_NAME
        return next((each for each in self.all() if each.name == name), USUAL)

    def note_taken(self, name: str) -> None:
        """Remember which preset to begin the next summary with.

        Raises:
            NotSaved: nothing was changed.
        """
        self.vault.set_preference(_LAST, name)

    def _kept(self) -> list[dict[str, Any]]:
        return KeptList(self.vault, _NAME).tables()

    def _store(self, kept: list[dict[str, Any]]) -> tuple[Preset, ...]:
        KeptList(self.vault, _NAME).store(kept)
        return self.all()


def _own_name(name: str) -> str:
    name = tidy_name(name)
    if not name:
        raise PresetNotKept("Give the preset a name first.")
    if name.casefold() == USUAL_NAME.casefold():
        raise PresetNotKept("“Usual” is always there as it is. Give yours another name.")
    return name


def _is_named(plain: dict[str, Any], name: str) -> bool:
    return str(plain.get("name", "")).casefold() == name.casefold()


def _to_plain(preset: Preset) -> dict[str, Any]:
    return {
        "name": preset.name,
        "parts": sorted(part.value for part in preset.parts),
        "rows": list(preset.rows),
        "large_print": preset.print_size is PrintSize.LARGE,
        "black_and_white": preset.is_black_and_white,
    }


def _from_plain(plain: dict[str, Any]) -> Preset | None:
    """Read a preset, or None where this version does not understand it whole."""
    if not plain.keys() <= _KNOWN:
        return None
    try:
        rows = tuple(str(row) for row in plain["rows"])
        return Preset(
            str(plain["name"]),
            frozenset(SummaryPart(part) for part in plain["parts"]),
            rows,
            PrintSize.LARGE if plain["large_print"] is True else PrintSize.NORMAL,
            plain["black_and_white"] is True,
        )
    except (KeyError, TypeError, ValueError):
        return None
