"""The person's own words: kept in the vault, each once, and nowhere else."""

from tests.unit.vault.samples import MORNING, PASSPHRASE


def test_words_stay_in_the_order_people_sort_by(vault, keeper, folder):
    for word in ("mindscape", "Akosua", "mindscape", "Éadaoin", "zebraish"):
        vault.own_words.add(word, MORNING)
    vault.close()
    again = keeper.open(folder, PASSPHRASE)
    assert again.own_words.all() == ("Akosua", "mindscape", "zebraish", "Éadaoin")
    assert again.trouble() == ()
    again.close()


def test_a_word_that_is_removed_is_gone_and_removing_it_twice_does_no_harm(vault):
    vault.own_words.add("mindscape", MORNING)
    vault.own_words.remove("mindscape")
    vault.own_words.remove("mindscape")
    assert vault.own_words.all() == ()


def test_no_word_can_be_read_in_the_files(vault, folder):
    vault.own_words.add("mindscape", MORNING)
    vault.close()
    assert all(
        b"mindscape" not in file.read_bytes() for file in folder.rglob("*") if file.is_file()
    )
