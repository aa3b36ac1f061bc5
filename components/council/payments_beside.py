"""Published payments beside the council's accounts, and why the two differ."""

import polars as pl
import streamlit as st

from charts import payments_beside_outturn as beside
from charts.inside_sentence import inside
from charts.wording import pounds, status_label
from components.answers import answer
from components.council.payments_years import is_whole, months_held
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject
from components.peers.titles import titled
from components.words.naming import named
from components.words.spelling import spelled

BASES = {
    "running_expenses": "Running expenses",
    "net_current_expenditure": "Net current expenditure",
}
# What the two kinds of accounts hold is not the same: only one of them has wages and is net.
WHY_BY_BASIS = {
    "running_expenses": [
        "Running expenses are all that a service costs but for its own staff, before any income: "
        "of what the accounts tell, they are nearest to payments.",
    ],
    "net_current_expenditure": [
        "Wages are in the accounts and not among payments to suppliers.",
        "These accounts are net: fees, charges and some grants are taken off what a service costs. "
        "Payments are made in full, so they can be higher than the accounts.",
    ],
}
WHY_THEY_DIFFER = [
    "Payments below the threshold are not published, nor are most benefits and allowances that are "
    "paid to people.",
    "Payments for building and buying land and equipment (capital) are published too, and are not "
    "in these accounts; some are also passed on to others, as council tax is to the police.",
    "A payment is dated when money leaves; the accounts count the year in which it was owed.",
    "Charges between departments stand in the accounts; no supplier is paid.",
    "Council housing is among the payments; in the accounts it has an account of its own and is "
    "left out.",
    "The service of a payment is told from the council’s own words; where they do not tell, the "
    "payment stands in a line of its own.",
    "Months that are in no file held here are missing, not zero.",
]
CARDS = "Purchases by card are among the payments; a card’s bill may also be paid as an invoice."
PART = (
    "Only part of the year’s payments is held ({}), and the accounts are those of the whole year: "
    "the two cannot be set against each other."
)


def beside_accounts(subject: Subject, publisher: dict, year: dict) -> None:
    period = year["period"]
    one = answer("council/payments_beside_outturn", council=subject.key, period=period)
    frame = one.frame.with_columns(
        plain_name=pl.Series([named(row) for row in one.frame.rows(named=True)], dtype=pl.String)
    )
    basis = next(iter(one.frame["basis"].drop_nulls()), None)
    accounts = BASES.get(basis, "The accounts")
    what = "published payments " + ("beside the accounts" if basis else "by service")
    title = titled(subject, what, period)
    why = [*WHY_BY_BASIS.get(basis, []), *WHY_THEY_DIFFER]
    figure(
        "payments-beside-accounts",
        council=subject.name,
        title=title if is_whole(year) else f"{title} ({months_held(year)} of payments)",
        drawn=beside.draw(frame, accounts_name=accounts, palette=palette()),
        alt=beside.alt(frame, council_name=subject.name, period=period, accounts_name=accounts),
        table=_table(frame, accounts),
        columns={
            name: st.column_config.NumberColumn(format="£%,.0f")
            for name in ("Published payments, £", f"{accounts}, £", "Difference, £")
        },
        answers=[one],
        unit=f"£, cash. {accounts} as in the council’s return" if basis else "£, cash",
        period=f"{period}, {months_held(year)} of payments",
        caveats=[*why, CARDS],
        sources=[publisher["source"]],
    )
    _in_all(frame, accounts, year)
    if basis:
        with st.expander("Why payments and accounts differ"):
            st.markdown("\n".join(f"- {one}" for one in why))


def _in_all(frame: pl.DataFrame, accounts: str, year: dict) -> None:
    """Both totals in a sentence, or why they are not to be compared."""
    told = frame["outturn_gbp"].drop_nulls()
    if told.is_empty():
        st.markdown("No return of that year tells what the council spent on each service.")
        return
    if not is_whole(year):
        st.info(PART.format(months_held(year)))
        return
    untold = frame.filter(service="not_told")["paid_gbp"].sum()
    words = (
        f"In all {pounds(year['paid_gbp'], short=True)} of payments stand beside "
        f"{pounds(told.sum(), short=True)} of {inside(accounts)}"
    )
    if untold:
        words += f"; of {pounds(untold, short=True)} the words do not tell the service"
    st.markdown(f"{words}.")


def _table(frame: pl.DataFrame, accounts: str) -> pl.DataFrame:
    return frame.select(
        pl.col("plain_name").alias("Service"),
        pl.col("paid_gbp").alias("Published payments, £"),
        pl.col("payments").cast(pl.Int64).alias("Payments"),
        pl.col("outturn_gbp").alias(f"{accounts}, £"),
        pl.col("gap_gbp").alias("Difference, £"),
        spelled(frame["status"], status_label).alias("Status of the accounts"),
    )
