"""Where the council's money comes from, and what it holds and owes."""

import polars as pl
import streamlit as st

from charts import balances, money_rows
from charts.inside_sentence import inside
from charts.wording import count_words, joined, pounds, status_label
from components.address import pick
from components.answers import Answer, answer
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject
from components.peers.titles import titled
from components.words.naming import named, safe
from components.words.spelling import spelled

BASES = {"outturn": "as it came out", "budget": "as planned"}
CASH = "£, cash"
FUNDING_CAVEATS = [
    "A budget is a plan and an outturn is what happened: the two are never one series.",
    "Grants that only pass through, mostly housing benefit, and council housing are left out.",
    "Negative: reserves were added to, or a deficit of earlier years was paid.",
]
POSITION_CAVEATS = [
    "Cash, not adjusted for inflation.",
    "Years without a mark for a figure are in no file of this edition.",
    "Schools’ reserves belong to the schools; the council cannot spend them.",
]
EXPECTED = (
    "A budget return made before the year was out expected on 31 March {}: {}. Estimates stand in "
    "no series with what came out."
)
OLD = "The newest {} held here are of 31 March {}, {} before the newest spending ({})."
ABSENT = {
    "Scotland": "Funding, reserves and borrowing of Scottish councils are not in this edition, "
    "apart from borrowing to 2020: the Scottish Government publishes them in its local "
    "government finance statistics.",
    "Wales": "Funding and reserves of Welsh councils are not in this edition: the Welsh "
    "Government publishes them on StatsWales.",
    "Northern Ireland": "Funding and reserves are not in this edition: councils of Northern "
    "Ireland publish them in their own accounts.",
}


def section(subject: Subject) -> None:
    st.header("Where the money comes from", anchor="money")
    rows = answer("council/funding_years", council=subject.key).frame.rows(named=True)
    held = ("published", "budget")
    years = {f"{r['period']}-{r['basis']}": r for r in rows if r["status"] in held}
    if years:
        _funding(subject, years)
    else:
        st.info(
            ABSENT.get(subject.about["nation"], "No return of this council on its funding is held.")
        )


def health(subject: Subject) -> None:
    """Reserves and borrowing, each where a file has them."""
    expected = answer("council/expected", council=subject.key, family="reserves").frame
    held = {
        "reserves": answer("council/positions", council=subject.key, family="reserves"),
        "borrowing": answer("council/positions", council=subject.key, family="borrowing"),
    }
    if not any(one.frame.height for one in held.values()):
        return
    st.header("Financial health", anchor="health")
    columns = st.columns(2)
    with columns[0]:
        _balance(subject, held["reserves"], "Reserves at the end of each year", "reserves")
        if expected.height:
            st.markdown(_expected(expected))
    with columns[1]:
        totals = held["borrowing"].frame.filter(pl.col("line") == "borrowing_total")
        one = held["borrowing"]._replace(frame=totals)
        _balance(subject, one, "Borrowing at the end of each year", "borrowing")


def _funding(subject: Subject, years: dict[str, dict[str, object]]) -> None:
    chosen = pick(
        st.selectbox,
        "Year of the return",
        "funding",
        list(years),
        words=lambda key: f"{years[key]['period']}, {BASES[years[key]['basis']]}",
    )
    year = years[chosen]
    period, basis = year["period"], year["basis"]
    one = answer("council/funding", council=subject.key, period=period, basis=basis)
    frame = _named(one.frame.filter(pl.col("value_gbp").fill_null(1) != 0))
    title = titled(subject, "where the money comes from", f"{period} ({basis}, {BASES[basis]})")
    st.markdown(
        f"In {period} {safe(subject.name)} {'planned to need' if basis == 'budget' else 'needed'} "
        f"**{pounds(year['revenue_expenditure_gbp'], short=True)}** for services, debt and "
        "investment paid from income. It came from:"
    )
    figure(
        "funding",
        council=subject.name,
        title=title,
        drawn=money_rows.draw_income(frame, palette=palette()),
        alt=money_rows.alt_income(frame, title=title, period=period),
        table=_table(one.frame),
        columns=_columns(),
        answers=[one],
        unit=CASH,
        period=f"{period}, {basis}",
        caveats=FUNDING_CAVEATS,
    )


def _balance(subject: Subject, one: Answer, title: str, key: str) -> None:
    frame = one.frame
    if not frame.height:
        why = ABSENT.get(subject.about["nation"], f"No return of it with its {key} is held.")
        st.info(f"No figures on {key}. {why}")
        return
    st.markdown(_how_old(frame["period"].max(), key))
    named_frame = _named(_every_year(frame))
    figure(
        key,
        council=subject.name,
        title=titled(subject, inside(title)),
        drawn=balances.draw(named_frame, palette=palette()),
        alt=balances.alt(named_frame, title=title, council_name=subject.name),
        table=_table(frame.sort("period", descending=True), with_period=True),
        columns=_columns(),
        answers=[one],
        unit=CASH,
        period=f"at 31 March, end of {frame['period'][0]} to {frame['period'][-1]}",
        caveats=POSITION_CAVEATS,
    )


def _expected(frame: pl.DataFrame) -> str:
    """What was expected, line by line, a line below zero included."""
    period = frame["period"].max()
    rows = frame.filter(pl.col("period") == period, pl.col("value_gbp").is_not_null())
    lines = [
        f"{safe(inside(named(row)))} **{pounds(row['value_gbp'], short=True)}**"
        for row in rows.rows(named=True)
        if row["value_gbp"]
    ]
    return EXPECTED.format(_end(period), joined(lines)) if lines else ""


def _how_old(period: str, what: str) -> str:
    """How many years lie between the newest figures held and the newest spending."""
    newest = answer("edition/about").one()["latest_spending_period"]
    years = _end(newest) - _end(period)
    words = {"reserves": "reserves", "borrowing": "figures of borrowing"}[what]
    if years < 1:
        return ""
    return OLD.format(words, _end(period), count_words(years, "year"), newest)


def _end(period: str) -> int:
    """The calendar year in which a financial year ends: 2024 of 2023-24."""
    return int(period[:4]) + 1


def _every_year(frame: pl.DataFrame) -> pl.DataFrame:
    """With a row for each year between the first and last that no file has: a gap, not a line."""
    first, last = int(frame["period"][0][:4]), int(frame["period"][-1][:4])
    every = [f"{year}-{(year + 1) % 100:02}" for year in range(first, last + 1)]
    absent = [period for period in every if period not in set(frame["period"])]
    line = frame.head(1).select("line", "plain_name", "official_name")
    gaps = pl.DataFrame({"period": absent}, schema={"period": pl.String}).join(line, how="cross")
    gaps = gaps.with_columns(status=pl.lit("not_held"), value_gbp=pl.lit(None, pl.Float64))
    return pl.concat([frame, gaps], how="diagonal").sort("period", maintain_order=True)


def _named(frame: pl.DataFrame) -> pl.DataFrame:
    names = [named(row) for row in frame.rows(named=True)]
    return frame.with_columns(plain_name=pl.Series(names, dtype=pl.String))


def _table(frame: pl.DataFrame, with_period: bool = False) -> pl.DataFrame:
    columns = [
        pl.col("plain_name").alias("Line"),
        pl.col("official_name").alias("In the return"),
        pl.col("value_gbp").alias("£"),
        spelled(frame["status"], status_label).alias("Status"),
        pl.col("note").alias("What it is"),
    ]
    if with_period:
        columns = [pl.col("period").alias("Year to 31 March"), *columns]
    return frame.select(columns)


def _columns() -> dict[str, object]:
    return {"£": st.column_config.NumberColumn(format="£%,.0f")}
