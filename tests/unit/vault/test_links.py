"""Links between reflections: alike from both ends, and gone with what is gone for good."""

from datetime import date, timedelta

import pytest

from app.domain.errors import NoSuchReflection
from app.domain.linking import LinkedReflection
from tests.unit.vault.samples import MORNING, a_form, a_reflection

LATER = MORNING + timedelta(days=1)


@pytest.fixture
def written(vault):
    vault.keep_form(a_form())
    for number, title in enumerate(("The late visit", "", "A long call")):
        vault.put(a_reflection(f"r{number}", minutes=number, title=title))
    return vault


def linked(vault, uid):
    return [each.id for each in vault.links.of(uid)]


def test_a_link_is_seen_from_both_ends_and_stays(written, keeper, folder):
    written.links.join("r2", "r0", MORNING)
    assert written.links.of("r0") == (
        LinkedReflection("r2", "A long call", "Daily pause", date(2026, 3, 2)),
    )
    written.close()
    from tests.unit.vault.samples import PASSPHRASE

    again = keeper.open(folder, PASSPHRASE)
    assert (linked(again, "r0"), linked(again, "r2")) == (["r2"], ["r0"])
    assert again.trouble() == ()
    again.close()


def test_linking_twice_and_the_other_way_round_is_one_link(written):
    written.links.join("r0", "r1", MORNING)
    written.links.join("r1", "r0", LATER)
    assert linked(written, "r0") == ["r1"]
    written.links.part("r1", "r0")
    assert linked(written, "r0") == linked(written, "r1") == []


def test_links_stand_in_the_order_of_linking(written):
    written.links.join("r0", "r2", MORNING)
    written.links.join("r0", "r1", LATER)
    assert linked(written, "r0") == ["r2", "r1"]


def test_what_is_not_there_and_itself_cannot_be_linked(written):
    with pytest.raises(NoSuchReflection):
        written.links.join("r0", "elsewhere", MORNING)
    with pytest.raises(ValueError, match="itself"):
        written.links.join("r0", "r0", MORNING)
    assert linked(written, "r0") == []


def test_a_link_hides_with_the_bin_and_comes_back_with_what_comes_back(written):
    written.links.join("r0", "r1", MORNING)
    written.bin.put("r1", MORNING)
    assert linked(written, "r0") == []
    assert "r1" not in [each.id for each in written.links.titled("", 9, beside="r0")]
    written.bin.take_back("r1", LATER)
    assert linked(written, "r0") == ["r1"]


def test_a_link_is_gone_with_what_is_removed_for_good(written):
    written.links.join("r0", "r1", MORNING)
    written.links.join("r0", "r2", MORNING)
    written.bin.put("r1", MORNING)
    written.bin.empty(["r1"], LATER)
    assert linked(written, "r0") == ["r2"]
    rows = written._database.rows("SELECT one_uid, other_uid FROM link")
    assert rows == [("r0", "r2")]


def test_titles_are_found_by_each_word_the_newest_first(written):
    def found(words, beside="none"):
        return [each.id for each in written.links.titled(words, 9, beside=beside)]

    assert found("") == ["r2", "r1", "r0"]
    assert found("LATE vis") == ["r0"]
    assert found("daily pause call") == ["r2"]
    assert found("", beside="r2") == ["r1", "r0"]
    written.links.join("r2", "r0", MORNING)
    assert found("", beside="r2") == ["r1"]
    assert [each.id for each in written.links.titled("", 1, beside="none")] == ["r2"]
