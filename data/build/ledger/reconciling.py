"""The whole dataset held against ``truth.csv``: ``python -m data.build.ledger.reconciling``."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from data.build import paths

ACCOUNTS = "SELECT path, outcome, reason, payments, set_aside, amount_pence FROM '{}'"
# A sum of amounts with fractions of a penny may differ by what rounding each of them leaves.
ROUNDING_PENCE = 100


def reconcile(whole: Path, truth: Path) -> list[tuple[str, str, str]]:
    """Give outcome, path and what differs ('' where nothing does) of every published file."""
    accounts = duckdb.sql(ACCOUNTS.format(whole / "payment_file.parquet")).fetchall()
    with truth.open(encoding="utf-8", newline="") as lines:
        truths = {f"payments/{row['folder']}/{row['file']}": row for row in csv.DictReader(lines)}
    return [
        (outcome, path, _differs(outcome, reason, truths.get(path), *counts))
        for path, outcome, reason, *counts in accounts
    ]


def _differs(
    outcome: str, reason: str | None, truth: dict | None, payments: int, aside: int, pence: int
) -> str:
    if truth is None:
        return "not counted by the other reader"
    if outcome == "repeated":
        return ""
    if outcome == "refused":
        return "" if truth["payment_rows"] in ("", "0") else f"refused: {reason}"
    wrong = []
    if payments != int(truth["payment_rows"]):
        wrong.append(f"{payments:,} payments for {int(truth['payment_rows']):,}")
    if abs(pence - Decimal(truth["payments_gbp"]) * 100) > ROUNDING_PENCE:
        wrong.append(f"{pence / 100:,.2f} for {truth['payments_gbp']}")
    rows = int(truth["data_rows"])
    if payments + aside != rows:
        wrong.append(f"{payments + aside:,} rows kept or set aside for {rows:,}")
    return "; ".join(wrong)


def main(
    mirror: Annotated[Path, typer.Option(envvar="PUBLIC_POUND_MIRROR")],
    whole: Annotated[Path, typer.Option(show_default=False)] = paths.LEDGER_WHOLE,
) -> None:
    """Print each file that differs, and the counts."""
    found = reconcile(whole, mirror / "payments" / "truth.csv")
    for outcome, path, differs in found:
        if differs:
            print(outcome, path, differs, sep=" | ")
    print(dict(Counter((outcome, "differs" if bad else "same") for outcome, _, bad in found)))


if __name__ == "__main__":
    typer.run(main)
