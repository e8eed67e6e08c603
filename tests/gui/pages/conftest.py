"""What nearly every page is tested in: real surroundings, and a journal with the sample in it."""

from functools import partial

import pytest

from tests.gui.way_in import surroundings_in
from tests.workshops import a_sample_desk


@pytest.fixture
def surroundings(tmp_path, look):
    with surroundings_in(tmp_path, look) as made:
        yield made


@pytest.fixture
def desk(surroundings, tmp_path):
    making = partial(a_sample_desk, tmp_path / "journal", surroundings.workshop)
    made = surroundings.lane.run_and_wait(making)
    yield made
    surroundings.lane.run_and_wait(made.close)
