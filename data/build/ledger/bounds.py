"""What a build of payments may take: so much memory, two processors, and a folder of its own."""

import ctypes
import fcntl
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.build.privacy.forgetting import forget
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
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)


@contextmanager
def only_build(folder: Path) -> Iterator[None]:
    """Keep ``folder`` for this process. Raises BuildUnderWay when another one has it.

    The system lets go of what a process held, however it ends: a killed build blocks none.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(folder.name + ".lock").open("a") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildUnderWay(
                f"Another build is writing {folder}: wait for it, or end it; "
                "what it had written is then removed by the next one."
            ) from None
        try:
            yield
        finally:
            give_back()
