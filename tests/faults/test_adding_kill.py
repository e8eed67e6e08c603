"""A journal killed in the middle of adding a file holds all of it, or nothing."""

import pytest

from tests.faults.adding_kills import killed_while_adding


@pytest.mark.slow
def test_a_file_is_added_whole_or_not_at_all_when_the_program_is_killed(tmp_path):
    result = killed_while_adding(tmp_path, trials=8, seed=3)
    assert (result.trials, result.failures) == (8, [])
