"""Tells work that would never end from a slow machine; speed itself is for `make bench`."""

import time
from contextlib import contextmanager


@contextmanager
def not_endless(cpu_seconds=20):
    """Fail when the work inside took this process more time on the processor than any should."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < cpu_seconds
