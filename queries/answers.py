"""An answer: the rows of a query, how they were asked for, and the SQL that anybody can run."""

from typing import Any, Generic, NamedTuple, TypeVar, cast

import polars as pl

from queries import query_of
from sql_text import quoted

# A row of the query, from queries/row_types.py.
RowT = TypeVar("RowT")


class Answer(NamedTuple, Generic[RowT]):
    """Rows and how they were asked for, so that a figure can show its own SQL."""

    name: str
    takes: dict[str, Any]
    frame: pl.DataFrame

    @property
    def sql(self) -> str:
        """The query as text that DuckDB runs, parameters set first."""
        used = "\n".join(f"SET VARIABLE {k} = {_literal(v)};" for k, v in self.takes.items())
        text = query_of(self.name).text.strip()
        for name in sorted(self.takes, key=len, reverse=True):
            text = text.replace(f"${name}", f"getvariable('{name}')")
        return f"{used}\n{text};" if used else f"{text};"

    def one(self) -> RowT | None:
        """The only row, or None when there is none."""
        return cast(RowT, self.frame.row(0, named=True)) if self.frame.height else None

    def rows(self) -> list[RowT]:
        """The rows as they stand."""
        return cast(list[RowT], self.frame.rows(named=True))


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list):
        return "[" + ", ".join(_literal(one) for one in value) + "]"
    if isinstance(value, str):
        return quoted(value)
    return str(value)
