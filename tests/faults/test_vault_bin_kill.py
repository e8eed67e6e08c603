"""A journal killed in the middle of emptying its bin has either all of it left, or none."""

import pytest

from tests.faults.bin_trials import killed_after, killed_while_emptying, made_with_a_full_bin


@pytest.mark.slow
def test_emptying_the_bin_is_whole_or_not_at_all_when_the_program_is_killed(tmp_path):
    made_with_a_full_bin(tmp_path / "pattern")
    found = killed_while_emptying(tmp_path / "pattern", tmp_path / "journal", trials=12)
    assert len(found) == 12


@pytest.mark.slow
def test_a_program_killed_before_emptying_leaves_all_and_one_killed_after_it_nothing(tmp_path):
    made_with_a_full_bin(tmp_path / "pattern")
    assert killed_after("open", tmp_path / "pattern", tmp_path / "before") == "all there"
    assert killed_after("swept", tmp_path / "pattern", tmp_path / "after") == "gone and swept"
