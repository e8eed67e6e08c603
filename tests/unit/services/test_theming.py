import pytest

from app.domain.answer import Answer, ChosenThemes, Prose
from app.domain.errors import AnswerError, Cancelled, OnHold
from app.domain.filters import Filters, SavedSearch
from app.domain.finding import Search
from app.domain.overview import years_of
from app.domain.theme_change import ThemeChange
from app.services.browsing import filter_choices
from app.services.journal import About
from tests.audits import SEVERAL
from tests.builders import a_form, a_prompt, a_reflection


def put(desk, *all_themes):
    desk.vault.keep_form(a_form())
    for number, themes in enumerate(all_themes):
        uid = f"{number:032x}"
        desk.vault.put(a_reflection(reflection_id=uid, themes=themes, noticed=f"Words {number}."))
        desk.vault.seal(uid)
    return [f"{number:032x}" for number in range(len(all_themes))]


def themes_of(desk, uids):
    return [desk.vault.get(uid).themes for uid in uids]


def test_a_theme_is_renamed_everywhere_and_the_words_stay(desk):
    uids = put(desk, ("trust", "time"), ("time",), ("power", "trust"))
    before = [desk.vault.get(uid) for uid in uids]
    change = desk.theming.rename("trust", "  being\ntrusted ")
    assert change == ThemeChange("trust", "being trusted", changing=2, held=0, joined=0)
    assert themes_of(desk, uids) == [
        ("being trusted", "time"),
        ("time",),
        ("power", "being trusted"),
    ]
    assert [desk.vault.get(uid).answers for uid in uids] == [each.answers for each in before]
    assert [desk.vault.version_count(uid) for uid in uids] == [2, 1, 2]
    assert desk.history.version(uids[0], 1).themes == ("trust", "time")
    assert desk.vault.trouble() == ()


def test_what_was_found_under_the_old_name_is_found_under_the_new_one(desk):
    uids = put(desk, ("trust",), ("trust", "time"))
    desk.theming.rename("trust", "keeping faith")
    for search in (Search(theme="keeping faith"), Search(words="keeping faith")):
        assert {each.id for each in desk.find(search).outlines} == set(uids)
    assert desk.find(Search(theme="trust")).total == 0
    assert desk.vault.themes() == (("keeping faith", 2), ("time", 1))


def test_two_themes_are_joined_and_none_is_there_twice(desk):
    uids = put(desk, ("trust", "faith"), ("faith",), ("trust",))
    assert desk.theming.plan("trust", "faith") == ThemeChange("trust", "faith", 2, 0, 1)
    change = desk.theming.rename("trust", "faith")
    assert change.is_joining
    assert themes_of(desk, uids) == [("faith",), ("faith",), ("faith",)]
    assert desk.vault.version_count(uids[1]) == 1


def test_answers_that_choose_themes_follow(desk):
    desk.vault.keep_form(SEVERAL)
    answers = {
        "themes": Answer(ChosenThemes(("trust", "time", "faith"))),
        "said": Answer(Prose("trust")),
    }
    desk.vault.put(a_reflection(SEVERAL, themes=("trust", "time", "faith"), answers=answers))
    desk.theming.rename("trust", "faith")
    got = desk.vault.get("a" * 32)
    assert got.answers["themes"].value == ChosenThemes(("faith", "time"))
    assert got.answers["said"].value == Prose("trust")


def test_a_plan_changes_nothing(desk):
    uids = put(desk, ("trust",))
    before = desk.vault.head()
    assert desk.theming.plan("trust", "faith").changing == 1
    assert desk.vault.head() == before
    assert themes_of(desk, uids) == [("trust",)]


def test_what_is_on_hold_is_told_and_then_nothing_is_changed(desk):
    uids = put(desk, ("trust",), ("trust",))
    desk.retention.hold(uids[0], "An inquiry.")
    before = desk.vault.head()
    assert desk.theming.plan("trust", "faith") == ThemeChange("trust", "faith", 1, 1, 0)
    with pytest.raises(OnHold):
        desk.theming.rename("trust", "faith")
    assert desk.vault.head() == before
    assert themes_of(desk, uids) == [("trust",), ("trust",)]


def test_what_is_on_hold_is_left_where_that_was_chosen(desk):
    uids = put(desk, ("trust",), ("trust",))
    desk.retention.hold(uids[0], "An inquiry.")
    desk.theming.rename("trust", "faith", leaves_held=True)
    assert themes_of(desk, uids) == [("trust",), ("faith",)]
    assert desk.vault.version_count(uids[0]) == 1


def test_a_theme_of_which_everything_is_on_hold_stays(desk):
    uids = put(desk, ("trust",))
    desk.retention.hold(uids[0], "An inquiry.")
    assert desk.theming.rename("trust", "faith", leaves_held=True).changing == 0
    assert themes_of(desk, uids) == [("trust",)]


@pytest.mark.parametrize("new", ["", " \n ", "trust", " trust "])
def test_another_name_must_be_one(desk, new):
    put(desk, ("trust",))
    with pytest.raises(AnswerError):
        desk.theming.plan("trust", new)
    with pytest.raises(AnswerError):
        desk.theming.rename("trust", new)


def test_what_lies_in_the_bin_is_renamed_there(desk):
    uids = put(desk, ("trust",), ("time", "trust"), ("trust",))
    for uid in uids[1:]:
        desk.retention.move_to_bin(uid)
    desk.retention.hold(uids[2], "An inquiry.")
    plan = desk.theming.plan("trust", "faith")
    assert plan == ThemeChange("trust", "faith", 2, held=1, joined=0, binned=1)
    desk.theming.rename("trust", "faith", leaves_held=True)
    assert {each.id for each in desk.vault.bin.entries()} == set(uids[1:])
    assert desk.vault.trouble() == ()
    for uid in uids[1:]:
        desk.retention.bring_back_from_bin(uid)
    assert themes_of(desk, uids) == [("faith",), ("time", "faith"), ("trust",)]
    assert desk.vault.themes() == (("faith", 2), ("time", 1), ("trust", 1))
    assert [desk.vault.version_count(uid) for uid in uids] == [2, 2, 1]
    assert desk.history.version(uids[1], 1).themes == ("time", "trust")
    assert desk.find(Search(words="faith")).total == 2
    assert desk.vault.trouble() == ()


def test_a_rename_that_is_stopped_in_the_bin_changes_nothing(desk):
    uids = put(desk, ("trust",), ("trust",))
    desk.retention.move_to_bin(uids[1])
    before = desk.vault.head()
    with pytest.raises(Cancelled):
        desk.theming.rename("trust", "faith", progress=stopping_at(1))
    assert desk.vault.head() == before
    desk.retention.bring_back_from_bin(uids[1])
    assert themes_of(desk, uids) == [("trust",)] * 2


def test_a_theme_that_nothing_has_changes_nothing(desk):
    put(desk, ("trust",))
    before = desk.vault.head()
    assert desk.theming.rename("hope", "faith") == ThemeChange("hope", "faith", 0, 0, 0)
    assert desk.vault.head() == before


def test_a_rename_that_is_stopped_half_way_changes_nothing(desk):
    uids = put(desk, *[("trust",)] * 5)
    before = desk.vault.head()
    with pytest.raises(Cancelled):
        desk.theming.rename("trust", "faith", progress=stopping_at(0.7))
    assert desk.vault.head() == before
    assert themes_of(desk, uids) == [("trust",)] * 5
    assert desk.find(Search(theme="trust")).total == 5


def stopping_at(limit):
    def progress(share):
        if share >= limit:
            raise Cancelled

    return progress


def test_progress_runs_from_nothing_to_the_end(desk):
    put(desk, *[("trust",)] * 3)
    shares = []
    desk.theming.rename("trust", "faith", progress=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)


def test_more_reflections_than_are_read_at_once_are_all_renamed(desk):
    count = 430
    desk.vault.keep_form(a_form())
    desk.vault.put_all(
        [a_reflection(reflection_id=f"{each:032x}", themes=("trust",)) for each in range(count)]
    )
    assert desk.theming.rename("trust", "faith").changing == count
    assert desk.vault.themes() == (("faith", count),)


def test_the_overviews_know_the_new_name(desk):
    put(desk, ("trust",), ("time",))
    assert [use.name for use in desk.overviews.themes(Search())] == ["time", "trust"]
    desk.theming.rename("trust", "faith")
    assert [use.name for use in desk.overviews.themes(Search(theme="faith"))] == ["faith", "time"]
    assert desk.overviews.timeline(Search()) == years_of(desk.overviews.calendar(Search()))
    assert sum(each.count for each in desk.overviews.calendar(Search(theme="faith"))) == 1


def test_saved_searches_follow_the_new_name(desk):
    put(desk, ("trust",), ("time",))
    for theme in ("trust", "time"):
        desk.saved_searches.keep(SavedSearch(f"About {theme}", "door", Filters(theme=theme)))
    desk.theming.rename("trust", "faith")
    kept = {saved.name: saved.filters.theme for saved in desk.saved_searches.all()}
    assert kept == {"About time": "time", "About trust": "faith"}
    assert {saved.words for saved in desk.saved_searches.all()} == {"door"}


def test_an_own_form_that_is_renamed_keeps_its_reflections_findable(desk):
    prompt = a_prompt()
    form = desk.own_forms.save(a_form(prompt, form_id="mine", title="After a call"))
    answers = {"noticed": Answer(Prose("The line was poor."))}
    first = desk.journal.write(form, answers, About("A call")).id
    newer = desk.own_forms.save(a_form(prompt, form_id=form.id, title="After a hard call"))
    assert (newer.id, newer.version) == (form.id, form.version + 1)
    assert [each.id for each in desk.find(Search(form_id=form.id)).outlines] == [first]
    assert filter_choices(desk.vault, desk.shelf).forms == ((form.id, "After a hard call"),)
    desk.own_forms.retire(form.id)
    assert filter_choices(desk.vault, desk.shelf).forms == ((form.id, "After a hard call"),)
