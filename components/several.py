"""A choice of several things, kept in the address as keys with commas between them."""

from collections.abc import Callable, Sequence
from zlib import crc32

import streamlit as st

from components.address import refused, said, shortened

MOST_READ = 4_000  # characters of an address that are looked at
# In the address where none is chosen and some are usual: a reader who took all away sees the same
# when the address is opened again.
NONE = "none"


def several_said(name: str, options: Sequence[str]) -> list[str]:
    """The keys that the address names and that are on offer, once each, in the address's order."""
    offered = set(options)
    return [key for key in dict.fromkeys(_keys(name)) if key in offered]


def refusal_of_several(name: str, options: Sequence[str], what: str) -> str | None:
    """A sentence when the address names some that are not on offer; `what` is a plural."""
    unknown = [key for key in dict.fromkeys(_keys(name)) if key not in set(options)]
    if not unknown:
        return None
    return refused(
        f"The address asks for {what} not on offer here: “{shortened(', '.join(unknown))}”."
    )


def pick_several(
    label: str,
    name: str,
    options: Sequence[str],
    *,
    words: Callable[[str], str],
    default: Sequence[str] = (),
    most: int | None = None,
    **more: object,
) -> list[str]:
    """Those of `options` that are chosen, in the order of `options`; at most `most` of them.

    An address that names none of them gives the default, unless it says `none`.
    """
    labels = {option: words(option) for option in options}
    key = f"{name} {crc32(repr((labels, tuple(default))).encode()):08x}"
    asked, memory = said(name), f"address of {name}"
    if key not in st.session_state or st.session_state.get(memory, "") != asked:
        usual = [] if asked == NONE else list(default)
        wanted = several_said(name, options) or usual
        st.session_state[key] = wanted[:most]
    elif most is not None and len(st.session_state[key] or ()) > most:
        # More than the browser lets anybody choose: Streamlit would end the run.
        st.session_state[key] = list(st.session_state[key])[:most]
    st.session_state[memory] = asked
    chosen = st.multiselect(
        label,
        options,
        format_func=lambda option: labels.get(option, option),
        key=key,
        max_selections=most,
        on_change=_write,
        args=(name, key, tuple(default)),
        **more,
    )
    # Widgets check their options in the browser only.
    held = set(chosen)
    return [option for option in options if option in held][:most]


def _write(name: str, key: str, default: tuple[str, ...]) -> None:
    chosen = st.session_state.get(key) or []
    if set(chosen) == set(default):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = ",".join(chosen) or NONE
    st.session_state[f"address of {name}"] = said(name)


def _keys(name: str) -> list[str]:
    text = (said(name) or "")[:MOST_READ]
    if text == NONE:
        return []
    return [part.strip() for part in text.split(",") if part.strip()]
