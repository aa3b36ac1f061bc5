"""Processes of lower priority beside the server: pages do not wait for what is made in them.

A thread would hold the interpreter's lock against every reader of a page, also while it waits for
a core.
"""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeVar, cast

# A page that wants a core gets most of it: ten times the share of such a process.
NICENESS = 10
LOOKS_AFTER_S = 2.0
Made = TypeVar("Made")


class Ended(Exception):
    """A process died, or was ended, before it had made what was asked of it."""


class Hung(TimeoutError):
    """A process did not make in time what was asked of it, and was ended."""


class Processes:
    """`number` of them, started with the first task, and anew when one dies or hangs.

    A process makes `most_made` and is then started anew. Lives in the event loop.
    """

    def __init__(self, number: int, most_made: int | None = None) -> None:
        self.number, self.most_made = number, most_made
        self._pool: ProcessPoolExecutor | None = None

    async def made(self, longest_s: float, of: Callable[..., Made], /, *given: object) -> Made:
        """What `of`, a function of a module, gives there.

        Raises what `of` raises, Hung after `longest_s`, and Ended.
        """
        pool, making = self._begun(of, given)
        try:
            return await asyncio.wait_for(making, longest_s)
        except TimeoutError:
            # One that `of` raised is its answer, and its process is well.
            if not making.cancelled():
                raise
            self._give_up(pool)
            raise Hung from None
        except BrokenProcessPool as error:
            self._give_up(pool)
            raise Ended from error
        except asyncio.CancelledError:
            task = asyncio.current_task()
            # Nobody ended this one: another, of the same pool, hung.
            if making.cancelled() and task is not None and not task.cancelling():
                raise Ended from None
            raise

    def close(self, *, wait: bool = False) -> None:
        """With `wait` until the pool has let go of what it shared with its processes."""
        pool, self._pool = self._pool, None
        _close(pool, wait=wait)

    def _begun(
        self, of: Callable[..., Made], given: tuple[object, ...]
    ) -> tuple[ProcessPoolExecutor, asyncio.Future[Made]]:
        """A process that died while nothing was asked of it shows only now: another is started."""
        try:
            return self._asked(of, given)
        except (BrokenProcessPool, OSError):
            pass
        try:
            return self._asked(of, given)
        # The second where the system has no process to give.
        except (BrokenProcessPool, OSError) as error:
            raise Ended from error

    def _asked(
        self, of: Callable[..., Made], given: tuple[object, ...]
    ) -> tuple[ProcessPoolExecutor, asyncio.Future[Made]]:
        pool = self._pool = self._pool or _pool(self.number, self.most_made)
        try:
            return pool, asyncio.get_running_loop().run_in_executor(pool, of, *given)
        except (BrokenProcessPool, OSError):
            self._give_up(pool)
            raise

    def _give_up(self, pool: ProcessPoolExecutor) -> None:
        """What is asked next gets another pool; one that is another's already stays."""
        if self._pool is pool:
            self._pool = None
        _close(pool)


def _pool(processes: int, most_made: int | None) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        processes,
        get_context("spawn"),
        initializer=_begin,
        initargs=(os.getpid(),),
        max_tasks_per_child=most_made,
    )


def _close(one: ProcessPoolExecutor | None, *, wait: bool = False) -> None:
    """End its processes at once; with `wait` until it has let go of what it shared with them."""
    if one is None:
        return
    processes = cast(dict[int, Any], getattr(one, "_processes", None) or {})
    for process in list(processes.values()):
        process.kill()
    one.shutdown(wait=wait, cancel_futures=True)


def _begin(server: int) -> None:
    """Gives way to the pages, leaves Ctrl+C to the server, and ends when the server is gone."""
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(server,), daemon=True).start()


def _end_with(server: int) -> None:
    # Told by the server itself: one that is gone before this begins has another parent already.
    while os.getppid() == server:
        time.sleep(LOOKS_AFTER_S)
    os._exit(0)
