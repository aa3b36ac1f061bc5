"""Processes beside the server are replaced when they end, whenever that is."""

import asyncio
import os
import signal
import time

import pytest

from tests.web.running import run
from web.beside import Ended, Hung, Processes


def test_one_that_died_unasked_or_hung_is_replaced():
    """Killed while nothing was asked of it, it was never replaced: every brief got 503 and every
    answer of the API 500 until the server was started again."""

    async def asked() -> tuple[int, list[object], int]:
        processes = Processes(1)
        try:
            first = await processes.made(30.0, os.getpid)
            os.kill(first, signal.SIGKILL)
            # The pool learns of it by itself; what is asked before it has is ended.
            for _ in range(50):
                await asyncio.sleep(0.1)
                try:
                    second = await processes.made(30.0, os.getpid)
                    break
                except Ended:
                    pass
            hung, behind = processes.made(0.3, time.sleep, 60), processes.made(30.0, time.sleep, 60)
            met = await asyncio.gather(hung, behind, return_exceptions=True)
            return second - first, list(map(type, met)), await processes.made(30.0, os.getpid)
        finally:
            processes.close()

    other, met, third = run(asked())
    assert other and met == [Hung, Ended] and third


def refused() -> None:
    raise TimeoutError("a question reached its limit")


def test_a_process_whose_question_took_too_long_stays():
    """It was ended with what it held for the next brief, for an answer that it had given."""

    async def asked() -> tuple[int, type, int]:
        processes = Processes(1)
        try:
            first = await processes.made(30.0, os.getpid)
            (met,) = await asyncio.gather(processes.made(30.0, refused), return_exceptions=True)
            return first, type(met), await processes.made(30.0, os.getpid)
        finally:
            processes.close()

    first, met, second = run(asked())
    assert (met, second) == (TimeoutError, first)


def test_a_system_that_has_no_process_to_give_is_met(monkeypatch):
    class NoMore:
        def __init__(self, *_: object, **__: object) -> None: ...

        def submit(self, *_: object) -> None:
            raise OSError("Resource temporarily unavailable")

        def shutdown(self, **_: object) -> None: ...

    monkeypatch.setattr("web.beside.ProcessPoolExecutor", NoMore)
    with pytest.raises(Ended):
        run(Processes(1).made(1.0, os.getpid))
