"""What does this service cost, and what do people get, council by council?"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.wording import figure as amount
from components.address import pick
from components.answer_first import drawer
from components.answers import answer
from components.branding import brand
from components.service import (
    group,
    left_out,
    lines,
    measure,
    need,
    spend_and_outcome,
    spread,
    subject_judgement,
)
from components.words.naming import safe
from inference.comparison.peers import summarise_peers

NO_FIGURES = (
    "No figure of this service in this edition covers these councils. Choose other councils above."
)


def page() -> None:
    heading, choices = st.container(), drawer()
    first, second, third = choices.columns([3, 4, 2], vertical_alignment="bottom")
    with first:
        service = group.choose_service()
    with second:
        chosen = group.choose_group(service)
    with third:
        pick(
            st.segmented_control,
            "Words",
            "words",
            ["plain", "official"],
            words=str.capitalize,
            required=True,
        )
    heading.title(f"{chosen.service_name} across councils", anchor="content")
    st.set_page_config(page_title=f"{chosen.service_name} · {brand().name}")
    if not measure.offered(chosen):
        st.info(NO_FIGURES)
        return
    _service(chosen, heading, choices)


def _service(chosen: group.Group, heading: DeltaGenerator, choices: DeltaGenerator) -> None:
    columns = choices.columns([4, 2, 4, 3], vertical_alignment="bottom")
    with columns[0]:
        row = measure.choose_measure(chosen)
    with columns[1]:
        one = measure.choose_period(chosen, row["measure"])
    with columns[2]:
        spending = measure.choose_spending(chosen, one)
    names = dict(one.figures.frame.select("slug", "name").iter_rows())
    with columns[3]:
        chosen = group.choose_subject(chosen, names)
    _complain(chosen, row["measure"], names)
    heading.markdown(_finding(chosen, one))
    st.markdown(
        "On this page: [In order](#distribution) · [Chance or difference](#chance) · "
        f"[Beside what is expected](#expected){lines.link(chosen)}"
    )
    left_out.rules(chosen)
    if spending:
        spend_and_outcome.against(chosen, one, spending)
    spread.in_order(chosen, one)
    spread.by_size(chosen, one)
    need.expected(chosen, one)
    lines.made_of(chosen)


def _finding(chosen: group.Group, one: measure.Looked) -> str:
    """What the figure is, its median, and n."""
    about = answer("measure/about", measure=one.row["measure"]).one()
    held = dict(one.compared.select("council", "value").iter_rows())
    peers = summarise_peers(held)
    words = safe(about["measure_question"])
    if about["kind"] == "spend":
        words += f" Divided by {safe(about['denominator'])}."
    words += f" {left_out.sentence(chosen, one)}"
    if peers:
        middle = amount(peers.median, one.row["unit"], one.row["decimals"])
        low, high = (
            amount(value, one.row["unit"], one.row["decimals"])
            for value in (peers.lower_quartile, peers.upper_quartile)
        )
        words += f" Their median is **{safe(middle)}**, half of them between {safe(low)} and "
        words += f"{safe(high)}."
    return f"{words} {subject_judgement.sentence(chosen, one)}".strip()


def _complain(chosen: group.Group, key: str, names: dict[str, str]) -> None:
    wrong = [
        *group.wrong_group(chosen.about["service"], names),
        *measure.wrong_measure(chosen, key),
        need.wrong_covariates(),
    ]
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " The usual choice is shown instead.")


page()
