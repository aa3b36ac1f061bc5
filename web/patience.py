"""How long a client may take nothing of what is sent to it."""

import asyncio

from starlette.types import Message, Send

# A client is asked for progress by the piece: a slow line gets its answer however long that takes,
# and one that is silent gives its place back.
PATIENCE_S = 60


class Gone(Exception):
    """The client took nothing for longer than we wait."""


def patient(send: Send, patience_s: float = PATIENCE_S) -> Send:
    """`send` that raises Gone when one message is not taken in time."""

    async def sending(message: Message) -> None:
        try:
            async with asyncio.timeout(patience_s):
                await send(message)
        except TimeoutError:
            raise Gone from None

    return sending
