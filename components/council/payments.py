"""Who this council paid, and why published payments are not what the accounts say it spent."""

import polars as pl
import streamlit as st

from charts import money_rows
from charts import payments_beside_outturn as beside
from charts.wording import joined, pounds, status_label
from components.address import pick
from components.asking import Answer, answer
from components.council.subject import Subject
from components.figure import figure
from components.look import palette
from components.spelling import spelled
from components.words import named, safe

MOST = 10
WHOLE_YEAR = 12
BASES = {
    "running_expenses": "Running expenses",
    "net_current_expenditure": "Net current expenditure",
}
WHY_THEY_DIFFER = [
    "Wages are in the accounts and not among payments to suppliers.",
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
MASKED = (
    "Names that look like private persons are not shown; they are one line, as are names that the "
    "council withheld."
)
NOT_HELD = (
    "No payments of this council are held here. Councils in England publish every payment over "
    "£500 on their own sites; its officers can [check a file](data?section=check) here."
)


def section(subject: Subject) -> None:
    st.header("Who was paid", anchor="payments")
    publisher = answer("council/payment_publisher", council=subject.key).one()
    if publisher is None:
        st.markdown(NOT_HELD)
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
        words=lambda period: f"{period}, {_months(years[period])}",
        default=_start(years),
    )
    st.markdown(_finding(subject, publisher, years[period]))
    _beside_accounts(subject, publisher, years[period])
    _suppliers(subject, publisher, period)
    st.page_link(
        "pages/payments.py",
        label=f"Every payment of {subject.name} that is held here",
        icon=":material/receipt_long:",
        query_params={"council": subject.about["slug"]},
    )


def _start(years: dict[str, dict]) -> str:
    """The newest year of which every month is held, else the year with most months."""
    whole = [period for period, row in years.items() if row["months"] == WHOLE_YEAR]
    return max(whole) if whole else max(years, key=lambda period: (years[period]["months"], period))


def _months(year: dict) -> str:
    return "all months" if year["months"] == WHOLE_YEAR else f"{year['months']} of 12 months"


def _finding(subject: Subject, publisher: dict, year: dict) -> str:
    least = publisher["threshold_gbp"]
    words = (
        f"In {year['period']} ({_months(year)} held) {safe(subject.name)} published "
        f"**{year['payments']:,.0f} payments** of **{pounds(year['paid_gbp'], short=True)}** in all"
    )
    words += f", each of £{least:,} or more by its own rule." if least else "."
    if year["cards_gbp"]:
        words += f" {pounds(year['cards_gbp'], short=True)} of it was paid by card."
    return f"{words} {safe(publisher['note'])}"


def _beside_accounts(subject: Subject, publisher: dict, year: dict) -> None:
    period = year["period"]
    one = answer("council/payments_beside_outturn", council=subject.key, period=period)
    frame = one.frame.with_columns(
        plain_name=pl.Series([named(row) for row in one.frame.rows(named=True)], dtype=pl.String)
    )
    basis = next((BASES[key] for key in one.frame["basis"].drop_nulls()), "The accounts")
    title = f"Published payments beside the accounts, {period}"
    figure(
        "payments-beside-accounts",
        title=title,
        drawn=beside.draw(frame, accounts_name=basis, palette=palette()),
        alt=beside.alt(frame, council_name=subject.name, period=period, accounts_name=basis),
        table=_accounts_table(frame, basis),
        columns={
            name: st.column_config.NumberColumn(format="£%,.0f")
            for name in ("Published payments, £", f"{basis}, £", "Difference, £")
        },
        answers=[one],
        unit=f"£, cash. {basis} as in the council’s return",
        period=f"{period}, {_months(year)} of payments",
        caveats=[*WHY_THEY_DIFFER, CARDS],
        sources=[publisher["source"]],
    )
    with st.expander("Why payments and accounts differ"):
        st.markdown("\n".join(f"- {one}" for one in WHY_THEY_DIFFER))


def _accounts_table(frame: pl.DataFrame, basis: str) -> pl.DataFrame:
    return frame.select(
        pl.col("plain_name").alias("Service"),
        pl.col("paid_gbp").alias("Published payments, £"),
        pl.col("payments").cast(pl.Int64).alias("Payments"),
        pl.col("outturn_gbp").alias(f"{basis}, £"),
        pl.col("gap_gbp").alias("Difference, £"),
        spelled(frame["status"], status_label).alias("Status of the accounts"),
    )


def _suppliers(subject: Subject, publisher: dict, period: str) -> None:
    one = answer("council/payment_suppliers", council=subject.key, period=period, most=MOST)
    frame = one.frame.select(
        pl.col("name").alias("plain_name"),
        pl.col("paid_gbp").alias("value_gbp"),
        status=pl.lit("published"),
        note=pl.lit(None, pl.String),
    )
    title = f"Paid most in {period}"
    figure(
        "paid-most",
        title=title,
        drawn=money_rows.draw_income(frame, palette=palette()),
        alt=_alt(one, f"{title}, {subject.name}"),
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
