"""Shared by all tests: no screen is needed, and nothing outside a temporary folder is touched."""

import atexit
import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())

# Nothing is read or written in the home folder of whoever runs the tests.
_HOME = tempfile.mkdtemp(prefix="afterword-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
    os.environ[_name] = _HOME
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ.pop(_name, None)


@pytest.fixture(scope="session", autouse=True)
def own_data_folder(tmp_path_factory):
    """Let what the program remembers outside a journal lie in a temporary folder too."""
    with pytest.MonkeyPatch.context() as surroundings:
        folder = tmp_path_factory.mktemp("data")
        surroundings.setenv("XDG_DATA_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_heard():
    """Hear Ctrl+C even where a script began the run in its background, which ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared_look(qapp):
    """One look for the whole run, as in the program: two would each draw their focus ring."""
    from app.ui.look import Look

    look = Look()
    look.apply()
    return look


@pytest.fixture
def look(shared_look):
    """The light look at 100 %, whatever the test before has made of it."""
    from app.ui.theme import Theme

    shared_look.set_to(Theme.load())
    yield shared_look
    shared_look.set_to(Theme.load())


@pytest.fixture(scope="session")
def collector(qapp):
    """Collect as the program does: a widget is never destroyed on the lane of a later test."""
    from app.ui.collecting import Collector

    return Collector()


# A busy machine is no failure: time is measured by `make bench`, never by a test.
settings.register_profile("afterword", deadline=None)
settings.load_profile("afterword")

# What takes whole windows, paper or attacks: all of it runs in `make test`, none in `make check`.
_SLOW_FOLDERS = ("gui/pages", "gui/dialogs", "journeys", "printing", "faults")


def pytest_collection_modifyitems(items):
    """Mark the folders of slow tests, so that no file in them can forget to."""
    here = Path(__file__).parent
    for item in items:
        folder = item.path.parent.relative_to(here).as_posix()
        if folder.startswith(_SLOW_FOLDERS):
            item.add_marker(pytest.mark.slow)
