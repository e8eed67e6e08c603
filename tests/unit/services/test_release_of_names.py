"""No name of the people key leaves but by a decision about itself, in its own reflection."""

import pytest

from app.domain.identifier import KeptPerson
from app.domain.identifier_decision import Decision, SentenceKeys, Verdict
from app.domain.identifier_errors import LeavingRefused
from app.summary.leaving_texts import LeavingText

GRACE = KeptPerson("the foster carer", ("Grace Will",))
BOTH = "Grace is willing to keep both children. I will ask Grace Will."


@pytest.fixture
def check(desk):
    return desk.release_check


def text(words, of="one"):
    return LeavingText(words, "What happened", of=of)


def leaves(check, *texts):
    checked = check.words(texts)
    return [checked.words_of(each) for each in texts]


def test_a_reason_for_the_rest_lets_no_name_of_the_key_out_now_or_later(desk, check):
    desk.people_key.keep((GRACE,))
    likely = "I saw Gracie Wil and Brenda Ashcombe."
    checked = check.words((text(BOTH), text(likely)))
    assert checked.undecided
    check.let_pass(checked, because="My supervisor knows them")
    for _ in range(2):
        assert "Grac" not in " ".join(leaves(check, text(BOTH), text(likely)))
    assert "Brenda Ashcombe" in leaves(check, text(likely))[0]


def test_a_name_that_is_decided_about_itself_leaves(desk, check):
    desk.people_key.keep((GRACE,))
    for alike in check.words((text(BOTH),)).alike:
        check.decide(alike, Decision(Verdict.KEPT, "she asked for it"))
    assert leaves(check, text(BOTH)) == [BOTH]


@pytest.mark.parametrize("verdict", [Verdict.KEPT, Verdict.NOT_ONE])
def test_a_decision_made_before_a_name_was_in_the_key_does_not_count(desk, check, verdict):
    words = text("Kayleigh was upset by the visit.")
    for alike in check.words((words,)).alike:
        check.decide(alike, Decision(verdict, "a colleague"))
    assert leaves(check, words) == [words.words]
    watched = desk.noticing.watch("one")
    assert desk.noticing.noticed(words.words, watched) == ()
    desk.people_key.add("Kayleigh", "Child A")
    assert leaves(check, words) == ["Child A was upset by the visit."]
    watched = desk.noticing.watch("one")
    assert [each.label_of for each in desk.noticing.noticed(words.words, watched)] == ["Child A"]


def test_a_decision_in_one_reflection_decides_nothing_in_another(check):
    here, there = text("Jordan was upset.", "one"), text("Jordan was upset.", "two")
    (alike,) = check.words((here,)).alike
    check.decide(alike, Decision(Verdict.KEPT, "a colleague"))
    both = check.words((here, there))
    (alike,) = both.alike
    assert [each.decision is None for each in alike.findings] == [False, True]
    with pytest.raises(LeavingRefused):
        check.let_pass(both)
    check.decide(alike.undecided, Decision(Verdict.REPLACED, "Child B"))
    assert leaves(check, here, there) == ["Jordan was upset.", "Child B was upset."]


def test_a_label_that_holds_another_name_lets_none_out(desk, check):
    people = (
        KeptPerson("Kayleigh's mum", ("Donna Sower",)), KeptPerson("Child A", ("Kayleigh Sower",)),
        KeptPerson("Ola's Ola", ("Ola Reed",)),
    )  # fmt: skip
    desk.people_key.keep(people)
    assert leaves(check, text("Then Donna rang.")) == ["Then Child A's mum rang."]
    assert "Ola" not in leaves(check, text("Then Ola rang."))[0]
    undecided = text("We met Brenda Ashcombe.")
    (alike,) = check.words((undecided,)).alike
    check.decide(alike, Decision(Verdict.REPLACED, "Kayleigh's nan"))
    assert leaves(check, undecided) == ["We met Child A's nan."]


def test_a_name_within_something_undecided_gives_way_all_the_same(desk, check):
    desk.people_key.keep((KeptPerson("Mum", ("Seun Ojo",)),))
    words = text("Write to seun@brook-house.example.org now.")
    checked = check.words((words,))
    assert checked.undecided
    assert "seun" not in checked.words_of(words)
    check.let_pass(checked, because="it is known")
    assert "seun" not in leaves(check, words)[0]
    check.decide(checked.alike[0], Decision(Verdict.KEPT, "her work address"))
    assert leaves(check, words) == [words.words]


def key_of(words, stretch, label=""):
    start = words.index(stretch)
    return SentenceKeys(words).key(start, start + len(stretch), label)


def test_sentences_end_behind_no_title_and_no_initial():
    for one, other in (
        ("I saw Dr. Khan at 3.", "He hated Dr. Khan at 3."),
        ("My colleague Dr. Jordan. He left", "The mother, Ms A. Jordan. He left"),
        ("Prof. X. Khan came", "Ms X. Khan came"),
    ):
        name = "Khan" if "Khan" in one else "Jordan"
        assert key_of(one, name) != key_of(other, name)
    assert key_of("It rained. Khan left. Then", "Khan") == key_of("Khan left!", "Khan")


def test_a_change_far_away_in_the_sentence_asks_again():
    far = "x " * 300
    assert key_of(f"Today {far} Khan left", "Khan") != key_of(f"Later {far} Khan left", "Khan")
    assert key_of("Khan left", "Khan") != key_of("Khan left", "Khan", "Child A")


def test_the_same_words_of_a_sentence_have_one_key_however_it_is_spaced():
    assert key_of("Khan  left\tearly.", "Khan") == key_of("Khan left early.", "Khan")
    assert key_of("One\ntwo Khan", "Khan") == key_of("two Khan", "Khan")
    keys = SentenceKeys("One. Two.")
    assert keys.key(0, 8) != keys.key(0, 3)
