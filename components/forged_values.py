"""A widget's value that no browser sends gets the usual one.

A page's socket takes messages from any program. Streamlit gives a widget whatever stands in its
name, a number for a text, and the run ends in an error. Each kind of widget says which kind of
value it takes; another kind, or a value it can't read, is as none at all: the usual choice. What is
of the right kind and not on offer is met where choices are read (address.py, several.py).
"""

import logging
from typing import Any

from streamlit.runtime.state.session_state import Serialized, Value, WStates

log = logging.getLogger(__name__)
_streamlits = WStates.__getitem__


def give_the_usual_instead() -> None:
    """For every session of this process; more than once is as once."""
    WStates.__getitem__ = _read  # type: ignore[method-assign]


def _read(states: WStates, widget: str) -> Any:
    held, about = states.states.get(widget), states.widget_metadata.get(widget)
    if not isinstance(held, Serialized) or about is None:
        return _streamlits(states, widget)
    if held.value.WhichOneof("value") in {None, about.value_type}:
        try:
            return _streamlits(states, widget)
        except Exception as error:
            log.info("A value that its widget can't read: %s", type(error).__name__)
    usual = about.deserializer(None)
    states.states[widget] = Value(usual)
    return usual
