"""How does this council stand on the government's Local Outcomes Framework?"""

import streamlit as st

from components.address import said
from components.answers import answer
from components.branding import brand
from components.local_outcomes.table import headline, key_words, outcomes_table
from components.peers.subject import Subject, choose_model, council_asked_for
from components.words.naming import safe

FRAMEWORK = "local_outcomes"
ELSEWHERE = (
    "The framework is for councils in England. Results of {} stand on its own page, by service."
)


def page() -> None:
    frameworks = {row["framework"]: row for row in answer("framework/all").frame.rows(named=True)}
    about = frameworks.get(FRAMEWORK)
    if about is None:
        st.set_page_config(page_title=f"Local outcomes · {brand().name}")
        st.title("Local outcomes", anchor="content")
        st.info("This edition does not hold the framework.")
        return
    key = council_asked_for()
    if key is None:
        st.set_page_config(page_title=f"Local outcomes · {brand().name}")
        st.title("Local outcomes", anchor="content")
        st.write(safe(about["about"]))
        _choose()
        _framework(about)
        return
    council = answer("council/about", council=key).one()
    st.query_params["council"] = council["slug"]
    title = f"{council['name']}: local outcomes"
    st.set_page_config(page_title=f"{title} · {brand().name}")
    st.title(safe(title), anchor="content")
    if council["nation"] != about["nation"] or council["ends"] is not None:
        st.info(ELSEWHERE.format(safe(council["name"])))
        _back(council)
        return
    with st.popover("Peers", icon=":material/tune:"):
        subject = Subject(council, *choose_model(key))
    _standing(subject, about)
    _back(council)


def _standing(subject: Subject, about: dict[str, object]) -> None:
    one = answer(
        "framework/standing", council=subject.key, framework=FRAMEWORK, model=subject.model
    )
    rows = one.frame.rows(named=True)
    st.markdown(f"{safe(headline(rows, subject.name))} Beside {safe(subject.peers_name)}.")
    st.html(outcomes_table(rows, said("outcome")))
    st.caption(f"{key_words()}. A line opens its metrics.")
    _framework(about)


def _framework(about: dict[str, object]) -> None:
    with st.expander("About the framework"):
        st.markdown(
            f"{safe(about['about'])} [{safe(about['publisher'])}]({about['landing_url']}), "
            f"{about['published']}."
        )
        st.markdown("\n".join(f"- {safe(one)}" for one in about["cautions"]))
        st.markdown(
            f"Of {about['metrics_n']} metrics {about['exact_n']} are held exactly, "
            f"{about['derived_n']} are worked out here from published figures, "
            f"{about['near_n']} have a figure that is near, and {about['not_held_n']} are not held."
        )


def _choose() -> None:
    names = answer("council/names").frame
    rows = [
        row for row in names.rows(named=True) if row["nation"] == "England" and row["ends"] is None
    ]
    labels = {row["slug"]: row["name"] for row in rows}
    chosen = st.selectbox(
        "Council", list(labels), index=None, format_func=labels.get, placeholder="Type a name"
    )
    if chosen in labels:
        st.query_params["council"] = chosen
        st.rerun()


def _back(council: dict[str, object]) -> None:
    st.page_link(
        "pages/council.py",
        label=f"Everything about {safe(council['name'])}",
        query_params={"council": council["slug"]},
    )


page()
