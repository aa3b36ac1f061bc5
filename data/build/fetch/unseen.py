"""Bring a file that nobody here has seen, from the address where it is said to be.

There is no hash to hold it against, so it is taken for what it is: its kind must be that of its
name, its size and the start of its hash those that were said of it, where any were. What is
brought is laid beside the downloads with the lines that a record needs, and read by nothing until
somebody writes them into one.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from requests import Session
from rich.progress import Progress

from data.build.fetch import govuk
from data.build.fetch.errors import Damaged, FetchError, NotTheFile, OtherEdition
from data.build.fetch.kinds import HEAD_BYTES, why_not
from data.build.fetch.limits import Limits
from data.build.fetch.meter import Meter
from data.build.fetch.part import Part
from data.build.fetch.places import below
from data.build.fetch.publisher import present
from data.build.fetch.transfer import Received
from data.build.records import SourceAddress


@dataclass(frozen=True)
class Brought:
    """A file that has come: where it lies, where it came from, and what its record would say."""

    path: Path
    url: str
    sha256: str
    bytes: int

    def record(self, path: str, address: SourceAddress) -> str:
        """The lines of a source's record, for a file at ``path`` of a mirror."""
        lines = ["[[file]]", f'path = "{path}"', f'sha256 = "{self.sha256}"']
        lines += [f"bytes = {self.bytes}", f'url = "{self.url}"']
        lines += [f'govuk_slug = "{address.govuk_slug}"'] if address.govuk_slug else []
        lines += [f'statswales = "{address.statswales}"'] if address.statswales else []
        return "\n".join(lines)


def bring(
    address: SourceAddress,
    folder: Path,
    *,
    landing_url: str,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Brought:
    """Download to ``folder`` under the publisher's own name. Raises FetchError with a way out."""
    part = Part(below(folder, "unnamed"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with Meter(progress, address.what) as meter, Session() as session:
            received = present(
                session, address, lambda: _name(address), part, limits or Limits(), meter
            )
        return _accepted(address, folder, part, received)
    except FetchError as error:
        part.discard()
        error.advice = f"Look for it on {landing_url}; the record says that it was there, by: "
        error.advice += f"{address.said_by} ({address.as_of})."
        raise


def _accepted(address: SourceAddress, folder: Path, part: Part, received: Received) -> Brought:
    """Give the file its place and name, if it is what the record says of it."""
    content = part.path.read_bytes()
    name = _name(address) or govuk.file_name(received.url) or "file"
    if not Path(name).suffix:
        name += ".csv" if "csv" in received.content_type else ""
    wrong = why_not(name, content[:HEAD_BYTES], received.content_type)
    if wrong:
        raise NotTheFile(f"What came from {received.url} is not data: {wrong}.")
    if not received.whole:
        raise Damaged(f"{name} came from {received.url} without a length, so it may be cut short.")
    digest = hashlib.sha256(content).hexdigest()
    if address.bytes not in (None, len(content)):
        raise OtherEdition(
            f"{name} from {received.url} has {len(content):,} bytes; {address.bytes:,} were said."
        )
    if not digest.startswith(address.sha256_begins):
        raise OtherEdition(
            f"{name} from {received.url} has sha256 {digest}; it was said to begin with "
            f"{address.sha256_begins}."
        )
    final = below(folder, name)
    part.path.replace(final)
    part.discard()
    return Brought(final, received.url, digest, len(content))


def _name(address: SourceAddress) -> str:
    """The file's name as far as it is known before it comes."""
    if address.statswales:
        return address.name or f"statswales-{address.statswales}.csv"
    named = "" if govuk.asset_alone(address.url) else govuk.file_name(address.url)
    return address.name or (named if Path(urlsplit(address.url).path).suffix else "")
