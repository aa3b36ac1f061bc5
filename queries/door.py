"""The open edition: who reads it, when another takes its place, and when the old one is closed.

A download may read for an hour. So an edition that was replaced is not closed under its readers,
nor do new readers wait for them: the new file is opened beside it, and whoever is last closes the
old one.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from far_ledger.blocks import COLUMNS, KEPT, Block
from far_ledger.place import WrongPlace, place_from
from sql_text import quoted

# The file stands in a database of our own in memory. DuckDB keeps one database for each path it
# has open in a process: opened as itself, a replaced file would be the old one once more for as
# long as anybody reads that.
NAME = "edition"
# What DuckDB raises where a block is not what was written.
DAMAGE = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.SerializationException,
)

# And where the contract is the same by its number, yet a table or column came later.
LACKS = (duckdb.BinderException, duckdb.CatalogException)


class EditionMissing(FileNotFoundError):
    """There is no assembled edition to read."""


class EditionUnknown(ValueError):
    """An edition that can't be read, or follows another version of the contract."""


class PaymentsElsewhere(EditionUnknown):
    """Payments that lie elsewhere and can't be had now: everything else of the edition can."""


class TookTooLong(TimeoutError):
    """A query was ended at a limit of its door, of time or of memory, which all that are asked at
    once share: a runaway, or a machine with too much to do."""


@dataclass
class Opened:
    """An edition as one file was when it was opened; `readers` counts the cursors in use."""

    stamp: tuple[Path, int, int]
    connection: duckdb.DuckDBPyConnection
    reads_afar: bool = False
    readers: int = 0


def stamp_of(path: Path) -> tuple[Path, int, int]:
    """What tells one edition's file from the next at the same path: its time and its inode."""
    try:
        found = path.stat()
    except FileNotFoundError:
        raise EditionMissing(f"There is no assembled edition at {path}.") from None
    return path, found.st_mtime_ns, found.st_ino


class Door:
    """Cursors on the newest edition, under `settings` that no query can change.

    `version` is the contract that the queries are written for.
    """

    def __init__(self, settings: Mapping[str, str], version: int) -> None:
        self._settings, self._version = settings, version
        self._now: Opened | None = None
        self._lock = threading.Lock()

    @contextmanager
    def cursor(self, path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
        """Raises EditionMissing, EditionUnknown for what the queries can't read, TookTooLong."""
        opened = self._enter(path)
        try:
            with opened.connection.cursor() as cursor:
                # Which database is meant belongs to a cursor, unlike the settings.
                cursor.execute(f"USE {NAME}")
                yield cursor
        except (duckdb.InterruptException, duckdb.OutOfMemoryException) as error:
            raise TookTooLong("The figures took too long to come.") from error
        except duckdb.Error as error:
            if opened.reads_afar and (why := _why_away(error)):
                raise PaymentsElsewhere(why) from error
            # DuckDB finds a damaged block when somebody asks for what lies in it.
            if isinstance(error, LACKS):
                raise EditionUnknown(
                    f"The edition in {path.parent.name} lacks what is asked: it was put together "
                    "for another version of the program. Assemble it again "
                    "(python -m data.build assemble)."
                ) from error
            if isinstance(error, DAMAGE):
                raise _unreadable(path, error) from error
            raise
        finally:
            self._leave(opened)

    def close(self) -> None:
        """Let the edition go, now or with its last reader."""
        with self._lock:
            before, self._now = self._now, None
            idle = before is not None and not before.readers
        if before is not None and idle:
            before.connection.close()

    def _enter(self, path: Path) -> Opened:
        stamp = stamp_of(path)
        with self._lock:
            before = self._now
            if before is None or before.stamp != stamp:
                self._now = Opened(stamp, *self._open(path))
            else:
                before = None
            opened = self._now
            assert opened is not None
            opened.readers += 1
            idle = before is not None and not before.readers
        if before is not None and idle:
            before.connection.close()
        return opened

    def _leave(self, opened: Opened) -> None:
        with self._lock:
            opened.readers -= 1
            done = opened is not self._now and not opened.readers
        if done:
            opened.connection.close()

    def _open(self, path: Path) -> tuple[duckdb.DuckDBPyConnection, bool]:
        connection = duckdb.connect()
        try:
            connection.execute(f"ATTACH {quoted(path)} AS {NAME} (READ_ONLY)")
            row = connection.execute(f"SELECT schema_version FROM {NAME}.main.edition").fetchone()
        except duckdb.CatalogException:
            row = None  # no table of that name: a database, and no edition
        except duckdb.Error as error:
            connection.close()
            raise _unreadable(path, error) from error
        version = row[0] if row else None
        if version != self._version:
            connection.close()
            raise EditionUnknown(
                f"The edition follows version {version} of the contract and this program reads "
                f"version {self._version}. Assemble the edition that came with the program "
                "(python -m data.build assemble), or take the program that belongs to the edition."
            )
        reads_afar = _can_read_afar(connection)
        for setting, value in self._settings.items():
            connection.execute(f"SET GLOBAL {setting} = {value}")
        return connection, reads_afar


def _can_read_afar(connection: duckdb.DuckDBPyConnection) -> bool:
    """Let DuckDB read the payments where they lie, if this edition's lie elsewhere."""
    try:
        blocks = connection.execute(f"SELECT path, number, bytes, sha256 FROM {NAME}.{KEPT}")
    except duckdb.CatalogException:
        return False
    listed = [Block(*row) for row in blocks.fetchall()]
    ((columns,),) = connection.execute(f"SELECT content FROM {NAME}.{COLUMNS}").fetchall()
    from far_ledger.files import FarFiles  # an edition whose payments are here needs none of it

    try:
        place = place_from()
    except WrongPlace as error:
        raise EditionUnknown(str(error)) from error
    connection.register_filesystem(FarFiles(place, listed, columns))
    return True


def _why_away(error: duckdb.Error) -> str:
    from far_ledger.store import told_by

    return told_by(error)


def _unreadable(path: Path, error: duckdb.Error) -> EditionUnknown:
    first = str(error).partition("\n")[0]
    return EditionUnknown(
        f"The edition at {path.name} can't be read ({first}). Assemble it again: "
        "python -m data.build assemble."
    )
