"""Who this council paid: what is held of it, beside its accounts, and those who were paid most."""

from urllib.parse import urlencode

import polars as pl
import streamlit as st

from charts import paid_rows
from charts.months import span_words, year_months
from charts.plain_text import plain
from charts.wording import count_words, joined, pounds
from components.address import pick
from components.answers import Answer, answer
from components.council.payments_apart import beside_running_expenses, paid_apart
from components.council.payments_beside import CARDS, beside_accounts
from components.council.payments_years import cards_only, months_held, start
from components.figure.framing import figure
from components.links.clicked_dot import clicked
from components.look import palette
from components.peers.subject import Subject
from components.peers.titles import titled
from components.words.naming import safe
from components.words.spelling import spelled

MOST = 10
MASKED = (
    "Names that look like private persons are not shown; they are one line, as are names that the "
    "council withheld."
)
PEERS = (
    "Peers are those of whom invoices of every month of that year are held; of the others nobody "
    "knows here whether they pay it."
)
HINT = "Click a bar to open the payments behind it."
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
    slugs = one.frame["slug"].to_list()
    beside = answer("council/payment_suppliers_peers", **subject.takes, period=period, slugs=slugs)
    peers = {row["slug"]: row for row in beside.frame.rows(named=True)}
    notes = [_note(row, peers.get(row["slug"])) for row in one.frame.rows(named=True)]
    frame = one.frame.select(
        spelled(one.frame["name"], plain).alias("name"),
        pl.col("paid_gbp").alias("value_gbp"),
        pl.Series("note", notes, pl.String),
        pl.col("slug").alias("key"),
    )
    title = titled(subject, f"paid most in {period}")
    event = figure(
        "paid-most",
        council=subject.name,
        title=title,
        drawn=paid_rows.draw(frame, palette=palette()),
        alt=_alt(one, title),
        table=_suppliers_table(one, peers, subject.about["slug"], period),
        columns={
            "£": st.column_config.NumberColumn(format="£%,.0f"),
            "Share": st.column_config.NumberColumn(format="%.1f%%"),
            "Median of these, £": st.column_config.NumberColumn(format="£%,.0f"),
            "Look": st.column_config.LinkColumn("The payments", display_text="Look through them"),
        },
        answers=[one, beside],
        unit="£, cash",
        period=period,
        caveats=[CARDS, MASKED, PEERS],
        sources=[publisher["source"]],
        on_select="rerun",
    )
    if isinstance(event, dict):
        st.caption(HINT)
    if slug := clicked(event):
        asked = found_in(slug, subject.about["slug"], period)
        st.switch_page("pages/payments.py", query_params=asked)
    opened = [
        f"[{safe(row['name'])}]"
        f"(payments?{urlencode(found_in(row['slug'], subject.about['slug'], period))})"
        for row in one.frame.rows(named=True)
    ]
    st.markdown("The payments behind each bar: " + " · ".join(opened))
    links = [
        f"[{safe(row['name'])}](supplier?name={row['slug']})"
        for row in one.frame.rows(named=True)
        if row["kind"] == "organisation"
    ]
    if links:
        st.markdown("Who else pays them: " + " · ".join(links))


def _note(row: dict, beside: dict | None) -> str:
    """What it is mostly for, and how many of the peers held pay it too."""
    words = [str(row["for_what"])] if row["for_what"] else ["purpose not told"]
    words.append(count_words(int(row["payments"]), "payment"))
    if beside and beside["peers_held"] and row["kind"] == "organisation":
        paying = f"{beside['peers_paying']} of {count_words(beside['peers_held'], 'peer')} held"
        middle = beside["median_gbp"]
        also = f" (median {pounds(middle, short=True)})" if middle is not None else ""
        words.append(f"paid by {paying}{also}")
    return "; ".join(words)


def found_in(slug: str, council: str, period: str) -> dict[str, str]:
    """The address of a supplier's payments by this council in a year."""
    first, last = year_months(period)
    return {
        "paid": slug,
        "council": council,
        "from": f"{first:%Y-%m}",
        "to": f"{last:%Y-%m}",
    }


def _alt(one: Answer, title: str) -> str:
    each = [
        f"{row['name']} {pounds(row['paid_gbp'], short=True)}" for row in one.frame.rows(named=True)
    ]
    return f"{title}: {joined(each)}." if each else f"{title}: nobody."


def _suppliers_table(
    one: Answer, peers: dict[str, dict], council: str, period: str
) -> pl.DataFrame:
    each = [peers.get(slug, {}) for slug in one.frame["slug"]]
    paying = [
        f"{row['peers_paying']} of {row['peers_held']}" if row.get("peers_held") else None
        for row in each
    ]
    return one.frame.select(
        pl.col("name").alias("Paid to"),
        pl.col("paid_gbp").alias("£"),
        pl.col("share_pct").alias("Share"),
        pl.col("payments").cast(pl.Int64).alias("Payments"),
        pl.col("for_what").alias("Mostly for"),
        pl.Series("Peers held that pay it", paying, pl.String),
        pl.Series("Median of these, £", [row.get("median_gbp") for row in each], pl.Float64),
        pl.Series("These peers", [", ".join(row.get("paying", [])) for row in each], pl.String),
        pl.col("councils").alias("Councils that pay it"),
        spelled(
            one.frame["slug"], lambda slug: f"payments?{urlencode(found_in(slug, council, period))}"
        ).alias("Look"),
    )
