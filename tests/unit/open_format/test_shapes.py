"""No table, column or field can be forgotten, and the schema says what is written."""

import json
from dataclasses import fields

import pytest
from sqlcipher3 import dbapi2

from app import assets
from app.domain.answer_plain import to_plain
from app.domain.form import PromptKind
from app.domain.open_copy import SHAPES, CopiedKind
from app.open_format.entries import EntryWriter
from app.open_format.names import TakenNames, content_path, is_fitting, plain_id, shown
from app.open_format.schema import schema_files
from app.open_format.schema_answers import ANSWER_VALUES
from app.vault import migrations
from app.vault.open_copy_tables import JOINED, MADE_ANEW, TABLES
from app.vault.stored_json import AS_TEXT, data_in, text_of_data
from tests.open_copy_scenes import a_full_desk, shelf_of


def columns_of_schema():
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrations.migrate(connection)
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
    ]
    return {
        name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        for name in names
        if not name.startswith(("sqlite_", *MADE_ANEW))
    }


def test_every_table_and_column_goes_into_a_copy_or_is_made_anew():
    carried = {name: set(columns) for name, columns in JOINED.items()}
    for table in TABLES.values():
        carried.setdefault(table.name, set()).update(table.columns, table.files)
    assert carried == columns_of_schema(), "tell app/vault/open_copy_tables.py of what is new"


def test_every_kind_has_a_shape_and_every_shape_a_schema():
    assert set(SHAPES) == set(CopiedKind)
    files = schema_files()
    for kind, shape in SHAPES.items():
        schema = json.loads(files[f"{kind.value}.json"])
        assert schema["items"]["required"] == [each.name for each in fields(shape)]
        assert schema["items"]["additionalProperties"] is False
        assert schema["items"]["description"]


def test_the_schema_that_is_shipped_is_that_of_the_shapes():
    folder = assets.resource("schema")
    shipped = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    assert shipped == schema_files(), "run packaging/make_open_copy_schema.py"


def fits(value, schema):
    """Say whether a value fits the few words of JSON Schema that are used here."""
    if "enum" in schema:
        return value in schema["enum"]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kind = {type(None): "null", bool: "boolean", int: "integer", str: "string"}.get(type(value))
    if isinstance(value, list):
        return "array" in kinds and all(fits(each, schema["items"]) for each in value)
    if isinstance(value, dict):
        known = schema["properties"]
        whole = set(schema["required"]) <= value.keys() <= known.keys()
        return whole and all(fits(each, known[name]) for name, each in value.items())
    return kind in kinds and (kind != "integer" or value >= schema.get("minimum", value))


def test_the_value_of_every_kind_of_answer_is_told(tmp_path):
    from app.domain.answer import EMPTY_OF
    from tests.unit.vault.samples import every_kind

    assert set(ANSWER_VALUES) == {kind.value for kind in PromptKind}
    for kind, empty in EMPTY_OF.items():
        assert fits(to_plain(empty), ANSWER_VALUES[kind.value]), kind
    desk = a_full_desk(tmp_path / "journal")
    answers = [
        answer
        for reflection in shelf_of(desk.vault).records(CopiedKind.REFLECTIONS)
        for answer in reflection.answers
    ]
    desk.close()
    assert len(answers) > 20
    for answer in answers:
        assert fits(answer.value, ANSWER_VALUES[answer.kind]), answer.kind
    from app.domain.answer import KIND_OF

    for answer in every_kind().values():
        kind = KIND_OF[type(answer.value)].value
        assert fits(to_plain(answer.value), ANSWER_VALUES[kind]), kind


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "b": ["ä", null, true]}',
        '{"a":1,"b":["ä"]}',
        '{"a": "\\u00e4"}',
        '{"a":"\\u00e4"}',
        "[]",
        "{}",
        f"[{2**70}]",
    ],
)
def test_json_that_a_table_keeps_is_carried_as_data_and_comes_back_to_the_letter(text):
    data, way = data_in(text)
    assert way != AS_TEXT
    assert text_of_data(data, way) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3",
        "12 words",
        '{"a" : 1}',
        '{"a":1,"a":1}',
        '{"a": NaN}',
        "[1e999]",
        "[" * 5_000,
        '{"a": 1.0e3}',
        '"x"',
        "null",
        '{"a": "\\ud800"}',
    ],
)
def test_what_would_not_come_back_the_same_is_carried_as_a_text(text):
    assert data_in(text) == (text, AS_TEXT)
    assert text_of_data(text, AS_TEXT) == text


class _Reflection:
    def __init__(self, identity, title, day="2026-03-02"):
        self.id, self.title, self.day = identity, title, day


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A visit", "2026-03-02-a-visit-aaaaaaaa.md"),
        ("../../etc/passwd", "2026-03-02-etc-passwd-aaaaaaaa.md"),
        ("Été à Łódź: “now?”", "2026-03-02-ete-a-odz-now-aaaaaaaa.md"),
        ("思い", "2026-03-02-aaaaaaaa.md"),
        ("CON", "2026-03-02-con-aaaaaaaa.md"),
        ("x" * 500, f"2026-03-02-{'x' * 40}-aaaaaaaa.md"),
        ("a\x00b\nc\u202e", "2026-03-02-a-b-c-aaaaaaaa.md"),
    ],
)
def test_a_title_gives_a_name_that_every_system_takes(title, name):
    path = TakenNames().path_of(_Reflection("a" * 32, title))
    assert path == f"reflections/{name}"
    assert is_fitting(path)


def test_the_same_day_title_and_beginning_of_an_id_give_two_names():
    names = TakenNames()
    ids = ["a" * 8 + "b" * 24, "a" * 8 + "c" * 24, "../..", "A" * 32]
    paths = {names.path_of(_Reflection(each, "A visit")).lower() for each in ids}
    assert len(paths) == 4
    assert all(map(is_fitting, paths))


def test_an_odd_id_never_gives_an_odd_name():
    from app.domain.open_copy import CopiedFile

    for identity in ("../x", "", "a/b", "CON ", "\x00", "é" * 300):
        path = content_path(CopiedFile(identity, "r", "../a.b/c.PDF", 1, "0" * 64, ""))
        assert is_fitting(path)
        assert path.count("/") == 1
        assert plain_id(identity).startswith("x")


def test_a_name_is_told_without_the_words_of_a_title():
    assert (
        shown("reflections/2026-03-02-a-visit-aaaaaaaa.md")
        == "reflections/2026-03-02-…-aaaaaaaa.md"
    )
    assert shown("attachments/" + "a" * 32 + "-a-letter.pdf") == "attachments/" + "a" * 32 + "…"
    assert shown("records/links.json") == "records/links.json"


def test_an_entry_too_long_to_be_read_back_is_not_written(monkeypatch):
    from app.domain.errors import ExportError
    from app.open_format import entries

    class Sink:
        def write(self, _data):
            pass

    monkeypatch.setattr(entries, "LONGEST_ENTRY", 40)
    with pytest.raises(ExportError, match="longer than 64 MiB"):
        EntryWriter(Sink()).put({"words": "x" * 60})
