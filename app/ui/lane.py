"""The one lane for slow work: a single background thread that also owns the vault's connection.

Work is put on the lane as a call; what it gives or raises comes back by signal in the window's
thread. A page that is gone by then is simply not told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError, Cancelled

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor


class Job(QObject):
    """One piece of work on its way. Exactly one of its signals is sent, once."""

    succeeded = Signal(object)  # what the work gave
    failed = Signal(object)  # the AppError it raised
    broke = Signal(object)  # any other exception: a bug of ours


class Lane(QObject):
    """Runs work one after the other; owned by the application, never by a page."""

    broke = Signal(object)  # an exception that is a bug of ours

    def __init__(self) -> None:
        """Start with an idle thread."""
        super().__init__()
        self._on_their_way: set[Job] = set()
        self._is_giving_way = Event()

    def job(self) -> Job:
        """Make a job; connect its signals to bound methods, then start it."""
        job = Job(self)
        job.broke.connect(self.broke)
        return job

    def start(self, job: Job, work: Callable[[], object]) -> None:
        """Put work on the lane."""
        self._on_their_way.add(job)
        job.succeeded.connect(self._forget_sender)
        job.failed.connect(self._forget_sender)
        job.broke.connect(self._forget_sender)
        self._pool.submit(_run, job, work)

    def run_and_wait(self, work: Callable[[], object]) -> object:
        """Do work on the lane and wait for it; only for leaving: locking and closing."""
        future: Future[object] = self._pool.submit(work)
        return future.result()

    @contextmanager
    def stopping_long_work(self) -> Iterator[None]:
        """Have long work that is under way give up meanwhile: a lock does not wait for it."""
        self._is_giving_way.set()
        try:
            yield
        finally:
            self._is_giving_way.clear()

    def progress(self, _share: float) -> None:
        """Be the progress of long work, which can be stopped here.

        Raises:
            Cancelled: the window is being locked; nothing is left behind.
        """
        if self._is_giving_way.is_set():
            raise Cancelled

    def progress_unless_waited_for(self, share: float) -> None:
        """Be the progress of work that nobody asked for.

        Raises:
            Cancelled: something else waits for the lane, or the window is being locked.
        """
        self.progress(share)
        if len(self._on_their_way) > 1:
            raise Cancelled

    def start_beside(self, job: Job, work: Callable[[], object]) -> None:
        """Run work that needs no open journal beside the lane, so that it holds nothing up."""
        self._beside.submit(_run, job, work)

    def wait(self) -> None:
        """Wait until everything put on the lane so far is done."""
        self.run_and_wait(_nothing)

    def stop(self) -> None:
        """Finish what is on the lane and end its thread."""
        self._pool.shutdown(wait=True)
        if "_beside" in self.__dict__:
            self._beside.shutdown(wait=True)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        # The window is painted before there is any work, and before this is read.
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")

    @cached_property
    def _beside(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")

    def _forget_sender(self, _result: object) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._on_their_way.discard(job)
            job.deleteLater()


def _nothing() -> None:
    return None


def _run(job: Job, work: Callable[[], object]) -> None:
    try:
        result = work()
    except AppError as error:
        job.failed.emit(error)
    except Exception as error:  # a bug in work must reach the hook, not die unseen
        job.broke.emit(error)
    else:
        job.succeeded.emit(result)
