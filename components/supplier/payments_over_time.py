"""How much the supplier was paid over time, with the months of its payers that are not held."""

from collections.abc import Iterable

import polars as pl
import streamlit as st

from charts import money_over_time
from charts.months import By, span_words, year_months
from components.address import pick, refusal
from components.answers import Answer, answer
from components.figure.framing import figure
from components.ledger import coverage
from components.ledger.over_time import SWITCH, as_table, by_period
from components.look import palette
from components.supplier.chosen_supplier import Subject
from components.supplier.paying_councils import MONEY, UNIT
from findings.supplier import PARTLY

LONG_MONTHS = 48
EVERYBODY = "all"


def choose_payer(payers: Answer) -> str | None:
    """The council that the reader singles out; None for all."""
    names = dict(payers.frame.select("slug", "name").iter_rows())
    labels = {EVERYBODY: "All that paid", **names}
    chosen = pick(st.selectbox, "Council", "council", list(labels), words=labels.get)
    keys = dict(payers.frame.select("slug", "council").iter_rows())
    return keys.get(chosen)


def wrong(payers: Answer) -> list[str | None]:
    slugs = [EVERYBODY, *payers.frame["slug"].to_list()]
    return [refusal("council", slugs, "council"), refusal("by", list(SWITCH), "kind of period")]


def by_year(one: Subject, payers: Answer) -> None:
    """Of hidden names, which are too many payments to go through month by month."""
    found = answer("supplier/years", supplier=one.number)
    known = found.frame.drop_nulls("period")
    starts = pl.Series("month", [year_months(year)[0] for year in known["period"]], pl.Date)
    title = f"{one.name}: by financial year"
    _draw(title, known.with_columns(starts), "year", found, payers, payers.frame["council"])


def over_time(one: Subject, payers: Answer, council: str | None) -> None:
    found = answer("supplier/months", supplier=one.number)
    councils = [council] if council else payers.frame["council"].to_list()
    frame = found.frame.filter(found.frame["council"].is_in(councils))
    months = coverage.months_of(sorted(councils))
    by = pick(
        st.segmented_control,
        "By",
        "by",
        list(SWITCH),
        words=SWITCH.get,
        default="year" if months.frame["month"].n_unique() > LONG_MONTHS else "quarter",
        required=True,
    )
    names = dict(payers.frame.select("council", "name").iter_rows())
    title = f"{one.name}: paid by {names[council] if council else 'all of them'}, over time"
    _draw(title, frame, by, found, payers, councils)


def _draw(
    title: str, frame: pl.DataFrame, by: By, found: Answer, payers: Answer, councils: Iterable[str]
) -> None:
    """`frame` has month, payments and amount_gbp: the rows of `found` that are asked for."""
    councils = sorted(councils)
    months = coverage.months_of(councils)
    drawn = by_period(frame, months.frame, by, councils=len(councils))
    figure(
        "over-time-chart",
        title=title,
        drawn=money_over_time.draw(drawn, palette=palette()),
        alt=money_over_time.alt(drawn, title=title),
        table=as_table(drawn),
        columns={"£": MONEY},
        answers=[found, months],
        unit=UNIT,
        period=_period(months),
        caveats=[PARTLY, *coverage.caveats(coverage.held_of(councils).frame)],
        sources=payers.frame["source"].drop_nulls().unique(maintain_order=True).to_list(),
    )


def _period(months: Answer) -> str:
    frame = months.frame
    if frame.is_empty():
        return "no month held"
    return span_words(frame["month"].min(), frame["month"].max())
