"""Parts of files kept on this machine under the hash of what is in them, up to so many bytes."""

import hashlib
import os
import threading
from pathlib import Path

# Room is made for more than the next part, so that the folder is not looked through for each.
MAKES_ROOM_TO = 0.9


class Cache:
    """Several processes may share the folder: a part is written aside and put in place whole.

    A folder that can't be written keeps nothing, and nobody is told: everything is asked anew.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder, self._most = folder, most_bytes
        self._seen: set[str] = set()
        self._lock = threading.Lock()
        self._bytes = self._held()

    def get(self, sha256: str) -> bytes | None:
        """Give what is kept under this hash; what was damaged on the disk is not."""
        file = self._file(sha256)
        try:
            content = file.read_bytes()
            # What was used last is thrown away last.
            os.utime(file)
        except OSError:
            return None
        if sha256 not in self._seen:
            if hashlib.sha256(content).hexdigest() != sha256:
                file.unlink(missing_ok=True)
                return None
            self._seen.add(sha256)
        return content

    def put(self, sha256: str, content: bytes) -> None:
        """Keep a part."""
        file = self._file(sha256)
        partial = file.with_name(f"{file.name}.{os.getpid()}.{threading.get_ident()}.part")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(content)
            partial.replace(file)
        except OSError:
            partial.unlink(missing_ok=True) if file.parent.is_dir() else None
            return
        with self._lock:
            self._bytes += len(content)
            if self._bytes > self._most:
                self._make_room()

    def _file(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _held(self) -> int:
        return sum(size for _, size, _ in self._entries())

    def _entries(self) -> list[tuple[float, int, str]]:
        """Time of last use, bytes and place of every part, other processes' too."""
        found = []
        for folder, _, names in os.walk(self._folder):
            for name in names:
                place = os.path.join(folder, name)  # noqa: PTH118 - a path object for each is slow
                try:
                    told = os.stat(place)  # noqa: PTH116
                except OSError:
                    continue
                found.append((told.st_mtime, told.st_size, place))
        return found

    def _make_room(self) -> None:
        entries = sorted(self._entries())
        held = sum(size for _, size, _ in entries)
        for _, size, place in entries:
            if held <= MAKES_ROOM_TO * self._most:
                break
            Path(place).unlink(missing_ok=True)
            self._seen.discard(Path(place).name)
            held -= size
        self._bytes = held
