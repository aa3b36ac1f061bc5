"""Who is in the figures, who is not, and why."""

from collections import Counter

import streamlit as st

from charts.judgement_sentences import left_out_words
from charts.wording import count_words
from components.service.group import Group
from components.service.measure import Looked
from components.words.naming import safe


def sentence(group: Group, one: Looked) -> str:
    """n, and how many are left out for which reason."""
    absent = Counter(one.figures.frame["left_out_because"].drop_nulls().to_list())
    n = count_words(one.compared.height, "council")
    words = f"{n} with a figure for {safe(one.row['period'])}"
    if absent:
        parts = "; ".join(f"{count} × {left_out_words(why)}" for why, count in absent.most_common())
        words += f". Left out: {parts}"
    return f"{words}."


def rules(group: Group) -> None:
    """What makes these councils comparable."""
    st.caption(
        f"Only councils that run the same parts of the service are set beside each other: "
        f"{safe(group.who)}. Councils that do not run it appear in no count, scale, mean or rank; "
        "those that ended count in the years in which they stood."
    )
