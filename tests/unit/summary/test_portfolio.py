"""The portfolio as a document: what is on it, in which order, and what never is."""

from datetime import date

import pytest

from app.domain.answer import Action, Actions, Answer, ChosenThemes, Prose, ShortText
from app.domain.cpd_piece import PeerReflection
from app.domain.form import PromptKind
from app.domain.sharing import Sharing
from app.summary.contents import listed
from app.summary.document import Bars, Contents, DocumentSection, Table, Tick
from app.summary.document import Prose as Written
from app.summary.leaving_texts import exchanged, texts_of
from app.summary.portfolio_basis import PortfolioWishes
from app.summary.portfolio_learning import stretches
from app.summary.portfolio_pieces import markdown_of_plain
from tests.portfolios import (
    PEER,
    PRIVATE,
    a_keeper,
    everything_private,
    evidence,
)
from tests.portfolios import (
    Contents as Files,
)


@pytest.fixture
def keeper(tmp_path):
    with a_keeper(tmp_path) as keeper:
        yield keeper


def headings(made):
    return [each.heading for each in made.document.sections]


def section(made, heading):
    return next(each for each in made.document.sections if each.heading == heading)


def table(made, heading, kind=Table):
    return next(each for each in section(made, heading).blocks if isinstance(each, kind))


def words(made):
    return "\n".join(each.words for each in texts_of(made.document))


def test_the_cover_says_whose_rules_and_which_days_and_a_name_only_if_one_is_given(keeper):
    made = keeper.made()
    assert made.document.title == "CPD portfolio"
    assert made.document.subtitle == (
        "Social Work England · Registration year 2025–26 · 1 December 2025 to 30 November 2026"
    )
    named = keeper.made(PortfolioWishes(name=" Sam  Okafor ", profile="I *chair*.")).document
    assert named.subtitle.endswith(" · Sam Okafor")
    assert named.chosen_names == ("Sam Okafor",)
    assert named.sections[1] == DocumentSection("Professional profile", (Written("I *chair*."),))


def test_an_empty_year_is_a_portfolio_that_says_so(keeper):
    made = keeper.made()
    assert headings(made) == ["Contents", "How the year stands", "Pieces", "About this portfolio"]
    assert "There is no piece in these days yet." in words(made)
    assert "Still to do: 2 more pieces to finish." in words(made)


def test_nothing_of_the_programs_own_words_is_a_possible_identifier(keeper):
    keeper.piece()
    keeper.change(keeper.piece("Another day"), peer=PEER, wording={"peer": "We agreed."})
    for made in (keeper.made(), keeper.between(date(2020, 1, 1), date(2026, 12, 31))):
        checked = keeper.desk.release_check.document(made.document).checked
        assert [each.first.words for each in checked.undecided] == []


def test_everything_stands_in_its_order(keeper):
    uid = keeper.piece(
        "The day",
        answers={
            "activity": "I went.",
            "actions": Answer(Actions((Action("Ask first"),)), Sharing.CPD),
            "evidence": evidence(Files().put("a.pdf", b"1")),
        },
        themes=("voice",),
    )
    keeper.change(uid, peer=PEER, wording={"peer": "We agreed."})
    keeper.write("Plan", date(2026, 1, 5), {"why": "Because."}, form_id="development_plan")
    assert headings(keeper.made(PortfolioWishes(profile="Me"))) == [
        "Contents",
        "Professional profile",
        "How the year stands",
        "Which parts the pieces touch",
        "The day",
        "Peer reflections",
        "Development plan",
        "Actions that came of it",
        "Evidence",
        "Pieces over time",
        "Themes over time",
        "Parts that no piece touches",
        "About this portfolio",
    ]


def test_a_piece_has_the_regulators_fields_in_their_order(keeper):
    uid = keeper.piece("The day")
    keeper.change(uid, kinds=("Supervision",), peer=PEER, wording={"peer": "We agreed."})
    standing = keeper.desk.cpd.piece(uid, "swe")
    keeper.desk.cpd.submit(standing, date(2026, 11, 20))
    said = [(each.lead, each.markdown) for each in section(keeper.made(), "The day").blocks]
    assert said[:7] == [
        ("Type of CPD:", "Supervision"),
        ("Date:", "4 March 2026"),
        ("Short description, and why it is relevant to you:", "I went."),
        ("What you learnt:", "I learnt."),
        ("The positive impact it has had, or will have:", "I ask first now."),
        ("Talked over with:", "my team manager, 9 March 2026"),
        ("What you learnt from discussing it with a peer:", "We agreed."),
    ]
    assert said[-1] == ("Submitted to Social Work England:", "20 November 2026")
    assert section(keeper.made(), "The day").aside == "piece 1, 4 March 2026"


def test_a_required_field_that_is_empty_says_so_and_an_optional_one_is_left_out(keeper):
    keeper.piece("The day", answers={"activity": "I went."})
    said = {each.lead: each.markdown for each in section(keeper.made(), "The day").blocks}
    assert said["What you learnt:"] == "Nothing yet."
    assert not any("peer" in lead for lead in said)


def test_the_grid_ticks_what_a_piece_touches_and_counts_it(keeper):
    tags = ({"swe_standard_4/4.1", "swe_standard_4/4.8"}, {"swe_standard_4/4.1"}, set())
    for at, each in enumerate(tags, 1):
        keeper.change(keeper.piece(f"Piece {at}", date(2026, at, 2)), tags=frozenset(each))
    made = keeper.made()
    grid = table(made, "Which parts the pieces touch")
    assert grid.headings == ("No", "Piece", *(f"4.{at}" for at in range(1, 9)))
    tick = Tick.TICKED
    assert grid.rows == (
        ("1", "Piece 1", tick, "", "", "", "", "", "", tick),
        ("2", "Piece 2", tick, "", "", "", "", "", "", ""),
        ("3", "Piece 3", "", "", "", "", "", "", "", ""),
        ("", "Pieces in all", "2", "–", "–", "–", "–", "–", "–", "1"),
    )
    bars = table(made, "Which parts the pieces touch", Bars)
    assert [each.counts for each in bars.rows] == [(2,), *[(0,)] * 6, (1,)]
    gaps = table(made, "Parts that no piece touches")
    assert [row[0][:3] for row in gaps.rows] == [f"4.{at}" for at in range(2, 8)]


def test_parts_that_nobody_confirmed_are_called_suggested(keeper):
    keeper.piece("One", answers={"activity": "Feedback from a father."})
    keeper.change(keeper.piece("Two", date(2026, 4, 4)), tags=frozenset({"swe_standard_4/4.1"}))
    made = keeper.made()
    assert "The parts of piece 1 are suggested by its words" in words(made)
    assert "4.1 Feedback (suggested, not confirmed)" in words(made)
    assert section(made, "Two").blocks[-1].markdown == "4.1 Feedback"


def test_peers_stand_by_role_with_their_day_and_what_was_learnt(keeper):
    peer = PeerReflection("another chair", date(2027, 1, 5))
    keeper.change(keeper.piece("One"), peer=PEER, wording={"peer": "We agreed."})
    keeper.change(keeper.piece("Two", date(2026, 4, 4)), peer=peer, wording={"peer": "We did not."})
    peers = section(keeper.made(), "Peer reflections")
    assert peers.blocks[0].rows == (
        ("1", "One", "my team manager", "9 March 2026"),
        ("2", "Two", "another chair", "5 January 2027 (outside the year)"),
    )
    assert [each.markdown for each in peers.blocks[1:]] == ["We agreed.", "We did not."]


def test_actions_and_files_come_with_their_piece_and_state(keeper):
    actions = (Action("Ask", done_on=date(2026, 5, 1)), Action("Tell", by_when=date(2027, 1, 2)))
    files = Files()
    first, second = files.put("a_long-name.pdf", b"12"), files.put("b.txt", b"1")
    keeper.piece("One", answers={"actions": Answer(Actions(actions), Sharing.CPD)})
    keeper.piece("Two", date(2026, 4, 4), {"evidence": evidence(first, second, first)})
    made = keeper.made()
    assert table(made, "Actions that came of it").rows == (
        ("1", Tick.TICKED, "Ask", "", "done 1 May 2026"),
        ("1", Tick.OPEN, "Tell", "", "by 2 January 2027"),
    )
    assert table(made, "Evidence").rows == (
        ("1", "a long name.pdf", "2", "2 bytes", first.sha256),
        ("2", "b.txt", "2", "1 byte", second.sha256),
    )


def test_no_answer_that_is_not_marked_for_cpd_is_on_it(keeper):
    for form_id in ("cpd_piece", "practice_review", "development_plan", "conference_or_case"):
        form = keeper.desk.journal.form(form_id)
        answers = everything_private(form)
        assert answers
        keeper.piece(f"On {form_id}", answers=answers, form_id=form_id)
    made = keeper.made()
    assert PRIVATE not in repr(made.document)
    assert len(made.basis.pieces) == 4


def test_a_theme_that_only_a_private_answer_names_is_not_counted(keeper):
    form = keeper.desk.journal.form("monthly_case_huddle")
    prompts = list(form.prompts())
    key = next(each.key for each in prompts if each.kind is PromptKind.THEMES)
    other = next(each.key for each in prompts if each.kind is PromptKind.PROSE)
    for name, mark in (("seen", Sharing.CPD), ("unseen", Sharing.PRIVATE)):
        answers = {other: "Words.", key: Answer(ChosenThemes((name,)), mark)}
        keeper.write("One", date(2026, 3, 4), answers, form_id=form.id, themes=("of its own", name))
    keeper.write(
        "Draft",
        date(2026, 3, 4),
        {other: "W"},
        form_id=form.id,
        themes=("draft",),
        is_complete=False,
    )
    private = {other: Answer(Prose("Words."), Sharing.SUPERVISION)}
    keeper.write("Two", date(2026, 3, 4), private, form_id=form.id, themes=("unshared",))
    bars = table(keeper.made(), "Themes over time", Bars)
    assert {each.label: each.counts for each in bars.rows} == {
        "of its own": (0, 2, 0, 0),
        "seen": (0, 1, 0, 0),
    }


def test_only_the_themes_that_are_used_most_are_drawn_and_the_rest_is_counted(keeper):
    for at in range(14):
        keeper.write("One", date(2026, 3, 4), {"activity": "I."}, themes=("often", f"rare {at}"))
    made = keeper.made()
    bars = table(made, "Themes over time", Bars)
    assert bars.rows[0].label == "often"
    assert len(bars.rows) == 12
    assert "3 more themes are left out; none is used more often than these." in words(made)


def test_a_plan_that_is_a_draft_or_of_other_days_is_left_out(keeper):
    plan = {
        "why": "Because.",
        "need": Answer(ShortText("To see"), Sharing.CPD),
        "what_you_want": Answer(Prose(PRIVATE)),
        "how": Answer(ShortText(PRIVATE), Sharing.SUPERVISION),
    }
    keeper.write("Now", date(2026, 1, 5), plan, form_id="development_plan")
    keeper.write("Then", date(2025, 1, 5), {"why": "LONGAGO"}, form_id="development_plan")
    draft = {"why": "UNFINISHED"}
    keeper.write("D", date(2026, 1, 5), draft, form_id="development_plan", is_complete=False)
    made = keeper.made()
    plans = section(made, "Development plan")
    assert [(each.lead, each.markdown) for each in plans.blocks] == [
        ("What do you need to learn, or to do better? (goal 1)", "To see"),
        ("Why this? (goal 1)", "Because."),
    ]
    assert PRIVATE not in repr(made.document)
    assert "LONGAGO" not in words(made)
    assert "UNFINISHED" not in words(made)


def test_several_years_are_told_one_by_one_and_a_piece_of_each_is_there(keeper):
    keeper.piece("Old", date(2024, 12, 1))
    keeper.piece("Older", date(2024, 11, 30))
    keeper.piece("Outside", date(2023, 1, 1))
    keeper.piece("In a year of these days, and in none of them", date(2023, 12, 31))
    made = keeper.between(date(2024, 1, 1), date(2026, 11, 23))
    assert [each.standing.title for each in made.basis.pieces] == ["Older", "Old"]
    leads = [
        each.lead
        for each in section(made, "How the years stand").blocks
        if isinstance(each, Written)
    ]
    assert leads == ["2023–24:", "2024–25:"]
    assert "Registration year" not in made.document.subtitle


def test_contents_say_what_the_headings_say_whatever_became_of_them(keeper):
    keeper.piece("Visiting Zephyrine")
    document = keeper.made().document
    changed = exchanged(document, lambda text: text.words.replace("Zephyrine", "Child A"))
    (contents,) = changed.sections[0].blocks
    assert contents.entries[2] == "Visiting Child A · piece 1, 4 March 2026"
    assert "Zephyrine" not in repr(changed)
    assert len(contents.entries) == len(changed.sections) - 1
    alone = (DocumentSection("A", ()),)
    assert listed(alone) is not None
    assert listed((DocumentSection("C", (Contents(),)), *alone))[0].blocks == (Contents(("A",)),)


@pytest.mark.parametrize(
    ("first", "last", "most", "wanted"),
    [
        (date(2025, 12, 1), date(2026, 1, 5), 24, ["December 2025", "January 2026"]),
        (
            date(2025, 12, 1),
            date(2026, 11, 30),
            4,
            ["Dec 2025–Feb 2026", "Mar–May 2026", "Jun–Aug 2026", "Sep–Nov 2026"],
        ),
        (date(2020, 3, 9), date(2026, 2, 1), 2, ["Mar 2020–Feb 2023", "Mar 2023–Feb 2026"]),
        (date(2026, 5, 5), date(2026, 5, 5), 4, ["May 2026"]),
    ],
)
def test_days_are_parted_into_stretches_of_equal_length(first, last, most, wanted):
    assert [each.words for each in stretches(first, last, most)] == wanted


@pytest.mark.parametrize("most", [4, 24])
def test_every_day_of_the_calendar_lies_in_one_stretch(most):
    found = stretches(date.min, date.max, most)
    assert len(found) <= most
    assert found[0].holds(date.min)
    assert found[-1].holds(date.max)


def test_plain_lines_become_paragraphs_and_lists_that_say_the_same(keeper):
    lines = ("One *star*", "• first", "   deeper", "• second", "Last # line")
    markdown = markdown_of_plain("\n".join(lines))
    assert tuple(each.strip() for each in keeper.desk.cpd.plain(markdown)) == tuple(
        each.strip() for each in lines
    )
