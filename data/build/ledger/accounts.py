"""What each file gave, as rows of payment_file, source, source_file, reading and publisher."""

from dataclasses import dataclass
from typing import Any

import duckdb
import polars as pl

from data.build.ledger.listing import Listed
from data.build.ledger.publishers import Publisher

# What is known of a file that was not read.
NOTHING = {
    "payments": 0,
    "set_aside": 0,
    "amount_pence": 0,
    "first_day": None,
    "last_day": None,
    "encoding": "",
    "dialect": "",
    "confidence": 0.0,
    "columns": "{}",
    "problems": [],
}


@dataclass(frozen=True)
class Entry:
    """One listed file, its record, and what reading it gave (None where it was not read)."""

    file: int
    listed: Listed
    publisher: Publisher
    account: dict[str, Any] | None
    twin: str = ""

    @property
    def outcome(self) -> tuple[str, str | None]:
        """Outcome and reason, as in the contract."""
        if self.account is None:
            return "repeated", f"The same bytes as {self.twin}."
        if self.account["refused"]:
            return "refused", self.account["refused"]
        if newer := self.publisher.superseding(self.listed.path):
            return "superseded", f"{newer.why} Counted instead: {newer.by}."
        return "read", None

    @property
    def held(self) -> bool:
        """Whether its payments count."""
        return self.outcome[0] == "read"

    def row(self) -> dict[str, Any]:
        """The row of payment_file."""
        outcome, reason = self.outcome
        found = self.account or NOTHING
        return {
            "file": self.file,
            "council": self.publisher.council,
            "source": self.publisher.source,
            "path": self.listed.path,
            "url": self.listed.url or self.listed.copy or None,
            "copied": not self.listed.url and bool(self.listed.copy),
            "outcome": outcome,
            "reason": reason,
            "held": self.held,
            "cards": self.publisher.has_cards(self.listed.path),
            **{name: found[name] for name in NOTHING},
        }


def fill_accounts(database: duckdb.DuckDBPyConnection, entries: list[Entry]) -> None:
    """Fill payment_file, publisher, and the edition's tables of sources."""
    publishers = {one.publisher.slug: one.publisher for one in entries}.values()
    texts = pl.List(pl.String)
    sources = pl.DataFrame([one.as_source() for one in publishers])
    _insert(database, "source", sources.with_columns(pl.col("known_problems").cast(texts)))
    files = [
        {
            "source": one.publisher.source,
            "path": one.listed.path,
            "url": one.listed.url or one.listed.copy,
            "sha256": one.listed.sha256,
            "bytes": one.listed.bytes,
        }
        for one in entries
    ]
    _insert(database, "source_file", pl.DataFrame(files))
    _insert(database, "reading", pl.DataFrame([_reading(one.row()) for one in entries]))
    rows = pl.DataFrame([one.row() for one in entries], infer_schema_length=None).with_columns(
        pl.col("url").cast(pl.String)
    )
    _insert(database, "ledger.payment_file", rows.with_columns(pl.col("problems").cast(texts)))
    _insert(
        database,
        "ledger.publisher",
        pl.DataFrame(_publishers(list(publishers)), infer_schema_length=None).with_columns(
            pl.col("beside_accounts").cast(pl.String)
        ),
    )
    _insert(database, "ledger.month_held", _months_held(entries))


def _months_held(entries: list[Entry]) -> pl.DataFrame:
    rows = [
        (one.publisher.council, month, card)
        for one in entries
        if one.held and one.account
        for card, months in one.account["months"].items()
        for month in months
    ]
    schema = {"council": pl.String, "month": pl.Date, "card": pl.Boolean}
    held = pl.DataFrame(rows, schema, orient="row")
    keys = list(schema)
    return held.group_by(keys).agg(files=pl.len().cast(pl.Int32)).sort(keys)


def _reading(row: dict[str, Any]) -> dict[str, Any]:
    """Rows of files that are published anew elsewhere are accounted for as not wanted."""
    counted = row["outcome"] in ("read", "refused")
    return {
        "source": row["source"],
        "path": row["path"],
        "dataset": "payments",
        "rows_read": row["payments"] + row["set_aside"],
        "rows_other": 0 if counted else row["payments"],
        "rows_set_aside": row["set_aside"],
    }


def _publishers(publishers: list[Publisher]) -> list[dict[str, Any]]:
    """One row a council: of its main series, or of the only one that is read."""
    chosen = {}
    for one in sorted(publishers, key=lambda one: (one.beside, one.slug)):
        chosen.setdefault(one.council, one)
    return [
        {
            "council": one.council,
            "source": one.source,
            "threshold_gbp": one.threshold_gbp,
            "level": one.level,
            "beside_accounts": one.beside_accounts or None,
            "note": " ".join([one.about, *one.known_problems]),
        }
        for one in chosen.values()
    ]


def _insert(database: duckdb.DuckDBPyConnection, table: str, frame: pl.DataFrame) -> None:
    database.register("incoming", frame)
    database.execute(f"INSERT INTO {table} BY NAME FROM incoming")
    database.unregister("incoming")
