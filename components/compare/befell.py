"""What befell the council and its peers: notices, support, intervention, reorganisation."""

import streamlit as st

from components.answers import answer
from components.peers.events import INCOMPLETE, read_until, strip_of_several
from components.peers.subject import Subject
from components.words.naming import safe


def known(subject: Subject) -> list[dict[str, object]]:
    """The events of the council and its peers."""
    return answer("compare/events", **subject.takes).frame.rows(named=True)


def strip(subject: Subject) -> None:
    """The council first, then its peers; of whom nothing is known nothing is said."""
    rows = known(subject)
    if not rows:
        return
    st.header("What befell them", anchor="befell")
    own = [row for row in rows if row["council"] == subject.key]
    others = [row for row in rows if row["council"] != subject.key]
    if own:
        st.markdown(strip_of_several(own))
    else:
        st.markdown(f"Nothing of the kind is known of {safe(subject.name)} itself.")
    if others:
        st.markdown(f"Of its peers, by “{safe(subject.model_title)}”:")
        st.markdown(strip_of_several(others))
    st.caption(INCOMPLETE.format(read_until(rows)) + " It is no score, and takes no part in one.")
