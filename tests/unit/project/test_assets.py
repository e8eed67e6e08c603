"""Forms and resources are found beside the program's own files, however it was installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
# Where pip puts the data, seen from the folder that holds the package.
LAYOUTS = {
    "prefix or user": "../../../share/afterword",
    "windows user": "../share/afterword",
    "target": "share/afterword",
}


def an_installation(base, data, *, record=None):
    """Lay out what pip leaves: the package, its data, and the record of where they went."""
    site = base / "lib" / "python" / "site-packages"
    (site / "app").mkdir(parents=True)
    for name in ("__init__.py", "assets.py"):
        shutil.copy(PROJECT / "app" / name, site / "app" / name)
    for folder in ("forms", "resources"):
        (site / data / folder).mkdir(parents=True)
        (site / data / folder / "one.toml").touch()
    about = site / "afterword-0.1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: afterword\nVersion: 0.1.0\n")
    names = ["app/__init__.py", "app/assets.py"]
    names += [f"{record or data}/{folder}/one.toml" for folder in ("forms", "resources")]
    (about / "RECORD").write_text("".join(f"{name},,\n" for name in names))
    return site


def found_by(*sites):
    places = [str(site) for site in sites]
    code = f"import sys; sys.path[:0] = {places!r}; from app import assets; "
    done = subprocess.run(
        [sys.executable, "-I", "-c", code + "print(assets.forms_folder())"],
        capture_output=True,
        text=True,
        check=False,
    )
    return Path(done.stdout.strip()) if done.returncode == 0 else done.stderr


@pytest.mark.parametrize("data", LAYOUTS.values(), ids=LAYOUTS)
def test_every_way_of_installing_is_found(tmp_path, data):
    site = an_installation(tmp_path, data)
    assert found_by(site) == (site / data / "forms").resolve()


def test_the_data_of_a_target_are_found_though_its_record_is_wrong(tmp_path):
    site = an_installation(tmp_path, "share/afterword", record="../../share/afterword")
    assert found_by(site) == site / "share" / "afterword" / "forms"


def test_another_installation_lends_nothing(tmp_path):
    mine = an_installation(tmp_path / "mine", "../../../share/afterword")
    other = an_installation(tmp_path / "other", "../../../share/afterword")
    shutil.rmtree(tmp_path / "mine" / "share")
    assert "are missing from this installation" in found_by(mine, other)
    assert found_by(other, mine) == tmp_path / "other" / "share" / "afterword" / "forms"
