"""Messages that no browser sends, for one widget after the other of every page.

One at a time: a widget that leads to another page, or hides half of its own, would keep what is
sent to the others from being read.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.pages import PageAddress
from benchmarks.session import own_address

# Longer than any run on a busy machine; a page that leads to itself never ends.
FINISHES_WITHIN_S = 60
GOES_ON = ForwardMsg.FINISHED_EARLY_FOR_RERUN
TEXTS = ["nonsense", "", "\x1b[31m", "x" * 5_000]
# What a chart or a table tells of a selection.
SELECTIONS = [
    '{"selection": {"points": [{"x": 1}], "rows": [1000000000]}}',
    '{"selection": {"points": [{"customdata": ["x"], "id": "x", "location": "x"}]}}',
    '{"selection": {"points": [{"customdata": [["x"]], "id": 5, "location": {"x": []}}]}}',
    '{"selection": {"points": [5], "rows": ["x"]}}',
    '{"selection": {"points": 5, "rows": 5}}',
    '{"selection": 5}',
    "[]",
]
# Of each kind of widget, values of the kind that it takes (field of a message -> values).
TAKES: dict[str, dict[str, list[Any]]] = {
    "arrow_data_frame": {"string_value": [*TEXTS, *SELECTIONS]},
    "button": {"trigger_value": [True]},
    "button_group": {"string_array_value": [["nonsense"], [], ["a"] * 300]},
    "checkbox": {"bool_value": [True, False]},
    "download_button": {"trigger_value": [True]},
    "expandable": {"bool_value": [True, False]},
    "multiselect": {"string_array_value": [["nonsense"], [], ["a"] * 300]},
    "number_input": {"double_value": [1e308, float("nan"), -7.5]},
    "pagination": {"int_value": [999_999, -7, 0]},
    "plotly_chart": {"string_value": [*TEXTS, *SELECTIONS]},
    "selectbox": {"string_value": TEXTS},
    "slider": {"double_array_value": [[1e300, float("inf")], [], [float("nan")]]},
    "tab_container": {"string_value": TEXTS},
    "text_input": {"string_value": TEXTS},
}
# And of every other field one: a number for a text, an answer of a component for a choice.
ANY: dict[str, list[Any]] = {
    "string_value": ["nonsense"],
    "string_array_value": [["nonsense"]],
    "int_value": [999_999],
    "double_value": [1e308],
    "double_array_value": [[1e300, float("inf")]],
    "int_array_value": [[99, -1]],
    "json_value": ["not json"],
    "bool_value": [True],
    "trigger_value": [True],
    "bytes_value": [b"\x00\xff"],
}
# Of the fields that are not the widget's own, so many are tried for each, in turn.
OTHERS = 2
# Widgets that are there only with a forged value of another: each such value may bring new ones.
MORE = 6
Widgets = dict[str, str]  # id -> kind


def forged(port: int, addresses: list[PageAddress]) -> Iterator[tuple[PageAddress, int, str]]:
    """Of each address how many runs were asked for, and the errors that a reader was shown.

    What stands on several addresses of a page is tried at the first of them.
    """
    tried: set[tuple[str, str]] = set()
    for number, address in enumerate(addresses):
        runs, errors = asyncio.run(_page(port, own_address(number + 300), address, tried))
        shown = "; ".join(f"{times}x {what}" for what, times in errors.most_common(5))
        yield address, runs, shown


async def _page(
    port: int, client: str, address: PageAddress, tried: set[tuple[str, str]]
) -> tuple[int, Counter[str]]:
    runs, errors = 1, Counter[str]()
    socket = await _opened(port, client)
    try:
        there, failed = await _run(socket, address)
        errors["before anything is forged"] += failed
        found = dict(there)
        most = len(found) + MORE
        while left := [one for one in found if (address.page, one) not in tried]:
            widget = left[0]
            tried.add((address.page, widget))
            for field, value in _values(found[widget], len(tried)):
                if widget not in there:  # what was forged last has led away from it
                    await socket.close()
                    socket = await _opened(port, client)
                    there, _ = await _run(socket, address)
                    runs += 1
                if widget not in there:
                    break  # of a state that another forged value made
                what = f"{found[widget]} {field} {str(value)[:60]}"
                runs += 1
                try:
                    there, failed = await _run(socket, address, _state(widget, field, value))
                except TimeoutError:
                    there, failed, what = {}, 1, f"without an end: {what}"
                errors[what] += failed
                new = [one for one in there if one not in found]
                found |= {one: there[one] for one in new[: max(0, most - len(found))]}
    finally:
        await socket.close()
    return runs, +errors


def _values(kind: str, turn: int) -> Iterator[tuple[str, Any]]:
    own = TAKES.get(kind, ANY)
    others = [field for field in ANY if field not in own]
    chosen = [others[(turn * OTHERS + n) % len(others)] for n in range(OTHERS)] if others else []
    for field, values in {**own, **{field: ANY[field] for field in chosen}}.items():
        for value in values:
            yield field, value


async def _opened(port: int, client: str) -> ClientConnection:
    return await connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=["streamlit"],
        max_size=None,
        ping_interval=None,
        open_timeout=FINISHES_WITHIN_S,
        local_addr=(client, 0),
    )


def _state(widget: str, field: str, value: Any) -> WidgetState:
    state = WidgetState(id=widget)
    if field.endswith("array_value"):
        getattr(state, field).data.extend(value)
    else:
        setattr(state, field, value)
    return state


async def _run(
    socket: ClientConnection, address: PageAddress, *states: WidgetState
) -> tuple[Widgets, int]:
    """Widgets of the page and how many errors stand on it, with these values for its widgets."""
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = address
    asked.rerun_script.widget_states.widgets.extend(states)
    await socket.send(asked.SerializeToString())
    widgets: Widgets = {}
    errors = 0
    async with asyncio.timeout(FINISHES_WITHIN_S):
        while True:
            message = ForwardMsg.FromString(await socket.recv())
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished == GOES_ON:
                    widgets = {}
                    continue
                return widgets, errors
            delta = message.delta
            for part in (delta.new_element, delta.add_block):
                kind = part.WhichOneof("type")
                errors += kind == "exception"
                if kind and (widget := getattr(getattr(part, kind), "id", "")):
                    widgets[widget] = kind
