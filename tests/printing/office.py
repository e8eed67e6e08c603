"""Has another program read our Word documents: LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice")


def pdf_by_office(document: bytes, folder: Path) -> bytes:
    """Give the pages that LibreOffice makes of a Word document."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed, so no other program lays the pages out")
    file = folder / "document.docx"
    file.write_bytes(document)
    own = (folder / "office").resolve().as_uri()
    subprocess.run(
        [
            OFFICE,
            "--headless",
            f"-env:UserInstallation={own}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "document.pdf").read_bytes()
