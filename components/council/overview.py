"""The first screen: three sentences, then the matrix, then whom to ask."""

import streamlit as st

from charts.council_sentences import footing_sentence, results_sentence, spending_sentence
from charts.judgement_sentences import RULES
from components.answers import answer
from components.council import matrix, outcomes, whom_to_ask
from components.council.spending_years import missing_return, year_with_total
from components.peers.choosing import NO_OTHERS
from components.peers.subject import OWN, Subject
from components.words.decided import said_of_it, services_left_out
from components.words.naming import official, safe

FINANCE = ["finance"]
FOOTING = ("reserves_share", "borrowing_per_head", "lgbf_finsus01")


def first_screen(subject: Subject, period: str | None) -> None:
    """`period` is the year chosen; where its return is missing the newest with figures serves."""
    # What was not returned is said above; an older year stands here under its own name.
    year = year_with_total(subject) if missing_return(subject, period or "") else period
    said = three_sentences(subject, year)
    for place, (name, words) in zip(st.columns(len(said)), said.items(), strict=True):
        with place.container(border=True, height="stretch"):
            st.markdown(f"**{name}.** {safe(words)}", help=_help(name))
    if subject.model == OWN and not subject.others:
        st.info(NO_OTHERS)
        return
    if year:
        matrix.rows_by_service(subject, year)
        whom_to_ask.section(subject, year)


def three_sentences(subject: Subject, period: str | None) -> dict[str, str]:
    """Spending, results and footing, in plain text."""
    found = [one for one in outcomes.measured(subject, outcomes.BOTH)[0] if _judged(one.row)]
    key = "official_title" if official() else "title"
    said = {
        "Results": results_sentence([(str(one.row[key]), one.judgement) for one in found]),
        "Footing": footing_sentence(_footing(subject), _newest_end()),
    }
    spending = _spending(subject, period) if period else "No spending is held."
    return {"Spending": spending, **said}


def _spending(subject: Subject, period: str) -> str:
    rows = answer(
        "council/spending_beside_peers", **subject.takes, period=period, money="real_per_head",
    ).frame.rows(named=True)  # fmt: skip
    return spending_sentence(
        rows,
        name=subject.name,
        period=period,
        peers_name=subject.peers_name,
        not_decided=services_left_out(),
    )


def _judged(row: dict[str, object]) -> bool:
    return row["kind"] in outcomes.KINDS and bool(row["nation_collected"])


def _footing(subject: Subject) -> list[dict[str, object]]:
    rows = answer(
        "council/outcomes", council=subject.key, model=subject.model, kinds=FINANCE
    ).frame.rows(named=True)
    return [row for row in rows if row["measure"] in FOOTING]


def _newest_end() -> int:
    """The calendar year in which the newest year of spending ends."""
    return int(answer("edition/about").one()["latest_spending_period"][:4]) + 1


def _help(name: str) -> str:
    return {
        "Spending": f"{said_of_it()} Spending is never judged.",
        "Results": RULES,
        "Footing": "Reserves and borrowing as the newest returns held here give them.",
    }[name]
