"""The trail above the treemap: back to any step, and forward into any part."""

import streamlit as st

from charts.inside_sentence import inside
from components.address import said
from components.explorer import trail
from components.explorer.choices import NONE, Chosen
from components.explorer.trail import WORDS, Step
from components.words.naming import safe

FOLLOWED = "explorer clicks followed"


def back(chosen: Chosen) -> None:
    """A button for every step before this one; the last is where the reader stands.

    Not links: a link to the page that is open leaves the browser's address as it was.
    """
    if not chosen.steps:
        return
    names = [chosen.nation, *(step.words for step in chosen.steps)]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for place, name in enumerate(names[:-1]):
            st.button(
                f"‹ {safe(name)}", key=f"back {place}", on_click=_go, args=(chosen.steps[:place],)
            )
        st.markdown(f"**{safe(names[-1])}**")


def forward(chosen: Chosen) -> None:
    """A list of the parts: by keyboard it does what a click on an area does."""
    offered = trail.keys(chosen.frame, chosen.by)
    if len(offered) < 2 and chosen.by == "council":
        return
    key = f"into {trail.write(chosen.steps)} {chosen.by} {chosen.year['period']} {chosen.nation}"
    st.selectbox(
        f"Look inside one {inside(WORDS[chosen.by])}",
        list(offered),
        index=None,
        format_func=lambda one: offered.get(one, str(one)),
        placeholder="Choose, or click an area above",
        key=key,
        on_change=_take,
        args=(key, chosen, list(offered)),
    )


def follow(chosen: Chosen, path: list[str]) -> None:
    """Go where a click on an area points: `path` has the words of one or two levels."""
    steps = list(chosen.steps)
    for dimension, words in zip((chosen.by, chosen.then), path, strict=False):
        found = [key for key, own in trail.keys(chosen.frame, dimension).items() if own == words]
        if dimension == NONE or not found:
            break
        steps.append(Step(dimension, found[0], words))
    if len(steps) > len(chosen.steps):
        _go(steps)
        st.session_state[FOLLOWED] = st.session_state.get(FOLLOWED, 0) + 1
        st.rerun()


def link(chosen: Chosen) -> None:
    """From one council on to its own page."""
    if chosen.step_of("council") and chosen.frame.height:
        row = chosen.frame.row(0, named=True)
        if row["class"] != "other":
            query = {"council": row["slug"]}
            st.page_link("pages/council.py", label=f"Open {safe(row['name'])}", query_params=query)


def _take(key: str, chosen: Chosen, offered: list[str]) -> None:
    taken = st.session_state.get(key)
    if taken in offered:
        words = trail.keys(chosen.frame, chosen.by)[taken]
        _go([*chosen.steps, Step(chosen.by, taken, words)])


def _go(steps: list[Step]) -> None:
    if steps:
        st.query_params["trail"] = trail.write(steps)
    else:
        st.query_params.pop("trail", None)
    taken = {step.dimension for step in steps}
    for name in ("by", "then"):
        if said(name) in taken:
            st.query_params.pop(name, None)
