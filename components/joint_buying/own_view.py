"""One council's own view: what it buys that the others buy too, from the same supplier."""

import polars as pl
import streamlit as st

from charts import spread_rows
from charts.inside_sentence import inside
from charts.wording import count_words, pounds
from components.answers import Answer, answer
from components.figure.framing import figure
from components.joint_buying.caveats import SAME
from components.joint_buying.choices import Chosen
from components.joint_buying.shared_suppliers import MOST, UNIT, UNTOLD
from components.joint_buying.spread_dots import (
    LINE,
    LOGARITHMIC,
    MONEY,
    MOST_DRAWN,
    SHARE,
    dots,
    follow,
)
from components.links.supplier_page import COLUMN, to
from components.look import palette
from components.words.naming import safe
from components.words.spelling import spelled

ORDER = {
    "councils": "In order of how many of the others buy it, then of what they pay.",
    "money": "In order of what it pays itself.",
}
COLUMNS = dict.fromkeys(
    ["Own £", "Others’ £", "Others’ lowest £", "Others’ median £", "Others’ highest £"], MONEY
)
Row = dict[str, object]


def own(chosen: Chosen, sources: list[str]) -> None:
    name = chosen.subject["name"]
    st.header(f"What {safe(name)} buys that the others buy too", anchor="own")
    st.markdown(safe(chosen.beside))
    if chosen.key not in chosen.councils:
        st.info(f"No payments of {safe(name)} are held in these years. Choose others.")
        return
    if not chosen.others:
        st.info("Of none of the others are payments held in these years. Choose others.")
        return
    _same_supplier(chosen, sources)
    _same_kind(chosen, sources)


def _same_supplier(chosen: Chosen, sources: list[str]) -> None:
    """Of the same kind, from the same supplier."""
    name = chosen.subject["name"]
    takes = {"council": chosen.key, "others": chosen.others, "periods": list(chosen.periods)}
    found = answer("joint_buying/beside", **takes, sort=chosen.sort, most=MOST)
    _say(chosen, found)
    if found.frame.is_empty():
        return
    rows = [_keyed(row) for row in found.frame.head(MOST_DRAWN).rows(named=True)]
    spread = answer(
        "joint_buying/beside_spread",
        **chosen.takes,
        slugs=[row["slug"] for row in rows],
        kinds=[row["category"] or "" for row in rows],
    )
    drawn = dots(rows, _with_key(spread.frame), "row", name="name", words=_words)
    title = f"{name}: bought from the same supplier as the others, {chosen.years}"
    event = figure(
        "same-supplier",
        title=title,
        drawn=spread_rows.draw(drawn, subject=chosen.key, palette=palette()),
        alt=spread_rows.alt(drawn, title=title, subject=chosen.key),
        table=_supplier_table(found.frame),
        columns=COLUMNS | {"Page": COLUMN},
        answers=[found, spread],
        unit=UNIT,
        period=chosen.years,
        caveats=[ORDER[chosen.sort], *SAME, LOGARITHMIC, LINE],
        sources=sources,
        on_select="rerun",
    )
    follow(event)


def _same_kind(chosen: Chosen, sources: list[str]) -> None:
    """Of the same kind, whoever supplies it."""
    name = chosen.subject["name"]
    takes = {"council": chosen.key, "others": chosen.others, "periods": list(chosen.periods)}
    found = answer("joint_buying/beside_categories", **takes, sort=chosen.sort)
    if found.frame.is_empty():
        return
    spread = answer("joint_buying/category_spread", **chosen.takes)
    rows = found.frame.head(MOST_DRAWN).rows(named=True)
    drawn = dots(rows, spread.frame, "category", name="category_name", words=_kind_words)
    title = f"{name}: kinds of things that the others buy too, {chosen.years}"
    figure(
        "same-kind",
        title=title,
        drawn=spread_rows.draw(drawn, subject=chosen.key, palette=palette()),
        alt=spread_rows.alt(drawn, title=title, subject=chosen.key),
        table=_kind_table(found.frame),
        columns=COLUMNS | {"Own £ with shared suppliers, %": SHARE},
        answers=[found, spread],
        unit=UNIT,
        period=chosen.years,
        caveats=[ORDER[chosen.sort], *SAME, LOGARITHMIC, LINE],
        sources=sources,
    )


def _keyed(row: Row) -> Row:
    return row | {"row": f"{row['slug']} {row['category'] or ''}"}


def _with_key(spread: pl.DataFrame) -> pl.DataFrame:
    key = pl.concat_str("slug", pl.lit(" "), pl.col("category").fill_null(""))
    return spread.with_columns(key.alias("row"))


def _say(chosen: Chosen, found: Answer) -> None:
    if found.frame.is_empty():
        st.markdown("None of the others pays one of its suppliers for the same kind of thing.")
        return
    n = found.frame["found"][0]
    drawn = f" The first {MOST_DRAWN} are drawn." if n > MOST_DRAWN else ""
    cut = f" The table and files hold the first {MOST}." if n > MOST else ""
    st.markdown(
        f"**{count_words(n, 'time')}** the same kind of thing is bought from the same supplier by "
        f"{safe(chosen.subject['name'])} (the diamond) and at least one of the others (dots). "
        f"{ORDER[chosen.sort]}{drawn}{cut}"
    )


def _words(row: Row) -> str:
    kind = inside(row["category_name"] or "the words do not tell what")
    own, others = (pounds(row[name], short=True) for name in ("own_gbp", "neighbours_gbp"))
    return f"{kind}; own {own}; {count_words(row['neighbours'], 'other')}: {others}"


def _kind_words(row: Row) -> str:
    own, middle = (pounds(row[name], short=True) for name in ("own_gbp", "median_gbp"))
    many = count_words(row["own_suppliers"], "own supplier")
    return f"own {own}, others’ median {middle}; {many}, {row['shared_suppliers']} of them shared"


def _supplier_table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("Supplier"),
        pl.col("category_name").fill_null(UNTOLD).alias("Kind of thing"),
        pl.col("own_gbp").alias("Own £"),
        pl.col("own_payments").alias("Own payments"),
        pl.col("neighbours").alias("Others that buy it"),
        pl.col("neighbours_gbp").alias("Others’ £"),
        pl.col("lowest_gbp").alias("Others’ lowest £"),
        pl.col("median_gbp").alias("Others’ median £"),
        pl.col("highest_gbp").alias("Others’ highest £"),
        pl.col("paying").list.join(", ").alias("Who"),
        spelled(frame["slug"], to).alias("Page"),
    )


def _kind_table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("category_name").alias("Kind of thing"),
        pl.col("own_gbp").alias("Own £"),
        pl.col("own_suppliers").alias("Own suppliers"),
        pl.col("neighbours").alias("Others that buy it"),
        pl.col("neighbours_gbp").alias("Others’ £"),
        pl.col("lowest_gbp").alias("Others’ lowest £"),
        pl.col("median_gbp").alias("Others’ median £"),
        pl.col("highest_gbp").alias("Others’ highest £"),
        pl.col("shared_suppliers").alias("Own suppliers that others pay"),
        pl.col("own_shared_pct").alias("Own £ with shared suppliers, %"),
    )
