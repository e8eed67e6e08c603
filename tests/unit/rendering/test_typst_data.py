import json

from app.rendering.printable import PaperText, is_printable
from app.rendering.typst_data import typst_data
from app.summary.document import PrintSize, Prose, Table, Tick
from tests.documents import a_document


def block_of(document):
    return typst_data(document)["sections"][0]["blocks"][0]


def test_everything_on_the_page_is_plain_data():
    data = typst_data(a_document(Table(("A",), ((Tick.TICKED,), ("x",)), (1,))))
    assert json.loads(json.dumps(data)) == data


def test_the_language_is_split_for_typst_and_defaults_to_english():
    assert typst_data(a_document(language="cy-GB"))["language"] == "cy"
    assert typst_data(a_document(language="cy-GB"))["region"] == "GB"
    assert typst_data(a_document(language="cy"))["region"] is None
    assert typst_data(a_document(language="?"))["language"] == "en"


def test_large_print_is_sixteen_points():
    assert typst_data(a_document(print_size=PrintSize.LARGE))["size"] == 16.0


def test_a_character_without_a_shape_becomes_a_square_and_is_counted():
    paper = PaperText()
    assert paper.fit("妈妈 said no") == "□□ said no"
    assert paper.left_out == 2
    assert "2 characters" in paper.remark()


def test_the_remark_speaks_of_one_character_and_is_silent_about_none():
    paper = PaperText()
    assert paper.remark() == ""
    paper.fit("漢")
    assert "1 character " in paper.remark()


def test_the_scripts_that_families_write_are_printable():
    for text in ("naïve Łódź ŵy şţ", "שלום", "مرحبا ٹ", "हिन्दी", "ਪੰਜਾਬੀ", "বাংলা", "ትግርኛ",
                 "தமிழ்", "ગુજરાતી", "😀🥰👍🏽❤️", "→ ✓ ☐ ★ ≥ ½ £ €"):  # fmt: skip
        assert all(is_printable(character) for character in text), text


def test_a_paragraph_in_arabic_is_read_from_the_right():
    assert block_of(a_document(Prose("«مرحبا» she said")))["blocks"][0]["from-right"] is True
    assert block_of(a_document(Prose("she said مرحبا")))["blocks"][0]["from-right"] is False
