"""Rings of objects are collected on the window's thread, and what was loaded is left alone."""

import subprocess
import sys
import textwrap

# Each in a process of its own, for it changes the interpreter.
MAKE_RINGS = textwrap.dedent("""
    import gc, sys, threading, weakref
    from PySide6.QtCore import QCoreApplication, QTimer
    from app.ui.collecting import Collector, keep_what_is_loaded

    class Ring:
        def __init__(self):
            self.itself = self

    threads = []
    def look(phase, info):
        threads.append(threading.current_thread().name)
    gc.callbacks.append(look)

    def allocate():
        return [Ring() for _ in range(200_000)]
""")
ON_A_THREAD = MAKE_RINGS + textwrap.dedent("""
    application = QCoreApplication([])
    collector = Collector()
    first = weakref.ref(Ring())
    lane = threading.Thread(target=allocate, name="lane")
    lane.start()
    lane.join()
    QTimer.singleShot(2500, application.quit)
    application.exec()
    print(sorted(set(threads)), first() is None)
""")
KEPT = MAKE_RINGS + textwrap.dedent("""
    keep_what_is_loaded()
    later = weakref.ref(Ring())
    gc.collect()
    print(gc.get_freeze_count() > 10_000, later() is None)
""")


def said_by(program):
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


def test_the_lane_never_collects_and_the_window_soon_does():
    assert said_by(ON_A_THREAD) == "['MainThread'] True"


def test_what_comes_after_loading_is_still_collected():
    assert said_by(KEPT) == "True True"
