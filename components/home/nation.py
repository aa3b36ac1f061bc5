"""The nation at a glance: headline figures of the edition and the map of spending."""

import polars as pl
import streamlit as st

from charts import national_map
from charts.layout import MAP_CONFIG
from charts.wording import pounds, status_label
from components.answers import answer
from components.figure.framing import figure
from components.look import palette
from components.map_shapes import shapes
from components.words.decided import DERIVED, SUMS, left_out, said_of_it, services_left_out
from components.words.naming import named
from components.words.spelling import spelled

CAVEATS = [
    "Each area shows the sum of all its principal councils: in two-tier areas the district and the "
    "county added, which is a sum and not the figure of either.",
    "Spending more or less is not judged: no verdict is drawn from cost.",
    "The City of London and the Isles of Scilly have too few residents to set the colours.",
    "Scotland, Wales and Northern Ireland count their services otherwise: each is compared within "
    "itself, on the page Map.",
]


def latest() -> str:
    """The newest year for which England's councils have figures."""
    return answer("national/years").frame["period"][0]


def headline(period: str) -> None:
    """What councils decide on leads; the published total stands beside it."""
    rows = {row["service"]: row for row in _headline(period)}
    total, edition = rows["total"], answer("edition/about").one()
    leads = rows[_leading(period)]
    services = [row for key, row in rows.items() if key not in SUMS]
    largest = max(
        (row for row in services if row["service"] not in services_left_out()),
        key=lambda row: row["value_gbp"],
    )
    of = f"{total['councils']} of {total['councils'] + total['without_return']} councils"
    told = f"England {period}: net current expenditure, cash, {of} with a return."
    with st.grid(2, min_column_width=230):
        st.metric(
            "What councils decide on",
            pounds(leads["value_gbp"], short=True),
            border=True,
            help=f"{named(leads)}. {told}",
        )
        st.metric(
            "All their services",
            pounds(total["value_gbp"], short=True),
            border=True,
            help=f"With schools, police and fire. {told}",
        )
        st.metric(
            named(largest),
            pounds(largest["value_gbp"], short=True),
            border=True,
            help=f"The largest of the services that councils decide on. {told}",
        )
        st.metric(
            "Councils",
            f"{edition['councils_now']:,}",
            border=True,
            help="Principal councils of the United Kingdom today. Those that ended since 2010 are "
            f"kept as history. {edition['measures']:,} measures tell what they spend and what "
            "people get.",
        )
    st.caption(
        f"England {period}: net current expenditure on services in cash, {of} with a return; the "
        f"others are not estimated. {said_of_it()}"
    )
    if total["derived"]:
        st.caption(DERIVED.format(period))


def _headline(period: str) -> list[dict[str, object]]:
    return answer("national/headline", period=period).frame.rows(named=True)


def _leading(period: str) -> str:
    """The service that leads: what councils decide on, where the year has it."""
    held = {row["service"] for row in _headline(period) if row["value_gbp"] is not None}
    return next(service for service in SUMS if service in held)


def nation_map(period: str) -> str | None:
    """The map; gives the slug of the council that was clicked."""
    service = _leading(period)
    one = answer("national/spending", period=period, service=service)
    said = {"unit": "£ per head", "decimals": 0}
    what = next(named(row) for row in _headline(period) if row["service"] == service)
    title = f"What councils spend per resident, {period}"
    event = figure(
        "nation",
        title=title,
        drawn=national_map.draw(
            one.frame,
            geojson_url=shapes("district"),
            feature_key="id",
            palette=palette(),
            **said,
        ),
        alt=national_map.alt(
            one.frame, title="council spending per resident", period=period, **said
        ),
        table=_table(one.frame),
        columns=dict.fromkeys(
            ["£ per head", "District’s own", "County’s"],
            st.column_config.NumberColumn(format="£%,.0f"),
        ),
        answers=[one],
        sources=answer("national/years").frame.filter(pl.col("period") == period)["sources"][0],
        unit=f"£ per head: {what[0].lower()}{what[1:]}; {_base()} prices (GDP deflator)",
        period=period,
        caveats=[
            *CAVEATS,
            *([DERIVED.format(period)] if "derived" in one.frame["status"] else []),
            *left_out(),
        ],
        config=MAP_CONFIG,
        on_select="rerun",
    )
    return _clicked(event, one.frame)


def _clicked(event, frame: pl.DataFrame) -> str | None:
    points = event.selection.points if event else []
    key = points[0].get("location") or points[0].get("customdata") if points else None
    return dict(frame.select("council", "slug").iter_rows()).get(key)


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("Council"),
        pl.col("value").alias("£ per head"),
        pl.col("own_gbp_per_head").alias("District’s own"),
        pl.col("county_gbp_per_head").alias("County’s"),
        pl.col("county_name").alias("County"),
        spelled(frame["status"], status_label).alias("Status"),
    )


def _base() -> str:
    return answer("edition/about").one()["price_base"]
