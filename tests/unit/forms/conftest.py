"""The shipped forms, read once, and the sample journal's files."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from app.assets import forms_folder, resource
from app.domain.form import FormDefinition
from app.formspec.folder import FormFolder


@pytest.fixture(scope="session")
def shipped() -> dict[str, FormDefinition]:
    return {form.id: form for form in FormFolder(forms_folder()).forms()}


@pytest.fixture(scope="session")
def sample_files() -> list[tuple[Path, dict[str, Any]]]:
    paths = sorted(resource("sample", "journal").glob("*.toml"))
    return [(path, tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths]
