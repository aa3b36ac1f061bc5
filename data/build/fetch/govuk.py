"""gov.uk gives an asset a new address at each release; its content API knows the present one.

https://www.gov.uk/api/content/<path of the page> is JSON whose ``details.attachments`` lists the
files of the page with their addresses. A collection has no files of its own: ``links.documents``
lists its pages.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import requests
from requests import Session

from data.build.fetch import redirects
from data.build.fetch.errors import Moved
from data.build.fetch.limits import Limits
from data.build.fetch.transfer import HEADERS

CONTENT_API = "https://www.gov.uk/api/content/"
PAGES = "https://www.gov.uk/"
STATISTICS = "government/statistics/"
MOST_PAGES = 60  # of a collection; the largest that a record names has fewer
MOST_NAMED = 12  # files that a refusal lists


def present_address(session: Session, slug: str, name: str, limits: Limits, asset: str = "") -> str:
    """The address of the one attachment on the page ``slug`` called ``name``, or of id ``asset``.

    A slug with a slash is the whole path of a page, or of a collection of pages, that is not
    below government/statistics. The id of an asset leads to its file name; a file that has
    another id by now is found by file name alone, so one that was renamed is never guessed at.
    """
    address = urljoin(CONTENT_API, _path(slug))
    listed: list[str] = []
    for url in _attachments(session, address, limits):
        if asset and _asset(url) == asset:
            return url
        listed.append(url)
    fitting = sorted({url for url in listed if name and file_name(url).lower() == name.lower()})
    if len(fitting) != 1:
        raise Moved(_refusal(address, listed, fitting, name, asset))
    return fitting[0]


def page_of(slug: str) -> str:
    """The page for people."""
    return urljoin(PAGES, _path(slug))


def asset_alone(url: str) -> str:
    """The asset's id where an address stops at it: ``.../media/<id>/``; "" where a name follows."""
    found = re.search(r"/media/([0-9a-f]+)/?$", url)
    return found[1] if found else ""


def file_name(url: str) -> str:
    return PurePosixPath(unquote(urlsplit(url).path)).name


def _path(slug: str) -> str:
    return (slug if "/" in slug else STATISTICS + slug).strip("/")


def _asset(url: str) -> str:
    found = re.match(r"/media/([0-9a-f]+)/", urlsplit(url).path)
    return found[1] if found else ""


def _refusal(address: str, listed: list[str], fitting: list[str], name: str, asset: str) -> str:
    wanted = f"called {name}" if name else f"of the asset {asset}"
    names = sorted({file_name(url) for url in listed})
    offered = ", ".join(names[:MOST_NAMED]) or "no files"
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return (
        f"The page {address} lists {len(fitting) or 'no'} files {wanted}; it offers "
        f"{offered}{more}."
    )


def _attachments(session: Session, address: str, limits: Limits) -> Iterator[str]:
    """The files of a page; of a collection those of all its pages, page by page."""
    page = _content(session, address, limits)
    yield from _files(page, address)
    for path in _pages(page, address):
        below = urljoin(CONTENT_API, path.strip("/"))
        yield from _files(_content(session, below, limits), below)


def _content(session: Session, address: str, limits: Limits) -> dict[str, Any]:
    try:
        with redirects.get(session, address, HEADERS, limits) as answer:
            if answer.status_code != 200:
                raise Moved(f"gov.uk answered {answer.status_code} for {address}.")
            content = answer.json()
    except requests.RequestException as error:
        raise Moved(f"gov.uk did not say where the file is now ({address}).") from error
    except ValueError as error:
        raise Moved(f"gov.uk's answer at {address} lists no files.") from error
    if not isinstance(content, dict) or "details" not in content:
        raise Moved(f"gov.uk's answer at {address} lists no files.")
    return content


def _files(page: dict[str, Any], address: str) -> list[str]:
    try:
        listed = page["details"].get("attachments", [])
        return [urljoin(address, item["url"]) for item in listed if item.get("url")]
    except (KeyError, TypeError, AttributeError) as error:
        raise Moved(f"gov.uk's answer at {address} lists no files.") from error


def _pages(page: dict[str, Any], address: str) -> list[str]:
    try:
        documents = (page.get("links") or {}).get("documents", [])
        return [one["base_path"] for one in documents if one.get("base_path")][:MOST_PAGES]
    except (KeyError, TypeError, AttributeError) as error:
        raise Moved(f"gov.uk's answer at {address} lists no pages.") from error
