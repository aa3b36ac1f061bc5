"""Council tax: who gets what of a Band D bill as it was set, and the receipt made of it."""

import polars as pl
import streamlit as st

from charts import money_rows
from charts.inside_sentence import inside
from charts.wording import joined, pounds, status_label
from components.answers import Answer, answer
from components.council import apportionment, bill
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject
from components.peers.titles import titled
from components.words.naming import safe
from components.words.spelling import spelled

CAVEATS = [
    "An average over the area’s parishes; a home in another band pays a fixed fraction or multiple "
    "of Band D, and discounts apply.",
]
CARE = (
    "The adult social care precept in pounds is as published; on a Band D home it is divided here "
    "by the homes that the tax is counted on. Most councils report the year’s own rise alone, not "
    "the sum of all years since 2016-17."
)
BANDS = {
    "Scotland": ["Without charges for water and sewerage, which are on the same bill in Scotland."],
    "Wales": [
        "Band D alone, with police and community councils; it may be a penny off, because most "
        "extracts gave Band I, of which Band D is 9/21.",
    ],
}
RECEIVED = (
    "A receipt, not a plan: what came in from April to March, whichever year’s tax it paid, for "
    "the council and for everybody who is paid through its bill. It is no rate of collection and "
    "not what the council itself set out to raise."
)
ABSENT = {
    "Wales": "Council tax of this council is in no file held here: the Welsh Government publishes "
    "it on StatsWales.",
    "Northern Ireland": "There is no council tax in Northern Ireland: homes pay rates, set partly "
    "by the council and partly by the Northern Ireland Executive.",
}


def section(subject: Subject, spending_period: str | None) -> None:
    st.header("Council tax, as set and as a receipt", anchor="tax")
    one = answer("council/tax_bill", council=subject.key)
    if one.frame.height:
        _bill(subject, one)
        apportionment.section(subject, spending_period)
        _received(subject)
        return
    bands = answer("council/tax_bands", council=subject.key)
    if bands.frame.height:
        _bands(subject, bands)
    else:
        st.info(
            ABSENT.get(
                subject.about["nation"], "No council tax of this council is in a file held here."
            )
        )


def _bill(subject: Subject, one: Answer) -> None:
    """What each body is paid, as it was set; nothing of it is apportioned."""
    frame = bill.with_names(one.frame).with_columns(
        plain_name=pl.when(pl.col("line") == "band_d")
        .then(pl.lit(subject.name))
        .otherwise("plain_name")
    )
    period = frame["period"][0]
    parts = frame.filter(~pl.col("of_which"))
    own = parts.filter(line="band_d")["value_gbp"].sum()
    whole = subject.about["tier"] != "upper"
    name = "Band D bill" if whole else "The county’s part of a Band D bill"
    title = titled(subject, inside(name), period)
    st.markdown(_finding(subject, period, parts["value_gbp"].sum(), own, whole))
    care = frame.filter("of_which").rows(named=True)
    if care:
        st.markdown(_care(subject, care[0]))
    figure(
        "council-tax",
        council=subject.name,
        title=title,
        drawn=money_rows.draw_receipt(parts, total_name=name, palette=palette()),
        alt=money_rows.alt_receipt(parts, title=title, period=period, total_name=name),
        table=bill.table(frame),
        columns={"£": st.column_config.NumberColumn(format="£%,.2f")},
        answers=[one],
        unit="£ a year, cash, a Band D home with two adults",
        period=period,
        caveats=[*CAVEATS, *([CARE] if care else [])],
    )


def _care(subject: Subject, row: dict[str, object]) -> str:
    """The precept that may be spent on adult social care alone, and whose it is."""
    whose = subject.about["county_name"] or subject.name
    return (
        f"Of {safe(whose)}’s part **{pounds(row['value_gbp'], decimals=2)}** is the adult social "
        "care precept, which may be spent on nothing else: "
        f"{pounds(row['precept_gbp'], short=True)}"
        f" over {row['homes']:,.0f} homes counted as Band D. It may be one year’s rise alone."
    )


def _bands(subject: Subject, bands: Answer) -> None:
    """Where only whole bills are published: what each band pays."""
    frame = bands.frame.filter(pl.col("line").str.starts_with("area_band_"))
    period = frame["period"].max()
    one_band = _over_years(subject, frame)
    frame = frame.filter(pl.col("period") == period)
    title = titled(subject, "council tax by band", period)
    if one_band:
        st.markdown(one_band)
    figure(
        "council-tax",
        council=subject.name,
        title=title,
        drawn=money_rows.draw_income(frame, palette=palette()),
        alt=money_rows.alt_receipt(frame, title=title, period=period, total_name="All bands"),
        table=bill.table(frame),
        columns={"£": st.column_config.NumberColumn(format="£%,.2f")},
        answers=[bands],
        unit="£ a year, cash, a home with two adults",
        period=period,
        caveats=BANDS.get(subject.about["nation"], []),
    )


def _over_years(subject: Subject, frame: pl.DataFrame) -> str:
    """What Band D pays, the newest year first."""
    rows = frame.filter(pl.col("line") == "area_band_d", pl.col("value_gbp").is_not_null())
    years = rows.sort("period", descending=True).rows(named=True)
    if not years:
        return ""
    said = [f"**{pounds(row['value_gbp'], decimals=2)}** in {row['period']}" for row in years]
    derived = any(row["status"] == "derived" for row in years)
    source = " Years from a secondary compilation are marked so in the table." if derived else ""
    return f"A Band D home in {safe(subject.name)} pays {joined(said)}.{source}"


def _received(subject: Subject) -> None:
    """What came in of the newest year, with its parts; nothing where no receipt is held."""
    one = answer("council/tax_received", council=subject.key)
    if not one.frame.height:
        return
    period = one.frame["period"][0]
    newest = bill.with_names(one.frame.filter(pl.col("period") == period))
    parts = newest.filter(pl.col("line") != "tax_received")
    whole = newest.filter(pl.col("line") == "tax_received")["value_gbp"].sum()
    title = titled(subject, "council tax received", period)
    st.markdown(
        f"In {period} **{pounds(whole, short=True)}** of council tax came in here, for the council "
        "and for all who are paid through its bill."
    )
    figure(
        "council-tax-received",
        council=subject.name,
        title=title,
        drawn=money_rows.draw_income(parts, palette=palette()),
        alt=money_rows.alt_income(parts, title=title, period=period),
        table=_table_by_year(bill.with_names(one.frame)),
        columns={"£": st.column_config.NumberColumn(format="£%,.0f")},
        answers=[one],
        unit="£, cash",
        period=f"{period}, receipts of the year",
        caveats=[RECEIVED],
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


def _table_by_year(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("period").alias("Year"),
        pl.col("plain_name").alias("Line"),
        pl.col("value_gbp").alias("£"),
        spelled(frame["status"], status_label).alias("Status"),
        pl.col("note").alias("What it is"),
    )
