"""A file that anyone may have made ends in one sentence, soon, and never in a crash."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import FormError
from app.formspec.reading import read_form
from tests.bounded import not_endless

MEBIBYTE = 1024 * 1024

HOSTILE = {
    "nested lists": b"a = " + b"[" * 500_000,
    "nested tables": b"a = " + b"{b = " * 200_000,
    "one long dotted key": b".".join([b"a"] * 500_000) + b" = 1",
    "one long quoted dotted key": b" . ".join([b'"a"'] * 170_000) + b" = 1",
    "a long table name": b"[" + b".".join([b"a"] * 100_000) + b"]\n" + b"b = 1\n" * 100_000,
    "dotted keys in a table": b"a = {" + b".".join([b"a"] * 500_000) + b" = 1}",
    "a name without an end": b"a" * MEBIBYTE,
    "a number without an end": b"a = " + b"1" * (MEBIBYTE - 4),
    "a hexadecimal number without an end": b"minutes = 0x" + b"f" * (MEBIBYTE - 12),
    "many tables": b"[[x]]\n" * 174_000,
    "many numbers": b"a = [" + b"1," * 520_000 + b"]",
    "quotation marks": b'"' * MEBIBYTE,
    "apostrophes": b"'" * MEBIBYTE,
    "spaces": b" " * (MEBIBYTE - 1) + b"!",
    "one huge text": b'title = "' + b"x" * (MEBIBYTE - 10) + b'"',
    "one huge unknown word": b"x" * (MEBIBYTE - 4) + b" = 1",
    "larger than a form may be": b"#" * (MEBIBYTE + 1),
    "not UTF-8": b'format = 1\nid = "caf\xe9"\n',
    "null characters": b"\x00" * 1_000,
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_ends_in_one_short_sentence_in_bounded_time(write_form, content):
    path = write_form(content)
    with not_endless(), pytest.raises(FormError) as raised:
        read_form(path)
    assert len(str(raised.value)) < 250
    assert "\n" not in str(raised.value)


def test_the_line_that_is_not_utf8_is_named(write_form):
    with pytest.raises(FormError, match=r"small\.toml: line 2: this is not UTF-8"):
        read_form(write_form(HOSTILE["not UTF-8"]))


def test_a_form_of_exactly_one_mebibyte_is_read(write_form, small_form):
    content = small_form.encode()
    filling = b"# " + b"x" * 997 + b"\n"
    content += filling * ((MEBIBYTE - len(content)) // len(filling))
    content += b"#" * (MEBIBYTE - len(content))
    assert read_form(write_form(content)).id == "small"


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(FormError, match="there is no such file"):
        read_form(tmp_path / "small.toml")


def test_a_folder_is_no_form(tmp_path):
    (tmp_path / "small.toml").mkdir()
    with pytest.raises(FormError, match="not an ordinary file"):
        read_form(tmp_path / "small.toml")


def test_a_link_is_not_followed(tmp_path, write_form, small_form):
    target = write_form(small_form).rename(tmp_path / "elsewhere")
    link = tmp_path / "small.toml"
    link.symlink_to(target)
    with pytest.raises(FormError, match="link to another file"):
        read_form(link)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "small.toml")
    with pytest.raises(FormError, match="not an ordinary file"):
        read_form(tmp_path / "small.toml")


@pytest.mark.parametrize("name", ["x" * 5_000 + ".toml", "nu\x00ll.toml"])
def test_an_impossible_name_is_told(tmp_path, name):
    with pytest.raises(FormError, match="cannot be opened"):
        read_form(tmp_path / name)


def _read_or_refuse(folder: Path, content: bytes) -> None:
    path = folder / "small.toml"
    path.write_bytes(content)
    try:
        form = read_form(path)
    except FormError as error:
        assert error.file == "small.toml"  # noqa: PT017 - both endings are right here
    else:
        assert form.id == "small"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path, content):
    _read_or_refuse(tmp_path, content)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.integers(0, 1_500),
    length=st.integers(0, 40),
    filling=st.sampled_from(["", '"', "[", "]]", "{", "= 1", "\\u0000", "é", "[[sections]]", "7"]),
)
def test_any_cut_or_splice_is_read_or_refused(tmp_path, small_form, start, length, filling):
    spliced = small_form[:start] + filling + small_form[start + length :]
    _read_or_refuse(tmp_path, spliced.encode())
