"""A reader without a browser: one socket, page runs timed from the asking to the last message."""

import asyncio
import sys
import time
from types import TracebackType
from typing import NamedTuple, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.pages import PageAddress

FINISHES_WITHIN_S = 60


class Run(NamedTuple):
    """`sent_bytes` is what the page is made of; `wire_bytes` is that as the socket carried it."""

    seconds: float
    sent_bytes: int
    wire_bytes: int
    failures: tuple[str, ...]


class _Counted(ClientConnection):
    """Counts what arrives before the socket's own compression is undone."""

    wire_bytes = 0

    def data_received(self, data: bytes) -> None:
        self.wire_bytes += len(data)
        super().data_received(data)


def own_address(number: int) -> str:
    """One of this machine's many addresses of its own (Linux)."""
    return f"127.0.{1 + number // 250}.{1 + number % 250}"


class Session:
    """`async with Session(port) as reader: await reader.run(address)`.

    Readers with a `number` come from addresses of their own: what one client may ask is bounded.
    """

    def __init__(self, port: int, number: int | None = None) -> None:
        self.port = port
        self._own = None if number is None or sys.platform != "linux" else own_address(number)
        self._remembered: list[str] = []

    async def __aenter__(self) -> Self:
        self._socket = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],
            max_size=None,
            ping_interval=None,
            open_timeout=FINISHES_WITHIN_S,
            create_connection=_Counted,
            **({"local_addr": (self._own, 0)} if self._own else {}),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._socket.close()

    async def run(self, address: PageAddress) -> Run:
        """Ask for a page, as the browser does when a reader opens it or changes a choice."""
        asked = BackMsg()
        asked.rerun_script.page_name = address.page
        asked.rerun_script.query_string = address.query
        asked.rerun_script.cached_message_hashes.extend(self._remembered)
        wire_before = self._socket.wire_bytes
        started = time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        async with asyncio.timeout(FINISHES_WITHIN_S):
            sent, failures = await self._until_finished()
        seconds = time.perf_counter() - started
        return Run(seconds, sent, self._socket.wire_bytes - wire_before, tuple(failures))

    async def _until_finished(self) -> tuple[int, list[str]]:
        sent, failures = 0, []
        while True:
            payload = await self._socket.recv()
            sent += len(payload)
            message = ForwardMsg.FromString(payload)
            if message.metadata.cacheable and message.hash:
                self._remembered.append(message.hash)
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.new_element.HasField("exception"):
                failures.append(message.delta.new_element.exception.message)
            if kind == "script_finished":
                return sent, failures
