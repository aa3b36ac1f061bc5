"""One service and one category for each combination of words, and which words decided."""

from pathlib import Path

import polars as pl

from data.build.wording import serving
from data.build.wording.matching import speaking, spread
from data.build.wording.records import FOLDER, Service, read_categories, read_services
from data.build.wording.rules import Rule, category_rules, service_rules
from data.build.wording.serving import first

# What was bought is told by the field for it; then by the purpose, then by words of other columns.
BOUGHT_IN = ["category", "expense_code", "purpose", "detail"]
# Who bought it is told by the narrower unit before the directorate.
RUN_IN = ["detail", "department"]
ANYWHERE = [*RUN_IN, *BOUGHT_IN[:3]]
# The narrowest unit decides the service; the plainest words what was bought, in whichever field.
# Words of further columns speak of it after the others: they name services and units as well.
NARROW = ("rank", "order")
PLAIN = (pl.col("field") == "detail", "tier", "unit", "order", "rank")
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
    run_in, bought_in = spread(rows, RUN_IN), spread(rows, BOUGHT_IN)
    sure = [
        _decide(rows, spread(rows, ANYWHERE), service_rules(services, "anywhere")),
        _decide(rows, run_in, service_rules(services, "words")),
    ]
    told = first(sure)
    likely = _decide(rows, run_in, service_rules(services, "last"))
    context = first([told, likely])["key"]
    things = _without_overheads(bought_in, services)
    known = rows.with_columns(context=context)
    bought = _decide(known, things, category_rules(categories), PLAIN)
    served = serving.decide(rows, told, likely, bought, categories, services)
    return rows.select(
        *wordings.columns,
        service=served["key"],
        service_why=served["why"],
        spend_category=bought["key"],
        category_why=bought["why"],
    )


def _without_overheads(parts: pl.DataFrame, services: list[Service]) -> pl.DataFrame:
    """Leave out units such as Legal Services: what they bought need not be legal services."""
    overheads = service_rules([one for one in services if one.only_for], "last")
    units = speaking(parts.filter("unit")["text"], overheads)["text"]
    return parts.filter(~(pl.col("unit") & pl.col("text").is_in(units.implode())))


def _decide(
    rows: pl.DataFrame,
    parts: pl.DataFrame,
    rules: list[Rule],
    by: tuple[pl.Expr | str, ...] = NARROW,
) -> pl.DataFrame:
    """Give key and why for each row: of the rules that speak, the one that comes first ``by``."""
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
    best = spoken.sort("row", *by, "part").unique("row", keep="first", maintain_order=True)
    why = pl.format("{}: {}", pl.col("field").replace(CALLED), pl.col("said"))
    return rows.select("row").join(
        best.select("row", "key", why=why), on="row", how="left", maintain_order="left"
    )
