"""Who this council paid: what is held of it, beside its accounts, and those who were paid most."""

import polars as pl
import streamlit as st

from charts import money_rows
from charts.months import span_words
from charts.wording import count_words, joined, pounds
from components.address import pick
from components.answers import Answer, answer
from components.council.payments_apart import beside_running_expenses, paid_apart
from components.council.payments_beside import CARDS, beside_accounts
from components.council.payments_years import cards_only, months_held, start
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject
from components.peers.titles import titled
from components.words.naming import safe

MOST = 10
MASKED = (
    "Names that look like private persons are not shown; they are one line, as are names that the "
    "council withheld."
)
NOT_HELD = "No payments of this council are held here."
ELSEWHERE = {
    "England": "Councils in England publish every payment over £500 on their own sites; its "
    "officers can [check a file](data?section=check) here.",
}
NO_DUTY = (
    "The code by which councils publish every payment over £500 is England’s; whoever has a list "
    "of payments can [check the file](data?section=check) here."
)
SMALLER = (
    "It publishes payments of £{:,} and more; a line of a larger one, or a purchase by card, may "
    "be smaller."
)


def section(subject: Subject) -> None:
    st.header("Who was paid", anchor="payments")
    publisher = answer("council/payment_publisher", council=subject.key).one()
    if publisher is None:
        _not_held(subject)
        return
    years = {
        row["period"]: row
        for row in answer("council/payment_years", council=subject.key).frame.rows(named=True)
    }
    period = pick(
        st.selectbox,
        "Year of the payments",
        "paid",
        list(years),
        words=lambda period: f"{period}, {months_held(years[period])}",
        default=start(years),
    )
    st.markdown(_finding(subject, publisher, years[period]))
    beside_accounts(subject, publisher, years[period])
    beside_running_expenses(subject, period)
    paid_apart(subject, period)
    _suppliers(subject, publisher, period)
    st.page_link(
        "pages/payments.py",
        label=f"Every payment of {subject.name} that is held here",
        icon=":material/receipt_long:",
        query_params={"council": subject.about["slug"]},
    )


def _not_held(subject: Subject) -> None:
    read = answer("council/payments_elsewhere", council=subject.key).one()
    words = NOT_HELD
    if read["payments"]:
        what = "purchases by card" if read["cards"] else "payments"
        words += (
            f" {read['payments']:,} {what} of {span_words(read['first_day'], read['last_day'])} "
            "were read; they are in the whole dataset, which one command builds."
        )
    st.markdown(f"{words} {ELSEWHERE.get(subject.about['nation'], NO_DUTY)}")


def _finding(subject: Subject, publisher: dict, year: dict) -> str:
    words = (
        f"In {year['period']} (held: {months_held(year)}) {safe(subject.name)} published "
        f"**{count_words(int(year['payments']), 'payment')}** of "
        f"**{pounds(year['paid_gbp'], short=True)}** in all."
    )
    if cards_only(year):
        words += " Its other payments of that year are not held."
    elif year["cards_gbp"]:
        words += f" {pounds(year['cards_gbp'], short=True)} of it was paid by card."
    if year["repeated"]:
        words += f" {repeats_words(year)}"
    if publisher["threshold_gbp"]:
        words += f" {SMALLER.format(publisher['threshold_gbp'])}"
    return f"{words} {safe(publisher['note'])}"


def repeats_words(year: dict) -> str:
    """That rows repeat another exactly, with the sum as published and without them."""
    return (
        f"{count_words(int(year['repeated']), 'payment')} of these repeat another row of their "
        "file in every word: without them it is "
        f"{pounds(year['paid_gbp'] - year['repeated_gbp'], short=True)}. They are counted as "
        "published, for many are real."
    )


def _suppliers(subject: Subject, publisher: dict, period: str) -> None:
    one = answer("council/payment_suppliers", council=subject.key, period=period, most=MOST)
    frame = one.frame.select(
        pl.col("name").alias("plain_name"),
        pl.col("paid_gbp").alias("value_gbp"),
        status=pl.lit("published"),
        note=pl.lit(None, pl.String),
    )
    title = titled(subject, f"paid most in {period}")
    figure(
        "paid-most",
        council=subject.name,
        title=title,
        drawn=money_rows.draw_income(frame, palette=palette()),
        alt=_alt(one, title),
        table=_suppliers_table(one),
        columns={
            "£": st.column_config.NumberColumn(format="£%,.0f"),
            "Share": st.column_config.NumberColumn(format="%.1f%%"),
        },
        answers=[one],
        unit="£, cash",
        period=period,
        caveats=[CARDS, MASKED],
        sources=[publisher["source"]],
    )
    links = [
        f"[{safe(row['name'])}](supplier?name={row['slug']})"
        for row in one.frame.rows(named=True)
        if row["kind"] == "organisation"
    ]
    if links:
        st.markdown("Who else pays them: " + " · ".join(links))


def _alt(one: Answer, title: str) -> str:
    each = [
        f"{row['name']} {pounds(row['paid_gbp'], short=True)}" for row in one.frame.rows(named=True)
    ]
    return f"{title}: {joined(each)}." if each else f"{title}: nobody."


def _suppliers_table(one: Answer) -> pl.DataFrame:
    return one.frame.select(
        pl.col("name").alias("Paid to"),
        pl.col("paid_gbp").alias("£"),
        pl.col("share_pct").alias("Share"),
        pl.col("payments").cast(pl.Int64).alias("Payments"),
        pl.col("for_what").alias("Mostly for"),
        pl.col("councils").alias("Councils that pay it"),
    )
