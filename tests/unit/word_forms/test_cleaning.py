"""What a filled form tells beside its words."""

import zipfile
from io import BytesIO

from docx import Document

from app.word_forms.filling import fill
from tests.word_documents import MAIN_TYPE, members, table, write
from tests.word_forms import TAGGED, lines


def test_authors_dates_and_editing_marks_are_gone_and_the_title_stays():
    filled = Document(BytesIO(fill(TAGGED.read_bytes(), {}).data))
    told = filled.core_properties
    assert told.title == "Supervision record"
    assert (told.author, told.last_modified_by, told.revision) == ("", "", 0)
    assert told.created is None
    assert told.modified is None
    assert "rsid" not in filled.settings.element.xml


def test_no_hour_and_no_name_stands_anywhere_in_the_file():
    with zipfile.ZipFile(BytesIO(fill(TAGGED.read_bytes(), {}).data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in archive.namelist():
            assert b"j.example" not in archive.read(name)
            assert b"Policy team" not in archive.read(name)
        assert not any("thumbnail" in name for name in archive.namelist())


def test_a_template_becomes_a_document(tmp_path):
    kind = MAIN_TYPE.replace("document.main", "template.main")
    path = write(tmp_path / "form.dotx", members(table(["Name", ""]), main_type=kind))
    filled = fill(path.read_bytes(), {"cell:Name": lines("me")}).data
    with zipfile.ZipFile(BytesIO(filled)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    assert MAIN_TYPE in types
    assert "template" not in types


def test_the_form_that_was_given_is_not_changed():
    before = TAGGED.read_bytes()
    fill(before, {"tag:date": lines("today")})
    assert TAGGED.read_bytes() == before
