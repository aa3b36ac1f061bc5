"""Amounts below zero in a table as money is written: −£1,601, where printf would say £-1,601.

A column's own format knows no sign before the pound. Only a table that has such an amount pays for
another way: cells with words of their own, which still sort as numbers.
"""

import re
from collections.abc import Mapping
from functools import partial

import polars as pl

from charts.wording import pounds

PRINTF = re.compile(r"£%(?:,)?(?:\.(\d)f|d)")
# Above this a table is drawn as it is: words for each cell would take longer than a reader waits.
MOST_CELLS = 100_000


def signed(
    table: pl.DataFrame, columns: Mapping[str, object] | None
) -> tuple[object, dict[str, object]]:
    """`table` and `columns` for st.dataframe, with −£ wherever an amount is below zero."""
    config = dict(columns or {})
    found = {
        name: decimals
        for name, one in config.items()
        if name in table.columns
        and (decimals := _decimals(one)) is not None
        and table[name].dtype.is_numeric()
        and (table[name] < 0).any()
    }
    if not found or table.height * table.width > MOST_CELLS:
        return table, config
    for name in found:
        kept = {**config[name]}
        kept["type_config"] = {**kept["type_config"], "format": None}
        config[name] = kept
    words = {name: partial(pounds, decimals=decimals) for name, decimals in found.items()}
    return table.to_pandas().style.format(words, na_rep=""), config


def _decimals(one: object) -> int | None:
    """How many a column's format asks for; None for one that is no format of pounds."""
    told = one.get("type_config") if isinstance(one, Mapping) else None
    found = PRINTF.fullmatch(str((told or {}).get("format") or ""))
    return int(found[1] or 0) if found else None
