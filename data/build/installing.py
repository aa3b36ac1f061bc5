"""An edition -> everything that the app reads: the maps, the files to take away, the database.

One process at a time, and the database last: whoever is cut off leaves the last one, and make
sees that it is older than the edition and begins again.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

import database_sum
from data.build import paths
from data.build.assembling import assemble
from data.build.downloads import write_downloads
from data.build.ledger.fetching import fetch_small
from data.build.ledger.placing import LedgerFiles
from data.build.maps import write_maps
from far_ledger.place import place_from

LOCK = ".assembling"


def install(without_payments: bool = False, say: Callable[[str], None] = print) -> None:
    """Make the database, the map files and the files to take away.

    Raises what `assemble` raises, and then leaves the last database as it was.
    """
    elsewhere = place_from()
    with alone(paths.DATA, say), _partial(paths.DATABASE) as partial:
        whole = fetch_small(elsewhere, paths.LEDGER_FAR) if elsewhere else paths.LEDGER_WHOLE
        ledger = LedgerFiles(
            paths.LEDGER_CONTRACT, paths.LEDGER, whole, without_payments, elsewhere
        )
        assemble(paths.EDITION, paths.CONTRACT, partial, ledger)
        write_maps(partial, paths.MAPS)
        write_downloads(partial, paths.EDITION, paths.TAKEAWAY, ledger, paths.DATABASE.name)
        database_sum.note(partial, paths.DATABASE)
        partial.replace(paths.DATABASE)


@contextmanager
def alone(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Wait until no other process assembles in ``folder``; a killed one holds nothing up."""
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        say("Another process is assembling here: waiting for it.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _partial(target: Path) -> Iterator[Path]:
    """A name of this process's own beside ``target``; what killed ones left there is removed."""
    for left in target.parent.glob(f"{target.name}.*part*"):
        left.unlink(missing_ok=True)
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        yield partial
    finally:
        for left in target.parent.glob(f"{partial.name}*"):
            left.unlink(missing_ok=True)
