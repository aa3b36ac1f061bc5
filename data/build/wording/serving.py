"""The service of a payment, from what the words tell of it and from what was bought.

Decisions are frames of one row per wording, in the same order: row, key, why (both null when open).
"""

import polars as pl

from data.build.wording.records import Category, Service


def decide(
    rows: pl.DataFrame,
    told: pl.DataFrame,
    likely: pl.DataFrame,
    bought: pl.DataFrame,
    categories: list[Category],
    services: list[Service],
) -> pl.DataFrame:
    """Give the service that is told, else that of what was bought, else a likely one."""
    served = {one.category: one.services for one in categories if one.services}
    money = [one.category for one in categories if one.of_no_service]
    open_to_both = _kept(likely, bought, [(s, c) for c, many in served.items() for s in many])
    told = first([_by_publisher(rows, services), told, open_to_both, _implied(bought, served)])
    allowed = [
        (one.service, category)
        for one in services
        for category in (one.only_for or [None, *(each.category for each in categories)])
        if category not in [*one.not_for, *money]
    ]
    decided = first([told, _kept(likely, bought, allowed)])
    unclear = [one.service for one in services if one.unclear]
    clear = ~pl.col("key").is_in(unclear)
    return decided.select("row", key=pl.when(clear).then("key"), why=pl.when(clear).then("why"))


def first(found: list[pl.DataFrame]) -> pl.DataFrame:
    """Give each row's first decision of several."""
    return pl.DataFrame(
        {
            "row": found[0]["row"],
            "key": pl.select(pl.coalesce(*(one["key"] for one in found))).to_series(),
            "why": pl.select(pl.coalesce(*(one["why"] for one in found))).to_series(),
        }
    )


def _by_publisher(rows: pl.DataFrame, services: list[Service]) -> pl.DataFrame:
    only = {publisher: one.service for one in services for publisher in one.publishers}
    key = pl.col("council").replace_strict(only, default=None, return_dtype=pl.String)
    why = pl.when(key.is_not_null()).then(pl.lit("publisher: it has no other service"))
    return rows.select("row", key=key, why=why)


def _implied(bought: pl.DataFrame, served: dict[str, list[str]]) -> pl.DataFrame:
    """Give the service that a category belongs to where nothing else tells."""
    default = {category: many[0] for category, many in served.items()}
    key = pl.col("key").replace_strict(default, default=None, return_dtype=pl.String)
    return bought.select("row", key=key, why=pl.when(key.is_not_null()).then(pl.col("why")))


def _kept(
    likely: pl.DataFrame, bought: pl.DataFrame, pairs: list[tuple[str, str | None]]
) -> pl.DataFrame:
    """Keep a likely service only with the categories it is paired with (None: not known)."""
    schema = {"key": pl.String, "bought": pl.String}
    known = pl.DataFrame(pairs, schema=schema, orient="row").with_columns(kept=True)
    found = likely.with_columns(bought=bought["key"]).join(
        known, on=["key", "bought"], how="left", nulls_equal=True, maintain_order="left"
    )
    return found.select("row", key=pl.when("kept").then("key"), why=pl.when("kept").then("why"))
