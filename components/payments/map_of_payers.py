"""Where the paying councils are: their sums over their residents, on the map."""

from dataclasses import replace
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from charts import national_map
from charts.inside_sentence import inside
from charts.layout import MAP_CONFIG
from charts.months import months_between, span_words
from charts.wording import count_words, joined
from components.address import pick, refusal
from components.answers import Answer, answer
from components.figure.framing import figure
from components.links.clicked_dot import clicked
from components.look import palette
from components.map_shapes import shapes
from components.payments.figures import NUMBER, told
from components.payments.finding import Found
from components.payments.search_request import go
from components.words.naming import class_words, safe
from components.words.spelling import spelled
from queries.searching import Search, write

ENGLAND = {"centre": {"lat": 52.9, "lon": -1.7}, "zoom": 5.0}
LAYERS = {
    "upper": "Counties and single-tier councils",
    "district": "Districts and single-tier councils",
}
POUNDS = st.column_config.NumberColumn(format="£%,.2f")
YEAR = 12
MOST_LINKS = 10
A_YEAR = "£ per head in twelve months"
IN_ALL = "£ per head"
FEW_RESIDENTS = (
    "The City of London and the Isles of Scilly have few residents: they are shown and do not set "
    "the colours. Transport, police, fire and combined authorities have no area of their own here."
)
DUTIES = (
    "Councils of different kinds have different duties: a district runs no social care, a county "
    "empties no bins. More or less per head is no verdict."
)
UNEVEN = (
    "Of a council of which more than twelve months are held it is the sum of all of them, divided "
    "by the months and taken twelve times; with fewer than twelve of those asked for there is no "
    "figure."
)
TREASURY = (
    "Money moved by the treasury and lines of the balance sheet (loans, investments, taxes passed "
    "on) are left out of the map: its sums may be lower than those of the bars."
)
HINT = "Click a council to open its payments."


def by_head(found: Found) -> None:
    """Draw the map; a click searches in that council alone."""
    if wrong := refusal("areas", list(LAYERS), "kind of areas"):
        st.info(f"{wrong} The usual one is shown instead.")
    layer = pick(
        st.segmented_control, "Areas", "areas", list(LAYERS), words=LAYERS.get, required=True
    )
    one = _areas(found, layer)
    frame = one.frame
    if frame["value"].count() < 2:
        _too_few(found)
        return
    said = {"unit": _unit(found), "decimals": 2}
    title = f"Where it was paid, {_unit(found)}: {found.asked.scope}"
    more = told(found, [TREASURY, DUTIES, FEW_RESIDENTS, *([UNEVEN] if _of_years(found) else [])])
    event = figure(
        "map",
        top=True,
        title=title,
        drawn=national_map.draw(
            frame, geojson_url=shapes(layer), feature_key="id", palette=palette(), **ENGLAND, **said
        ),
        alt=national_map.alt(frame, title=inside(title), period=str(more["period"]), **said),
        table=_table(found, frame),
        columns={
            "£": POUNDS,
            "Left out, £": POUNDS,
            _unit(found): POUNDS,
            "Payments": NUMBER,
            "Residents": NUMBER,
            "Look": st.column_config.LinkColumn("Its payments", display_text="Look through them"),
        },
        answers=[one, found.part("council")],
        config=MAP_CONFIG,
        on_select="rerun",
        **(more | {"unit": f"{_unit(found)}, cash, credits taken off"}),
    )
    st.caption(HINT)
    _links(found, frame)
    if slug := _clicked(event, frame):
        go(_alone(found, slug))
        st.rerun()


def _areas(found: Found, layer: str) -> Answer:
    """The councils of the layer with their sum over their residents, or why there is none.

    Money of the treasury buys nothing: it is no part of the sum.
    """
    year = found.held_in["last_month"].max().year
    one = answer("payments/areas", layer=layer, year=year)
    paid = found.part("council").frame.select(
        pl.col("key").alias("council"),
        pl.col("amount_gbp") - pl.col("treasury_gbp"),
        "treasury_gbp",
        "payments",
    )
    months = found.held_in.select("council", "months")
    frame = one.frame.join(paid, on="council", how="left", maintain_order="left").join(
        months, on="council", how="left", maintain_order="left"
    )
    least = min(YEAR, _asked_months(found))
    times = YEAR / pl.col("months") if _of_years(found) else pl.lit(1.0)
    enough = (pl.col("months") >= least) & (pl.col("amount_gbp") != 0).fill_null(False)
    return one._replace(
        frame=frame.with_columns(
            value=pl.when(enough).then(pl.col("amount_gbp") / pl.col("residents") * times),
            status=pl.when(enough).then(pl.lit("published")).otherwise(pl.lit("not_held")),
            note=pl.Series([_why(row, least) for row in frame.rows(named=True)], dtype=pl.String),
        )
    )


def _why(row: dict[str, object], least: int) -> str | None:
    """What stands beside a figure, or in its place."""
    if not row["held"]:
        return "none of its payments are held here"
    if row["months"] is None:
        return "another council was asked for"
    if row["months"] < least:
        return f"{row['months']} of {count_words(least, 'month')} held"
    if row["amount_gbp"] is None:
        return "no payment of it is in this search, which does not mean that nothing was paid"
    if not row["amount_gbp"]:
        return "all of it is money of the treasury, or credits outweigh it"
    return f"{count_words(row['payments'], 'payment')}, {count_words(row['months'], 'month')} held"


def _asked_months(found: Found) -> int:
    """How many months the search asks for; of no months in particular, those of all files."""
    search, frame = found.asked.search, found.held_in
    first = search.first or frame["first_month"].min()
    return len(list(months_between(first, search.last or frame["last_month"].max())))


def _of_years(found: Found) -> bool:
    return _asked_months(found) >= YEAR


def _unit(found: Found) -> str:
    return A_YEAR if _of_years(found) else IN_ALL


def _too_few(found: Found) -> None:
    frame = found.held_in
    span = span_words(frame["first_month"].min(), frame["last_month"].max())
    st.info(
        f"A map needs two councils of these areas with every month that is asked for ({span}): the "
        "sums below are of all that is held."
    )


def _alone(found: Found, slug: str) -> Search:
    return replace(found.asked.search, councils=(slug,))


def _address(found: Found, slug: str) -> str:
    return f"payments?{urlencode(write(_alone(found, slug)))}"


def _links(found: Found, frame: pl.DataFrame) -> None:
    """The same ways on for whoever does not point: the highest by their names."""
    top = (
        frame.drop_nulls("value")
        .filter(~pl.col("sparse"))
        .sort("value", descending=True)
        .head(MOST_LINKS)
    )
    links = [
        f"[{safe(name)}]({_address(found, slug)})"
        for name, slug in top.select("name", "slug").iter_rows()
    ]
    st.markdown(f"Most per head: {joined(links)}.")


def _clicked(event: object, frame: pl.DataFrame) -> str | None:
    return dict(frame.select("council", "slug").iter_rows()).get(clicked(event))


def _table(found: Found, frame: pl.DataFrame) -> pl.DataFrame:
    rows = frame.filter(pl.col("held")).sort("value", descending=True, nulls_last=True)
    return rows.select(
        pl.col("name").alias("Council"),
        spelled(rows["class"], class_words).alias("Kind"),
        pl.col("value").alias(_unit(found)),
        pl.col("amount_gbp").alias("£"),
        pl.col("treasury_gbp").alias("Left out, £"),
        pl.col("payments").alias("Payments"),
        pl.col("residents").alias("Residents"),
        pl.col("months").alias("Months held"),
        pl.col("note").alias("Beside it"),
        spelled(rows["slug"], lambda slug: _address(found, slug)).alias("Look"),
    )
