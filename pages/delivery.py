"""Who delivers services, and what goes with it?"""

import streamlit as st

from components.address import pick, refusal
from components.answer_first import drawer
from components.branding import brand
from components.delivery import (
    changes,
    event_study,
    groups,
    northamptonshire,
    published,
    regression,
    shares,
    subject,
    takeaway,
    where,
)

SECTIONS = {
    "shares": "Who delivers",
    "map": "Where",
    "outcomes": "Outcomes",
    "regression": "Regression",
    "change": "Before and after",
    "published": "A published result",
    "northamptonshire": "Northamptonshire",
    "takeaway": "Take it away",
}


def page() -> None:
    st.title("Who delivers, and what goes with it?", anchor="content")
    st.set_page_config(page_title=f"Delivery · {brand().name}")
    if not subject.parts():
        st.info("This edition has no figures on who delivers.")
        return
    show = pick(
        st.segmented_control, "Show", "show", list(SECTIONS), words=SECTIONS.get, required=True
    )
    if show in BY_THEMSELVES:
        _complain(refusal("show", list(SECTIONS), "section"))
        BY_THEMSELVES[show]()
        return
    said = st.container()
    first, second, third = drawer().columns([4, 3, 3], vertical_alignment="bottom")
    with first:
        part = subject.choose_part()
    with second:
        part = subject.choose_council(part)
    with third:
        deliverer = subject.choose_deliverer(part)
    with said:
        shares.in_short(part)
    _complain(*subject.wrong(part), refusal("show", list(SECTIONS), "section"))
    DRAW[show](part, deliverer)


def _complain(*sentences: str | None) -> None:
    if any(sentences):
        st.info(" ".join(filter(None, sentences)) + " The usual choice is shown instead.")


def _shares(part: subject.Part, deliverer: tuple[str, str]) -> None:
    # A way is this one or another: a sentence, and no share that could stand beside a median.
    if part.council and part.is_a_way:
        shares.council(part)
    shares.nation(part)
    if part.council and not part.is_a_way:
        shares.council(part)
        shares.beside_peers(part, deliverer)
    changes.section(part)


DRAW = {
    "shares": _shares,
    "map": where.section,
    "outcomes": groups.section,
    "regression": regression.section,
    "change": event_study.section,
}
# Sections of one subject, for which nothing is chosen.
BY_THEMSELVES = {
    "published": published.section,
    "northamptonshire": northamptonshire.section,
    "takeaway": takeaway.section,
}

page()
