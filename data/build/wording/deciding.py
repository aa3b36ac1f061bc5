"""One service and one category for each combination of words, and which words decided."""

from pathlib import Path

import polars as pl

from data.build.wording.matching import speaking, spread
from data.build.wording.records import (
    FOLDER,
    Rule,
    category_rules,
    read_categories,
    read_services,
    service_rules,
)

# What was bought is told by the field for it; then by the purpose, then by words of other columns.
BOUGHT_IN = ["category", "expense_code", "purpose", "detail"]
# Who bought it is told by the narrower unit before the directorate.
RUN_IN = ["detail", "department"]
ANYWHERE = ["detail", "department", "category", "expense_code", "purpose"]
CALLED = {"expense_code": "expense code", "detail": "further columns"}


def classify(wordings: pl.DataFrame, folder: Path = FOLDER) -> pl.DataFrame:
    """Give the same rows, in their order, with service, service_why, spend_category, category_why.

    ``wordings``: one row per distinct combination of council (3-letter code), department, purpose,
    category, expense_code, capital_revenue and, where the reader gives it, detail (the words of
    further columns, joined with `` | ``); strings as published, null where there are none. NULL
    in the result: the words do not tell.
    """
    rows = wordings.with_row_index("row")
    categories, services = read_categories(folder), read_services(folder)
    named = _decide(rows, RUN_IN, service_rules(services, "words"))
    anywhere = _decide(rows, ANYWHERE, service_rules(services, "anywhere"))
    likely = _decide(rows, RUN_IN, service_rules(services, "last"))
    told = _first(rows, [anywhere, named])
    context = _first(rows, [anywhere, named, likely])["key"]
    bought = _decide(rows.with_columns(context=context), BOUGHT_IN, category_rules(categories))
    implied = _implied(bought, {one.category: one.service for one in categories if one.service})
    served = _first(rows, [told, implied, likely])
    return rows.select(
        *wordings.columns,
        service=served["key"],
        service_why=served["why"],
        spend_category=bought["key"],
        category_why=bought["why"],
    )


def _decide(rows: pl.DataFrame, fields: list[str], rules: list[Rule]) -> pl.DataFrame:
    """Give key and why for each row: of the rules that speak, the one that comes first."""
    parts = spread(rows, fields)
    spoken = parts.join(speaking(parts["text"], rules), on="text")
    known = rows.select("row", *(name for name in ("council", "context") if name in rows.columns))
    spoken = spoken.join(known, on="row").filter(
        (pl.col("councils").list.len() == 0) | pl.col("councils").list.contains(pl.col("council"))
    )
    if "context" in rows.columns:
        spoken = spoken.filter(
            (pl.col("services").list.len() == 0)
            | pl.col("services").list.contains(pl.col("context"))
        )
    best = spoken.sort("row", _late, "tier", "order", "rank", "part").unique(
        "row", keep="first", maintain_order=True
    )
    why = pl.format("{}: {}", pl.col("field").replace(CALLED), pl.col("said"))
    return rows.select("row").join(
        best.select("row", "key", why=why), on="row", how="left", maintain_order="left"
    )


# Words of further columns also name the service: they speak of what was bought after the others.
_late = (pl.col("field") == "detail") & (pl.col("rank") == BOUGHT_IN.index("detail"))


def _first(rows: pl.DataFrame, found: list[pl.DataFrame]) -> pl.DataFrame:
    """Give each row's first decision of several."""
    return pl.DataFrame(
        {
            "row": rows["row"],
            "key": pl.select(pl.coalesce(*(one["key"] for one in found))).to_series(),
            "why": pl.select(pl.coalesce(*(one["why"] for one in found))).to_series(),
        }
    )


def _implied(bought: pl.DataFrame, services: dict[str, str]) -> pl.DataFrame:
    """Give the service that a category belongs to, for the categories of one service only."""
    key = pl.col("key").replace_strict(services, default=None, return_dtype=pl.String)
    return bought.select("row", key=key, why=pl.when(key.is_not_null()).then(pl.col("why")))
