"""What is new in this edition, in a sentence, with a way to all of it."""

import streamlit as st

from components.words.changed import whats_new


def sentence() -> None:
    st.markdown(f"**New here.** {whats_new()} [What changed](changes)")
