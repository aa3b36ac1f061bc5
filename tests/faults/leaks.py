"""Small things that once leaked out of a server, asked of one that runs."""

import asyncio
import http.client
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from benchmarks.session import own_address

CLIENT = own_address(900)
WITHIN_S = 60
HEAD = b'--end\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n'
TAIL = b"\r\n--end--\r\n"
MOST_BYTES = 20_000_000
CUT = (HEAD, HEAD + b"x" * 500, HEAD + b"x" * 500 + TAIL[:-4])


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
    """The largest that a page takes, one byte more, and what ends in the middle."""
    async with connect(
        _stream(port), subprotocols=["streamlit"], max_size=None, local_addr=(CLIENT, 0)
    ) as page:
        await page.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        opened = ForwardMsg.FromString(await page.recv())
        path = f"/_stcore/upload_file/{opened.new_session.initialize.session_id}/"
        return await asyncio.to_thread(_sent, port, path)


def _sent(port: int, path: str) -> str:
    cookie = _got(port, "/_stcore/health", {})[1].get("set-cookie", "").partition(";")[0]
    headers = {
        "Cookie": cookie,
        "X-Xsrftoken": cookie.partition("=")[2],
        "Content-Type": "multipart/form-data; boundary=end",
    }
    wrong = []
    whole = _put(port, path + "0", HEAD + b"x" * MOST_BYTES + TAIL, headers)
    if whole != 204:
        wrong.append(f"a file of {MOST_BYTES:,} bytes got {whole}")
    for number, body in enumerate(CUT, 1):
        if (status := _put(port, f"{path}{number}", body, headers)) != 400:
            wrong.append(f"a form that ends early got {status}")
    for number in range(2):
        _left(port, f"{path}9{number}", headers, number * 1_000_000)
    return "; ".join(wrong)


def _put(port: int, path: str, body: bytes, headers: dict[str, str]) -> int:
    one = http.client.HTTPConnection("127.0.0.1", port, WITHIN_S, source_address=(CLIENT, 0))
    one.request("PUT", path, body, headers)
    status = one.getresponse().status
    one.close()
    return status


def _left(port: int, path: str, headers: dict[str, str], sent: int) -> None:
    """Reset in the middle of a file."""
    one = http.client.HTTPConnection("127.0.0.1", port, WITHIN_S, source_address=(CLIENT, 0))
    one.putrequest("PUT", path)
    for name, value in (headers | {"Content-Length": str(MOST_BYTES)}).items():
        one.putheader(name, value)
    one.endheaders(HEAD + b"x" * sent)
    time.sleep(0.2)
    one.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    one.close()


def _sixth(project: Path) -> str:
    """What is printed can be typed into a browser."""
    process = subprocess.Popen(
        [sys.executable, "-u", "serve.py", "--host", "::1", "--port", "0"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        while line and " is at " not in line:
            line = process.stdout.readline()
    finally:
        process.terminate()
        process.communicate(timeout=WITHIN_S)
    return "" if "http://[::1]:" in line else line


def _got(port: int, path: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    one = http.client.HTTPConnection("127.0.0.1", port, WITHIN_S)
    one.request("GET", path, headers=headers)
    answer = one.getresponse()
    body = answer.read()
    one.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def _stream(port: int) -> str:
    return f"ws://127.0.0.1:{port}/_stcore/stream"
