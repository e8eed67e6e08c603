"""A wheel, installed elsewhere, finds its forms and resources."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]


@pytest.mark.slow
def test_an_installed_wheel_lists_its_forms_and_makes_the_sample_journal(tmp_path):
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    done = subprocess.run(
        [*build, "--wheel-dir", str(tmp_path), str(PROJECT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("afterword-*.whl")
    # The environment borrows our libraries and nothing of the source tree.
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    (libraries,) = (Path(sys.prefix) / "lib").glob("python3*/site-packages")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
    )
    (site,) = (tmp_path / "env" / "lib").glob("python3*/site-packages")
    # The decryptor and its list of words come with every installation.
    assert all(
        (site / "app" / "vault" / name).is_file() for name in ("decryptor.py", "english.txt")
    )
    (site / "borrowed.pth").write_text(str(libraries) + "\n")
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    secret.write_text("lantern under the slow grey bridge\n")
    afterword = tmp_path / "env" / "bin" / "afterword"
    listed = subprocess.run(
        [afterword, "forms"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "five_minute_capture" in listed.stdout
    made = subprocess.run(
        [afterword, "new", tmp_path / "journal", "--sample", "--passphrase-file", secret],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
