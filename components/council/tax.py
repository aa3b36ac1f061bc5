"""Council tax as a receipt: who gets what of a Band D bill."""

import polars as pl
import streamlit as st

from charts import money_rows
from charts.wording import pounds, status_label
from components.answers import Answer, answer
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject
from components.peers.titles import inside, titled
from components.words.naming import named, safe
from components.words.spelling import spelled

CAVEATS = [
    "Council tax is not earmarked: the council’s own part is shared out in proportion to what it "
    "spends on each service, which is a way of showing it, not an account of it.",
    "A service that brings in more than it costs takes no part.",
    "Schools and public health are left out, because separate government grants pay for nearly all "
    "of them.",
    "An average over the area’s parishes; a home in another band pays a fixed fraction or multiple "
    "of Band D, and discounts apply.",
]
ABSENT = {
    "Wales": "Council tax of Welsh councils is not in this edition: the Welsh Government publishes "
    "it on StatsWales.",
    "Northern Ireland": "There is no council tax in Northern Ireland: homes pay rates, set partly "
    "by the council and partly by the Northern Ireland Executive.",
}


def section(subject: Subject, spending_period: str | None) -> None:
    st.header("Council tax as a receipt", anchor="tax")
    one = answer("council/tax_receipt", council=subject.key, spending_period=spending_period)
    if one.frame.height:
        _receipt(subject, one)
        return
    bands = answer("council/tax_bands", council=subject.key)
    if bands.frame.height:
        _bands(subject, bands)
    else:
        st.info(ABSENT.get(subject.about["nation"], "No council tax figures in this edition."))


def _receipt(subject: Subject, one: Answer) -> None:
    period = one.frame["period"][0]
    frame = _named(one.frame)
    total, own = frame["value_gbp"].sum(), frame.filter("own_part")["value_gbp"].sum()
    whole = subject.about["tier"] != "upper"
    name = "Band D bill" if whole else "The county’s part of a Band D bill"
    title = titled(subject, inside(name), period)
    st.markdown(_finding(subject, period, total, own, whole))
    figure(
        "council-tax",
        council=subject.name,
        title=title,
        drawn=money_rows.draw_receipt(frame, total_name=name, palette=palette()),
        alt=money_rows.alt_receipt(frame, title=title, period=period, total_name=name),
        table=_table(frame),
        columns={"£": st.column_config.NumberColumn(format="£%,.2f")},
        answers=[one],
        sources=_spending_sources(subject, one),
        unit="£ a year, cash, a Band D home with two adults",
        period=period,
        caveats=CAVEATS,
    )


def _bands(subject: Subject, bands: Answer) -> None:
    """Where only whole bills are published: what each band pays."""
    frame = bands.frame.filter(pl.col("line").str.starts_with("area_band_"))
    period = frame["period"].max()
    frame = frame.filter(pl.col("period") == period)
    title = titled(subject, "council tax by band", period)
    figure(
        "council-tax",
        council=subject.name,
        title=title,
        drawn=money_rows.draw_income(frame, palette=palette()),
        alt=money_rows.alt_receipt(frame, title=title, period=period, total_name="All bands"),
        table=_table(frame),
        columns={"£": st.column_config.NumberColumn(format="£%,.2f")},
        answers=[bands],
        unit="£ a year, cash, a home with two adults",
        period=period,
        caveats=["Without charges for water and sewerage, which are on the same bill in Scotland."],
    )


def _finding(subject: Subject, period: str, total: float, own: float, whole: bool) -> str:
    name = safe(subject.name)
    if not whole:
        return (
            f"In {period} a Band D home pays {name} **{pounds(own, decimals=2)}**. The district, "
            "police and others come on top: see the page of the district council."
        )
    return (
        f"In {period} a Band D home here pays **{pounds(total, decimals=2)}**, of which "
        f"{name} itself gets **{pounds(own, decimals=2)}**."
    )


def _spending_sources(subject: Subject, one: Answer) -> list[str]:
    period = one.takes["spending_period"]
    years = answer("national/years").frame
    found = years.filter(pl.col("period") == period)["sources"].to_list() if period else []
    return list(found[0]) if found else []


def _named(frame: pl.DataFrame) -> pl.DataFrame:
    names = [named(row) for row in frame.rows(named=True)]
    return frame.with_columns(plain_name=pl.Series(names, dtype=pl.String))


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("plain_name").alias("Part"),
        pl.col("value_gbp").alias("£"),
        spelled(frame["status"], status_label).alias("Status"),
        pl.col("note").alias("What it is"),
    )
