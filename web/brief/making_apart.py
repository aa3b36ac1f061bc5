"""Briefs are made in processes of lower priority beside the server, so that pages do not wait.

A thread would hold the interpreter's lock against every reader of a page for half a second.
"""

import asyncio
import os
from collections import deque

from brief.making import MOST_CONTENTS, File, Wanted, make
from web.beside import Ended, Hung, Processes

MOST_PROCESSES = 2
# Memory that a library does not give back goes with its process.
MOST_MADE = 500
LONGEST_S = 60.0


class Bench:
    """One process, started with the first brief and started anew when it dies or hangs."""

    def __init__(self) -> None:
        self._process = Processes(1, MOST_MADE)
        self.lately: deque[Wanted] = deque(maxlen=MOST_CONTENTS)

    async def made(self, wanted: Wanted, kind: str) -> File:
        """Raises what `make` raises, Hung after LONGEST_S of making, and Ended."""
        self.lately.append(wanted)
        try:
            return await self._process.made(LONGEST_S, make, wanted, kind)
        except (Ended, Hung):
            self.lately.clear()
            raise

    def close(self, *, wait: bool = False) -> None:
        """With `wait` until the pool has let go of what it shared with its process."""
        self.lately.clear()
        self._process.close(wait=wait)


class Apart:
    """A few benches, each with a process of its own: one that hangs ends nobody else's brief."""

    def __init__(self, processes: int | None = None) -> None:
        wanted = processes or max(1, min(MOST_PROCESSES, os.cpu_count() or 1))
        self._benches = tuple(Bench() for _ in range(wanted))
        self._free = list(self._benches)
        self._turns = asyncio.Semaphore(wanted)

    async def made(self, wanted: Wanted, kind: str) -> File:
        """Raises what `Bench.made` raises; waiting for one's turn is not counted."""
        async with self._turns:
            bench = self._bench_for(wanted)
            self._free.remove(bench)
            try:
                return await bench.made(wanted, kind)
            finally:
                self._free.append(bench)

    def _bench_for(self, wanted: Wanted) -> Bench:
        """The one that made the same brief in another format, else the one that worked last: a
        second process is started only where two are wanted at once."""
        return next((one for one in self._free if wanted in one.lately), self._free[-1])

    def close(self, *, wait: bool = False) -> None:
        for one in self._benches:
            one.close(wait=wait)
