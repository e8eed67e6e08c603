"""Linux: the login manager and the screen savers say it on the message buses (D-Bus).

A bus is a socket of this computer. Where there is none, or nobody speaks on it, nothing happens.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from app.ui.session_watch import SessionWatch

# Qt's type hints ask for bytes, which Qt then refuses.
_ON_ACTIVE: Any = SLOT("on_active(bool)")
_ON_LOCK: Any = SLOT("on_lock()")
_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
# The desktops' screen savers differ in their names only. An empty path takes any of theirs.
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)


class BusWatch(SessionWatch):
    """Listens on both buses."""

    def __init__(self, parent: QObject) -> None:
        """Listen where there is a bus; none is started for this."""
        super().__init__(parent)
        self._question: QDBusPendingCallWatcher | None = None
        self._system = QDBusConnection.systemBus()
        if self._system.isConnected():
            self._listen_to_login()
        if _has_session_bus():
            self._listen_to_savers()

    def _listen_to_login(self) -> None:
        manager = f"{_LOGIN}.Manager"
        self._system.connect(_LOGIN, _LOGIN_PATH, manager, "PrepareForSleep", self, _ON_ACTIVE)
        # Whose session is it? Its answer comes later; "auto" is the one we run in.
        call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, manager, "GetSession")
        call.setArguments(["auto"])
        self._question = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        self._question.finished.connect(self._listen_to_session)

    def _listen_to_session(self, answer: QDBusPendingCallWatcher) -> None:
        told = answer.reply().arguments()
        # Not told: then any session's lock is heard. One lock too many does no harm.
        path = told[0].path() if told and hasattr(told[0], "path") else ""
        self._system.connect(_LOGIN, path, f"{_LOGIN}.Session", "Lock", self, _ON_LOCK)

    def _listen_to_savers(self) -> None:
        session = QDBusConnection.sessionBus()
        for name in _SAVERS if session.isConnected() else ():
            session.connect("", "", name, "ActiveChanged", self, _ON_ACTIVE)

    @Slot(bool)
    def on_active(self, is_active: bool) -> None:
        """Hear that sleep or a screen saver begins; its end is no news."""
        if is_active:
            self.locked.emit()

    @Slot()
    def on_lock(self) -> None:
        """Hear that the session is locked."""
        self.locked.emit()


def _has_session_bus() -> bool:
    # Without an address the bus's library would start a bus of its own.
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    is_at_usual_place = bool(runtime) and (Path(runtime or "") / "bus").exists()
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or is_at_usual_place
