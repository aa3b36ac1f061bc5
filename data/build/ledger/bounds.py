"""What a build of payments may take: so much memory, two processors, and a folder of its own."""

import ctypes
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from data.build.privacy.forgetting import forget
from data.build.publishing import recover, swap
from sql_text import quoted

# With what else the process holds this makes less than 2 GB, of building and of embedding.
MEMORY = "900MB"


class BuildUnderWay(Exception):
    """Another process writes the same payments: they would mix."""


def bound(database: duckdb.DuckDBPyConnection, spill: Path) -> None:
    """Hold a database to its memory; what is more goes into folder ``spill``."""
    database.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = {quoted(spill)}")
    database.execute(f"SET threads = {min(2, os.cpu_count() or 1)}")


def give_back() -> None:
    """Give the system back what a finished step held: the next one comes on top of it."""
    forget()
    gc.collect()
    # Only the C library of GNU keeps freed memory that it can be asked for.
    trim = sys.platform == "linux" and getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)


@contextmanager
def only_build(folder: Path) -> Iterator[None]:
    """Keep ``folder`` for this process. Raises BuildUnderWay when another one has it.

    The system lets go of what a process held, however it ends: a killed build blocks none.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    held = FileLock(folder.with_name(f"{folder.name}.lock"))
    try:
        held.acquire(timeout=0)
    except Timeout:
        raise BuildUnderWay(
            f"Another build is writing {folder}: wait for it, or end it; "
            "what it had written is then removed, or taken up, by the next one."
        ) from None
    try:
        yield
    finally:
        held.release()
        give_back()


@contextmanager
def as_it_stands(folder: Path) -> Iterator[None]:
    """Let no build put another dataset in the place of ``folder`` meanwhile: it waits for this."""
    with _at_one_time(folder):
        recover(folder)
        yield


def put_right(folder: Path) -> None:
    """Give ``folder`` back what a build that was killed left between two names."""
    with as_it_stands(folder):
        pass


def put(fresh: Path, folder: Path) -> None:
    """Put ``fresh`` in the place of ``folder`` when nobody reads it."""
    with _at_one_time(folder):
        swap(fresh, folder)


def _at_one_time(folder: Path) -> AbstractContextManager[object]:
    """Against another process that is between a build's two renames."""
    there = folder.parent.is_dir()
    return FileLock(folder.with_name(f"{folder.name}.swap.lock")) if there else nullcontext()
