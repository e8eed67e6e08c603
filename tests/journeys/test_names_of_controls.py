"""On every screen that the pictures show, each control that can be reached by Tab has a name."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.ui.asking import SystemAsker
from app.ui.lane import Lane
from app.ui.settings import Settings
from app.ui.surroundings import Surroundings
from tests import screenshots
from tests.gui.way_in import unnamed_controls
from tests.workshops import a_workshop


@pytest.fixture
def studio(qapp, tmp_path, look):
    # The look of the whole run: a second one would give the application its own style for good.
    settings = Settings(tmp_path / "settings.ini")
    asker = SystemAsker(tmp_path / "dialogs")
    made = screenshots.Studio(tmp_path, Surroundings(look, Lane(), a_workshop, asker, settings))
    yield made
    made.window.close()
    made.surroundings.lane.stop()
    made.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def nameless_in(studio, scene):
    screenshots.SCENES[scene](studio)
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert studio.window in windows
    controls = [control for each in windows for control in unnamed_controls(each)]
    found = [type(control).__name__ for control in controls if control.isVisible()]
    studio.close_dialog()
    studio.tidy_up()
    return found


# One test, for the scenes follow each other: each begins where the one before left the window.
@pytest.mark.slow
@pytest.mark.asks_before_leaving
def test_every_control_on_every_screen_has_a_name(studio):
    found = {scene: nameless_in(studio, scene) for scene in screenshots.SCENES}
    assert len(found) >= 50
    assert {scene: names for scene, names in found.items() if names} == {}
