"""Names: titles, roles, grammar of words that are names, initials, capitals nobody explains."""

from __future__ import annotations

import pytest

from app.domain.identifier import Confidence, IdentifierKind
from tests.unit.privacy.marked import finding, found_in, wrong_in


@pytest.mark.parametrize(
    "sentence",
    [
        "I met «Kayden» and his sister «Lexi-Mae» at home.",
        "«Kayden»’s bedroom was cold.",
        "**«Kayden»** was first, _«Lexi»_ second.",
        "- «Kayden»: settled",
        "«Kayden»/«Lexi» to be seen alone.",
        "She said “«Leila», I believe you”.",
        "«Xzaviour» would not open the door.",
        "We heard from «Quillabeth Draycott-Vane».",
        "«Tyrese Okonkwo-Bright» and «T. Draycott» both came.",
        "My notes say «KAYDEN» was asleep.",
        "It was «Sarah B» who rang.",
    ],
)
def test_a_name_is_found_however_it_stands(sentence):
    assert wrong_in(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "«Will» has been excluded again.",
        "Will the plan hold? Will this be enough? Will we see?",
        "«Grace» and «Faith» share a room.",
        "Faith plays a big part in this family.",
        "«Hope» said she wanted to stay.",
        "Hope is what families need. Hope was in short supply.",
        "«Hope» was hungry when I arrived.",
        "«May» cried when I left, and I told «May» so.",
        "May I say that May was a hard month? In May we closed.",
        "«Mark» rang to cancel.",
        "Mark every wish clearly.",
        "«Summer» told me her dad had gone.",
        "Summer is hard because schools are closed.",
        "«Rose» was tearful; «Amber» disclosed at school.",
        "We rated it Amber on the dashboard.",
        "«Art» told me about his drawing. Art therapy helped.",
        "«Chase» has settled. Chase up the referral.",
        "Bill payments fell behind. «Bill» was in the kitchen.",
        "«Mark», 14, and «Grace» (7) were both there.",
        "He was focused on Virtue, Wisdom and Beauty.",
        "«Jordan» came back from Jordan.",
    ],
)
def test_a_word_that_is_a_name_is_told_by_its_grammar(sentence):
    assert wrong_in(sentence) == ""


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("Mrs Gibbs was angry.", "Mrs Gibbs", "a person"),
        ("I asked Dr Summers about it.", "Dr Summers", "a doctor"),
        ("PC White was kind.", "PC White", "a police officer"),
        ("Judge Baker was impatient.", "Judge Baker", "the judge"),
        ("Mr van der Merwe is the new head.", "Mr van der Merwe", "a person"),
        ("mr jones complained.", "mr jones", "a person"),
        ("We met Mr Little.", "Mr Little", "a person"),
        ("His mum Donna was upset.", "Donna", "the mother"),
        ("mum donna was late.", "donna", "the mother"),
        ("Her stepdad, Gaz, shouted.", "Gaz", "the stepfather"),
        ("I rang the health visitor (Trish).", "Trish", "a health visitor"),
        ("Sarah Smith (social worker) took notes.", "Sarah Smith", "a social worker"),
        ("The boy is called Bluebell.", "Bluebell", "a person"),
        ("Kayden’s mum rang me.", "Kayden", "the child"),
    ],
)
def test_what_stands_around_a_name_says_who_it_is(text, words, suggestion):
    found = finding(text, words)

    assert found.kind is IdentifierKind.NAME
    assert found.suggestion == suggestion
    assert found.confidence is not Confidence.WORTH_A_LOOK or suggestion == "the child"


@pytest.mark.parametrize(
    "sentence",
    ["«J.S.» was quiet.", "«KL»’s mum shouted.", "«R» said he was scared.", "«J. Okonkwo» signed."],
)
def test_initials_are_worth_a_look(sentence):
    assert wrong_in(sentence.replace(".»", "».")) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The Social Worker, the IRO, the SENCO and the Independent Chair met.",
        "Child A, Parent B, Sibling 2 and Worker C were heard.",
        "Mother told me that Father had left. Mum cried. Nan said so.",
        "The Children Act 1989 and Working Together are clear.",
        "I used Gibbs and Kolb, as Fook and Brookfield write.",
        "Schön (1983), Smith and Jones (2015) and Ruch et al (2018) say so.",
        "Bowlby’s attachment theory, Maslow’s hierarchy and Atkin and Murphy’s model.",
        "MARAC, MASH, Early Help and the Freedom Programme.",
        "Ofsted, the NSPCC, CAFCASS, Barnardo’s and Social Work England.",
        "The family speak Sorani and Polish; Ramadan begins on Monday.",
        "She came from Eritrea through Sudan and Italy.",
        "We used the Graded Care Profile and Three Houses.",
        "# Learning From The Review Of Hope",
        "What I Would Do Differently Next Time",
        "Triggerd by the smell. Recieved a letter. Reframed it.",
        "Clare’s Law, Mother’s Day and the McKenzie Friend.",
        "Plan A failed. Vitamin D. Hepatitis B. Key Stage 2. Section 47.",
        "He plays Fortnite, watches TikTok and goes to McDonald’s.",
        "The Henry programme is for under-fives.",
    ],
)
def test_what_names_nobody_stays_quiet(sentence):
    assert found_in(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The «Okafors» and the «Harrises» came to every meeting.",
        "The «Bakers» next door rang. The «Price» children were seen.",
        "The Black children on my caseload, and the White family.",
        "Her file says «SMITH», «Jayden».",
        "«Young», the solicitor, objected.",
        "kayden said he was fine. The art room has the will to go on.".replace(
            "kayden", "«kayden»"
        ),
        "«Maria das Dores» and «Abd al-Karim» came. SARA was completed.",
    ],
)
def test_families_and_odd_spellings_are_found(sentence):
    assert wrong_in(sentence) == ""


def test_an_author_who_is_cited_once_is_quiet_throughout():
    assert found_in("Bolton (2001) helped. As Bolton says, writing is seeing.") == []


def test_an_author_is_a_person_behind_a_title_or_a_first_name():
    assert found_in("Gibbs helped, but Mrs Gibbs and Sarah Gibbs did not.") == [
        "Mrs Gibbs",
        "Sarah Gibbs",
    ]


def test_a_finding_says_why_in_plain_words():
    assert finding("I saw Tyrese.", "Tyrese").reason == "a first name"
    assert finding("I saw Xzqvander.", "Xzqvander").reason == (
        "a capital that no dictionary explains"
    )
    assert finding("Dr Patel rang.", "Dr Patel").reason == "a title stands before it"
