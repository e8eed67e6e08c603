from PySide6.QtCore import QStandardPaths

from app.data_folder import data_folder


def test_the_window_and_the_command_line_mean_the_same_folder(qapp, monkeypatch):
    name = qapp.applicationName()
    try:
        qapp.setApplicationName("Afterword")
        place = QStandardPaths.StandardLocation.AppLocalDataLocation
        for told in ("/somewhere/else", "relative", ""):
            monkeypatch.setenv("XDG_DATA_HOME", told)
            assert QStandardPaths.writableLocation(place) == str(data_folder())
    finally:
        qapp.setApplicationName(name)
