"""The evaluation set of possible identifiers is what it says, and its harness counts right."""

import re
from collections import Counter

import pytest

from app.domain.identifier import Confidence, IdentifierKind, KeptPerson, PossibleIdentifier
from tests.identifiers import __main__ as evaluation
from tests.identifiers.counting import count
from tests.identifiers.sentences import (
    NAMES_AND_PLACES,
    PATTERNS,
    SOFT,
    BrokenMark,
    held_apart,
    open_ones,
    sentence_of,
)

NAME, PHONE = IdentifierKind.NAME, IdentifierKind.PHONE
LEAST_OF_A_PATTERN = 8
LEAST_SENTENCES, LEAST_QUIET = 460, 160
# Words of many names, and names that are words: both sets need them.
SHARED = frozenset(
    {"centre", "day", "estate", "health", "hill", "hmp", "hospital", "house", "infants", "lane"}
    | {"nursery", "primary", "refuge", "school", "surgery", "the", "ward"}
    | {"grace", "hope", "may", "olive", "rob", "will"}
    | {"kaur", "singh"}
)
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def sentence(text, *people):
    plain = [{"label": label, "names": names} for label, names in people]
    return sentence_of("here", {"text": text, "people": plain})


def finding(words, text, kind=NAME):
    start = text.index(words)
    return PossibleIdentifier(start, start + len(words), kind, "", Confidence.LIKELY)


def finder(*found):
    """Give an engine that finds these words, as (words, kind), wherever they stand."""

    def find(text, people=()):
        return tuple(finding(words, text, kind) for words, kind in found if words in text)

    return find


def counted(text, *found, people=(), with_key=False):
    return count([sentence(text, *people)], finder(*found), with_key=with_key)


def test_marks_are_taken_out_and_kept_as_places():
    read = sentence(
        "{{name|Ada}}'s mum rang {{phone|07700 900001}}, {{?place|Hull}}, {{name!|ada}}"
    )
    assert read.text == "Ada's mum rang 07700 900001, Hull, ada"
    assert [read.words_of(mark) for mark in read.marked] == ["Ada", "07700 900001", "Hull", "ada"]
    assert [mark.is_demanded for mark in read.marked] == [True, True, False, True]
    assert [mark.needs_key for mark in read.marked] == [False, False, False, True]


@pytest.mark.parametrize("text", ["{{nmae|Ada}}", "{{name|Ada}", "{{name|}}", "Ada}} came"])
def test_a_broken_mark_is_told_with_its_place(text):
    with pytest.raises(BrokenMark, match=r"^here: "):
        sentence(text)


def test_half_of_the_words_in_one_finding_is_enough():
    text = "{{name|Ada Lane}} rang"
    assert counted(text, ("Ada ", NAME)).found[NAME] == 1
    assert counted(text, ("Ada", NAME)).found[NAME] == 0
    assert counted(text, ("Ada", NAME), ("ane", NAME)).found[NAME] == 0


def test_another_kind_counts_only_within_the_group():
    text = "{{name|Hull}} rang"
    assert counted(text, ("Hull", IdentifierKind.PLACE)).recall() == 1
    assert counted(text, ("Hull", PHONE)).recall() == 0
    assert counted(text, ("Hull", PHONE)).precision() == 1


def test_what_is_debatable_is_neither_demanded_nor_false():
    found = counted("in {{?place|Hull}} again", ("Hull", IdentifierKind.PLACE))
    missed = counted("in {{?place|Hull}} again")
    assert (found.precision(), sum(found.demanded.values())) == (1, 0)
    assert (missed.recall(), missed.missed_places) == (1, [])


def test_a_finding_where_nothing_is_marked_is_false():
    counts = counted("Mother rang {{name|Ada}}", ("Mother", NAME), ("Ada", NAME))
    assert counts.precision() == 0.5
    assert counts.false[NAME] == 1
    assert "“Mother”" in counts.false_places[0]


def test_what_only_the_key_can_find_counts_only_with_the_key():
    text, people = "saw {{name!|ada}} there", [("Child A", ["Ada Lane"])]
    assert counted(text, people=people).demanded[NAME] == 0
    with_key = counted(text, people=people, with_key=True)
    assert (with_key.demanded[NAME], with_key.found[NAME]) == (1, 0)
    # Found without the key, it is no false finding either.
    assert counted(text, ("ada", NAME), people=people).precision() == 1


def test_the_key_is_handed_over_only_in_the_run_with_it():
    seen = []
    given = sentence("saw {{name|Ada}}", ("Child A", ["Ada Lane"]))
    for with_key in (False, True):
        count([given], lambda _text, people: seen.append(people) or (), with_key=with_key)
    assert seen == [(), (KeptPerson("Child A", ("Ada Lane",)),)]


def test_a_sentence_without_people_keeps_its_names_as_written_but_no_initials():
    read = sentence("{{name|Ada}} and {{name|J.S.}} at {{?place|Hull}}, {{phone|07700 900001}}")
    assert [person.names for person in read.key()] == [("Ada",)]


def test_other_writings_than_the_keys_are_counted_apart():
    text, people = "{{name|Ada}} saw {{name!|adaa}}", [("Child A", ["Ada"])]
    counts = counted(text, ("Ada", NAME), people=people, with_key=True)
    assert (counts.varied_demanded, counts.varied_found) == (1, 0)


def everything_marked(text, people=()):
    by_text = {each.text: each for each in open_ones()}
    return tuple(
        PossibleIdentifier(mark.start, mark.end, mark.kind, "", Confidence.CERTAIN)
        for mark in by_text[text].marked
    )


def nothing(text, people=()):
    return ()


def test_an_engine_that_finds_everything_passes(capsys):
    assert evaluation.main(["--open"], everything_marked) == 0
    assert "NOT MET" not in capsys.readouterr().out


def test_an_engine_that_finds_nothing_fails_and_shows_no_sentence_unasked(capsys):
    assert evaluation.main(["--open"], nothing) == 1
    unasked = capsys.readouterr().out
    assert unasked.count("NOT MET") == 4
    assert not any(each.text in unasked for each in open_ones())
    assert evaluation.main(["--open", "--missed"], nothing) == 1
    told = capsys.readouterr().out
    demanded = [each for each in open_ones() if any(mark.is_demanded for mark in each.marked)]
    assert all(each.text in told for each in demanded)


def test_a_slow_engine_fails(capsys, monkeypatch):
    clock = iter(range(0, 100_000_000, 100_000))  # longer than a millisecond for each sentence
    monkeypatch.setattr(evaluation.time, "perf_counter", lambda: next(clock))
    assert evaluation.main(["--open"], everything_marked) == 1
    assert "1 " in capsys.readouterr().out


def test_the_data_is_weighed_with_its_sub_folders(tmp_path):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a").write_bytes(bytes(1_500_000))
    (tmp_path / "b").write_bytes(bytes(500_000))
    assert evaluation.data_megabytes(tmp_path) == 2


def test_the_held_apart_set_is_large_and_has_enough_counter_examples():
    assert len(held_apart()) >= LEAST_SENTENCES
    assert sum(not each.marked for each in held_apart()) >= LEAST_QUIET


def test_every_kind_is_demanded_often_enough():
    demanded = Counter(
        mark.kind for each in held_apart() for mark in each.marked if mark.is_demanded
    )
    assert {kind for kind in PATTERNS | SOFT if demanded[kind] < LEAST_OF_A_PATTERN} == set()
    assert demanded[NAME] >= 200
    assert min(demanded[kind] for kind in NAMES_AND_PLACES) >= 30
    assert {mark.kind for each in open_ones() for mark in each.marked} == set(IdentifierKind)


def test_no_sentence_stands_twice():
    texts = Counter(each.text for each in (*held_apart(), *open_ones()))
    assert [text for text, number in texts.items() if number > 1] == []


def words_of_names(sentences):
    return {
        word.casefold()
        for each in sentences
        for mark in each.marked
        if mark.kind in NAMES_AND_PLACES
        for word in re.findall(r"[^\W\d_]{3,}", each.words_of(mark))
    }


def test_nobody_of_the_open_set_stands_in_the_held_apart_set():
    assert words_of_names(open_ones()) & words_of_names(held_apart()) - SHARED == set()


def test_numbers_with_a_check_digit_are_valid():
    for each in (*held_apart(), *open_ones()):
        for mark in each.marked:
            plain = re.sub(r"\W", "", each.words_of(mark)).upper()
            if mark.kind is IdentifierKind.NHS_NUMBER:
                weighed = sum(
                    int(digit) * weight
                    for digit, weight in zip(plain, range(10, 0, -1), strict=True)
                )
                assert (len(plain), weighed % 11) == (10, 0), each.where
            # A learner number, which goes by the same kind, has ten digits and no letter.
            if mark.kind is IdentifierKind.PUPIL_NUMBER and plain[0].isalpha():
                weighed = sum(int(digit) * weight for weight, digit in enumerate(plain[1:], 2))
                assert plain[0] == UPN_LETTERS[weighed % 23], each.where


def test_only_sentences_with_a_key_demand_what_only_a_key_finds():
    guilty = [
        each.where
        for each in (*held_apart(), *open_ones())
        if any(mark.needs_key for mark in each.marked) and not each.people
    ]
    assert guilty == []
