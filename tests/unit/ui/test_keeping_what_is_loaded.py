"""The collector leaves alone what is loaded before a journal is open, and nothing later."""

import subprocess
import sys
import textwrap

# In a process of its own, for it changes the interpreter.
PROGRAM = textwrap.dedent("""
    import gc, sys
    import weakref
    from app.ui.application import keep_what_is_loaded

    class Ring:
        def __init__(self):
            self.itself = self

    keep_what_is_loaded()
    later = weakref.ref(Ring())
    gc.collect()
    print(gc.get_freeze_count() > 10_000, later() is None, sys.getswitchinterval())
""")


def test_what_comes_later_is_collected_and_nobody_waits_for_five_milliseconds():
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["True", "True", "0.001"]
