"""The release check: what would leave is looked at, decided once, and the vault stays as it is."""

from dataclasses import replace

import pytest

from app.domain.answer import Answer, Prose
from app.domain.identifier import IdentifierKind, KeptPerson
from app.domain.identifier_decision import Decision, Verdict, decision_key
from app.domain.identifier_errors import LeavingRefused
from app.domain.sharing import Sharing
from app.services.journal import About
from app.summary.choice import SummaryChoice
from app.summary.document import (
    Bullet,
    Bullets,
    Document,
    DocumentSection,
    Note,
    Signatures,
    Table,
    Tick,
)
from app.summary.document import Prose as Written
from app.summary.leaving_texts import exchanged, texts_of
from app.summary.printed_reflection import Extent

ADA = KeptPerson("Child A", ("Adaeze Brindle",))
WORDS = "I met Adaeze Brindle at LS11 8QX. It rained."


@pytest.fixture
def check(desk):
    return desk.release_check


def paper(words=WORDS, **more):
    section = DocumentSection("What happened", (Written(words, "What happened?"),), of="one")
    return Document("Supervision summary", "", (section,), "Learning summary", **more)


def kinds(checked):
    return [each.first.found.kind for each in checked.checked.alike]


def test_every_stretch_of_words_of_a_document_is_looked_at_and_exchanged():
    document = Document(
        "the title",
        "the subtitle",
        (
            DocumentSection(
                "the heading",
                (
                    Written("the prose", "the lead"),
                    Note("the note"),
                    Bullets((Bullet("the bullet", "the bullet's lead"),)),
                    Table(("What", "Who"), (("the what", Tick.OPEN), ("the what 2", "")), (1, 1)),
                    Signatures(("Supervisor",)),
                ),
                "the aside",
            ),
        ),
        "the footer",
    )
    texts = [text.words for text in texts_of(document)]
    assert len(texts) == 12
    assert all(words.startswith("the ") for words in texts)
    shouted = exchanged(document, lambda text: text.words.upper())
    assert [text.words for text in texts_of(shouted)] == [words.upper() for words in texts]
    assert exchanged(document, lambda text: text.words) == document


def test_a_name_of_the_people_key_is_replaced_without_being_asked_about(desk, check):
    desk.people_key.keep((ADA,))
    checked = check.document(paper("Adaeze Brindle’s mum rang. ADAEZE was upset."))
    assert not checked.checked.undecided
    (section,) = check.release(checked).document.sections
    assert section.blocks[0].markdown == "Child A’s mum rang. Child A was upset."


def test_what_is_only_spelt_like_a_name_of_the_key_is_asked_about_with_its_label(desk, check):
    desk.people_key.keep((KeptPerson("Child A", ("Siobhán Brindle",)),))
    checked = check.document(paper("We talked about Siobahn for long."))
    (alike,) = checked.checked.undecided
    assert alike.first.found.label_of == "Child A"
    with pytest.raises(LeavingRefused):
        check.release(checked)


def test_nothing_leaves_while_something_is_undecided(check):
    checked = check.document(paper())
    assert {IdentifierKind.NAME, IdentifierKind.POSTCODE} <= set(kinds(checked))
    with pytest.raises(LeavingRefused, match="2 possible identifiers are undecided") as refusal:
        check.release(checked)
    assert "Adaeze" not in str(refusal.value)


def test_a_reason_lets_the_rest_stay_and_is_remembered(check):
    released = check.release(check.document(paper()), because=" My supervisor knows ")
    assert released.document == paper()
    again = check.document(paper())
    assert not again.checked.undecided
    assert {each.decision for each in again.checked.alike} == {
        Decision(Verdict.KEPT, "My supervisor knows")
    }


def test_a_decision_holds_until_its_sentence_changes(check):
    first = check.document(paper())
    for alike in first.checked.alike:
        check.decide(alike, Decision(Verdict.NOT_ONE))
    assert not check.document(paper(f"Another beginning. {WORDS} Another end.")).checked.undecided
    assert check.document(paper(WORDS.replace("met", "visited"))).checked.undecided


def test_a_decision_can_be_taken_back(check):
    alike = check.document(paper()).checked.alike[0]
    check.decide(alike, Decision(Verdict.REPLACED, "the child"))
    assert check.document(paper()).checked.alike[0].decision
    check.decide(alike, None)
    assert check.document(paper()).checked.alike[0].decision is None


def test_the_same_words_are_decided_about_together(desk, check):
    words = "Adaeze Brindle came. I thought of Adaeze Brindle later."
    (alike,) = check.document(paper(words)).checked.alike
    assert len(alike.findings) == 2
    check.decide(alike, Decision(Verdict.REPLACED, "the girl"))
    released = check.release(check.document(paper(words)))
    written = released.document.sections[0].blocks[0].markdown
    assert written == "The girl came. I thought of the girl later."


def test_names_that_she_put_on_the_paper_herself_are_no_finding(check):
    subtitle = "Thursday 22 October 2026 · with Marguerite Aldous · prepared by Jo Whittle"
    chosen = ("Marguerite Aldous", "Jo Whittle")
    document = replace(paper("It rained."), subtitle=subtitle, chosen_names=chosen)
    assert not check.document(document).checked.alike
    assert check.document(replace(document, chosen_names=())).checked.alike


def test_a_chosen_name_of_the_people_key_is_replaced_all_the_same(desk, check):
    desk.people_key.keep((KeptPerson("my manager", ("Marguerite Aldous",)),))
    document = replace(
        paper("It rained."), subtitle="with Marguerite Aldous", chosen_names=("Marguerite Aldous",)
    )
    assert check.release(check.document(document)).document.subtitle == "with my manager"


def test_the_line_says_what_was_checked_and_when_and_promises_nothing(desk, check):
    desk.people_key.keep((ADA,))
    checked = check.document(paper())
    released = check.release(checked, because="Needed", with_line=True)
    footer = released.document.footer
    assert "Checked for possible identifiers on 22 October 2026: 1 name replaced" in footer
    assert not any(word in footer.lower() for word in ("safe", "anonym"))


def test_a_file_name_is_looked_at_too(desk, check):
    desk.people_key.keep((ADA,))
    assert check.names_in("adaeze-brindle_summary")
    assert not check.names_in("supervision-summary")
    assert not check.names_in("supervision-summary-2026-10-22")


def test_what_is_stored_stays_as_it_was(desk, check):
    desk.people_key.keep((ADA,))
    form = desk.journal.form("fook_two_stages")
    key = form.sections[0].prompts[0].key
    answers = {key: Answer(Prose(WORDS), Sharing.SUPERVISION)}
    uid = desk.journal.write(form, answers, About("About Adaeze Brindle")).id
    before = desk.vault.get(uid)
    checked = check.document(desk.papers.reflection(uid, Extent.SUPERVISION))
    released = check.release(checked, because="Needed")
    texts = " ".join(text.words for text in texts_of(released.document))
    assert "Adaeze" not in texts
    assert "Child A" in texts
    assert desk.vault.get(uid) == before
    summary = check.document(desk.supervision.document(SummaryChoice(reflection_ids=(uid,))))
    assert "Adaeze" not in str(check.release(summary, because="Needed"))


def test_a_key_of_a_decision_tells_nothing_of_the_words():
    key = decision_key(WORDS, 6, 20)
    assert key == decision_key(f"Before. {WORDS}", 14, 28)
    assert key != decision_key(WORDS, 6, 12)
    assert "Ada" not in key
    assert len(key) == 32
