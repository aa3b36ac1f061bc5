"""One attempt to bring a file (or the rest of it) from the publisher to its ``.part``."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import requests
from requests import Response, Session
from urllib3.exceptions import HTTPError, ReadTimeoutError

from data.build.fetch import redirects
from data.build.fetch.errors import Moved, Refused, TooLarge
from data.build.fetch.limits import Limits
from data.build.fetch.meter import Meter
from data.build.fetch.part import Part, encoded

GONE = {401, 403, 404, 410}
PASSING = {408, 425, 429, 500, 502, 503, 504}
BLOCK_BYTES = 1 << 16
# Plain bytes only: a Range counts bytes of the body as sent, a record those of the file.
HEADERS = {"Accept-Encoding": "identity", "User-Agent": "public-pound-build"}


class Transient(Exception):
    """A failure that another attempt may mend; ``wait_s`` overrides the usual back-off."""

    def __init__(self, why: str, wait_s: float | None = None) -> None:
        super().__init__(why)
        self.wait_s = wait_s


@dataclass(frozen=True)
class Received:
    """What the publisher said of the bytes that are now in the ``.part``."""

    url: str
    whole: bool
    resumed: bool
    content_type: str
    last_modified: str


def receive(session: Session, url: str, part: Part, limits: Limits, meter: Meter) -> Received:
    """Bring all bytes that are missing. Raises ``Transient`` or an error no retry would mend."""
    try:
        asked = part.resume_headers(url)
        with redirects.get(session, url, HEADERS | asked, limits) as answer:
            return _take(answer, url, part, limits, meter)
    except ValueError as error:  # of requests, urllib or idna, each in its own class
        raise Refused(f"{url!r} is not a web address: {error}.") from error
    except (requests.RequestException, HTTPError) as error:
        raise Transient(_in_words(error, part.size(), limits)) from error


def _take(answer: Response, url: str, part: Part, limits: Limits, meter: Meter) -> Received:
    _check_status(answer, url)
    resumed = answer.status_code == 206
    if answer.status_code == 416 or (resumed and not part.continued_by(answer)):
        part.discard()
        raise Transient("the file changed while it was being downloaded", wait_s=0)
    if not resumed:
        part.begin(url, answer)
    length = _length(answer)
    total = None if length is None else part.size() + length
    if total is not None and total > limits.max_bytes:
        raise TooLarge(f"{url} announces {total:,} bytes; the limit is {limits.max_bytes:,}.")
    _write(answer, url, part, total, limits, meter)
    chunked = "chunked" in answer.headers.get("Transfer-Encoding", "").lower()
    return Received(
        url=url,
        whole=chunked or "Content-Length" in answer.headers,
        resumed=resumed,
        content_type=answer.headers.get("Content-Type", ""),
        last_modified=answer.headers.get("Last-Modified", ""),
    )


def _check_status(answer: Response, url: str) -> None:
    status = answer.status_code
    if status in GONE:
        raise Moved(f"The publisher no longer gives out {url} (answer {status}).")
    if status in PASSING:
        asked_s = _retry_after_s(answer.headers.get("Retry-After", ""))
        raise Transient(f"the publisher's server answered {status}", asked_s)
    if status not in (200, 206, 416):
        raise Refused(f"The publisher's server answered {status} for {url}.")


def _write(
    answer: Response, url: str, part: Part, total: int | None, limits: Limits, meter: Meter
) -> None:
    done = part.size()
    meter.at(done, total)
    with part.path.open("ab") as out:
        for block in _blocks(answer, limits):
            done += len(block)
            if done > limits.max_bytes:
                raise TooLarge(f"{url} sends more than the limit of {limits.max_bytes:,} bytes.")
            out.write(block)
            out.flush()  # so that a kill loses no more than one block
            meter.at(done, total)


def _blocks(answer: Response, limits: Limits) -> Iterator[bytes]:
    """Blocks as they arrive; ``Transient`` when they arrive too slowly to ever finish.

    ``read1`` gives what one packet brought. A read of a fixed size would wait for all of it, and
    a server that drips would hold the build for hours without a silence to time out on.
    """
    window_began, window_bytes = time.monotonic(), 0
    while block := answer.raw.read1(BLOCK_BYTES, decode_content=True):
        yield block
        window_bytes += len(block)
        elapsed_s = time.monotonic() - window_began
        if elapsed_s >= limits.slow_window_s:
            if window_bytes < limits.slow_bytes_per_s * elapsed_s:
                raise Transient(f"only {window_bytes:,} bytes came in {elapsed_s:.0f} seconds")
            window_began, window_bytes = time.monotonic(), 0


def _length(answer: Response) -> int | None:
    """Bytes still to come; None when not said or when said of the compressed form."""
    said = answer.headers.get("Content-Length", "")
    return int(said) if said.isdigit() and not encoded(answer) else None


def _retry_after_s(said: str) -> float | None:
    """Retry-After is a number of seconds or a date."""
    if said.isdigit():
        return float(said)
    try:
        return (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds()
    except (TypeError, ValueError):
        return None


def _in_words(error: Exception, size_bytes: int, limits: Limits) -> str:
    if isinstance(error, requests.exceptions.SSLError):
        return (
            "its certificate could not be checked (behind a proxy that inspects traffic, "
            "name the proxy's certificate file in REQUESTS_CA_BUNDLE)"
        )
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return f"no connection within {limits.connect_s:g} seconds"
    if isinstance(error, requests.exceptions.ReadTimeout | ReadTimeoutError):
        return f"no bytes for {limits.stall_s:g} seconds"
    if isinstance(error, requests.exceptions.ConnectionError):
        return "the server could not be reached"
    return f"the connection broke off, with {size_bytes:,} bytes on disk"
