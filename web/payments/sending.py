"""A long file on its way to one client: in small pieces, for as long as the client takes them."""

from collections.abc import AsyncIterator, Callable, Generator

import anyio
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.types import Message, Send

# What the network takes at a stroke.
PIECE_BYTES = 64_000


def begun(parts: Generator[bytes, None, None]) -> Generator[bytes, None, None]:
    """`parts`, of which the first is made already: what `parts` raises before it is raised here."""
    first = next(parts, b"")

    def all_of_them() -> Generator[bytes, None, None]:
        try:
            yield first
            yield from parts
        finally:
            parts.close()

    return all_of_them()


async def pieces(parts: Generator[bytes, None, None]) -> AsyncIterator[bytes]:
    """The bytes of `parts` in pieces; whatever `parts` holds is let go when this is closed."""
    try:
        async for part in iterate_in_threadpool(parts):
            for start in range(0, len(part), PIECE_BYTES):
                yield part[start : start + PIECE_BYTES]
    finally:
        # Also when the client has left: an edition stays open for as long as it is read.
        with anyio.CancelScope(shield=True):
            await run_in_threadpool(parts.close)


def before_the_end(send: Send, then: Callable[[], None]) -> Send:
    """`send` that calls `then` before a client can know that it has everything.

    Whoever has a file and asks for the next at once is not told that the first is still running.
    """

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.body" and not message.get("more_body", False):
            then()
        await send(message)

    return sending
