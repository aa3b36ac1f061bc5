"""Compare the bytes at hand with the record: sha256 of the publisher's content decides."""

import gzip
import hashlib
import logging
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from data.build.fetch.errors import Damaged, NotTheFile, OtherEdition
from data.build.fetch.kinds import HEAD_BYTES, why_not
from data.build.fetch.places import content_path
from data.build.records import SourceFile

PLAUSIBLE_GROWTH = 4  # a revised edition that is four times larger or smaller is something else

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Found:
    """Bytes at hand. ``origin`` says in words where from; ``whole`` that none can be missing."""

    path: Path
    origin: str
    gzipped: bool = False
    whole: bool = True
    content_type: str = ""
    last_modified: str = ""


@dataclass(frozen=True)
class NewEdition:
    """A file that the publisher changed since the record was written; sizes in bytes."""

    path: str
    origin: str
    expected_sha256: str
    found_sha256: str
    expected_bytes: int
    found_bytes: int
    last_modified: str = ""

    def __str__(self) -> str:
        dated = f", last modified {self.last_modified}" if self.last_modified else ""
        return (
            f"{self.path} from {self.origin} is not the edition of the record: "
            f"expected sha256 {self.expected_sha256} ({self.expected_bytes:,} bytes), "
            f"found {self.found_sha256} ({self.found_bytes:,} bytes{dated})."
        )


Report = Callable[[NewEdition], None]


def warn(edition: NewEdition) -> None:
    """The default report of an accepted new edition: a line in the log."""
    _log.warning("Accepted another edition: %s", edition)


def matches(file: SourceFile, found: Found) -> bool:
    """Whether the content is exactly the one of the record."""
    return _content(file, found)[0] == file.sha256


def check(file: SourceFile, found: Found, *, accept: bool, report: Report) -> None:
    """Return when ``found`` may be read as ``file``; raise and say why otherwise.

    With ``accept``, a whole file of the right kind and of a plausible size passes under another
    sha256, after ``report`` has been told.
    """
    sha256, size, head = _content(file, found)
    if sha256 == file.sha256:
        return
    edition = NewEdition(
        file.path, found.origin, file.sha256, sha256, file.bytes, size, found.last_modified
    )
    wrong = why_not(content_path(file), head, found.content_type)
    if wrong:
        raise NotTheFile(f"What came as {file.path} from {found.origin} is not data: {wrong}.")
    if not found.whole:
        raise Damaged(f"{edition} The publisher did not say its length, so it may be cut short.")
    if not file.bytes <= size * PLAUSIBLE_GROWTH or not size <= file.bytes * PLAUSIBLE_GROWTH:
        raise Damaged(f"{edition} The size is too different for a revision.")
    if not accept:
        raise OtherEdition(f"{edition} Either it is damaged or its publisher has revised it.")
    report(edition)


def _content(file: SourceFile, found: Found) -> tuple[str, int, bytes]:
    """sha256, length and first bytes of the publisher's content, gunzipped where needed."""
    digest, size, head = hashlib.sha256(), 0, b""
    try:
        with _opened(found) as stream:
            while block := stream.read(1 << 20):
                head = head or block[:HEAD_BYTES]
                digest.update(block)
                size += len(block)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Damaged(
            f"{file.path} from {found.origin} is damaged: it cannot be unzipped ({error})."
        ) from error
    return digest.hexdigest(), size, head


def _opened(found: Found) -> BinaryIO:
    return gzip.open(found.path) if found.gzipped else found.path.open("rb")  # type: ignore
