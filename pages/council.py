"""What does this council spend, and what do people get?"""

import streamlit as st

from components.address import pick, refusal, said, shortened
from components.answers import answer
from components.branding import brand
from components.council import (
    actions,
    comments,
    duties,
    identity,
    locator,
    money,
    outcomes,
    overview,
    payments,
    peer_list,
    spending,
    spending_years,
    status_strip,
    tax,
    whole_area,
)
from components.peers import chips
from components.peers.choosing import choose_others, choose_peers, wrong_peers
from components.peers.subject import MONEY, Subject, council_asked_for
from components.tabs import open_tabs
from components.words.naming import safe

SECTIONS = {
    "spending": "Spending",
    "results": "Results",
    "money": "Money and tax",
    "payments": "Who was paid",
    "duties": "Who runs what",
}


def page() -> None:
    key = council_asked_for()
    if key is None:
        _nobody()
        return
    about = answer("council/about", council=key).one()
    # A link from one council to another runs this page but leaves the browser's address behind.
    st.query_params["council"] = about["slug"]
    st.set_page_config(page_title=f"{about['name']} · {brand().name}")
    with st.container(key="band"):
        locator.where_it_lies(about)
        head = st.container(
            horizontal=True, key="band_head", gap="small", vertical_alignment="center"
        )
        with head:
            st.title(safe(about["name"]), anchor="content")
        identity.kind_and_place_of(about)
        with st.container(horizontal=True, key="beside", gap="xsmall", vertical_alignment="center"):
            subject, period, basis = _choices(about)
            chips.peer_chips(subject, spending_years.shown_year(subject, period))
        with head:
            actions.row_of_actions(subject)
    status_strip.said_first(subject, period)
    overview.first_screen(subject, period)
    identity.also_serving(subject)
    comments.section(subject)
    _sections(subject, period, basis)


def _sections(subject: Subject, period: str | None, basis: str) -> None:
    """Everything else, each made when it is opened."""
    draw = {
        "spending": lambda: _spending(subject, period, basis),
        "results": lambda: outcomes.section(subject),
        "money": lambda: _money(subject),
        "payments": lambda: payments.section(subject),
        "duties": lambda: duties.section(subject),
    }
    for section in open_tabs("section", SECTIONS):
        draw[section]()


def _spending(subject: Subject, period: str | None, basis: str) -> None:
    spending.section(subject, period, basis)
    if period:
        whole_area.section(subject, period)
        peer_list.peers_list(subject, "total", period)


def _money(subject: Subject) -> None:
    money.section(subject)
    tax.section(subject, spending_years.year_with_total(subject))
    money.health(subject)


def _nobody() -> None:
    st.set_page_config(page_title=f"Council · {brand().name}")
    st.title("Council", anchor="content")
    asked = said("council")
    if asked:
        st.warning(f"No council is known by the address “{shortened(asked)}”. Choose one below.")
    else:
        st.write("Choose a council to see what it spends and what people get.")
    names = answer("council/names").frame
    labels = dict(zip(names["slug"], names["name"], strict=True))
    chosen = st.selectbox(
        "Council", list(labels), index=None, format_func=labels.get, placeholder="Type a name"
    )
    if chosen in labels:
        st.query_params["council"] = chosen
        st.rerun()
    # What was asked for goes along: a name without its usual words is often a council after all.
    find = {"find": asked.replace("-", " ")} if asked else {}
    st.page_link(
        "pages/home.py",
        label="Search by name, former name or postcode",
        icon=":material/search:",
        query_params=find,
    )


def _choices(about: dict[str, object]) -> tuple[Subject, str | None, str]:
    """The choices, each read from and written to the address, behind one button: the answer
    comes first."""
    with st.popover("Peers, year, money", icon=":material/tune:"):
        subject = choose_others(choose_peers(about))
        periods, start = spending_years.years(subject)
        period = None
        if periods:
            period = pick(
                st.selectbox,
                "Year",
                "year",
                periods,
                words=spending_years.year_words(subject),
                default=start,
            )
            basis = pick(st.selectbox, "Money", "money", list(MONEY), words=MONEY.get)
        else:
            basis = "real_per_head"
        pick(
            st.segmented_control,
            "Words",
            "words",
            ["plain", "official"],
            words=str.capitalize,
            required=True,
        )
    _complain(subject, periods)
    return subject, period, basis


def _complain(subject: Subject, periods: list[str]) -> None:
    paid = answer("council/payment_years", council=subject.key).frame["period"].to_list()
    said_wrong = [
        *wrong_peers(subject.about),
        refusal("year", periods, "year"),
        refusal("money", list(MONEY), "kind of money"),
        refusal("paid", paid, "year of payments"),
    ]
    if any(said_wrong):
        st.info(" ".join(filter(None, said_wrong)) + " The usual choice is shown instead.")


page()
