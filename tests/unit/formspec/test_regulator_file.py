"""A file of rules is read wholly or refused in one sentence with its place."""

from datetime import date

import pytest

from app.domain.errors import FormError
from app.domain.registration_year import YearStart
from app.domain.regulator import FieldSource, RegulatorField
from app.formspec.regulator_file import read_regulator

X = '"x",'
GOOD = """format = 1
id = "small"
short = "sm"
name = "Small regulator"

[[rules]]
since = 2020-01-01
until = 2024-12-31
note = "The old ones."
source = "A page."
checked_on = 2026-11-22
[[rules.fields]]
key = "title"
label = "Title"
source = "title"

[[rules]]
since = 2025-01-01
year_starts = "02-29"
pieces = 3
with_peer = 1
with_impact = 2
must_differ = true
hours = 7.5
coverage = "known"
kinds = ["Reading"]
note = "The new ones."
source = "Another page."
checked_on = 2026-11-22
[[rules.fields]]
key = "learnt"
label = "What you learnt"
source = "learning"
required = false
help = "In your own words."
"""
FIELD = 'key = "learnt"'


def read(folder, text, name="small.toml"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_regulator(path, frozenset({"known"}))


def refusal(folder, text):
    with pytest.raises(FormError) as wrong:
        read(folder, text)
    sentence = str(wrong.value)
    assert sentence.startswith("small.toml: ")
    assert len(sentence) < 200
    assert "\n" not in sentence
    return sentence.removeprefix("small.toml: ")


def test_every_word_of_a_file_arrives(tmp_path):
    regulator = read(tmp_path, GOOD)
    assert (regulator.id, regulator.short, regulator.name) == ("small", "sm", "Small regulator")
    old, new = regulator.rules
    assert (old.since, old.until, old.note) == (
        date(2020, 1, 1),
        date(2024, 12, 31),
        "The old ones.",
    )
    assert (old.starts, old.pieces, old.hours, old.coverage, old.kinds) == (None, 0, None, "", ())
    assert (new.since, new.until, new.starts) == (date(2025, 1, 1), None, YearStart(2, 29))
    assert (new.pieces, new.with_peer, new.with_impact, new.must_differ) == (3, 1, 2, True)
    assert (new.hours, new.coverage, new.kinds) == (7.5, "known", ("Reading",))
    assert (new.source, new.checked_on) == ("Another page.", date(2026, 11, 22))
    (field,) = new.fields
    assert field == RegulatorField(
        "learnt",
        "What you learnt",
        FieldSource.LEARNING,
        is_required=False,
        help="In your own words.",
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("format = 1", "format = 2", "format: this file was made for a later Afterword"),
        ("format = 1", "format = 0", "format: this one reads format 1"),
        ("format = 1", f"format = 0x{'f' * 9_000}", "format: this file was made for a later"),
        ("format = 1", f"format = {'9' * 4_000}", "format: this file was made for a later"),
        ("format = 1\n", "", "format: this is missing"),
        ('id = "small"', 'id = "other"', "id: the id must be the file’s name"),
        ('id = "small"', 'id = "Small one"', "id: small letters"),
        ('short = "sm"', 'short = "S M"', "short: small letters"),
        ('"Small regulator"', '" "', "name: this is empty"),
        ('"Small regulator"', f'"{"x" * 121}"', "name: this is longer than 120 characters"),
        ('"The new ones."', f'"{"x" * 1_501}"', "rules[1].note: this is longer than 1500"),
        ('"In your own words."', f'"{"x" * 401}"', "rules[1].fields[0].help: this is longer"),
        ('["Reading"]', f"[{X * 41}]", "rules[1].kinds: this is longer than 40 entries"),
        ('["Reading"]', "[7]", "rules[1].kinds[0]: this must be text"),
        ("until = 2024-12-31", "", "rules[1].since: these rules begin before the ones above"),
        ("2024-12-31", "2025-01-01", "rules[1].since: these rules begin before the ones above"),
        ("2024-12-31", "2019-12-31", "rules[0].until: these rules end before they begin"),
        ("since = 2025-01-01", "since = 2025-02-30", "line 18, column 9: this is not TOML"),
        ("since = 2025-01-01", 'since = "soon"', "rules[1].since: "),
        ('"02-29"', '"02-31"', "rules[1].year_starts: this must be a month and a day"),
        ('"02-29"', '"13-01"', "rules[1].year_starts: this must be a month and a day"),
        ('"02-29"', '"1 December"', "rules[1].year_starts: this must be a month and a day"),
        ('"02-29"', '"02-29\\n"', "rules[1].year_starts: this must be a month and a day"),
        ("pieces = 3", "pieces = 1", "rules[1].pieces: more pieces are asked for"),
        ("pieces = 3", "pieces = 1001", "rules[1].pieces: this must lie between 0 and 1000"),
        ("pieces = 3", f"pieces = 0x{'f' * 9_000}", "rules[1].pieces: this must lie between"),
        ("pieces = 3", "pieces = 2.5", "rules[1].pieces: this must be a whole number"),
        ("with_peer = 1", "with_peer = -1", "rules[1].with_peer: this must lie between 0"),
        ("hours = 7.5", "hours = nan", "rules[1].hours: this must lie between 0 and 1000"),
        ("hours = 7.5", "hours = inf", "rules[1].hours: this must lie between 0 and 1000"),
        ("hours = 7.5", f"hours = 0x{'f' * 9_000}", "rules[1].hours: "),
        ("must_differ = true", 'must_differ = "yes"', "rules[1].must_differ: this must be true"),
        ('"known"', '"unknown"', "rules[1].coverage: there is no framework of this name"),
        ('"learning"', '"feeling"', "rules[1].fields[0].source: this must be one of title, kinds"),
        (FIELD, 'key = "Learnt!"', "rules[1].fields[0].key: small letters"),
        (FIELD, f'key = "{"x" * 100_000}"', "rules[1].fields[0].key: this is longer than 120"),
        ('"What you learnt"', '""', "rules[1].fields[0].label: this is empty"),
        ('"What you learnt"', '"What\\u202e you"', "rules[1].fields[0].label: this holds a sign"),
        ('"Small regulator"', '"Small\\u0007"', "name: this holds a sign that cannot be seen"),
        (FIELD, f"{FIELD}\n{FIELD}", "line 32, column 15: a name stands here for the second time"),
        (FIELD, f"{FIELD}\nmood = 1", "rules[1].fields[0].mood: "),
        (FIELD, f'{FIELD}\n"{"x" * 5_000}" = 1', f"rules[1].fields[0].{'x' * 40}: "),
        ("hours = 7.5", "hours = 7.5\npieces = 3", "line 25, column 11: a name stands here for"),
        ("[[rules]]", "[[rules", "line 6, column 8: this is not TOML"),
        ("[[rules]]", "[rules", "line 6, column 7: this is not TOML"),
    ],
    ids=lambda each: each[:30],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path, old, new, told):
    assert old in GOOD
    assert refusal(tmp_path, GOOD.replace(old, new, 1)).startswith(told)


def test_one_field_of_each_key(tmp_path):
    twice = GOOD + '[[rules.fields]]\nkey = "learnt"\nlabel = "Again"\nsource = "own"\n'
    assert refusal(tmp_path, twice).startswith("rules[1].fields[1].key: ")


def test_there_must_be_rules_with_fields(tmp_path):
    head = GOOD.partition("[[rules]]")[0]
    assert refusal(tmp_path, head + "rules = []\n").startswith("rules: at least one table")
    rules = GOOD.partition("[[rules.fields]]")[0] + "fields = []\n"
    assert refusal(tmp_path, rules).startswith("rules[0].fields: at least one field")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "format: this is missing"),
        (b"\x00\xff\xfe", "line 1: this is not UTF-8"),
        (b"= = =", "line 1, column 1: this is not TOML"),
        (b"a = " + b"[" * 100_000, "the whole file: brackets are nested too deeply"),
        (b"#" * 2 * 1024 * 1024, "the whole file: this file is larger than 1 MiB"),
        (b'name = "' + b"x" * 900_000 + b'"', "name: this is longer than 120"),
    ],
    ids=["nothing", "no text", "nonsense", "nested", "two mebibytes", "one long text"],
)
def test_a_hostile_file_ends_in_one_short_sentence(tmp_path, content, told):
    assert refusal(tmp_path, content).startswith(told)


def test_a_link_is_not_followed(tmp_path):
    read(tmp_path, GOOD)
    (tmp_path / "small.toml").rename(tmp_path / "elsewhere")
    (tmp_path / "small.toml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FormError, match="link to another file"):
        read_regulator(tmp_path / "small.toml", frozenset({"known"}))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(FormError, match=r"small\.toml: the whole file: there is no such file"):
        read_regulator(tmp_path / "small.toml", frozenset())
