"""The table that `make faults` prints: whole, and honest about what failed."""

from pathlib import Path

import pytest

from tests.faults.attacks import Attack, Result, reason_of
from tests.faults.breaking import BREAKS
from tests.faults.other_damage import key_damage, planted_logs, rollback_damage
from tests.faults.rows import ATTACKS
from tests.faults.table import lines_of


def an_attack(**more):
    return Attack("wind", "P0 it stands", "blow", lambda *_: Result(), 100, 30, **more)


def lines(attack, result, **more):
    return "\n".join(lines_of([attack], {attack.name: result}, **more))


def test_every_attack_but_the_control_has_a_break_that_it_is_to_find():
    names = [each.name for each in ATTACKS]
    assert len(set(names)) == len(names)
    assert set(BREAKS) == {each.name for each in ATTACKS if not each.is_control}
    assert sum(each.is_control for each in ATTACKS) == 1


def test_a_full_run_is_cut_into_parts_and_a_share_is_never_nothing():
    assert list(an_attack().parts(1)) == [30, 30, 30, 10]
    assert list(an_attack().parts(0.1)) == [10]
    assert list(an_attack().parts(0.0001)) == [1]
    assert list(an_attack(least=40).parts(0.1)) == [30, 10]


def test_parts_are_added_up_and_the_worst_of_them_is_told():
    result = Result(10, seconds_lost=0.2)
    result.add(Result(5, ["why"], seconds_lost=0.7))
    result.add(Result(1))
    assert (result.trials, result.failures, result.worst) == (16, ["why"], "0.70 s of typing")


def test_what_failed_is_told_below_the_table():
    told = lines(an_attack(), Result(7, ["seed 1: one", "two"]))
    assert "P0 it stands | blow [wind] |      7 |        2 | see below" in told
    assert "FAILED wind: seed 1: one" in told
    assert "FAILED wind: two" in told


def test_a_control_that_fails_is_as_it_must_be_and_one_that_does_not_is_told():
    control = an_attack(is_control=True)
    assert "as it must" in lines(control, Result(7, ["lost"]))
    assert "NOT FOUND by wind" in lines(control, Result(7))


def test_a_reason_holds_nothing_that_an_exception_holds():
    with pytest.raises(ValueError, match="kettle") as raised:
        int("the kettle was on")
    told = reason_of(raised.value)
    assert told.startswith("ValueError at test_table.py:")
    assert "kettle" not in told


@pytest.mark.slow
@pytest.mark.parametrize("attack", [rollback_damage, planted_logs, key_damage])
def test_a_few_trials_of_each_attack_of_this_kind_find_nothing(attack, tmp_path: Path):
    result = attack(tmp_path, 12, 1)
    assert result.failures == []
    assert result.trials == 12
    assert result.figures.total() >= 12
