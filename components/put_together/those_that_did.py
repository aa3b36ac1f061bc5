"""What became of the areas that reorganised in 2019 to 2023, before and after."""

import polars as pl
import streamlit as st

from charts import trend
from charts.inside_sentence import inside
from charts.wording import joined
from components.address import pick
from components.answers import answer
from components.figure.framing import figure
from components.look import palette
from components.words.naming import named, safe
from findings.before_and_after import ASSOCIATION, what_became

CAVEATS = (
    ASSOCIATION,
    "A year in which one of the councils made no return, or its line lacks in a compiled year, has "
    "no sum.",
    "The residents are those of the same area in all years.",
)
SERVICES = ("decided", "total")


def section() -> None:
    st.header("What happened where councils were put together", anchor="did")
    areas = {
        row["area"].lower(): row
        for row in answer("put_together/reorganised").frame.rows(named=True)
    }
    services = _services()
    columns = st.columns([3, 2])
    with columns[0]:
        chosen = pick(
            st.selectbox, "Area", "area", list(areas), words=lambda key: _label(areas[key])
        )
    with columns[1]:
        service = pick(
            st.selectbox, "Service", "service", list(services), words=services.__getitem__
        )
    area = areas[chosen]
    one = answer("put_together/before_and_after", area=area["area"], service=service)
    frame = one.frame.select(
        "period",
        pl.col("real_per_head_gbp").alias("value"),
        pl.when(pl.col("real_per_head_gbp").is_null())
        .then(pl.lit("not_comparable"))
        .otherwise(pl.lit("published"))
        .alias("status"),
        pl.Series("note", [_note(row) for row in one.frame.rows(named=True)], dtype=pl.String),
        pl.col("beside_n").cast(pl.Int64).alias("peers_n"),
        pl.col("beside_median").alias("peers_median"),
        pl.col("beside_q1").alias("peers_q1"),
        pl.col("beside_q3").alias("peers_q3"),
    )
    st.markdown(f"{safe(what_became(area, one.frame))} {ASSOCIATION}")
    first_after = one.frame.filter(side="after")["period"].to_list()[:1]
    said = {"council_name": area["name"], "unit": "£ per head", "peers_name": "areas that did not"}
    title = (
        f"{area['name']}: {inside(services[service])}, before and after {area['takes_effect']:%Y}"
    )
    figure(
        "before-and-after",
        title=title,
        drawn=trend.draw(frame, breaks=first_after, palette=palette(), **said),
        alt=trend.alt(frame, title=title, **said),
        table=_table(one.frame),
        columns={
            name: st.column_config.NumberColumn(format="£%,.0f")
            for name in ("£ per head", "Areas that did not: median")
        },
        answers=[one],
        unit="£ per head, real terms",
        period=f"{one.frame['period'].min()} to {one.frame['period'].max()}",
        caveats=CAVEATS,
    )


def _services() -> dict[str, str]:
    rows = answer("service/sums").frame.rows(named=True)
    names = {row["service"]: named(row) for row in rows}
    return {key: names[key] for key in SERVICES if key in names}


def _label(area: dict[str, object]) -> str:
    return f"{area['name']}, {area['takes_effect']:%Y}"


def _note(row: dict[str, object]) -> str | None:
    lacking = row["lacking"]
    return f"no figure of {joined(lacking)}" if isinstance(lacking, list) and lacking else None


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.reverse().select(
        pl.col("period").alias("Year"),
        pl.col("side").alias("Side"),
        pl.col("real_per_head_gbp").alias("£ per head"),
        pl.col("beside_median").alias("Areas that did not: median"),
        pl.col("beside_n").alias("Areas"),
        pl.col("lacking").list.join(", ").alias("No figure of"),
    )
