"""A list kept as JSON loses nothing that this version does not understand."""

import json

import pytest

from app.domain.filters import SavedSearch
from app.services.kept_list import KeptList
from app.summary.preset import Preset


@pytest.mark.parametrize("text", ["{", "7", '"x"', '{"later": []}', "[" * 100_000])
def test_what_is_no_list_is_put_aside_and_never_overwritten(desk, text):
    kept = KeptList(desk.vault, "some")
    for _ in range(2):
        desk.vault.set_preference("some", text)
        assert kept.tables() == []
        kept.store([{"name": "One"}])
        assert kept.tables() == [{"name": "One"}]
    kept.store([])
    assert [desk.vault.preference(f"some/aside/{number}") for number in (1, 2)] == [text, text]
    assert desk.vault.preference("some/aside/3") is None


def test_what_is_no_table_stays_in_the_list(desk):
    desk.vault.set_preference("some", '[7, null, {"name": "One"}]')
    kept = KeptList(desk.vault, "some")
    assert kept.tables() == [{"name": "One"}]
    kept.store([{"name": "Two"}])
    assert json.loads(desk.vault.preference("some")) == [7, None, {"name": "Two"}]


@pytest.mark.parametrize("name", ["saved_searches", "summary_presets"])
def test_saved_searches_and_presets_are_kept_so(desk, name):
    desk.vault.set_preference(name, "later words")
    desk.saved_searches.keep(SavedSearch("Silence", "a"))
    desk.preparing.presets.keep(Preset("Short"))
    assert desk.vault.preference(f"{name}/aside/1") == "later words"
