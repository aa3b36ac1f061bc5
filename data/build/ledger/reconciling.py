"""The whole dataset held against ``truth.csv``: ``python -m data.build.ledger.reconciling``."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import duckdb
import typer

from data.build import paths
from sql_text import quoted

ACCOUNTS = "SELECT path, outcome, reason, payments, set_aside, amount_pence FROM {}"
# A sum of amounts with fractions of a penny may differ by what rounding each of them leaves.
ROUNDING_PENCE = 100


class Compared(NamedTuple):
    """One published file: what differs, '' where nothing does.

    ``rows`` is about rows kept and set aside together, of which readers may count others: a header
    that stands last or twice, the further sheets of a workbook.
    """

    outcome: str
    path: str
    differs: str
    rows: str


def reconcile(whole: Path, truth: Path) -> list[Compared]:
    """Set every published file of the dataset beside the other reader's counts."""
    accounts = duckdb.sql(ACCOUNTS.format(quoted(whole / "payment_file.parquet"))).fetchall()
    with truth.open(encoding="utf-8", newline="") as lines:
        truths = {f"payments/{row['folder']}/{row['file']}": row for row in csv.DictReader(lines)}
    return [
        Compared(outcome, path, *_compared(outcome, reason, truths.get(path), *counts))
        for path, outcome, reason, *counts in accounts
    ]


def _compared(
    outcome: str,
    reason: str | None,
    truth: dict[str, Any] | None,
    payments: int,
    aside: int,
    pence: int,
) -> tuple[str, str]:
    if truth is None:
        return "not counted by the other reader", ""
    if outcome == "repeated":
        return "", ""
    if outcome == "refused":
        return ("" if truth["payment_rows"] in ("", "0") else f"refused: {reason}"), ""
    wrong = []
    if payments != int(truth["payment_rows"]):
        wrong.append(f"{payments:,} payments for {int(truth['payment_rows']):,}")
    if abs(pence - Decimal(truth["payments_gbp"]) * 100) > ROUNDING_PENCE:
        wrong.append(f"{pence / 100:,.2f} for {truth['payments_gbp']}")
    rows = int(truth["data_rows"])
    other = f"{payments + aside:,} rows kept or set aside for {rows:,}"
    return "; ".join(wrong), "" if payments + aside == rows else other


def main(
    mirror: Annotated[Path, typer.Option(envvar="PUBLIC_POUND_MIRROR")],
    whole: Annotated[Path, typer.Option(show_default=False)] = paths.LEDGER_WHOLE,
) -> None:
    """Print each file that differs, and the counts."""
    found = reconcile(whole, mirror / "payments" / "truth.csv")
    for one in found:
        if one.differs or one.rows:
            print(one.outcome, one.path, one.differs or f"same, but {one.rows}", sep=" | ")
    print(dict(Counter((one.outcome, "differs" if one.differs else "same") for one in found)))


if __name__ == "__main__":
    typer.run(main)
