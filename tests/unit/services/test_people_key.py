"""The people key: kept in the vault only, tidy, of the journal or of one reflection."""

import json

import pytest

from app.domain.identifier import KeptPerson
from app.domain.identifier_errors import NotInPeopleKey
from app.services.journal import About
from app.services.people_key import MOST_NAMES, MOST_PEOPLE, PeopleKey

ADA = KeptPerson("Child A", ("Adaeze Brindle", "Ada"))
SCHOOL = KeptPerson("the school", ("Brindle Lane",))


def test_entries_come_back_in_the_order_of_keeping(desk):
    desk.people_key.keep((ADA, SCHOOL))
    assert desk.people_key.of() == (ADA, SCHOOL)
    assert PeopleKey(desk.vault).people("any reflection") == (ADA, SCHOOL)


def test_an_entry_of_a_reflection_is_asked_first_and_only_there(desk):
    own = KeptPerson("the brother", ("Ada",))
    desk.people_key.keep((ADA,))
    desk.people_key.keep((own,), "one")
    assert desk.people_key.people("one") == (own, ADA)
    assert desk.people_key.people("two") == (ADA,)
    assert desk.people_key.people("two", "one") == (ADA, own)


def test_names_are_tidied_and_kept_once(desk):
    desk.people_key.keep((KeptPerson(" Child\n A ", ("  Ada  Brindle", "ada brindle", "", "AB")),))
    assert desk.people_key.of() == (KeptPerson("Child A", ("Ada Brindle", "AB")),)


def test_another_name_of_the_same_label_joins_its_entry(desk):
    desk.people_key.add("Ada", "Child A")
    desk.people_key.add("Addie", "child a")
    desk.people_key.add("Mo", "Child B")
    assert desk.people_key.of() == (
        KeptPerson("Child A", ("Ada", "Addie")),
        KeptPerson("Child B", ("Mo",)),
    )


@pytest.mark.parametrize(
    ("person", "why"),
    [
        (KeptPerson("", ("Ada",)), "what stands instead"),
        (KeptPerson("Child A", ()), "Write the name"),
        (KeptPerson("Child A", (" ",)), "Write the name"),
        (KeptPerson("Child A", ("A",)), "two letters"),
        (KeptPerson("Child A", ("-.",)), "two letters"),
        (KeptPerson("Child A", ("child a",)), "must differ"),
        (KeptPerson("Child A", ("x" * 81,)), "80 characters"),
        (KeptPerson("Child A", tuple(f"Ada{each}" for each in range(MOST_NAMES + 1))), "names at"),
    ],
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(desk, person, why):
    desk.people_key.keep((SCHOOL,))
    with pytest.raises(NotInPeopleKey, match=why) as refusal:
        desk.people_key.keep((SCHOOL, person))
    assert "Ada" not in str(refusal.value)
    assert desk.people_key.of() == (SCHOOL,)


def test_there_is_an_end_to_it(desk):
    people = tuple(KeptPerson(f"Child {n}", (f"Ada{n}",)) for n in range(MOST_PEOPLE + 1))
    with pytest.raises(NotInPeopleKey, match=str(MOST_PEOPLE)):
        desk.people_key.keep(people)


def test_what_a_later_version_kept_stays(desk):
    later = {"label": "Child A", "names": {"first": "Ada"}}
    desk.vault.set_preference("people_key", json.dumps([later, "odd"]))
    assert desk.people_key.of() == ()
    desk.people_key.keep((SCHOOL,))
    assert desk.people_key.of() == (SCHOOL,)
    kept = json.loads(desk.vault.preference("people_key"))
    assert later in kept
    assert "odd" in kept


def test_what_belongs_to_a_reflection_goes_with_it(desk):
    form = desk.journal.form("fook_two_stages")
    uid = desk.journal.write(form, {}, About("Any"), is_complete=False).id
    desk.people_key.keep((ADA,), uid)
    desk.release_check.decisions.set_off(uid, is_off=True)
    desk.retention.move_to_bin(uid)
    assert desk.people_key.of(uid) == (ADA,)
    desk.retention.empty_bin((uid,))
    assert desk.people_key.of(uid) == ()
    assert not desk.release_check.decisions.is_off(uid)
