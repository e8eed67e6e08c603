"""Finds forms/ and resources/ in a source tree, an installed wheel or a frozen build."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_SHARED = Path("share", "afterword")


@cache
def _root() -> Path:
    for root in _possible_roots(Path(__file__).resolve()):
        if (root / "forms").is_dir() and (root / "resources").is_dir():
            return root
    raise FileNotFoundError("forms/ and resources/ are missing from this installation")


def _possible_roots(module: Path) -> Iterator[Path]:
    source = module.parent.parent
    yield Path(getattr(sys, "_MEIPASS", source))
    yield source
    # `pip install --target` puts everything into one folder.
    yield source / _SHARED
    yield from _recorded_roots(module)


def _recorded_roots(module: Path) -> Iterator[Path]:
    """Look where the installation that this module belongs to says that it put its files."""
    from importlib import metadata

    for installation in metadata.distributions(name="afterword"):
        files = [Path(str(installation.locate_file(each))) for each in installation.files or ()]
        if any(file.name == module.name and file.resolve() == module for file in files):
            forms = (file.parent for file in files if file.parent.name == "forms")
            yield from (folder.parent.resolve() for folder in dict.fromkeys(forms))


def forms_folder() -> Path:
    """Give the folder of the shipped forms, one TOML file each."""
    return _root() / "forms"


def resource(*parts: str) -> Path:
    """Give the path of a file or folder below resources/."""
    return _root().joinpath("resources", *parts)
