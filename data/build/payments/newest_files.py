"""A council's newest files of payments, brought from its own site: by pattern, else by its page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from requests import Session

from data.build.fetch import Limits
from data.build.fetch.errors import FetchError, Moved, NotTheFile
from data.build.fetch.kinds import HEAD_BYTES, why_not
from data.build.fetch.meter import Meter
from data.build.fetch.part import Part
from data.build.fetch.transfer import Transient, receive
from data.build.payments.period import period_in
from data.build.payments.publisher_addresses import NotKnown, Place

KINDS = re.compile(r"\.(?:csv|xlsx|xls|ods|zip)$", re.I)
# A link that names no kind of file and yet is one: sites that serve downloads by number.
DOWNLOADS = re.compile(r"/(?:download|downloads/file|media|documents?)/", re.I)
MONTHS_BACK, MOST_TRIES, UNLIKE = 18, 60, re.compile(r"\b(?:p|purchase|procurement)[ -]?cards?\b")
MOST_BYTES = 200_000_000


class Brought(NamedTuple):
    """A file that has come, the month that its name or link tells, and where it came from."""

    path: Path
    month: date
    url: str


class _Link(NamedTuple):
    month: date
    url: str


def bring_newest(
    place: Place,
    folder: Path,
    most: int,
    today: date,
    say: Callable[[str], None],
    limits: Limits | None = None,
) -> list[Brought]:
    """Bring the files of the ``most`` newest months into ``folder``, the newest first.

    Raises NotKnown where neither pattern nor page leads to a file.
    """
    limits = replace(limits or Limits(), max_bytes=MOST_BYTES, attempts=1)
    folder.mkdir(parents=True, exist_ok=True)
    with Session() as session:
        desk = _Desk(session, folder, limits)
        found = _by_pattern(desk, place, most, today, say) if place.tells_months else []
        if not found and place.page:
            found = _by_page(desk, place.page, most, say)
    if not found:
        raise NotKnown(f"No file of payments was found for {place.name}: look on {place.page}.")
    return found


class _Desk(NamedTuple):
    session: Session
    folder: Path
    limits: Limits

    def bring(self, url: str, name: str) -> Path:
        """Download one file. Raises FetchError; what is no data is not kept."""
        part = Part(self.folder / name)
        part.discard()
        try:
            with Meter(None, name) as meter:
                received = receive(self.session, url, part, self.limits, meter)
        except Transient as error:
            part.discard()
            raise Moved(f"{url} could not be had: {error}.") from error
        except FetchError:
            part.discard()
            raise
        head = part.path.read_bytes()[:HEAD_BYTES]
        if wrong := why_not(name, head, received.content_type):
            part.discard()
            raise NotTheFile(f"What came from {url} is not data: {wrong}.")
        part.finish()
        return self.folder / name

    def page(self, url: str) -> str:
        part = Part(self.folder / "page.html")
        part.discard()
        try:
            with Meter(None, "page") as meter:
                receive(self.session, url, part, self.limits, meter)
            return part.path.read_text("utf-8", errors="replace")
        except Transient as error:
            raise Moved(f"{url} could not be had: {error}.") from error
        finally:
            part.discard()


def _by_pattern(
    desk: _Desk, place: Place, most: int, today: date, say: Callable[[str], None]
) -> list[Brought]:
    found: list[Brought] = []
    tries = 0
    for month in _months_before(today):
        for url in place.addresses(month):
            tries += 1
            if len(found) == most or tries > MOST_TRIES:
                return found
            try:
                path = desk.bring(url, _name_of(url, month))
            except FetchError as error:
                say(f"{month:%B %Y}: {error.what}")
                continue
            found.append(Brought(path, month, url))
            break
    return found


def _by_page(desk: _Desk, page: str, most: int, say: Callable[[str], None]) -> list[Brought]:
    try:
        links = links_of(desk.page(page), page)
    except FetchError as error:
        say(error.what)
        return []
    found: list[Brought] = []
    for month, url in sorted(links, key=lambda link: link.month, reverse=True):
        if len(found) == most:
            break
        if month in {one.month for one in found}:
            continue
        try:
            found.append(Brought(desk.bring(url, _name_of(url, month)), month, url))
        except FetchError as error:
            say(f"{month:%B %Y}: {error.what}")
    return found


def links_of(page: str, address: str) -> list[_Link]:
    """Links of a page to files of one month each, cards left out, in the page's order."""
    reader = _Links()
    reader.feed(page)
    found: dict[str, _Link] = {}
    for href, text in reader.links:
        url = urljoin(address, href)
        path = unquote(urlsplit(url).path)
        if not (KINDS.search(path) or DOWNLOADS.search(path)) or UNLIKE.search(text.lower()):
            continue
        month = period_in(text) or period_in(path.rsplit("/", 1)[-1])
        if month and urlsplit(url).scheme in ("http", "https"):
            found.setdefault(url, _Link(month, url))
    return list(found.values())


class _Links(HTMLParser):
    """Addresses of a page's links, each with its words."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self._open = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open, self._text = dict(attrs).get("href") or "", []

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open:
            self.links.append((self._open, " ".join("".join(self._text).split())))
            self._open = ""


def _name_of(url: str, month: date) -> str:
    """A name of the site's own where it has one, with the month before it."""
    own = re.sub(r"[^\w.-]+", "_", unquote(urlsplit(url).path).rsplit("/", 1)[-1])[-100:]
    return f"{month:%Y-%m}_{own or 'file'}"


def _months_before(today: date) -> Iterator[date]:
    for back in range(MONTHS_BACK):
        count = today.year * 12 + today.month - 1 - back
        yield date(count // 12, count % 12 + 1, 1)
