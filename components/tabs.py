"""Sections behind tabs: which one is open is in the address, and only that one is made.

`tabs=all` in the address opens every section of every page: for printing all of it, for reading
it aloud from top to bottom, and for whoever searches a page's words.
"""

from collections.abc import Iterator, Mapping

import streamlit as st

from components.address import said

EVERY = "tabs"
ALL = "all"


def open_tabs(name: str, labels: Mapping[str, str], default: str | None = None) -> Iterator[str]:
    """The key of each section that is open, one after the other, inside its own tab.

    `labels` are the tabs' words by key, unique among themselves. The address carries
    `name=key`, nothing for the default (the first one unless said otherwise):

        for section in open_tabs("section", SECTIONS):
            DRAW[section]()
    """
    keys = list(labels)
    default = default if default in labels else keys[0]
    widget = f"tabs_{name}"
    _seed(name, widget, labels, default)
    places = st.tabs(
        list(labels.values()), key=widget, on_change=_write, args=(name, dict(labels), default)
    )
    everything = said(EVERY) == ALL
    for key, place in zip(keys, places, strict=True):
        if everything or place.open:
            with place:
                yield key


def _seed(name: str, widget: str, labels: Mapping[str, str], default: str) -> None:
    """Take the address's word for it when the address changed by other means than the tabs."""
    asked, memory = said(name), f"address of {name}"
    unknown = st.session_state.get(widget) not in labels.values()
    if unknown or st.session_state.get(memory, "") != asked:
        st.session_state[widget] = labels.get(asked or default, labels[default])
    st.session_state[memory] = asked


def _write(name: str, labels: Mapping[str, str], default: str) -> None:
    keys = {label: key for key, label in labels.items()}
    chosen = keys.get(st.session_state.get(f"tabs_{name}"), default)
    if chosen == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen
    st.session_state[f"address of {name}"] = said(name)
