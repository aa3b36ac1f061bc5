"""Where do I start?"""

import streamlit as st

from components.brand import brand

st.title(brand().name)
st.write(brand().strapline)
