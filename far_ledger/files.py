"""The far ledger as a file system that DuckDB reads: ``ledger://payment/council=LDS/...``."""

import fnmatch
import hashlib
import io
import threading
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from fsspec import AbstractFileSystem

from far_ledger.blocks import SIZE, Block
from far_ledger.cache import Cache
from far_ledger.place import ROOT, SETTING, Place
from far_ledger.store import PaymentsAway, Store

# One fetch of a part at a time, of this many at once.
LOCKS = 64
# Before every other name of its folder.
EMPTY = ("payment/council=/columns.parquet", "payment_by_supplier/columns.parquet")


class Reading(io.RawIOBase):
    """One open file: reads where it stands, and moves on."""

    def __init__(self, files: "FarFiles", name: str) -> None:
        self._files, self._name, self._place = files, name, 0
        self.size = files.size(name)

    def read(self, size: int = -1) -> bytes:
        """Give so many bytes, or what is left."""
        left = max(self.size - self._place, 0)
        wanted = left if size is None or size < 0 else min(size, left)
        content = self._files.part(self._name, self._place, wanted)
        self._place += len(content)
        return content

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self.size}[whence]
        self._place = base + offset
        return self._place

    def tell(self) -> int:
        """Where it stands."""
        return self._place

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True


class FarFiles(AbstractFileSystem):  # type: ignore[misc]
    """Files of which the edition knows every part's hash; without a place, none can be read.

    ``columns`` is a Parquet file without rows. It stands before the others of every table, so that
    DuckDB learns what columns there are from what is always there.
    """

    protocol = ROOT.removesuffix("://")
    cachable = False

    def __init__(self, place: Place | None, blocks: Iterable[Block], columns: bytes = b"") -> None:
        super().__init__()
        self._here = dict.fromkeys(EMPTY, columns) if columns else {}
        self._store = Store(place) if place else None
        self._cache = Cache(place.cache, place.cache_bytes) if place else None
        self._blocks: dict[str, list[Block]] = defaultdict(list)
        for one in blocks:
            self._blocks[one.path].append(one)
        self._locks = [threading.Lock() for _ in range(LOCKS)]

    def size(self, path: str) -> int:
        """Bytes of a file."""
        name = _name(path)
        if name in self._here:
            return len(self._here[name])
        return sum(one.bytes for one in self._blocks[name])

    def part(self, name: str, start: int, length: int) -> bytes:
        """Give some bytes of a file. Raises PaymentsAway."""
        if name in self._here:
            return self._here[name][start : start + length]
        if not length:
            return b""
        wanted = self._blocks[name][start // SIZE : (start + length - 1) // SIZE + 1]
        content = b"".join(self._block(one) for one in wanted)
        skip = start % SIZE
        return content[skip : skip + length]

    def open(self, path: str, mode: str = "rb", **_: Any) -> Reading:
        """Open a file to read. Raises PermissionError for any other wish."""
        if mode != "rb":
            raise PermissionError("A far ledger is only read.")
        if not self.exists(path):
            raise FileNotFoundError(path)
        return Reading(self, _name(path))

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        """What DuckDB asks of a file."""
        if not self.exists(path):
            raise FileNotFoundError(path)
        return {"name": path, "size": self.size(path), "type": "file"}

    def exists(self, path: str, **_: Any) -> bool:
        """Whether the edition knows of it."""
        return _name(path) in self._blocks or _name(path) in self._here

    def glob(self, path: str, **_: Any) -> list[str]:
        """Give the files like a pattern, in order; the store is not asked."""
        pattern = _name(path).replace("**/", "")  # here a star goes past slashes
        names = sorted([*self._here, *self._blocks])
        return [ROOT + name for name in names if fnmatch.fnmatchcase(name, pattern)]

    def modified(self, _path: str) -> datetime:
        """Never: another content is another edition."""
        return datetime(2000, 1, 1, tzinfo=UTC)

    def _block(self, one: Block) -> bytes:
        if self._store is None or self._cache is None:
            raise PaymentsAway(
                "The payments of this edition lie elsewhere and nothing says where: set "
                f"{SETTING}, or assemble an edition whose payments are here."
            )
        with self._locks[int(one.sha256[:8], 16) % LOCKS]:
            if (kept := self._cache.get(one.sha256)) is not None:
                return kept
            content = self._store.read(one.path, one.number * SIZE, one.bytes)
            if hashlib.sha256(content).hexdigest() != one.sha256:
                self._store.forget(one.path)
                raise PaymentsAway(
                    f"A part of the payments is not what it was when the edition was assembled "
                    f"({one.path}). Put back what was there, or assemble again: python -m "
                    "data.build assemble."
                )
            self._cache.put(one.sha256, content)
            return content


def _name(path: str) -> str:
    return path.removeprefix(ROOT).lstrip("/")
