"""The least that Streamlit can do: what every page is measured against."""

import streamlit as st

st.write("Empty")
