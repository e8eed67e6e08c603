"""One window at a time: real second starts, real crashes, and nonsense on the socket."""

import socket
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from app.ui.first_window import FirstWindow
from app.ui.handing_over import Reception, folder_in, hand_over
from tests.faults.sessions import Child, Markers
from tests.workshops import PASSPHRASE, a_desk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes, not sockets")


@pytest.fixture
def home():
    """A home whose path leaves room for the socket, as people's homes do."""
    with tempfile.TemporaryDirectory(prefix="afterword-") as folder:
        yield Path(folder)


@pytest.fixture
def journal(tmp_path):
    folder = tmp_path / "her journal"
    a_desk(folder).close()
    return folder


def test_a_second_start_hands_over_and_ends_well(home, journal):
    with Child(home) as first:
        first.only_start()
        assert first.run_beside("window") == (0, "")
        assert first.state().startswith("WelcomePage")
        assert first.run_beside("window", journal)[0] == 0
        assert first.state().startswith("UnlockPage her journal")


def test_an_open_journal_stays_when_another_is_asked_for(tmp_path, home, journal):
    with Child(home) as first:
        first.write("reading", Markers(20))
        first.wait_for("ready")
        assert first.run_beside("window", journal)[0] == 0
        state = first.state()
        assert state.startswith("OpenView")
        assert "Another journal was asked for" in state
        own = next(home.rglob("journal.db")).parent
        secret = tmp_path / "secret"
        secret.write_text(PASSPHRASE)
        secret.chmod(0o600)
        code, said = first.run_beside("check", own, "--passphrase-file", secret)
        assert code != 0
        assert "open" in said
        assert first.state().startswith("OpenView")


def test_after_a_crash_the_next_start_is_the_first_without_a_question(home, journal):
    with Child(home) as first:
        first.only_start()
        first.kill()
        assert [path for path in home.rglob("*") if path.is_socket()]
        with Child(home) as second:
            second.only_start()
            assert second.run_beside("window", journal)[0] == 0
            assert second.state().startswith("UnlockPage")


def test_only_one_process_holds_the_right(tmp_path):
    first, second = FirstWindow(tmp_path), FirstWindow(tmp_path)
    assert first.is_ours()
    assert not second.is_ours()


def test_a_long_folder_still_has_a_socket(tmp_path):
    name = FirstWindow(tmp_path / ("x" * 200)).socket_name()
    assert len(name) < 100


def test_so_it_has_where_the_folder_for_passing_files_is_long_too(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / ("y" * 100)))
    name = FirstWindow(tmp_path / ("x" * 200)).socket_name()
    assert len(name) < 100


# Nonsense


@pytest.fixture
def reception(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("app.ui.handing_over._PATIENCE_MS", 300)
    heard = []
    parent = QObject()
    reception = Reception(str(tmp_path / "socket"), parent)
    reception.asked.connect(heard.append)
    reception.heard, reception.name = heard, str(tmp_path / "socket")
    yield reception
    parent.deleteLater()


def answer_to(qtbot, reception, said):
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(reception.name)
        caller.setblocking(False)
        sent, answer, is_open = 0, [b""], [True]

        def is_closed():
            nonlocal sent
            try:
                if sent < len(said):
                    sent += caller.send(said[sent:])
                got = caller.recv(100)
                answer[0] += got
                is_open[0] = bool(got)
            except BlockingIOError:
                pass
            except OSError:
                is_open[0] = False
            return not is_open[0]

        qtbot.waitUntil(is_closed, timeout=5_000)
        return answer[0]


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"show",
        b"\n",
        b"SHOW /home\n",
        b"show relative/path\n",
        b"show \xff\xfe\n",
        b"show /a\0b\n",
        b"show /" + b"x" * 9_000 + b"\n",
        b"x" * 1_000_000,
        b"GET / HTTP/1.1\r\n\r\n",
    ],
)
def test_nonsense_is_hung_up_on_without_an_answer(qtbot, reception, said):
    assert answer_to(qtbot, reception, said) == b""
    assert reception.heard == []
    assert answer_to(qtbot, reception, b"show\n") == b"shown\n"
    assert reception.heard == [None]


def test_too_much_is_hung_up_on_at_once(qtbot, reception, monkeypatch):
    monkeypatch.setattr("app.ui.handing_over._PATIENCE_MS", 60_000)
    assert answer_to(qtbot, reception, b"x" * 1_000_000) == b""


def test_a_folder_reads_as_it_was_sent(tmp_path):
    folder = tmp_path / "a b ü 👩‍💻"
    assert folder_in(b"show " + str(folder).encode() + b"\n") == folder


def test_nothing_is_told_to_a_socket_of_somebody_else(tmp_path, monkeypatch):
    monkeypatch.setattr("app.ui.handing_over._TRY_SECONDS", 0)
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.bind(str(tmp_path / "socket"))
        stranger.listen()
        stranger.settimeout(0.2)
        monkeypatch.setattr("app.ui.handing_over.os.getuid", lambda: 12_345)
        assert not hand_over(str(tmp_path / "socket"), tmp_path)
        with pytest.raises(TimeoutError):
            stranger.accept()
