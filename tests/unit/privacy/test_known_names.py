"""The names of the people key are found whichever way they are written."""

from itertools import pairwise

import pytest

from app.domain.identifier import Confidence, IdentifierKind, KeptPerson
from app.privacy.known_names import KnownNames, forget_known_names, known_findings
from app.privacy.reading import reading_of
from tests.bounded import not_endless

PEOPLE = (
    KeptPerson("Child A", ("Kayleigh Oakes", "Kayls")),
    KeptPerson("the mother", ("Donna Oakes",)),
    KeptPerson("the father", ("Mohammed Al-Hassan",)),
    KeptPerson("the aunt", ("Mary-Ann O'Neill",)),
    KeptPerson("the cousin", ("José Łukasz Müller",)),
    KeptPerson("the gran", ("Katherine de Souza",)),
    KeptPerson("the school", ("St Mary's Primary School",)),
    KeptPerson("the nursery", ("Brindle Nursery",)),
    KeptPerson("the town", ("Little Harding",)),
)
WORDS = frozenset(
    """
    a brindle brindled came does dona hope hurry jeans mark may oats prices school the was will
    """.split()  # noqa: SIM905
)
NAMES = KnownNames.of(PEOPLE, WORDS.__contains__)


def found(text, names=NAMES):
    """What is found, with the label that is to stand there."""
    read = reading_of(text).text
    return [(read[each.start : each.end], each.label_of) for each in names.find(read)]


def words(text, names=NAMES):
    return [each for each, _ in found(text, names)]


def of(*names, label="Child A"):
    return KnownNames.of([KeptPerson(label, names)], WORDS.__contains__)


@pytest.mark.parametrize(
    "written",
    [
        "Kayleigh Oakes", "Kayleigh", "Oakes", "Kayls", "kayleigh", "KAYLEIGH", "kayleigh oakes",
        "Oakes, Kayleigh", "KayleighOakes", "kayleigh_oakes", "kayleigh.oakes", "Kayleigh-Oakes",
        "Kayleigh Marie Oakes", "Kayleigh J. Oakes", "K.O.", "K. O.", "KO", "K. Oakes",
        "Kayleigh O",
    ],
)  # fmt: skip
def test_a_name_is_found_whole_and_in_part(written):
    (only,) = found(f"I saw {written} today")
    assert only == (written, "Child A")


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("Kayleigh's bag", "Kayleigh"),
        ("Kayleigh’s bag", "Kayleigh"),
        ("KAYLEIGH'S BAG", "KAYLEIGH"),
        ("Kayleighs bag", "Kayleigh"),
        ("the Oakes' house", "Oakes"),
        ("KO's plan", "KO"),
        ("kayliegh's bag", "kayliegh"),
    ],
)
def test_the_possessive_stays_outside(written, own):
    assert words(written) == [own]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Jose", "the cousin"), ("josé", "the cousin"), ("Lukasz", "the cousin"),
        ("Muller", "the cousin"), ("Mueller", "the cousin"), ("Kayléigh", "Child A"),
        ("Mary Ann", "the aunt"), ("Maryann", "the aunt"), ("MaryAnn", "the aunt"),
        ("Mary-Anne", "the aunt"), ("ONeill", "the aunt"), ("O’Neill", "the aunt"),
        ("Neill", "the aunt"), ("Al Hassan", "the father"), ("alhassan", "the father"),
        ("Hassan", "the father"), ("De Souza", "the gran"), ("DeSouza", "the gran"),
        ("Souza", "the gran"),
    ],
)  # fmt: skip
def test_accents_hyphens_spaces_and_particles_may_be_otherwise(written, label):
    assert found(f"I saw {written} today") == [(written.replace("’", "'"), label)]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Kaylee", "Child A"), ("Kayliegh", "Child A"), ("kaylegh", "Child A"),
        ("Kayleihg", "Child A"), ("Muhammad", "the father"), ("mohamed", "the father"),
        ("Dona", None), ("Donnna", "the mother"), ("Okes", "Child A"), ("Okaes", "Child A"),
        ("Brindel", "the nursery"), ("Little Hardin", "the town"), ("Kate", "the gran"),
        ("Katie de Souza", "the gran"), ("Kathryn", "the gran"), ("Mo", "the father"),
    ],
)  # fmt: skip
def test_misspellings_and_short_forms_are_found_but_no_words_of_the_dictionary(written, label):
    expected = [(written, label)] if label else []
    assert found(f"I saw {written} today") == expected


def test_what_is_sure_and_what_is_likely_is_told_apart():
    text = "Kayleigh, Kaylegh, Kate and KO"
    told = {text[each.start : each.end]: each for each in NAMES.find(text)}
    assert [each.confidence for each in told.values()] == [
        Confidence.CERTAIN, Confidence.LIKELY, Confidence.LIKELY, Confidence.CERTAIN,
    ]  # fmt: skip
    assert told["Kayleigh"].reason == "in your people key"
    assert told["Kaylegh"].reason == "spelt much like a name in your people key"
    assert told["Kate"].reason == "a short form of a name in your people key"
    assert told["KO"].reason == "the initials of a name in your people key"
    assert told["Kaylegh"].suggestion == told["Kaylegh"].label_of == "Child A"


@pytest.mark.parametrize(
    "text",
    [
        "Kelly and Danielle and Mahmoud came", "in a hurry, with oats", "McDonna went to Moat",
        "so ko and K or O", "an okay plan", "KO THE PLAN IS", "no mo to mow",
        "Brindled cats, brindle fur", "St Peter's Primary School", "Harding",
    ],
)  # fmt: skip
def test_other_words_and_other_names_stay(text):
    assert words(text) == []


@pytest.mark.parametrize("name", ["Carl", "Jane", "Daniel", "Maria", "Mary", "Hassan", "Mohammed"])
def test_another_name_is_no_misspelling(name):
    others = "I saw Carla, Jade, Janet, Danielle, Marie, Mario, Mark, Hussain, Mahmoud and Harry."
    assert words(others, of(name)) == []


@pytest.mark.parametrize(
    "text",
    [
        "I told Will about it", "Will was late", "Will's bag", "so WILL came", "Mr Will",
        "Will and his mum came", "Will, who was late,", "and Will attended", "- Will\n",
    ],
)  # fmt: skip
def test_a_name_that_is_also_a_word_is_found_by_its_grammar(text):
    assert [each.lower() for each in words(text, of("Will"))] == ["will"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will", "Will you come? Will there be time? I will. Will Kayleigh come?"),
        ("Will", "WILL YOU COME"),
        ("May", "May I ask? It may. In May, on 5 May, since May 2024, by May"),
        ("Hope", "Hope this helps. I hope so. Hope for the best. Hope and trust grew."),
        ("Mark", "Mark the date. It left a mark, marks. MARK MY WORDS"),
        ("Grace", "Grace in practice"),
        ("So", "So was I. And So it was."),
        ("Jean Brown", "a Brown family in jeans, brown"),
        ("Price", "prices rose"),
    ],
)
def test_the_word_itself_stays(name, text):
    assert words(text, of(name)) == []


def test_a_word_that_is_no_name_alone_is_one_behind_a_title():
    assert words("And Mr So came", of("Mark So")) == ["So"]


@pytest.mark.parametrize(
    ("text", "label"),
    [("Mrs Oakes", "the mother"), ("Mr Hassan", "the father"), ("mum Oakes", "the mother")],
)
def test_of_several_with_one_surname_the_title_tells_who_is_meant(text, label):
    people = (*PEOPLE, KeptPerson("the brother", ("Ali Hassan",)))
    assert [each for _, each in found(text, KnownNames.of(people))] == [label]


def test_the_first_entry_counts_of_those_that_share_a_name():
    names = KnownNames.of([KeptPerson("Child B", ("Donna",)), *PEOPLE])
    assert found("Donna", names) == [("Donna", "Child B")]
    assert found("Donna Oakes", names) == [("Donna Oakes", "the mother")]


def test_a_particle_may_be_a_first_name():
    names = of("Ben Carter")
    assert words("I saw Ben, and BC came", names) == ["Ben"]
    assert words("I saw B.C. today", names) == ["B.C."]
    assert words("van der and de la", of("Jan van der Berg")) == []


def test_the_long_form_of_a_short_name_counts_with_its_surname_only():
    names = of("Kate Bell")
    assert words("I saw Katherine Bell, not Katherine.", names) == ["Katherine Bell"]


def test_a_given_name_counts_before_a_part_or_a_short_form_of_another():
    names = KnownNames.of(
        [KeptPerson("Child A", ("Katherine Bell",)), KeptPerson("Child B", ("Kate",))]
    )
    assert found("I saw Kate today", names) == [("Kate", "Child B")]


@pytest.mark.parametrize(
    "written",
    [
        "St Mary's", "St. Marys", "Saint Mary's Primary", "st marys primary school",
        "St Mary's School",
    ],
)  # fmt: skip
def test_an_organisation_is_found_with_its_kind(written):
    (only,) = NAMES.find(f"at {written} today")
    assert (only.start, only.end) == (3, 3 + len(written))
    assert only.kind is IdentifierKind.ORGANISATION
    assert only.label_of == "the school"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("the school", IdentifierKind.ORGANISATION), ("a school", IdentifierKind.ORGANISATION),
        ("School B", IdentifierKind.ORGANISATION), ("the nursery", IdentifierKind.ORGANISATION),
        ("the school nurse", IdentifierKind.NAME), ("Child A", IdentifierKind.NAME),
        ("the town", IdentifierKind.PLACE), ("the mother", IdentifierKind.NAME),
        ("the head of the school", IdentifierKind.NAME),
    ],
)  # fmt: skip
def test_the_label_tells_what_kind_of_name_it_is(label, kind):
    (only,) = of("Tamarind", label=label).find("to Tamarind")
    assert only.kind is kind


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("مريم", "وقالت مَرْيَم ذلك"),
        ("王芳", "王芳说她来了"),
        ("किरण", "और किरण आई"),
        ("Οδυσσέας", "ο ΟΔΥΣΣΈΑΣ ήρθε"),
        ("Людмила", "и ЛЮДМИЛА пришла"),
        ("Գոհար", "և գոհար եկավ"),
        ("ნინო", "და ნინო მოვიდა"),
    ],
)
def test_names_of_every_script_are_found(name, text):
    assert len(words(text, of(name))) == 1


def test_names_inside_a_long_word_are_found():
    assert words("see #justiceforkayleigh now") == ["kayleigh"]
    assert words("x" * 50 + "kayleigh" + "y" * 50) == ["kayleigh"]


def test_a_name_is_found_over_the_end_of_a_line():
    assert words("I saw Kayleigh\nOakes today") == ["Kayleigh\nOakes"]


def test_without_a_dictionary_only_plain_misspellings_are_found_in_small_letters():
    names = KnownNames.of([KeptPerson("Child A", ("Harry", "Kayleigh"))])
    assert words("in a hurry with kayliegh, I saw Harri", names) == ["kayliegh", "Harri"]


@pytest.mark.parametrize(
    "names",
    [("",), ("--",), ("Mum",), ("of the",), ("School",), ("é",), ("J.S.",), ("123",), ()],
)
def test_odd_entries_do_no_harm(names):
    for label in ("Child A", "the school", "", "?"):
        KnownNames.of([KeptPerson(label, names)]).find("The mother of the school said so.")


def test_what_every_school_is_called_names_none():
    assert words("The school and the ward", of("School", label="the school")) == []
    assert words("on ward 7 or ward 8", of("Ward 7", label="the ward")) == ["ward 7"]


def test_findings_are_in_order_and_do_not_overlap():
    text = "Kayleigh Oakes, Donna, KO, Mary-Ann O'Neill, st marys, Kaylegh oakes 王芳 " * 20
    told = known_findings(text, (*PEOPLE, KeptPerson("Child C", ("王芳",))))
    assert len(told) == 140
    assert all(one.end <= other.start for one, other in pairwise(told))


def test_a_key_is_kept_ready_until_it_is_forgotten():
    again = tuple(KeptPerson(each.label, each.names) for each in PEOPLE)
    assert known_findings("Donna", PEOPLE) == known_findings("Donna", again)
    assert known_findings("Donna", (KeptPerson("Child Z", ("Donna",)),))[0].label_of == "Child Z"
    assert known_findings("Donna", ()) == []
    forget_known_names()
    assert known_findings("Donna", PEOPLE)[0].label_of == "the mother"


@pytest.mark.parametrize(
    "piece",
    ["a", "Aa", "K.O.", "kayleigh", "Kayleigh ", "KayleighOakes", "Will ", "a-", "王", "_", "St "],
)
def test_a_long_text_takes_no_long_time(piece):
    with not_endless():
        NAMES.find(piece * (100_000 // len(piece)))
