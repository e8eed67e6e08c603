"""What the systems' words for "the person has left" mean."""

from app.ui.session_watch_windows import means_away


def test_a_lock_a_taken_desk_and_sleep_mean_away_and_unlocking_does_not():
    session, power = 0x02B1, 0x0218
    assert means_away(session, 0x7)
    assert means_away(session, 0x4)
    assert means_away(power, 0x4)
    assert not means_away(session, 0x8)
    assert not means_away(power, 0x7)
    assert not means_away(0x0100, 0x7)
