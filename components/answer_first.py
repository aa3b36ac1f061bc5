"""Where a page keeps its choices: one drawer, so that the answer comes first.

Choices have to be made before the answer can be, and stand after it on the page:

    answer = st.container()
    with drawer():
        chosen = choose()
    with answer:
        say(chosen)
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def drawer(key: str = "choices") -> DeltaGenerator:
    """A box in the panel's colour (static/look/frame.css); on paper it is left out."""
    return st.container(key=f"drawer_{key}", gap="small")
