"""A file from anywhere -> the files in it, out of gzip and zip, of a size that can be read."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from data.build.payments.result import Refused

ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"
LARGEST_BYTES = 1_000_000_000
LARGEST_FILE_BYTES = 4_000_000_000
# A year of a council's files in one zip is a few hundred; zips made to be endless have more.
MOST_MEMBERS = 5_000
PIECE_BYTES = 1_000_000
DEEPEST = 2
NEW_KINDS = {
    "word/": "a Word document",
    "ppt/": "a presentation",
    "Index/": "an Apple Numbers document",
}
UNPACKING = (RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, EOFError)


@dataclass(frozen=True)
class Content:
    """One file's bytes, or the reason why there are none."""

    name: str
    content: bytes = b""
    refused: str = ""


def contents_of(path: Path) -> Iterator[Content]:
    """Give each file: itself, or the members of a zip that are not hidden.

    Raises OSError where the file cannot be opened.
    """
    if path.stat().st_size > LARGEST_FILE_BYTES:
        yield Content(str(path), refused=f"it is over {LARGEST_FILE_BYTES:,} bytes")
        return
    yield from _contents(str(path), path.read_bytes(), DEEPEST, Room())


@dataclass
class Room:
    """What may still come out of one file, however its zips are nested."""

    size: int = LARGEST_BYTES
    members: int = MOST_MEMBERS

    def take(self, size: int) -> None:
        """Raises Refused when it is used up."""
        self.size -= size
        self.members -= 1
        if self.size < 0:
            raise Refused(f"unpacked it is over {LARGEST_BYTES:,} bytes")
        if self.members < 0:
            raise Refused(f"it holds more than {MOST_MEMBERS:,} files")


def _contents(name: str, content: bytes, deepest: int, room: Room) -> Iterator[Content]:
    try:
        content = _unpacked(content) if content.startswith(GZIP) else content
        archive = content.startswith(ZIP) and not _is_workbook(content)
    except Refused as error:
        yield Content(name, refused=str(error))
        return
    if not archive:
        yield Content(name, content)
    elif not deepest:
        yield Content(name, refused="it is a zip inside a zip inside a zip")
    else:
        yield from _members(name, content, deepest, room)


def _members(name: str, content: bytes, deepest: int, room: Room) -> Iterator[Content]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [member for member in archive.infolist() if _shown(member)]
        if not members:
            yield Content(name, refused="the zip file holds no file")
        for member in members:
            inner = f"{name}!{member.filename}"
            try:
                room.take(member.file_size)
                yield from _contents(inner, archive.read(member), deepest - 1, room)
            except Refused as error:
                yield Content(name, refused=str(error))
                return
            except UNPACKING as error:
                yield Content(inner, refused=f"it cannot be unpacked: {error}")


def _shown(member: zipfile.ZipInfo) -> bool:
    hidden = any(part.startswith((".", "__")) for part in PurePath(member.filename).parts)
    return not hidden and not member.is_dir()


def _unpacked(content: bytes) -> bytes:
    unpacked = io.BytesIO()
    try:
        with gzip.open(io.BytesIO(content)) as file:
            # In pieces: asked for a gigabyte at once, Python makes room for one.
            while piece := file.read(PIECE_BYTES):
                unpacked.write(piece)
                if unpacked.tell() > LARGEST_BYTES:
                    raise Refused(f"unpacked it is over {LARGEST_BYTES:,} bytes")
    except (OSError, EOFError, zlib.error) as error:
        raise Refused(f"the gzip file is damaged: {error}") from error
    return unpacked.getvalue()


def _is_workbook(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            size = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        raise Refused(f"the zip file is damaged: {error}") from error
    for folder, kind in NEW_KINDS.items():
        if any(name.startswith(folder) for name in names):
            raise Refused(f"the file is {kind}, not a table")
    if size > LARGEST_BYTES:
        raise Refused(f"unpacked it is over {LARGEST_BYTES:,} bytes")
    return any(name.startswith("xl/") for name in names) or "content.xml" in names
