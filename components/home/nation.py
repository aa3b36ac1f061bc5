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
from components.words.naming import named
from components.words.spelling import spelled

CAVEATS = [
    "Each area shows the sum of all its principal councils: in two-tier areas the district and the "
    "county added, which is a sum and not the figure of either.",
    "Spending more is neither good nor bad: no verdict is drawn from cost.",
    "Fire and police are in the figure only where the council itself runs them.",
    "The City of London and the Isles of Scilly have too few residents to set the colours.",
    "Scotland, Wales and Northern Ireland have no spending return of this kind in the edition.",
]


def latest_official() -> str:
    """The newest year for which England's councils have official figures."""
    return answer("national/years").frame["period"][0]


def headline(period: str) -> None:
    rows = {
        row["service"]: row
        for row in answer("national/headline", period=period).frame.rows(named=True)
    }
    total, edition = rows["total"], answer("edition/about").one()
    largest = max((r for key, r in rows.items() if key != "total"), key=lambda r: r["value_gbp"])
    of = f"{total['councils']} of {total['councils'] + total['without_return']} councils"
    with st.grid(2, min_column_width=230):
        st.metric(
            f"England’s councils, {period}",
            pounds(total["value_gbp"], short=True),
            border=True,
            help=f"Net current expenditure on services, cash, {of} with a return.",
        )
        st.metric(
            named(largest),
            pounds(largest["value_gbp"], short=True),
            border=True,
            help=f"The largest service, {period}, cash, {of} with a return.",
        )
        st.metric(
            "Councils",
            f"{edition['councils_now']:,}",
            border=True,
            help="Principal councils of the United Kingdom today. Those that ended since 2010 are "
            "kept as history.",
        )
        st.metric(
            "Measures",
            f"{edition['measures']:,}",
            border=True,
            help="Of spending, of what people get and of the place; each with its source, its "
            "direction and its known problems.",
        )
    st.caption(
        f"England {period}: net current expenditure on services in cash, {of} with a return; the "
        "others did not submit one and are not estimated."
    )


def nation_map(period: str) -> str | None:
    """The map; gives the slug of the council that was clicked."""
    one = answer("national/spending", period=period)
    said = {"unit": "£ per head", "decimals": 0}
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
        unit=f"£ per head on all services, {_base()} prices (GDP deflator)",
        period=period,
        caveats=CAVEATS,
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
