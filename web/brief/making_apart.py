"""Briefs are made in one process of lower priority beside the server, so that pages do not wait.

A thread would hold the interpreter's lock against every reader of a page for most of a second.
"""

import asyncio
import os
import signal
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from brief.making import File, Wanted, make

NICENESS = 10
# Memory that a library does not give back goes with its process.
MOST_MADE = 500
LONGEST_S = 30.0
LOOKS_AFTER_S = 2.0


class Apart:
    """One process, started with the first brief and started anew when it dies or hangs."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()

    async def made(self, wanted: Wanted, kind: str) -> File:
        """Raises what `make` raises, TimeoutError after LONGEST_S of making, BrokenProcessPool."""
        # Waiting for one's turn is no sign of a process that hangs, and ends nobody else's brief.
        async with self._turn:
            pool = self._pool = self._pool or _pool()
            loop = asyncio.get_running_loop()
            making = loop.run_in_executor(pool, make, wanted, kind)
            try:
                return await asyncio.wait_for(making, LONGEST_S)
            except (BrokenProcessPool, TimeoutError):
                self._forget(pool)
                raise

    def close(self) -> None:
        if self._pool:
            self._forget(self._pool)

    def _forget(self, pool: ProcessPoolExecutor) -> None:
        if self._pool is pool:
            self._pool = None
            pool.shutdown(wait=False, cancel_futures=True)
            for one in list((getattr(pool, "_processes", None) or {}).values()):
                one.kill()


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        1, get_context("spawn"), initializer=_begin, max_tasks_per_child=MOST_MADE
    )


def _begin() -> None:
    """Gives way to the pages, leaves Ctrl+C to the server, and ends when the server is gone."""
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(server: int) -> None:
    while os.getppid() == server:
        time.sleep(LOOKS_AFTER_S)
    os._exit(0)
