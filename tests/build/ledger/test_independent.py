"""The new bodies' files against a reading of them in plain Python that shares nothing with ours.

``independent/truth.csv`` is what that reading gave: every day it is held against the accounts of
the payments that come with the program; where the published files are there, the reading is made
again, and the build's reader is held against it, a few files of each body (all of them with
PUBLIC_POUND_LONG=1).
"""

import csv
import os
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from data.build import paths
from data.build.payments import read_all
from data.build.payments.overrides import load_overrides, override_for
from data.build.payments.report import exact_total_pence
from tests.build.ledger.independent.layouts import LAYOUTS
from tests.build.ledger.independent.reading import month_of, pounds_of, read_plainly

TRUTH = Path(__file__).parent / "independent" / "truth.csv"
MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR") or "absent")
LONG = bool(os.environ.get("PUBLIC_POUND_LONG"))
# What rounding each row's fractions of a penny leaves.
ROUNDING_GBP = Decimal(1)
OF_EACH = 3
mirrored = pytest.mark.skipif(
    not (MIRROR / "payments" / "truth.csv").exists(), reason="PUBLIC_POUND_MIRROR names no mirror"
)


def truths() -> dict[str, dict[str, str]]:
    with TRUTH.open(encoding="utf-8", newline="") as lines:
        return {row["path"]: row for row in csv.DictReader(lines)}


def chosen() -> list[str]:
    """Three files of each body, and every one with a total row; all of them in the long run."""
    bodies = defaultdict(list)
    for path, row in truths().items():
        bodies[path.split("/")[1]].append((path, row["totals"] != "0"))
    found = []
    for files in bodies.values():
        step = max(1, len(files) // OF_EACH)
        some = {path for path, _ in files[::step][:OF_EACH]}
        found += [path for path, total in files if LONG or path in some or total]
    return found


def sample() -> list[str]:
    """One small file of every fifth body: what every day has time for."""
    found = {}
    for path, row in truths().items():
        body = path.split("/")[1]
        if body not in found or int(row["rows"]) < int(found[body][1]["rows"]):
            found[body] = (path, row)
    return [path for path, _ in list(found.values())[::5]]


def test_every_body_of_the_year_is_in_the_independent_reading():
    bodies = {path.split("/")[1] for path in truths()}
    assert bodies == set(LAYOUTS) and len(bodies) == 79
    assert len(truths()) == 802
    rows = sum(int(row["rows"]) for row in truths().values())
    assert 6_121_000 < rows < 6_122_000


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("(1,234.50)", "-1234.50"),
        (" £ 12 ", "12"),
        ("12.3-", "-12.3"),
        ("-£4.00", "-4"),
        ("525.08000000000004", "525.08"),
        ("REDACTED", None),
        ("", None),
    ],
)
def test_pounds_are_read_plainly(text, pounds):
    assert pounds_of(text) == (None if pounds is None else Decimal(pounds))


def test_months_are_read_plainly():
    for text in ("05/04/2023", "2023-04-05 00:00:00", "5 Apr 23", "05/Apr/2023", "45021", "Apr-23"):
        assert month_of(text) == "2023-04", text


def held() -> dict[str, tuple[int, int]]:
    file = paths.LEDGER / "payment_file.parquet"
    if not file.exists():
        return {}
    query = f"SELECT path, payments, amount_pence FROM '{file}' WHERE outcome = 'read'"
    with duckdb.connect() as database:
        return {path: counts for path, *counts in database.execute(query).fetchall()}


def test_the_payments_that_come_with_the_program_are_those_of_the_independent_reading():
    files = held()
    known = {path: row for path, row in truths().items() if path in files}
    if not known:
        pytest.skip("the payments that come with the program are of an earlier year")
    assert len(known) == len(truths())
    wrong = []
    for path, row in known.items():
        payments, pence = files[path]
        if (
            payments != int(row["rows"])
            or abs(Decimal(pence) / 100 - Decimal(row["pounds"])) > ROUNDING_GBP
        ):
            wrong.append((path, payments, row["rows"], pence / 100, row["pounds"]))
    assert wrong == []


@mirrored
@pytest.mark.parametrize("path", chosen() if LONG else sample())
def test_the_reader_and_the_independent_reading_agree(path):
    row = truths()[path]
    plain = read_plainly(MIRROR / path)
    assert (str(plain.rows), f"{plain.pounds:.2f}") == (row["rows"], row["pounds"])
    override = override_for(path, load_overrides())
    readings = [one for one in read_all([MIRROR / path]) if not one.refused]
    assert sum(len(one.payments) for one in readings) == plain.rows, override.why
    pounds = sum(exact_total_pence(one) for one in readings) / 100
    assert abs(pounds - plain.pounds) <= ROUNDING_GBP
    months: dict[str, int] = defaultdict(int)
    for one in readings:
        for day in one.payments.frame["date"].drop_nulls():
            months[f"{day:%Y-%m}"] += 1
    told = dict(months)
    # A day that is misprinted by a century is read as it stands by one and left by the other.
    differ = {
        month: (told.get(month, 0), plain.months.get(month, 0))
        for month in told.keys() | plain.months.keys()
        if "2000" < month < "2030" and told.get(month, 0) != plain.months.get(month, 0)
    }
    assert differ == {}
