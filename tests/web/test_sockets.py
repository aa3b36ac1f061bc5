"""Connections of clients that say nothing or take nothing end; slow ones that go on are served."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import uvicorn
from uvicorn.server import ServerState

from tests.web.running import run
from web.patience import Gone
from web.sockets import Patient

REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
LONG = 6_000_000


class Hurried(Patient):
    """A twentieth of a second where a reader has a minute."""

    looks_every_s = 0.02
    headers_within_s = body_within_s = 0.2
    takes_within_s = 0.3
    most_silent = 5


async def answering(scope, receive, send) -> None:
    """Takes a whole body, and answers with a word, or with what no socket holds at once."""
    while (message := await receive()).get("more_body"):
        pass
    if message["type"] == "http.disconnect":
        return
    if scope["path"] == "/late":
        await asyncio.sleep(0.4)
    length = LONG if scope["path"] == "/long" else 4
    headers = [(b"content-length", str(length).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    if scope["path"] == "/gone":
        raise Gone
    await send({"type": "http.response.body", "body": b"word" * (length // 4)})


@asynccontextmanager
async def served() -> AsyncIterator[int]:
    config = uvicorn.Config(answering, log_level="error", lifespan="off")
    config.load()
    state, loop = ServerState(), asyncio.get_running_loop()
    server = await loop.create_server(lambda: Hurried(config, state, {}), "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
    assert not Hurried.silent


async def said(port: int, words: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(words)
    return reader, writer


async def ended(reader: asyncio.StreamReader, within_s: float = 2.0) -> bool:
    """Whether the server ends it, and not we."""
    try:
        return await asyncio.wait_for(reader.read(), within_s) == b""
    except ConnectionError:
        return True
    except TimeoutError:
        return False


def test_half_a_request_ends():
    """Two thousand were held for as long as their client liked."""

    async def tried() -> None:
        async with served() as port:
            for words in (b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Half"):
                reader, writer = await said(port, words)
                assert await ended(reader)
                writer.close()

    run(tried())


def test_a_second_half_on_a_kept_connection_ends_as_well():
    async def tried() -> None:
        async with served() as port:
            reader, writer = await said(port, REQUEST)
            assert (await reader.readuntil(b"word")).startswith(b"HTTP/1.1 200")
            writer.write(b"GET / HT")
            assert await ended(reader)
            writer.close()

    run(tried())


def test_a_body_that_does_not_come_ends_and_one_that_comes_slowly_is_taken():
    head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"

    async def tried() -> None:
        async with served() as port:
            reader, writer = await said(port, head + b"a")
            assert await ended(reader)
            writer.close()
            reader, writer = await said(port, head)
            for _ in range(10):  # twice as long as one that is silent has
                writer.write(b"x" * 10_000)
                await asyncio.sleep(0.04)
            assert (await reader.readuntil(b"word")).startswith(b"HTTP/1.1 200")
            writer.close()

    run(tried())


def test_a_body_behind_a_long_answer_has_its_own_time():
    """Its clock was that of the request before: it was cut off while it came."""
    posted = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n"

    async def tried() -> None:
        async with served() as port:
            reader, writer = await said(port, REQUEST.replace(b"/ ", b"/late ") + posted + b"12345")
            assert (await reader.readuntil(b"word")).startswith(b"HTTP/1.1 200")
            await asyncio.sleep(0.1)
            writer.write(b"67890")
            assert (await reader.readuntil(b"word")).startswith(b"HTTP/1.1 200")
            writer.close()

    run(tried())


def test_an_answer_that_waits_for_nobody_any_more_is_no_fault(caplog):
    """For each client that took nothing for a minute uvicorn told of an error."""

    told = logging.getLogger("uvicorn.error")

    async def tried() -> None:
        async with served() as port:
            # Only now: uvicorn has set up its own.
            told.addHandler(caplog.handler)
            reader, writer = await said(port, REQUEST.replace(b"/ ", b"/gone "))
            with suppress(ConnectionError):
                await asyncio.wait_for(reader.read(), 2)
            writer.close()

    try:
        run(tried())
    finally:
        told.removeHandler(caplog.handler)
    assert not caplog.messages


def test_one_who_takes_nothing_is_left_and_one_who_takes_slowly_is_served():
    asked = REQUEST.replace(b"/ ", b"/long ")

    async def tried() -> None:
        loop = asyncio.get_running_loop()
        async with served() as port:
            slow, idle = narrow(port), narrow(port)
            await loop.sock_sendall(idle, asked)
            await loop.sock_sendall(slow, asked)
            got = 0
            # Three times as long as one who takes nothing has.
            for _ in range(30):
                got += len(await loop.sock_recv(slow, 20_000))
                await asyncio.sleep(0.03)
            while got < LONG:
                got += len(await loop.sock_recv(slow, LONG))
            assert await taken(idle) < LONG
            slow.close()
            idle.close()

    run(tried())


async def taken(one: socket.socket) -> int:
    """Bytes until the server's end of it."""
    loop, got = asyncio.get_running_loop(), 0
    with suppress(ConnectionError):
        while part := await asyncio.wait_for(loop.sock_recv(one, LONG), 5):
            got += len(part)
    return got


def narrow(port: int) -> socket.socket:
    """A client for whom the system keeps little, so that what it takes is what it reads."""
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 20_000)
    one.connect(("127.0.0.1", port))
    one.setblocking(False)
    return one


def test_so_many_silent_ones_of_an_address_and_no_more():
    async def tried() -> None:
        async with served() as port:
            # All at once: five is kept of them, and not of those that came one by one.
            each = await asyncio.gather(*(said(port, b"GET") for _ in range(8)))
            await asyncio.sleep(0.05)
            over = [reader.at_eof() or reader.exception() is not None for reader, _ in each]
            assert sorted(over) == [False] * 5 + [True] * 3
            reader, writer = await said(port, REQUEST)
            assert (await reader.readuntil(b"word")).startswith(b"HTTP/1.1 200")
            for one in (*(w for _, w in each), writer):
                one.close()
            await asyncio.sleep(0.05)

    run(tried())
