"""How the edition is asked here: by `queries.ask`, or by a page that keeps its answers."""

from typing import Protocol

import polars as pl


class Ask(Protocol):
    """Rows of a query by its name; raises what `queries.ask` raises."""

    def __call__(self, name: str, **takes: object) -> pl.DataFrame: ...
