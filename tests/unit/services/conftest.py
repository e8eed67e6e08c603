import pytest

from tests.workshops import a_desk, a_workshop


@pytest.fixture
def workshop():
    return a_workshop()


@pytest.fixture
def desk(tmp_path, workshop):
    desk = a_desk(tmp_path / "My journal", workshop)
    yield desk
    desk.close()
