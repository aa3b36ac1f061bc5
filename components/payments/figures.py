"""What every figure of the page shares: how sums stand as rows, and what is said beside them."""

from collections.abc import Iterable

import polars as pl
import streamlit as st

from charts import paid_rows
from charts.months import span_words
from charts.wording import count_words
from components.answers import Answer
from components.figure.framing import figure
from components.ledger import coverage
from components.links.clicked_dot import clicked
from components.look import palette
from components.payments.finding import Found

MONEY = st.column_config.NumberColumn("£", format="£%,.2f")
NUMBER = st.column_config.NumberColumn(format="localized")
UNIT = "£ of published payments, cash, credits taken off"


def rows_figure(
    found: Found,
    key: str,
    title: str,
    one: Answer,
    rows: pl.DataFrame,
    table: pl.DataFrame,
    columns: dict[str, object],
    more: Iterable[str],
    *,
    hint: str = "",
) -> str | None:
    """Draw `rows` (`name`, `amount_gbp`, `note`) under their title; `table` has all of them.

    With `hint`, which says what a click does, gives the `key` of the bar that was clicked.
    """
    rows = rows.rename({"amount_gbp": "value_gbp"})
    event = figure(
        key,
        top=True,
        title=title,
        drawn=paid_rows.draw(rows, palette=palette()),
        alt=paid_rows.alt(rows, title=title),
        table=table,
        answers=[one, found.held],
        columns={"£": MONEY, "Payments": NUMBER} | columns,
        on_select="rerun" if hint else None,
        **told(found, more),
    )
    if hint and isinstance(event, dict):
        st.caption(hint)
    return clicked(event) if hint else None


def told(found: Found, more: Iterable[str]) -> dict[str, object]:
    """What every figure of the page says of itself."""
    keys = found.part("council").frame["key"].to_list()
    frame = found.held_in
    return {
        "unit": UNIT,
        "period": span_words(frame["first_month"].min(), frame["last_month"].max()),
        "caveats": [found.asked.in_full, *more, *coverage.caveats(frame)],
        "sources": frame.filter(pl.col("council").is_in(keys))["source"].unique(
            maintain_order=True
        ),
    }


def share(frame: pl.DataFrame, found: Found) -> pl.Series:
    """How many payments a row is, and which part of the sum where that has a meaning."""
    whole, notes = found.amount_gbp, []
    shares = whole > 0 and (frame["amount_gbp"] >= 0).all()
    for payments, amount in frame.select("payments", "amount_gbp").iter_rows():
        share = f", {100 * amount / whole:.1f}% of the sum" if shares else ""
        notes.append(f"{count_words(payments, 'payment')}{share}")
    return pl.Series(notes, dtype=pl.String)
