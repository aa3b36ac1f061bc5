"""Which measures are compared: the headline ones, money, one service's or a reader's choice."""

import streamlit as st

from charts.inside_sentence import inside
from components.address import pick, refusal
from components.answers import answer
from components.several import pick_several, refusal_of_several
from components.words.decided import SUMS
from components.words.naming import named, official

HEADLINE, SPENDING, CHOSEN = "headline", "spending", "chosen"
FIRST = {HEADLINE: "What people get: headlines", SPENDING: "What services cost"}
# A framework's key is its set's: `local_outcomes` in England.
LAST = {CHOSEN: "Measures of your choice"}
# As they go on in a title.
IN_TITLES = {
    HEADLINE: "headline results",
    SPENDING: "what services cost",
    CHOSEN: "chosen measures",
}
MOST = 40
Row = dict[str, object]


def choose_set(council: str) -> str:
    """The key of a set: `headline`, `spending`, a framework, a service, or `chosen`."""
    sets = _sets(council)
    return pick(st.selectbox, "Measures", "show", list(sets), words=sets.get, default=HEADLINE)


def measures_of(council: str, chosen: str) -> list[str]:
    """The measures of a set, in the order of the codebook; asks for them where they're chosen."""
    rows = _offered(council)
    if chosen != CHOSEN:
        return [row["measure"] for row in rows if _in_set(row, chosen)]
    titles = {row["measure"]: _label(row) for row in rows}
    return pick_several(
        "Measures to compare",
        "measures",
        list(titles),
        words=titles.get,
        default=[row["measure"] for row in rows if _in_set(row, HEADLINE)][:3],
        most=MOST,
        placeholder="Type a word",
    )


def wrong_measures(council: str) -> list[str | None]:
    known = [row["measure"] for row in _offered(council)]
    return [
        refusal("show", list(_sets(council)), "set of measures"),
        refusal_of_several("measures", known, "measures"),
    ]


def _offered(council: str) -> list[Row]:
    return answer("compare/offered", council=council).frame.rows(named=True)


def title_of(council: str, chosen: str) -> str:
    """The set inside a title: "headline results", "housing and homelessness"."""
    known = IN_TITLES | frameworks(council)
    return known[chosen] if chosen in known else inside(services(council)[chosen])


def services(council: str) -> dict[str, str]:
    """Those with measures of their own, by their names."""
    return {
        row["service"]: named(row, "service_plain", "service_official")
        for row in _offered(council)
        # Sums have one measure each, which stands among what services cost.
        if row["service"] not in SUMS
    }


def _sets(council: str) -> dict[str, str]:
    return FIRST | frameworks(council) | services(council) | LAST


def frameworks(council: str) -> dict[str, str]:
    """Those of which at least one metric has a figure of this council."""
    held = {key for row in _offered(council) for key in row["frameworks"]}
    rows = answer("framework/all").frame.rows(named=True)
    return {row["framework"]: row["title"] for row in rows if row["framework"] in held}


def _in_set(row: Row, chosen: str) -> bool:
    if chosen == HEADLINE:
        return bool(row["headline"]) and row["kind"] == "outcome"
    if chosen == SPENDING:
        return bool(row["headline"]) and row["kind"] == "spend"
    return row["service"] == chosen or chosen in row["frameworks"]


def _label(row: Row) -> str:
    service = named(row, "service_plain", "service_official")
    return f"{service}: {row['official_title' if official() else 'title']}"
