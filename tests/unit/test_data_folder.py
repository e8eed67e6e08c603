from pathlib import Path

import pytest

from app.data_folder import data_folder


def test_linux_follows_the_xdg_folder():
    assert data_folder({"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/Afterword")


@pytest.mark.parametrize("told", ["", "relative/folder"])
def test_linux_falls_back_to_the_home_folder(monkeypatch, told):
    monkeypatch.setenv("HOME", "/somebody")
    expected = Path("/somebody/.local/share/Afterword")
    assert data_folder({"XDG_DATA_HOME": told}, "linux") == expected


def test_windows_uses_the_local_folder(monkeypatch):
    folder = data_folder({"LOCALAPPDATA": "/local"}, "win32")
    assert folder == Path("/local/Afterword")
    monkeypatch.setenv("HOME", "/somebody")
    assert data_folder({}, "win32") == Path("/somebody/AppData/Local/Afterword")


def test_macos_uses_application_support(monkeypatch):
    monkeypatch.setenv("HOME", "/somebody")
    expected = Path("/somebody/Library/Application Support/Afterword")
    assert data_folder({}, "darwin") == expected


def test_tests_touch_no_home(own_data_folder):
    assert data_folder() == own_data_folder / "Afterword"
