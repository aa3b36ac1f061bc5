"""Readings held against a table of truths: ``python -m data.build.payments.checking FOLDER``."""

import csv
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

from data.build.payments.reading import read_all
from data.build.payments.report import exact_total_pence, total_gbp
from data.build.payments.result import Reading


def truths(folder: Path) -> dict[Path, dict[str, str]]:
    """Read ``truth.csv`` of a folder: path of the file -> its line."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        return {folder / row["folder"] / row["file"]: row for row in csv.DictReader(file)}


def verdict(reading: Reading, truth: dict[str, str]) -> tuple[str, str]:
    """Give right, wrong or refused, and what differs."""
    if reading.refused:
        return "refused", reading.refused
    wrong = []
    if len(reading.payments) != int(truth["payment_rows"]):
        wrong.append(f"rows {len(reading.payments)} for {truth['payment_rows']}")
    # A sum that ends in half a penny may be rounded either way.
    if abs(exact_total_pence(reading) - Decimal(truth["payments_gbp"]) * 100) > Decimal("0.5"):
        wrong.append(f"GBP {total_gbp(reading)} for {truth['payments_gbp']}")
    days = reading.payments.frame["date"].drop_nulls().to_list()
    if truth["folder"] != "lancashire_pcc" and (days or truth["date_min"]):
        for name, day in (("date_min", min(days, default="")), ("date_max", max(days, default=""))):
            # A year such as 1202 is no date of a payment: it is flagged and left empty.
            if truth[name] and truth[name] < "1990":
                continue
            if not str(day).startswith(truth[name]) or not truth[name]:
                wrong.append(f"{name} {day} for {truth[name]}")
    return ("wrong" if wrong else "right"), "; ".join(wrong)


def main(folder: Path) -> None:
    """Read every file of the folder and print what differs, then the counts."""
    started, counts = time.perf_counter(), Counter()
    known = truths(folder)
    for reading in read_all(known):
        path = Path(reading.file.split("!")[0])
        word, why = verdict(reading, known[path])
        counts[word] += 1
        if word != "right":
            print(word, path.parent.name, path.name, why, sep=" | ", flush=True)
    print(dict(counts), f"{time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
