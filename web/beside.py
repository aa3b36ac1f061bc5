"""Processes of lower priority beside the server: pages do not wait for what is made in them.

A thread would hold the interpreter's lock against every reader of a page, also while it waits for
a core.
"""

import os
import signal
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

# A page that wants a core gets most of it: ten times the share of such a process.
NICENESS = 10
LOOKS_AFTER_S = 2.0


def pool(processes: int, most_made: int | None = None) -> ProcessPoolExecutor:
    """Started with the first task; a process makes `most_made` and is then started anew."""
    return ProcessPoolExecutor(
        processes,
        get_context("spawn"),
        initializer=_begin,
        initargs=(os.getpid(),),
        max_tasks_per_child=most_made,
    )


def close(one: ProcessPoolExecutor | None, *, wait: bool = False) -> None:
    """End its processes at once; with `wait` until it has let go of what it shared with them."""
    if one is None:
        return
    for process in list((getattr(one, "_processes", None) or {}).values()):
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
