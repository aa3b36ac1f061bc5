"""The made-up payments once more in plain Python: what the queries on them must agree with."""

from collections import defaultdict

from tests.world import payments
from tests.world.payments import CATEGORIES, SUPPLIERS, WORDINGS

TABLES = payments.tables()
BOUGHT = {key: bought for key, _, bought in CATEGORIES}
SLUGS = [slug for slug, *_ in SUPPLIERS]
KINDS = {slug: kind for slug, _, kind, *_ in SUPPLIERS}


def rows() -> list[dict]:
    """Each payment with its supplier's slug, category and financial year."""
    return [
        row
        | {
            "slug": SLUGS[row["supplier"]],
            "category": WORDINGS[row["wording"]][4],
            "period": "2022-23" if row["month"].isoformat() < "2023-04" else "2023-24",
        }
        for row in TABLES["payment"]
    ]


def bought(councils: set[str], periods: set[str]) -> list[dict]:
    """Those that the page on buying apart compares, before public bodies are left out."""
    return [
        row
        for row in rows()
        if row["council"] in councils
        and row["period"] in periods
        and KINDS[row["slug"]] == "organisation"
        and BOUGHT.get(row["category"], True)
    ]


def sums(found: list[dict], *keys: str) -> dict[tuple, float]:
    """Pounds by the values of `keys`."""
    made: dict[tuple, float] = defaultdict(float)
    for row in found:
        made[tuple(row[key] for key in keys)] += row["amount_pence"] / 100
    return dict(made)
