"""A program at a page's socket gets the usual choice for what no browser sends, and no error."""

import json

import pytest
import streamlit as st
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import Serialized, WStates

from components import forged_values
from components.endless_reruns import Bounded

FORGED = {
    "string_value": "nonsense",
    "int_value": -7,
    "double_value": float("nan"),
    "bool_value": True,
    "json_value": "not json",
    "bytes_value": b"\x00\xff",
}


@pytest.fixture(autouse=True)
def guarded(monkeypatch):
    monkeypatch.setattr(WStates, "__getitem__", WStates.__getitem__)
    forged_values.give_the_usual_instead()


def state_of(kind: str, value: object) -> WidgetState:
    state = WidgetState(id="one")
    setattr(state, kind, value)
    return state


def read(kind: str, deserializer, state: WidgetState) -> object:
    """What a widget that takes `kind` is given for `state`."""
    states = WStates()
    states.set_widget_metadata(
        WidgetMetadata("one", deserializer, lambda value: value, value_type=kind)
    )
    states.states["one"] = Serialized(state)
    return states["one"]


@pytest.mark.parametrize("kind", FORGED)
def test_a_value_of_another_kind_is_as_none(kind):
    """255 of 658 reruns with such values ended in an error."""
    takes = "string_array_value"
    assert read(takes, lambda sent: sent or "usual", state_of(kind, FORGED[kind])) == "usual"


def test_a_value_that_the_widget_cannot_read_is_as_none():
    state = state_of("json_value", "not json")
    assert read("json_value", lambda sent: json.loads(sent or '"usual"'), state) == "usual"


def test_a_value_that_it_can_read_is_what_was_sent():
    assert read("string_value", lambda sent: sent or "usual", state_of("string_value", "x")) == "x"


def test_an_emptied_widget_is_as_none():
    assert read("string_value", lambda sent: sent or "usual", WidgetState(id="one")) == "usual"


def test_it_is_what_the_server_does():
    import serve

    WStates.__getitem__ = forged_values._streamlits
    serve.build_app()
    assert WStates.__getitem__ is forged_values._read
    assert isinstance(st.rerun, Bounded)
    assert isinstance(st.switch_page, Bounded)
