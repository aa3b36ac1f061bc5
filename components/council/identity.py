"""Who this council is: kind, place, predecessors and successors, who else serves its residents."""

from urllib.parse import urlencode

import streamlit as st

from charts.wording import joined
from components.answers import answer
from components.peers.subject import Subject
from components.words.naming import on_day, safe
from findings.identity import kind_and_place

PAGE = "pages/council.py"
SPARSE = (
    "So few people live here that amounts per head are not like those of other councils: it sets "
    "nobody’s scale, and its own comparisons need care."
)


def kind_and_place_of(about: dict[str, object]) -> None:
    """Under its name, in one line."""
    st.markdown(f"**{safe(about['official_name'])}** · {safe(kind_and_place(about))}")


def history(about: dict[str, object]) -> list[str]:
    """That few live here, and what it was: a line each, in markdown."""
    lines = [SPARSE] if about["sparse"] else []
    before = [row for row in _succession(about) if row["direction"] == "before"]
    if before:
        day = on_day(before[0]["takes_effect"])
        formed = about["starts"] and {row["kind"] for row in before} != {"split"}
        how = f"was formed on {day} from" if formed else f"took in, on {day}, part of"
        ways = joined([_way(row) for row in before])
        lines.append(f"**{safe(about['name'])}** {how} {ways}. Earlier figures are on their pages.")
    return lines


def ended(about: dict[str, object]) -> None:
    """What a council that is no more became, with the ways there."""
    after = [row for row in _succession(about) if row["direction"] == "after"]
    if after:
        names = joined([safe(row["name"]) for row in after])
        how = "was split between" if len(after) > 1 else "became part of"
        how = "was replaced by" if after[0]["kind"] == "became" else how
        st.warning(
            f"{safe(about['name'])} ended on {on_day(about['ends'])} and {how} {names} the next "
            "day. This page keeps its figures as history."
        )
        _links(after)


def also_serving(subject: Subject) -> None:
    """Two tiers said plainly, with a way to the other one."""
    about = subject.about
    if about["tier"] == "lower" and about["county"]:
        st.markdown(
            f"**Two councils serve this area.** Bins, planning, housing and council tax bills: "
            f"{safe(about['official_name'])}. Roads, schools and social care: "
            f"{safe(about['county_name'])}."
        )
        _link(about["county_name"], about["county_slug"])
    if about["tier"] == "upper":
        rows = answer("council/districts", council=subject.key).frame.rows(named=True)
        if rows:
            names = joined([safe(row["name"]) for row in rows])
            st.markdown(
                f"**Two councils serve every resident here.** Roads, schools and social care: "
                f"{safe(about['official_name'])}. Bins, planning and housing: the district "
                f"councils, {names}."
            )
            with st.container(horizontal=True):
                for row in rows:
                    _link(row["name"], row["slug"])


def _succession(about: dict[str, object]) -> list[dict[str, object]]:
    return answer("council/succession", council=about["council"]).frame.rows(named=True)


def _links(rows: list[dict[str, object]]) -> None:
    with st.container(horizontal=True):
        for row in rows:
            _link(row["name"], row["slug"])


def _way(row: dict[str, object]) -> str:
    return f"[{safe(row['name'])}](council?{urlencode({'council': row['slug']})})"


def _link(name: str, slug: str) -> None:
    st.page_link(
        PAGE, label=safe(name), icon=":material/arrow_forward:", query_params={"council": slug}
    )
