"""A second start hands over to the first window, through a socket of this person's own.

It is a file in the data folder (on Windows a named pipe): no network takes part. What is said is
one line, "show" and perhaps a journal's folder, and the answer "shown".
"""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WORD, _ANSWER = b"show", b"shown\n"
_LONGEST_LINE = 8 * 1024
_PATIENCE_MS = 2_000
_TRY_SECONDS = 5.0  # the first window may be just starting
_PAUSE_SECONDS = 0.05
_MOST_CALLERS = 4


def hand_over(name: str, folder: Path | None) -> bool:
    """Ask the first window to come forward; say whether it answered."""
    path = os.fsencode(folder.absolute()) if folder else b""
    line = _WORD + (b" " + path if path and b"\n" not in path else b"") + b"\n"
    end = time.monotonic() + _TRY_SECONDS
    while not _told(name, line):
        if time.monotonic() > end:
            return False
        time.sleep(_PAUSE_SECONDS)
    return True


def _told(name: str, line: bytes) -> bool:
    if not _is_ours(name):
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(line)
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.waitForReadyRead(_PATIENCE_MS)
    return bool(socket.readLine(len(_ANSWER) + 1).data() == _ANSWER)


def _is_ours(name: str) -> bool:
    # Another person on this computer must not learn a folder's name by putting a socket there.
    if sys.platform == "win32":
        return True
    try:
        found = os.lstat(name)
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def folder_in(line: bytes) -> Path | None:
    """Read the folder out of a line, if it names one as a second start would.

    Raises:
        ValueError: no second start says that.
    """
    word, gap, name = line.removesuffix(b"\n").partition(b" ")
    if word != _WORD or len(line) > _LONGEST_LINE or not line.endswith(b"\n"):
        raise ValueError
    if not gap:
        return None
    folder = Path(name.decode("utf-8"))
    if not folder.is_absolute() or b"\0" in name:
        raise ValueError
    return folder


class Reception(QObject):
    """Listens in the first window."""

    asked = Signal(object)  # Path of a folder to show, or None

    def __init__(self, name: str, parent: QObject) -> None:
        """Listen; a socket that a crash left behind is taken over without a question."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_CALLERS)
        self._server.newConnection.connect(self._receive)
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def _receive(self) -> None:
        while self._server.hasPendingConnections():
            caller = _Caller(self._server.nextPendingConnection(), self)
            caller.asked.connect(self.asked)


class _Caller(QObject):
    """One second start, or whoever else found the socket: heard briefly and to a limit."""

    asked = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(_LONGEST_LINE + 1)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._hang_up)
        self._patience.start(_PATIENCE_MS)
        if socket.bytesAvailable():
            self._read()

    def _hang_up(self) -> None:
        self._socket.abort()

    def _read(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > _LONGEST_LINE:
                self._hang_up()
            return
        try:
            folder = folder_in(bytes(self._socket.readLine(_LONGEST_LINE + 1).data()))
        except ValueError:
            self._hang_up()
            return
        self.asked.emit(folder)
        self._socket.write(_ANSWER)
        self._socket.flush()
        self._socket.disconnectFromServer()
