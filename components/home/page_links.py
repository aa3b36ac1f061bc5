"""Doors from Home, one for each kind of reader, to what each of them comes for."""

from dataclasses import dataclass

import streamlit as st

from components.masthead.carrying import carried


@dataclass(frozen=True)
class Door:
    """`who`: the reader's own words; `wants`: what is behind; `pages`: page -> what it answers."""

    who: str
    wants: str
    pages: dict[str, str]


DOORS = (
    Door(
        "I lead or run a council",
        "Where we differ from councils like us, whether in money or in results, and whom to ask.",
        {
            "pages/council.py": "One council on one screen",
            "pages/compare.py": "Beside councils like it",
            "pages/local_outcomes.py": "Local Outcomes Framework",
            "pages/put_together.py": "Several councils as one",
        },
    ),
    Door(
        "I live here, or write about it",
        "What the council spends, what people get, who is paid, and how it looks elsewhere.",
        {
            "pages/service.py": "One service, cost and result",
            "pages/payments.py": "Who was paid, and what for",
            "pages/explorer.py": "Where it all goes",
            "pages/map.py": "The country on a map",
        },
    ),
    Door(
        "I sell to councils, or buy for one",
        "Who buys what, from whom and for how much; what several councils buy separately.",
        {
            "pages/who_buys.py": "Who buys what I make",
            "pages/supplier.py": "A supplier, and all who pay it",
            "pages/joint_buying.py": "What is bought separately",
        },
    ),
    Door(
        "I study councils",
        "Stable codes and the whole database; whether who delivers goes with anything.",
        {
            "pages/delivery.py": "Who delivers services",
            "pages/data.py": "Sources, codebook, SQL",
            "pages/changes.py": "What changed in this edition",
        },
    ),
)


def doors() -> None:
    st.header("Where do you want to go in?", anchor=False)
    with st.grid(2, min_column_width=250):
        for number, door in enumerate(DOORS):
            with st.container(border=True, key=f"card_door_{number}", height="stretch"):
                _door(door)


def _door(door: Door) -> None:
    st.markdown(f"**{door.who}**\n\n{door.wants}")
    for page, answers in door.pages.items():
        st.page_link(page, label=answers, icon=":material/arrow_forward:", query_params=carried())
