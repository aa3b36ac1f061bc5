"""How does this council compare with councils like it?"""

import streamlit as st

from components.address import pick, said, shortened
from components.answer_first import drawer
from components.answers import answer
from components.branding import brand
from components.compare import befell, measure_detail, measures, peer_list, summary
from components.compare.comparison import compare
from components.peers.choosing import NO_OTHERS, choose_others, choose_peers, wrong_peers
from components.peers.subject import OWN, Subject, council_asked_for
from components.words.naming import safe

NO_FIGURES = "There is no figure of these measures for this council: choose others."


def page() -> None:
    key = council_asked_for()
    if key is None:
        _nobody()
        return
    about = answer("council/about", council=key).one()
    st.set_page_config(page_title=f"{about['name']} compared · {brand().name}")
    st.title(f"{about['name']} compared", anchor="content")
    answer_first = st.container()
    with drawer():
        subject, chosen = _choices(about)
    if subject.model == OWN and not subject.others:
        st.info(NO_OTHERS)
        return
    made = compare(subject, chosen)
    if not made.found:
        st.info(NO_FIGURES)
        befell.strip(subject)
        return
    answer_first.markdown(summary.finding(subject, made.found))
    befallen = "[What befell them](#befell) · " if befell.known(subject) else ""
    st.markdown(
        "On this page: [Every measure on one scale](#spine) · [Ranks](#ranks) · "
        f"[Other choices of peers](#stability) · [One measure](#closer) · {befallen}"
        "[The peers](#peers)"
    )
    summary.overview(subject, made)
    measure_detail.closer(subject, made)
    befell.strip(subject)
    peer_list.peers(subject, made)
    st.page_link(
        "pages/council.py",
        label=f"Everything about {safe(subject.name)}",
        query_params={"council": about["slug"]},
    )


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
        format_func=labels.get,
        placeholder="Type a name",
        key=f"council {now}",
    )
    if chosen in labels and chosen != now:
        st.query_params["council"] = chosen
        st.rerun()


def _choices(about: dict[str, object]) -> tuple[Subject, list[str]]:
    """Council, peers, measures and words, each read from and written to the address."""
    columns = st.columns([3, 3, 3, 2], vertical_alignment="bottom")
    with columns[0]:
        _choose_council(about["slug"])
    with columns[1]:
        subject = choose_peers(about)
    with columns[2]:
        chosen_set = measures.choose_set(subject.key)
    with columns[3]:
        pick(
            st.segmented_control,
            "Words",
            "words",
            ["plain", "official"],
            words=str.capitalize,
            required=True,
        )
    subject = choose_others(subject)
    chosen = measures.measures_of(subject.key, chosen_set)
    wrong = [*wrong_peers(about), *measures.wrong_measures(subject.key)]
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " What is on offer is shown instead.")
    return subject, chosen


page()
