"""A child process: the program's watch on a bus, and somebody who speaks there; prints it all.

A process of its own, because Qt keeps its connections to the buses until the process ends.
"""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LOGIN, LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
SIGNALS = {
    "saver": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    "kde": ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
    "mate": ("/org/mate/ScreenSaver", "org.mate.ScreenSaver", "ActiveChanged", [True]),
    "cinnamon": ("/x", "org.cinnamon.ScreenSaver", "ActiveChanged", [True]),
    "sleep": (
        LOGIN_PATH,
        f"{LOGIN}.Manager",
        "PrepareForSleep",
        [True],
    ),
    "lock": (f"{LOGIN_PATH}/session/_31", f"{LOGIN}.Session", "Lock", []),
    "over": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [False]),
    "awake": (
        LOGIN_PATH,
        f"{LOGIN}.Manager",
        "PrepareForSleep",
        [False],
    ),
}


def main():
    from app.ui.session_watch import watches_for

    application = QApplication([])
    window = QWidget()
    heard = []
    for watch in watches_for(window):
        watch.locked.connect(lambda: heard.append(1))
    kind = QDBusConnection.BusType.SessionBus
    speaker = QDBusConnection.connectToBus(kind, "speaker")
    if speaker.isConnected():
        speaker.registerService(LOGIN)
    QTest.qWait(300)
    counts = {}
    for name, (path, interface, member, said) in SIGNALS.items():
        heard.clear()
        message = QDBusMessage.createSignal(path, interface, member)
        message.setArguments(said)
        speaker.send(message)
        QTest.qWait(150)
        counts[name] = len(heard)
    print(json.dumps(counts), flush=True)
    QTimer.singleShot(0, application.quit)
    application.exec()


if __name__ == "__main__":
    sys.exit(main())
