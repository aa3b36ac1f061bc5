"""The nation at a glance: what England's councils spend in a sentence, and the map of all four."""

import polars as pl
import streamlit as st

from charts import national_map
from charts.inside_sentence import inside
from charts.layout import MAP_CONFIG
from charts.wording import count_words, joined, pounds, status_label
from components.answers import answer
from components.figure.framing import figure
from components.links.clicked_dot import clicked
from components.look import palette
from components.map_shapes import shapes
from components.words.decided import DERIVED, SUMS, left_out, said_of_it, services_left_out
from components.words.naming import named, safe
from components.words.spelling import spelled

CAVEATS = [
    "Each nation’s councils do other work and count it otherwise, so every area is set beside the "
    "median of its own nation, and a colour says nothing across a border.",
    "Each area shows the sum of all its principal councils: in two-tier areas the district and the "
    "county added, which is a sum and not the figure of either.",
    "Spending more or less is not judged: no verdict is drawn from cost.",
    "The City of London and the Isles of Scilly have too few residents to set the colours or to "
    "count in a median.",
]
UNIT = "% from its nation’s median"


def latest() -> str:
    """The newest year for which England's councils have figures."""
    return answer("national/years").frame["period"][0]


def headline(period: str) -> None:
    """What councils decide on leads; the published total stands beside it."""
    rows = {row["service"]: row for row in _headline(period)}
    total, leads = rows["total"], rows[_leading(period)]
    services = [row for key, row in rows.items() if key not in SUMS]
    largest = max(
        (row for row in services if row["service"] not in services_left_out()),
        key=lambda row: row["value_gbp"],
    )
    of = f"{total['councils']} of {total['councils'] + total['without_return']} councils"
    st.markdown(
        f"In {period} England’s councils spent **{_money(leads)}** on what they decide on, most of "
        f"it on {safe(inside(named(largest)))} ({_money(largest)}); with schools, police and fire "
        f"it was **{_money(total)}**."
    )
    st.caption(
        f"Net current expenditure on services in cash, {of} with a return; the others are not "
        f"estimated. {said_of_it()}"
    )
    if total["derived"]:
        st.caption(DERIVED.format(period))


def _money(row: dict[str, object]) -> str:
    return safe(pounds(row["value_gbp"], short=True))


def _headline(period: str) -> list[dict[str, object]]:
    return answer("national/headline", period=period).frame.rows(named=True)


def _leading(period: str) -> str:
    """The service that leads: what councils decide on, where the year has it."""
    held = {row["service"] for row in _headline(period) if row["value_gbp"] is not None}
    return next(service for service in SUMS if service in held)


def nation_map(period: str) -> str | None:
    """The map of all four nations; gives the slug of the council that was clicked."""
    service = _leading(period)
    one = answer("national/spending", period=period, service=service)
    said = {"unit": UNIT, "decimals": 0}
    title = "What councils spend per resident, beside the median of their own nation"
    frame = _beside_median(one.frame)
    event = figure(
        "nation",
        title=f"{title}, {period}",
        drawn=national_map.draw(
            frame,
            geojson_url=shapes("district"),
            feature_key="id",
            palette=palette(),
            **said,
        ),
        alt=_said(frame, f"{title}, {period}"),
        table=_table(one.frame),
        columns=dict.fromkeys(
            ["£ per head", "Nation’s median", "District’s own", "County’s"],
            st.column_config.NumberColumn(format="£%,.0f"),
        )
        | {"% from median": st.column_config.NumberColumn(format="%.0f%%")},
        answers=[one],
        sources=sources_of_year(period),
        unit=f"{UNIT} of £ per head; {_base()} prices (GDP deflator)",
        period=period,
        caveats=[
            *CAVEATS,
            *_derived(one.frame),
            *left_out(),
        ],
        config=MAP_CONFIG,
        on_select="rerun",
    )
    st.caption(" ".join(_nations(one.frame, service, period)))
    return _clicked(event, one.frame)


def sources_of_year(period: str) -> list[str]:
    """The sources of the newest figures of every nation that the map shows."""
    years = answer("national/sources", period=period).frame
    return sorted({source for row in years["sources"] for source in row})


def _beside_median(frame: pl.DataFrame) -> pl.DataFrame:
    """What the map colours, with the amount and its nation's median in the words of each area."""
    amount = [
        None
        if row["value"] is None
        else ", ".join(
            filter(
                None,
                [
                    f"{pounds(row['value'])} per head in {row['period']}",
                    f"{row['nation']}’s median {pounds(row['median_gbp'])}",
                    row["note"],
                ],
            )
        )
        for row in frame.iter_rows(named=True)
    ]
    return frame.with_columns(
        pl.col("from_median_pct").alias("value"),
        pl.Series("note", amount, dtype=pl.String),
    )


def _nations(frame: pl.DataFrame, service: str, period: str) -> list[str]:
    """What each nation's amount is, and of which year where it is another."""
    lead = next(named(row) for row in _headline(period) if row["service"] == service)
    said = [f"England: {inside(lead)}, {period}."]
    for (nation, year), rows in frame.group_by(["nation", "period"], maintain_order=True):
        held = rows["value"].count()
        if nation != "England" and held:
            said.append(f"{nation}: all services of its own list, {year} ({held} councils).")
    return said


def _derived(frame: pl.DataFrame) -> list[str]:
    """Which nations' figures come from a compilation."""
    nations = frame.filter(status="derived")["nation"].unique().sort().to_list()
    return [DERIVED.format(joined(nations))] if nations else []


def _said(frame: pl.DataFrame, title: str) -> str:
    """Who lies furthest below and above the median of its nation; those of few residents do not."""
    known = frame.filter(pl.col("value").is_not_null() & ~pl.col("sparse")).sort("value")
    absent = count_words(frame["value"].null_count(), "council")
    low, high = known.row(0, named=True), known.row(-1, named=True)
    return (
        f"{title}: from {safe(low['name'])}, {abs(low['value']):.0f}% below its nation’s median, "
        f"to {safe(high['name'])}, {high['value']:.0f}% above; {known.height} councils have a "
        f"figure. {absent} without one."
    )


def _clicked(event, frame: pl.DataFrame) -> str | None:
    return dict(frame.select("council", "slug").iter_rows()).get(clicked(event))


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("Council"),
        pl.col("nation").alias("Nation"),
        pl.col("period").alias("Year"),
        pl.col("from_median_pct").alias("% from median"),
        pl.col("value").alias("£ per head"),
        pl.col("median_gbp").alias("Nation’s median"),
        pl.col("own_gbp_per_head").alias("District’s own"),
        pl.col("county_gbp_per_head").alias("County’s"),
        pl.col("county_name").alias("County"),
        spelled(frame["status"], status_label).alias("Status"),
    )


def _base() -> str:
    return answer("edition/about").one()["price_base"]
