"""The address is the state: choices are read from it, checked, and written back to it.

Streamlit's own binding writes the label that a reader sees, and labels change (plain or official
words, a renamed measure). Here the address carries the key (`peers=ons_global`), so a link made
today still works then.
"""

from collections.abc import Callable, Sequence
from zlib import crc32

import streamlit as st

from components.run_record import record

LONGEST_SHOWN = 60


def said(name: str) -> str | None:
    """What the address says of `name`; the last one when it stands there twice."""
    record().read.add(name)
    return st.query_params.get(name) or None


def pick(
    widget: Callable,
    label: str,
    name: str,
    options: Sequence[str],
    *,
    words: Callable[[str], str],
    default: str | None = None,
    **more: object,
) -> str:
    """A choice of one of `options` by st.selectbox or st.segmented_control, kept in the address.

    What the address asks for and isn't among `options` gives the default, and a sentence.
    """
    default = default if default in options else options[0]
    labels = {option: words(option) for option in options}
    # Browsers send back the label that was chosen: other labels need another widget.
    key = f"{name} {crc32(repr(labels).encode()):08x}"
    _seed(name, key, options, default)
    chosen = widget(
        label,
        options,
        format_func=lambda option: labels.get(option, option),
        key=key,
        on_change=_write,
        args=(name, key, default),
        **more,
    )
    # Widgets check their options in the browser only; a segmented control can be emptied.
    return chosen if chosen in options else default


def refusal(name: str, options: Sequence[str], what: str) -> str | None:
    """A sentence when the address asks for something that is not on offer."""
    asked = said(name)
    if asked is None or asked in options:
        return None
    return refused(
        f"The address asks for the {what} “{shortened(asked)}”, which is not on offer here."
    )


def refused(sentence: str) -> str:
    """The sentence, written down too for whoever asked by program."""
    record().refused.append(sentence)
    return sentence


def shortened(text: str) -> str:
    """A reader's own words, safe to repeat inside markdown: one line, no markup, not long."""
    plain = "".join(c if c.isalnum() or c in " -_.,'/&()" else "·" for c in text.strip())
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "…"


def _seed(name: str, key: str, options: Sequence[str], default: str) -> None:
    """Take the address's word for it when the address changed by other means than the widget."""
    asked, memory = said(name), f"address of {name}"
    if key not in st.session_state or st.session_state.get(memory, "") != asked:
        st.session_state[key] = asked if asked in options else default
    st.session_state[memory] = asked


def _write(name: str, key: str, default: str) -> None:
    chosen = st.session_state.get(key)
    if chosen is None or chosen == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen
    st.session_state[f"address of {name}"] = said(name)
