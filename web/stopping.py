"""A server that is stopped says nothing of what it was still asked, and leaves nothing behind.

uvicorn tells each request that it breaks off as an error with fifty lines of its way through the
program, and then ends by the signal that it got: what processes beside the server hold (their
queues' semaphores) was left to the system, which complained.
"""

import asyncio
import logging
from collections.abc import Iterable
from multiprocessing import util
from typing import Protocol


class Beside(Protocol):
    """Processes beside the server."""

    def close(self, *, wait: bool = False) -> None: ...


def say_nothing_of_what_is_broken_off() -> None:
    """From the moment on when the server stops: before, a request that is broken off is a fault."""
    logging.getLogger("uvicorn.error").addFilter(_is_no_breaking_off)


def _is_no_breaking_off(record: logging.LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


def end(processes: Iterable[Beside]) -> None:
    """End them and let go of what they shared with the server."""
    for one in processes:
        one.close(wait=True)
    # What multiprocessing does at an exit in good order: a signal is none.
    util._run_finalizers(0)  # type: ignore[attr-defined]
