"""Small things that once leaked out of a server, asked of one that runs."""

import asyncio
import http.client
import socket
import struct
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from benchmarks.attacks.http import connection
from benchmarks.attacks.sending import MOST_BYTES, form, head, passed, put
from benchmarks.session import own_address
from tests.faults.running import said, started
from web.bounds import LARGEST_UPLOAD_BYTES, TOO_LARGE

CLIENT = own_address(900)
WITHIN_S = 60
CUT = (head(), head() + b"x" * 500, form(b"x" * 500)[:-4])


def leaks(port: int, project: Path) -> Iterator[tuple[str, str]]:
    """Each leak and what went wrong; nothing where it is closed."""
    yield "counts through a proxy", _counts(port)
    yield "a page in another's frame", _frames(port)
    yield "robots.txt", _robots(port)
    yield "a page of another port on this machine", _origins(port)
    yield "a file of exactly 20 MB, and files that are broken off", asyncio.run(_files(port))
    yield "an address of IPv6", _sixth(project)


def _counts(port: int) -> str:
    wrong = []
    for path in ("/metrics", "/_stcore/metrics"):
        for header in ({"X-Forwarded-For": "203.0.113.9"}, {"Forwarded": "for=x"}):
            if (status := _got(port, path, header)[0]) != 404:
                wrong.append(f"{path} {status} with {header}")
    return "; ".join(wrong)


def _frames(port: int) -> str:
    own = _got(port, "/council?council=leeds", {})[1].get("content-security-policy", "")
    alone = _got(port, "/embed/council", {})[1].get("content-security-policy", "")
    if "frame-ancestors 'self'" not in own or "frame-ancestors *" not in alone:
        return f"{own} / {alone}"
    return ""


def _robots(port: int) -> str:
    status, headers, body = _got(port, "/robots.txt", {})
    said = headers.get("content-type", "").startswith("text/plain") and b"User-agent" in body
    return "" if status == 200 and said else f"{status} {body[:60]!r}"


def _origins(port: int) -> str:
    async def opened(origin: str) -> str:
        try:
            async with connect(_stream(port), subprotocols=["streamlit"], origin=origin):
                return f"{origin} opened a page's socket"
        except InvalidStatus as refused:
            status = refused.response.status_code
            return "" if status == 403 else f"{origin} got {status}"

    foreign = ("http://localhost:1", "http://127.0.0.1:1", "https://example.com", "null")
    return "; ".join(filter(None, (asyncio.run(opened(one)) for one in foreign)))


async def _files(port: int) -> str:
    """The largest that a page takes, the largest form, a byte more, and what ends in the middle."""
    async with connect(
        _stream(port), subprotocols=["streamlit"], max_size=None, local_addr=(CLIENT, 0)
    ) as page:
        await page.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        opened = ForwardMsg.FromString(await page.recv())
        path = f"/_stcore/upload_file/{opened.new_session.initialize.session_id}/"
        return await asyncio.to_thread(_sent, port, path)


def _sent(port: int, path: str) -> str:
    headers = passed(port, CLIENT)
    form_bytes = len(form(b""))
    wrong = []
    for number, size in enumerate((MOST_BYTES, LARGEST_UPLOAD_BYTES - form_bytes)):
        body = form(b"x" * size)
        if (got := put(port, f"{path}{number}", body, headers, CLIENT)) != ("204", ""):
            wrong.append(f"a file of {size:,} bytes got {got}")
    more = form(b"x" * (LARGEST_UPLOAD_BYTES - form_bytes + 1))
    if (got := put(port, f"{path}2", more, headers, CLIENT)) != ("413", TOO_LARGE):
        wrong.append(f"a form of {len(more):,} bytes got {got}")
    for number, body in enumerate(CUT, 3):
        if (got := put(port, f"{path}{number}", body, headers, CLIENT))[0] != "400":
            wrong.append(f"a form that ends early got {got}")
    for number in range(2):
        _left(port, f"{path}9{number}", headers, number * 1_000_000)
    return "; ".join(wrong)


def _left(port: int, path: str, headers: dict[str, str], sent: int) -> None:
    """Reset in the middle of a file."""
    one = connection(port, CLIENT)
    one.putrequest("PUT", path)
    for name, value in (headers | {"Content-Length": str(MOST_BYTES)}).items():
        one.putheader(name, value)
    one.endheaders(head() + b"x" * sent)
    time.sleep(0.2)
    one.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    one.close()


def _sixth(project: Path) -> str:
    """What is printed can be typed into a browser."""
    process = started(project, [sys.executable, "-u", "serve.py", "--host", "::1", "--port", "0"])
    # It is ended when it has said where it is, or has had its time: `readline` has no bound.
    ending = threading.Timer(WITHIN_S, process.terminate)
    ending.start()
    words = ""
    try:
        assert process.stdout is not None
        while (line := process.stdout.readline()) and " is at " not in line:
            words += line
        process.terminate()
    finally:
        ending.cancel()
        said(process, WITHIN_S)
    return "" if "http://[::1]:" in line else (words + line)[-600:] or "it said nothing"


def _got(port: int, path: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    one = http.client.HTTPConnection("127.0.0.1", port, WITHIN_S)
    one.request("GET", path, headers=headers)
    answer = one.getresponse()
    body = answer.read()
    one.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def _stream(port: int) -> str:
    return f"ws://127.0.0.1:{port}/_stcore/stream"
