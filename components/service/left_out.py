"""What makes these councils comparable."""

import streamlit as st

from components.service.group import Group
from components.words.naming import safe
from findings.service_words import RULE


def rules(group: Group) -> None:
    st.caption(RULE.format(safe(group.who)))
