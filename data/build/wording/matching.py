"""Which rules speak in which words: every distinct text once, every rule over all of them."""

import polars as pl

from data.build.wording.plain_words import plain
from data.build.wording.rules import Rule

SPOKEN = {
    "text": pl.String,
    "said": pl.String,
    "key": pl.String,
    "tier": pl.Int32,
    "order": pl.Int32,
    "services": pl.List(pl.String),
    "councils": pl.List(pl.String),
}


# What tells a text's parts apart: columns that the reader joined, levels of a hierarchy, remarks.
PARTS = r"\s*(?:[|/:;()\[\]-]|\.\b)\s*"


def spread(wordings: pl.DataFrame, fields: list[str]) -> pl.DataFrame:
    """One row per row, field and part of the field's words: row, field, rank, unit, part, text.

    ``row`` is the wording's place; ``rank`` the field's; ``unit`` marks the first of several
    joined columns, which most often names who bought; ``part`` counts on, and a column's whole text
    comes before its parts.
    """
    spread = [
        _spread(wordings, name, rank)
        for rank, name in enumerate(fields)
        if name in wordings.columns
    ]
    return pl.concat(spread).with_row_index("part")


def _spread(wordings: pl.DataFrame, name: str, rank: int) -> pl.DataFrame:
    """Each distinct text is taken apart once, then joined to its rows."""
    columns = pl.col(name).str.split(" | ")
    parts = pl.col("whole").str.replace_all(PARTS, "\n").str.split("\n")
    several = columns.list.len() > 1
    texts = (
        wordings.select(pl.col(name).unique().drop_nulls())
        .with_columns(whole=columns, unit=several, at=pl.int_ranges(columns.list.len()))
        .explode("whole", "at")
        .with_columns(
            text=pl.concat_list("whole", parts), unit=pl.col("unit") & (pl.col("at") == 0)
        )
        .explode("text")
        .select(name, "unit", text=plain(pl.col("text")))
        .filter(pl.col("text") != "")
        .unique([name, "text"], keep="last", maintain_order=True)
    )
    rows = wordings.select("row", name).join(texts, on=name, maintain_order="left_right")
    return rows.select("row", "text", "unit", field=pl.lit(name), rank=pl.lit(rank, pl.Int32))


def speaking(texts: pl.Series, rules: list[Rule]) -> pl.DataFrame:
    """One row per distinct plain text and rule that speaks in it; ``said``: the words that tell."""
    distinct = texts.unique().rename("text").to_frame()
    found = [_speaking(distinct, rule) for rule in rules]
    return pl.concat([pl.DataFrame(schema=SPOKEN), *found])


def _speaking(distinct: pl.DataFrame, rule: Rule) -> pl.DataFrame:
    speaks = pl.col("text").str.contains(rule.pattern)
    if rule.never:
        speaks &= ~pl.col("text").str.contains(rule.never)
    return distinct.filter(speaks).select(
        "text",
        said=pl.col("text").str.extract(rule.core, 1),
        key=pl.lit(rule.key),
        tier=pl.lit(rule.tier, pl.Int32),
        order=pl.lit(rule.order, pl.Int32),
        services=pl.lit(list(rule.services), pl.List(pl.String)),
        councils=pl.lit(list(rule.councils), pl.List(pl.String)),
    )
