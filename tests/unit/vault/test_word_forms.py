"""The organisation's Word forms in the vault: byte for byte, with what goes where."""

import pytest

from app.domain.errors import NoSuchWordForm
from app.domain.word_form import ValueKind, ValueName, WordForm
from tests.unit.vault.samples import MORNING, PASSPHRASE

MAPPING = {
    "cell:Supervisor": ValueName(ValueKind.SUPERVISOR),
    "cell:“Name”:2": ValueName(ValueKind.ANSWER, "daily_pause/one"),
}
BYTES = bytes(range(256)) * 40


def a_form(uid="one", name="Council form", mapping=MAPPING):
    return WordForm(uid, name, mapping, MORNING)


def test_a_form_comes_back_as_it_was_given(vault, keeper, folder):
    vault.word_forms.add(a_form(), BYTES)
    vault.close()
    again = keeper.open(folder, PASSPHRASE)
    assert again.word_forms.all() == (a_form(),)
    assert again.word_forms.file("one") == BYTES
    assert again.trouble() == ()
    again.close()


def test_forms_stand_by_name_and_can_be_renamed_mapped_and_removed(vault):
    vault.word_forms.add(a_form("one", "b"), BYTES)
    vault.word_forms.add(a_form("two", "A"), b"x")
    vault.word_forms.rename("two", "c")
    vault.word_forms.map("one", {})
    assert [(form.name, form.mapping) for form in vault.word_forms.all()] == [
        ("b", {}),
        ("c", MAPPING),
    ]
    vault.word_forms.remove("one")
    vault.word_forms.remove("one")
    assert [form.uid for form in vault.word_forms.all()] == ["two"]
    with pytest.raises(NoSuchWordForm):
        vault.word_forms.file("one")


def test_a_value_that_only_a_later_version_knows_is_left_out(vault):
    vault.word_forms.add(a_form(mapping={}), BYTES)
    vault._database.write(
        lambda: vault._database.run("""UPDATE word_form SET mapping = '{"a": "unheard_of"}'""")
    )
    assert vault.word_forms.all() == (a_form(mapping={}),)


def test_no_form_can_be_read_in_the_files(vault, folder):
    vault.word_forms.add(a_form(name="mindscape"), b"mindscape" * 500)
    vault.close()
    assert all(
        b"mindscape" not in file.read_bytes() for file in folder.rglob("*") if file.is_file()
    )
