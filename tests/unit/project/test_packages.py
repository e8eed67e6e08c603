"""What is installed is all that the program is made of."""

import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]


def test_every_package_is_installed():
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = settings["tool"]["setuptools"]["packages"]
    found = [
        ".".join(each.parent.relative_to(PROJECT).parts)
        for each in (PROJECT / "app").rglob("__init__.py")
    ]
    assert sorted(listed) == sorted(found)
