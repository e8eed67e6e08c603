"""The regulators and frameworks that the program brings along, read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import FormError
from app.domain.framework import Framework
from app.domain.regulator import Regulator
from app.formspec.framework_file import read_framework
from app.formspec.regulator_file import read_regulator

_FIRST = ("social_work_england", "social_care_wales", "sssc", "niscc")
_LAST = "my_own"


@dataclass(slots=True)
class RegulatorFolder:
    """Two folders of files. What does not read is left out and told by problems()."""

    regulators_folder: Path
    frameworks_folder: Path
    _problems: list[FormError] = field(default_factory=list)
    _frameworks: tuple[Framework, ...] | None = None
    _regulators: tuple[Regulator, ...] | None = None

    def frameworks(self) -> tuple[Framework, ...]:
        """Give every framework that reads, by the name of its file."""
        if self._frameworks is None:
            found = []
            for path in sorted(self.frameworks_folder.glob("*.toml")):
                try:
                    found.append(read_framework(path))
                except FormError as error:
                    self._problems.append(error)
            self._frameworks = tuple(found)
        return self._frameworks

    def regulators(self) -> tuple[Regulator, ...]:
        """Give every regulator whose file reads: the four nations’, others, one’s own."""
        if self._regulators is None:
            # A framework that does not read takes no regulator with it: its file is known.
            self.frameworks()
            known = frozenset(path.stem for path in self.frameworks_folder.glob("*.toml"))
            found = []
            for path in sorted(self.regulators_folder.glob("*.toml")):
                try:
                    found.append(read_regulator(path, known))
                except FormError as error:
                    self._problems.append(error)
            self._regulators = tuple(sorted(found, key=_place))
        return self._regulators

    def problems(self) -> tuple[FormError, ...]:
        """Give what is wrong with the files that do not read."""
        self.regulators()
        return tuple(self._problems)


def _place(regulator: Regulator) -> tuple[int, str]:
    if regulator.id in _FIRST:
        return _FIRST.index(regulator.id), ""
    return len(_FIRST) + (regulator.id == _LAST), regulator.name
