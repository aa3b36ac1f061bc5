"""How does this council compare with councils like it?"""

from collections.abc import Mapping

import streamlit as st

from components.address import pick, said, shortened
from components.answers import answer
from components.branding import brand
from components.compare import (
    befell,
    measure_detail,
    measures,
    order,
    peer_list,
    side_by_side,
    summary,
)
from components.compare.comparison import Comparison, compare
from components.links.of_a_council import COUNCIL, LOCAL_OUTCOMES, SERVICE, to_pages
from components.peers.choosing import NO_OTHERS, choose_others, choose_peers, wrong_peers
from components.peers.subject import OWN, Subject, council_asked_for
from components.tabs import open_tabs
from components.words.naming import safe
from findings.judgements import Finding

NO_FIGURES = "There is no figure of these measures for this council: choose others."
SECTIONS = {
    "standing": "Beside peers",
    side_by_side.KEY: "Side by side",
    "ranks": "Ranks",
    "stability": "Other choices of peers",
    "measure": "One measure",
    "befell": "What befell them",
    "peers": "The peers",
}


def page() -> None:
    key = council_asked_for()
    if key is None:
        _nobody()
        return
    about = answer("council/about", council=key).one()
    heading, choices = st.columns([3, 1.4], vertical_alignment="top")
    with choices, st.popover("Council, peers, measures", icon=":material/tune:", width="stretch"):
        subject, chosen, chosen_set, sorted_by = _choices(about)
    title = f"{subject.name} compared with {subject.peers_name}"
    st.set_page_config(page_title=f"{title} · {brand().name}")
    heading.title(safe(title), anchor="content")
    answer_first = st.container()
    _complain(about)
    if subject.model == OWN and not subject.others:
        st.info(NO_OTHERS)
        return
    made = compare(subject, chosen)
    with answer_first:
        if made.found:
            st.markdown(summary.finding(subject, made.found))
        _ways_on(about, chosen_set)
    if not made.found:
        st.info(NO_FIGURES)
        befell.strip(subject)
        return
    what = measures.title_of(subject.key, chosen_set)
    _sections(subject, made, order.in_order(made.found, sorted_by), what)


def _sections(subject: Subject, made: Comparison, found: list[Finding], what: str) -> None:
    """Each made when it is opened; the first one is the answer."""
    draw = {
        "standing": lambda: summary.standing(subject, made, found, what),
        side_by_side.KEY: lambda: side_by_side.section(subject, made, found),
        "ranks": lambda: summary.ranks(subject, made, found),
        "stability": lambda: summary.stability(subject, made, found),
        "measure": lambda: measure_detail.closer(subject, made),
        "befell": lambda: befell.strip(subject),
        "peers": lambda: peer_list.peers(subject, made),
    }
    for section in open_tabs("section", _offered(subject)):
        draw[section]()


def _ways_on(about: dict[str, object], chosen_set: str) -> None:
    """The council's own page, and what is about the same measures elsewhere."""
    asked = {"council": about["slug"]}
    links = {COUNCIL: (f"Everything about {safe(about['name'])}", asked)}
    services = measures.services(about["council"])
    if chosen_set in measures.frameworks(about["council"]):
        links[LOCAL_OUTCOMES] = ("Every metric of the framework, held or not", asked)
    if chosen_set in services:
        label = f"{services[chosen_set]}: every council"
        links[SERVICE] = (label, asked | {"service": chosen_set})
    to_pages(links)


def _offered(subject: Subject) -> Mapping[str, str]:
    known = befell.known(subject)
    return {key: words for key, words in SECTIONS.items() if key != "befell" or known}


def _nobody() -> None:
    st.set_page_config(page_title=f"Compare · {brand().name}")
    st.title("Compare", anchor="content")
    asked = said("council")
    if asked:
        st.warning(f"No council is known by the address “{shortened(asked)}”. Choose one below.")
    else:
        st.write("Choose a council to set beside councils like it.")
    _choose_council(None)


def _choose_council(now: str | None) -> None:
    names = answer("council/names").frame
    labels = dict(zip(names["slug"], names["name"], strict=True))
    chosen = st.selectbox(
        "Council",
        list(labels),
        index=list(labels).index(now) if now else None,
        format_func=lambda slug: labels.get(slug, slug),
        placeholder="Type a name",
        key=f"council {now}",
    )
    if chosen in labels and chosen != now:
        st.query_params["council"] = chosen
        st.rerun()


def _choices(about: dict[str, object]) -> tuple[Subject, list[str], str, str]:
    """Council, peers, measures, order and words, each read from and written to the address."""
    _choose_council(about["slug"])
    subject = choose_others(choose_peers(about))
    chosen_set = measures.choose_set(subject.key)
    chosen = measures.measures_of(subject.key, chosen_set)
    sorted_by = order.choose_order()
    pick(
        st.segmented_control,
        "Words",
        "words",
        ["plain", "official"],
        words=str.capitalize,
        required=True,
    )
    return subject, chosen, chosen_set, sorted_by


def _complain(about: dict[str, object]) -> None:
    """What the address asks for and the page does not have."""
    wrong = [
        *wrong_peers(about),
        *measures.wrong_measures(about["council"]),
        order.wrong_order(),
        side_by_side.wrong_columns(),
    ]
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " What is on offer is shown instead.")


page()
