"""Files sent as a page of this site sends them."""

from collections.abc import Mapping

from benchmarks.attacks import HOSTILE
from benchmarks.attacks.http import answered, connection

# The most that a page takes, and what a form puts round it.
MOST_BYTES = 20 * 1024 * 1024
UPLOADS = "/_stcore/upload_file"
TAIL = b"\r\n--end--\r\n"
KIND = "multipart/form-data; boundary=end"


def head(name: str = "f.csv") -> bytes:
    """What stands before a file of this name."""
    told = f'--end\r\nContent-Disposition: form-data; name="f"; filename="{name}"\r\n\r\n'
    return told.encode()


def form(content: bytes, name: str = "f.csv") -> bytes:
    return head(name) + content + TAIL


def passed(port: int, client: str = HOSTILE) -> dict[str, str]:
    """Headers that a page of this site sends with a file, so that no other site's can."""
    one = connection(port, client)
    one.request("GET", "/_stcore/health")
    answer = one.getresponse()
    answer.read()
    one.close()
    cookie = (answer.headers["Set-Cookie"] or "").partition(";")[0]
    return {"Cookie": cookie, "X-Xsrftoken": cookie.partition("=")[2], "Content-Type": KIND}


def put(
    port: int, path: str, body: bytes, headers: Mapping[str, str], client: str = HOSTILE
) -> tuple[str, str]:
    """The status of a form that is sent, and the words with it."""
    return answered(port, "PUT", path, body, headers, client)
