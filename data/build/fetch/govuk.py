"""gov.uk gives an asset a new address at each release; its content API knows the present one.

https://www.gov.uk/api/content/<path of the page> is JSON whose ``details.attachments`` lists the
files of the page with their addresses.
"""

from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import requests
from requests import Session

from data.build.fetch import redirects
from data.build.fetch.errors import Moved
from data.build.fetch.limits import Limits
from data.build.fetch.transfer import HEADERS

CONTENT_API = "https://www.gov.uk/api/content/"
STATISTICS = "government/statistics/"


def present_address(session: Session, slug: str, name: str, limits: Limits) -> str:
    """The address of the one attachment called ``name`` on the page ``slug``.

    A slug with a slash is the whole path of a page that is not below government/statistics.
    Matching is by file name alone, so a file that was renamed is never guessed at.
    """
    path = slug if "/" in slug else STATISTICS + slug
    address = urljoin(CONTENT_API, path.strip("/"))
    listed = _attachments(session, address, limits)
    fitting = sorted({url for url in listed if file_name(url).lower() == name.lower()})
    if len(fitting) != 1:
        offered = ", ".join(sorted(map(file_name, listed))) or "no files"
        raise Moved(
            f"The page {address} lists {len(fitting) or 'no'} files called {name}; it offers "
            f"{offered}."
        )
    return fitting[0]


def file_name(url: str) -> str:
    return PurePosixPath(unquote(urlsplit(url).path)).name


def _attachments(session: Session, address: str, limits: Limits) -> list[str]:
    try:
        with redirects.get(session, address, HEADERS, limits) as answer:
            if answer.status_code != 200:
                raise Moved(f"gov.uk answered {answer.status_code} for {address}.")
            listed = answer.json()["details"].get("attachments", [])
            return [urljoin(address, item["url"]) for item in listed if item.get("url")]
    except requests.RequestException as error:
        raise Moved(f"gov.uk did not say where the file is now ({address}).") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Moved(f"gov.uk's answer at {address} lists no files.") from error
