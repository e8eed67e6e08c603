"""How a file's date is written where the system names no country."""

import pytest

from app.ui.system_dates import name_country_of_dates


@pytest.mark.parametrize("before", [{}, {"LANG": "C.UTF-8"}, {"LC_TIME": "POSIX", "LANG": "cy_GB"}])
def test_without_a_country_dates_are_british(before):
    environment = dict(before)
    name_country_of_dates(environment)
    assert environment == {**before, "LC_TIME": "en_GB.UTF-8"}


@pytest.mark.parametrize("before", [{"LANG": "cy_GB.UTF-8"}, {"LC_TIME": "sv_SE", "LANG": "C"}])
def test_a_country_that_is_named_is_kept(before):
    environment = dict(before)
    name_country_of_dates(environment)
    assert environment == before
