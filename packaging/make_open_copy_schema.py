"""Writes resources/schema from the shapes of an open copy; run it when one of them changes."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.open_format.schema import schema_files  # noqa: E402 - found only now


def write(folder: Path) -> None:
    """Write every file of the schema."""
    folder.mkdir(exist_ok=True)
    for name, data in schema_files().items():
        (folder / name).write_bytes(data)
        print(folder / name)


if __name__ == "__main__":
    write(ROOT / "resources" / "schema")
