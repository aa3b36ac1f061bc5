"""Who runs what: this council's services, and who runs the others for its residents."""

import streamlit as st

from components.answers import answer
from components.peers.subject import Subject
from components.words.naming import named, safe

ELSEWHERE = {
    ("Scotland", "public_health"): "NHS Scotland",
    ("Wales", "public_health"): "NHS Wales",
    ("Northern Ireland", "public_health"): "Public Health Agency",
    ("Northern Ireland", "adult_social_care"): "health and social care trusts",
    ("Northern Ireland", "children"): "health and social care trusts",
    ("Northern Ireland", "education"): "Education Authority",
    ("Northern Ireland", "highways"): "Department for Infrastructure",
    ("Northern Ireland", "housing"): "Northern Ireland Housing Executive",
    ("Scotland", "police"): "Police Scotland",
    ("Scotland", "fire"): "Scottish Fire and Rescue Service",
    ("Northern Ireland", "police"): "Police Service of Northern Ireland",
    ("Northern Ireland", "fire"): "Northern Ireland Fire and Rescue Service",
    ("Wales", "police"): "the police force of the area",
    ("Wales", "fire"): "the fire and rescue authority of the area",
}
# Services of parts of which it is known who delivers them.
DELIVERED = {"children", "adult_social_care", "culture"}
LONDON = {"police": "Metropolitan Police", "fire": "London Fire Brigade"}


def section(subject: Subject) -> None:
    st.header("Who runs what", anchor="duties")
    rows = answer("council/responsibility", council=subject.key).frame.rows(named=True)
    own = [row for row in rows if row["responsible"]]
    others = [row for row in rows if not row["responsible"]]
    left, right = st.columns(2)
    with left:
        st.subheader(f"{safe(subject.name)} runs", anchor=False)
        st.markdown("\n".join(f"- **{safe(named(r))}.** {safe(r['explanation'])}" for r in own))
    with right:
        st.subheader("Others run", anchor=False)
        st.markdown("\n".join(f"- **{safe(named(r))}:** {_by(r, subject)}." for r in others))
    if any(row["service"] in DELIVERED for row in own) and subject.about["nation"] == "England":
        st.page_link(
            "pages/delivery.py",
            label="Who does the work: the council itself, companies, charities",
            icon=":material/handshake:",
            query_params={"council": subject.about["slug"]},
        )


def _by(row: dict[str, object], subject: Subject) -> str:
    about = subject.about
    if about["class"] == "london_borough" and row["service"] in LONDON:
        return LONDON[row["service"]]
    if row["run_by"]:
        return safe(row["run_by"])
    if row["service"] == "highways" and about["class"] == "district":
        return safe(about["county_name"] or "the county council")
    return ELSEWHERE.get((about["nation"], row["service"]), "another authority")
