"""Secrets are read from a terminal or from an owner's ordinary file, and never repeated."""

import os
import sys

import pytest

from app.cli.secrets import passphrase_from, recovery_words_from
from app.domain.errors import SecretError

READERS = [passphrase_from, recovery_words_from]


@pytest.fixture
def secret_file(tmp_path):
    def write(data):
        file = tmp_path / "my secret words"
        file.touch(mode=0o600)
        file.write_bytes(data)
        return file

    return write


@pytest.mark.parametrize(
    ("data", "passphrase"),
    [
        (b"lantern bridge\n", "lantern bridge"),
        (b"lantern bridge\r\nanother line\r\n", "lantern bridge"),
        (b"\xef\xbb\xbflantern bridge", "lantern bridge"),
        ("lan\u2028tern\x0cbri\x85dge\x1c!\n".encode(), "lan\u2028tern\x0cbri\x85dge\x1c!"),
        (b" lantern \n", " lantern "),
    ],
)
def test_the_first_line_is_the_passphrase(secret_file, data, passphrase):
    assert passphrase_from(secret_file(data)) == passphrase


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * 5_000])
def test_a_file_that_holds_no_secret_is_told(secret_file, reader, data):
    with pytest.raises(SecretError, match=r"not UTF-8|too long") as refusal:
        reader(secret_file(data))
    assert "secret words" not in str(refusal.value)


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"\r\nlantern"])
def test_an_empty_first_line_is_told(secret_file, data):
    with pytest.raises(SecretError, match="no passphrase in its first line"):
        passphrase_from(secret_file(data))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", ["my secret words", "my secret\x00words", "my secret" * 50])
def test_a_secret_typed_in_place_of_the_file_is_not_repeated(tmp_path, reader, name):
    with pytest.raises(SecretError, match="cannot be read") as refusal:
        reader(tmp_path / name)
    assert "my secret" not in str(refusal.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize("reader", READERS)
def test_a_pipe_is_not_waited_for(tmp_path, reader):
    os.mkfifo(tmp_path / "pipe", 0o600)
    with pytest.raises(SecretError, match="ordinary file only"):
        reader(tmp_path / "pipe")


@pytest.mark.parametrize("reader", READERS)
def test_a_folder_is_no_secret(tmp_path, reader):
    with pytest.raises(SecretError):
        reader(tmp_path)


@pytest.mark.parametrize(
    "trouble", [EOFError(), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid")]
)
def test_a_prompt_without_an_answer_is_told(monkeypatch, trouble):
    def refuse(question):
        raise trouble

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", refuse)
    with pytest.raises(SecretError):
        passphrase_from(None)
