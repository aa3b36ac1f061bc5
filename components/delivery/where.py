"""The map of one kind of deliverer's share."""

import polars as pl
import streamlit as st

from charts import national_map
from charts.inside_sentence import inside
from charts.layout import MAP_CONFIG
from charts.periods import days_in_words
from charts.wording import status_label
from components.address import pick, refusal
from components.answers import answer
from components.delivery.shares import WAYS
from components.delivery.subject import Part
from components.figure.framing import figure
from components.links.clicked_dot import clicked
from components.look import palette
from components.map_shapes import shapes
from components.words.spelling import spelled

ENGLAND = {"centre": {"lat": 52.9, "lon": -1.7}, "zoom": 5.0}
CAVEATS = [
    "The colour is a share and no verdict: neither a high share nor a low one is better by itself.",
    "Districts have no figure of their own where the county runs the service.",
]


def section(part: Part, deliverer: tuple[str, str]) -> None:
    key, name = deliverer
    held = answer("delivery/national", part=part.key).frame.filter(model=key)
    periods = held["period"].to_list()[::-1]
    if wrong := refusal("year", periods, "year"):
        st.info(f"{wrong} The newest is shown instead.")
    period = pick(st.selectbox, "Year", "year", periods, words=days_in_words)
    one = answer("delivery/by_council", part=part.key, deliverer=key, period=period)
    said = {"unit": "%", "decimals": 1}
    title = f"{part.name}: {inside(name)}, share by council, {period}"
    event = figure(
        "where",
        top=True,
        title=title,
        drawn=national_map.draw(
            one.frame,
            geojson_url=shapes("district" if part.is_a_way else "upper", int(period[:4])),
            feature_key="id",
            highlighted=part.council,
            palette=palette(),
            **ENGLAND,
            **said,
        ),
        alt=national_map.alt(one.frame, title=title, period=period, **said),
        table=_table(one.frame),
        columns={"Share, %": st.column_config.NumberColumn(format="%.1f")},
        answers=[one],
        unit=f"% of {part.of}",
        period=period,
        caveats=WAYS if part.is_a_way else CAVEATS,
        config=MAP_CONFIG,
        on_select="rerun",
    )
    _open(event, one.frame)


def _open(event, frame: pl.DataFrame) -> None:
    """A click sets the council beside the nation."""
    slug = dict(frame.select("council", "slug").iter_rows()).get(clicked(event))
    if slug and st.query_params.get("council") != slug:
        st.query_params["council"] = slug
        st.rerun()


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.sort("value", descending=True, nulls_last=True).select(
        pl.col("name").alias("Council"),
        pl.col("value").alias("Share, %"),
        pl.col("amount").alias("Amount"),
        pl.col("total").alias("All"),
        spelled(
            frame.sort("value", descending=True, nulls_last=True)["status"], status_label
        ).alias("Status"),
        pl.col("note").alias("Note"),
    )
