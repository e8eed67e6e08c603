"""The groups of themes: the journal's own first, and what fits the words that are typed."""

from app.domain.theme_groups import ThemeCaution, ThemeGroup, ThemeVocabulary

FIELD = ThemeVocabulary(
    (
        ThemeGroup("The child", ("voice of the child", "lived experience")),
        ThemeGroup("Myself", ("hope", "my own history")),
    ),
    (ThemeCaution("hope", "What for?"),),
)


def test_own_themes_come_first_and_each_theme_stands_once():
    offered = FIELD.with_own("In your journal", ("Hope", "a quiet room"))
    assert offered.groups == (
        ThemeGroup("In your journal", ("Hope", "a quiet room")),
        ThemeGroup("The child", ("voice of the child", "lived experience")),
        ThemeGroup("Myself", ("my own history",)),
    )
    assert FIELD.with_own("In your journal", ()) is FIELD


def test_a_group_all_of_whose_themes_are_own_is_not_shown_empty():
    own = FIELD.with_own("Own", ("hope", "my own history"))
    assert [group.title for group in own.groups] == ["Own", "The child"]


def test_every_word_must_be_found_in_whatever_order():
    assert FIELD.matching("CHILD voi") == (ThemeGroup("The child", ("voice of the child",)),)
    assert FIELD.matching("") == FIELD.groups
    assert FIELD.matching("nothing like it") == ()


def test_a_title_brings_its_whole_group():
    assert FIELD.matching("myself") == (FIELD.groups[1],)


def test_a_theme_typed_in_another_case_is_the_one_that_is_offered():
    assert FIELD.spelt("HOPE") == "hope"
    assert FIELD.spelt("a theme of mine") == "a theme of mine"


def test_a_stock_phrase_is_met_with_a_question():
    assert FIELD.caution("Hope") == "What for?"
    assert FIELD.caution("lived experience") == ""
