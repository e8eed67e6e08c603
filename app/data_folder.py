"""Where the program's own data lies on this computer, known without Qt and the same as Qt's."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_NAME = "Afterword"


def data_folder(surroundings: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """Give the folder that QStandardPaths calls AppLocalDataLocation; it need not be there yet."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home raises where there is none
    if system == "win32":
        return Path(surroundings.get("LOCALAPPDATA") or home / "AppData" / "Local") / _NAME
    if system == "darwin":
        return home / "Library" / "Application Support" / _NAME
    told = surroundings.get("XDG_DATA_HOME", "")
    # A relative one is to be ignored, says the specification.
    return (Path(told) if told.startswith("/") else home / ".local" / "share") / _NAME
