"""The council's own part of a Band D bill, shared out over its services: a way of showing it."""

import polars as pl
import streamlit as st

from charts import money_rows
from charts.inside_sentence import inside
from charts.wording import pounds
from components.answers import Answer, answer
from components.council import bill
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject
from components.peers.titles import titled
from components.words.naming import safe

CAVEATS = [
    "Council tax is not earmarked: the council’s own part is shared out in proportion to what it "
    "spends on each service, which is a way of showing it, not an account of it.",
    "A service that brings in more than it costs takes no part.",
    "Schools and public health are left out, because separate government grants pay for nearly all "
    "of them.",
    "The adult social care precept, where one is set, is for adult social care alone; it is not "
    "taken out before the rest is shared out.",
]
TOTAL = "The council’s own part"


def section(subject: Subject, spending_period: str | None) -> None:
    """Nothing where there is no spending return to share it out by."""
    one = answer("council/tax_receipt", council=subject.key, spending_period=spending_period)
    frame = one.frame.filter(pl.col("own_part") & pl.col("spending_period").is_not_null())
    if frame.is_empty():
        return
    frame = bill.with_names(frame)
    period = frame["period"][0]
    title = titled(subject, inside("The council’s own part of the bill, apportioned"), period)
    st.markdown(_said(subject, frame, spending_period))
    figure(
        "council-tax-receipt",
        council=subject.name,
        title=title,
        drawn=money_rows.draw_receipt(frame, total_name=TOTAL, palette=palette()),
        alt=money_rows.alt_receipt(frame, title=title, period=period, total_name=TOTAL),
        table=bill.table(frame),
        columns={"£": st.column_config.NumberColumn(format="£%,.2f")},
        answers=[one],
        sources=_spending_sources(one),
        unit="£ a year, cash, a Band D home with two adults; an apportionment",
        period=f"bill of {period} by the spending of {spending_period}",
        caveats=CAVEATS,
    )


def _said(subject: Subject, frame: pl.DataFrame, spending_period: str | None) -> str:
    """That it is an apportionment, of which bill and by which year's spending."""
    own = pounds(frame["value_gbp"].sum(), decimals=2)
    return (
        f"**An apportionment, not an account.** {safe(subject.name)}’s own part of the "
        f"{frame['period'][0]} bill, {own}, is shared out here in proportion to what it spent on "
        f"each service in {spending_period}. No law ties the tax to them; what others are paid "
        "stands apart, above."
    )


def _spending_sources(one: Answer) -> list[str]:
    period = one.takes["spending_period"]
    years = answer("national/years").frame
    found = years.filter(pl.col("period") == period)["sources"].to_list() if period else []
    return list(found[0]) if found else []
