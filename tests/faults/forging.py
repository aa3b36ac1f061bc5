"""Messages that no browser sends, for every widget of every page."""

import asyncio
from collections import Counter
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.pages import PageAddress

FINISHES_WITHIN_S = 120
# By the field of a message that a widget's value may stand in.
FORGED: dict[str, list[Any]] = {
    "string_value": ["nonsense", "", "\x1b[31m", "x" * 5_000, "None"],
    "string_array_value": [["nonsense"], [], ["a"] * 300],
    "int_value": [999_999, -7],
    "double_value": [1e308, float("nan")],
    "double_array_value": [[1e300, float("inf")]],
    "int_array_value": [[99, -1]],
    "json_value": [
        "not json",
        "[]",
        "{}",
        '{"selection": {"points": [{"x": 1}], "rows": [1000000000]}}',
        '{"selection": {"points": [{"customdata": ["x"]}], "point_indices": [999999]}}',
    ],
    "bool_value": [True],
    "trigger_value": [True],
    "bytes_value": [b"\x00\xff"],
}
Widgets = dict[str, str]  # id -> kind


def forged(port: int, addresses: list[PageAddress]) -> tuple[int, Counter[str]]:
    """How many runs were asked for, and the errors that readers were shown by what was forged."""
    return asyncio.run(_every(port, addresses))


async def _every(port: int, addresses: list[PageAddress]) -> tuple[int, Counter[str]]:
    """Each value for all widgets of a page at once; what fails so is tried widget by widget."""
    runs, errors = 0, Counter[str]()
    for address in addresses:
        async with connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            subprotocols=["streamlit"],
            max_size=None,
            ping_interval=None,
        ) as socket:
            widgets, _ = await _run(socket, address, [], "", None)
            for field, values in FORGED.items():
                for value in values:
                    runs += 1
                    _, failed = await _run(socket, address, list(widgets), field, value)
                    if failed:
                        errors.update(await _blamed(socket, address, widgets, field, value))
    return runs, errors


async def _blamed(
    socket: ClientConnection, address: PageAddress, widgets: Widgets, field: str, value: Any
) -> list[str]:
    found = []
    for widget, kind in widgets.items():
        _, failed = await _run(socket, address, [widget], field, value)
        found += [f"{address} {kind} {field}"] * failed
    return found or [f"{address} several widgets {field}"]


def _state(widget: str, field: str, value: Any) -> WidgetState:
    state = WidgetState(id=widget)
    if field.endswith("array_value"):
        getattr(state, field).data.extend(value)
    else:
        setattr(state, field, value)
    return state


async def _run(
    socket: ClientConnection, address: PageAddress, forging: list[str], field: str, value: Any
) -> tuple[Widgets, int]:
    """Widgets of the page and how many errors stand on it, with a value for those of `forging`."""
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = address
    states = [_state(widget, field, value) for widget in forging]
    asked.rerun_script.widget_states.widgets.extend(states)
    await socket.send(asked.SerializeToString())
    widgets, errors = {}, 0
    async with asyncio.timeout(FINISHES_WITHIN_S):
        while True:
            message = ForwardMsg.FromString(await socket.recv())
            if message.WhichOneof("type") == "script_finished":
                return widgets, errors
            delta = message.delta
            for part in (delta.new_element, delta.add_block):
                kind = part.WhichOneof("type")
                errors += kind == "exception"
                if kind and (widget := getattr(getattr(part, kind), "id", "")):
                    widgets[widget] = kind
