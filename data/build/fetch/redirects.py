"""Follow a publisher's redirects: a few, and never from an encrypted address to a plain one."""

import ipaddress
from urllib.parse import urljoin, urlsplit

from requests import Response, Session

from data.build.fetch.errors import Refused
from data.build.fetch.limits import Limits

REDIRECTS = {301, 302, 303, 307, 308}


def get(session: Session, url: str, headers: dict[str, str], limits: Limits) -> Response:
    """The first answer that is not a redirect; its body is not read yet."""
    for _ in range(limits.redirects + 1):
        answer = session.get(
            url,
            headers=headers,
            stream=True,
            allow_redirects=False,
            timeout=(limits.connect_s, limits.stall_s),
        )
        onward = answer.headers.get("Location", "")
        if answer.status_code not in REDIRECTS or not onward:
            return answer
        answer.close()
        url, previous = urljoin(url, onward), url
        check_step(previous, url)
    raise Refused(f"The publisher redirected more than {limits.redirects} times, last to {url}.")


def check_step(previous: str, url: str) -> None:
    """Refuse the step from https down to http, where anybody on the way could change the file."""
    down = urlsplit(previous).scheme == "https" and urlsplit(url).scheme == "http"
    if down and not _is_loopback(url):
        raise Refused(f"The publisher's https address led to the unprotected address {url}.")


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
