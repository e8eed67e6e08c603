"""Preferences that begin alike are read together, and no others."""

import pytest

from app.vault.preferences import Preferences


@pytest.fixture
def preferences(vault):
    return Preferences(vault._database)


def test_those_that_begin_so_come_by_name(preferences):
    for name in ("cpd/b", "cpd/a", "cpd", "cpd0", "cpd.", "CPD/c", "cpd/", "cpd/\N{HERB}"):
        preferences.store(name, f"of {name}")
    assert preferences.beginning("cpd/") == (
        ("cpd/", "of cpd/"),
        ("cpd/a", "of cpd/a"),
        ("cpd/b", "of cpd/b"),
        ("cpd/\N{HERB}", "of cpd/\N{HERB}"),
    )
    assert preferences.beginning("cpx") == ()


def test_a_sign_that_means_any_letters_to_a_search_means_itself(preferences):
    for name in ("a%b", "axb", "a_b", "a*b"):
        preferences.store(name, "")
    for sign in "%_*":
        assert preferences.beginning(f"a{sign}") == ((f"a{sign}b", ""),)


def test_half_a_character_is_looked_for_as_it_is_stored(preferences):
    preferences.store("half \ud800/x", "kept")
    assert preferences.beginning("half \ud800/") == (("half \ufffd/x", "kept"),)
