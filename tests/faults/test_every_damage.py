"""After any damage: told, never shown as a person's words, and salvaged but for what is gone."""

import pytest

from tests.faults.damage import KINDS, damage_trials

TRIALS = 6 * len(KINDS)


@pytest.mark.slow
def test_no_damage_is_silent_nor_called_a_wrong_passphrase_and_all_else_is_salvaged(tmp_path):
    figures = damage_trials(tmp_path, TRIALS)
    assert figures.failures == []
    assert figures.rows_saved == figures.rows_elsewhere > 50 * TRIALS
    # The trials did reach every way in which damage shows.
    assert figures.outcomes["refused at opening"] > TRIALS // 10
    assert figures.outcomes["told by the check"] > TRIALS // 3
    assert figures.outcomes["salvaged"] == TRIALS // 20
    assert figures.reflections["whole"] > figures.reflections["from an earlier version"] > 0
