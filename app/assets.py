"""Finds forms/ and resources/ in a source tree, an installed wheel or a frozen build."""

from __future__ import annotations

import sys
import sysconfig
from functools import cache
from pathlib import Path

_INSTALLED = "share/afterword"


@cache
def _root() -> Path:
    source = Path(__file__).resolve().parent.parent
    frozen = Path(getattr(sys, "_MEIPASS", source))
    installed = Path(sysconfig.get_path("data")) / _INSTALLED
    for root in (frozen, source, installed):
        if (root / "forms").is_dir() and (root / "resources").is_dir():
            return root
    raise FileNotFoundError("forms/ and resources/ are missing from this installation")


def forms_folder() -> Path:
    """Give the folder of the shipped forms, one TOML file each."""
    return _root() / "forms"


def resource(*parts: str) -> Path:
    """Give the path of a file or folder below resources/."""
    return _root().joinpath("resources", *parts)
