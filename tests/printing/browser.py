"""Has another program read our web pages: Chromium, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)


def pdf_by_browser(page: bytes, folder: Path) -> bytes:
    """Give the pages that a browser makes of a web page."""
    if BROWSER is None:
        pytest.skip("Chromium is not installed, so no browser lays the page out")
    file, target = folder / "page.html", folder / "page.pdf"
    file.write_bytes(page)
    subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",  # it would refuse to run as root
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder / 'browser'}",
            f"--print-to-pdf={target}",
            file.resolve().as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return target.read_bytes()
