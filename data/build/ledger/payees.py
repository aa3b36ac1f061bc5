"""Names that stand in the place of a supplier's: words of a ledger, and houses of the treasury."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import polars as pl

RULES = Path(__file__).parents[2] / "payments" / "words" / "payees.toml"


class Rules(NamedTuple):
    """Patterns of whole names in plain form, and of the words that make a name a firm's."""

    collective: str
    treasury: str
    firms: str


def with_kinds_of_payee(suppliers: pl.DataFrame) -> pl.DataFrame:
    """Give suppliers of kind ``organisation`` the kind that their name tells, where it tells one.

    ``suppliers`` has columns name and kind. A name with a firm's word stays a firm's.
    """
    rules = load_rules()
    name = plain_name(pl.col("name"))
    firm = name.str.contains(rules.firms)
    organisation = pl.col("kind") == "organisation"
    kind = (
        pl.when(organisation & name.str.contains(rules.treasury))
        .then(pl.lit("treasury"))
        .when(organisation & ~firm & name.str.contains(rules.collective))
        .then(pl.lit("collective"))
        .otherwise(pl.col("kind"))
    )
    return suppliers.with_columns(kind.alias("kind"))


def plain_name(name: pl.Expr) -> pl.Expr:
    """``Miscellaneous Payments - BACS`` -> ``miscellaneous payments bacs``."""
    words = name.str.to_lowercase().str.replace_all("&", " and ")
    return words.str.replace_all("[^a-z0-9]+", " ").str.strip_chars()


@cache
def load_rules(file: Path = RULES) -> Rules:
    """Read the rules. Raises re.error where one is no pattern."""
    said = tomllib.loads(file.read_text("utf-8"))
    whole = {key: f"^(?:{'|'.join(said[key])})$" for key in ("collective", "treasury")}
    for pattern in (*whole.values(), said["firms"]):
        re.compile(pattern)
    return Rules(**whole, firms=said["firms"])
