"""The committed edition's shares beside the published files themselves, read in plain Python.

Needs the files: set PUBLIC_POUND_MIRROR to a folder that holds them.
"""

import csv
import gzip
import os
import re
from collections import Counter, defaultdict
from pathlib import Path

import polars as pl
import pytest

from data.build import paths

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR", ""), "delivery")
pytestmark = pytest.mark.skipif(
    not os.environ.get("PUBLIC_POUND_MIRROR"),
    reason="PUBLIC_POUND_MIRROR names no folder with the published files",
)
# Encoding, row of the header, and how many providers the register holds in all.
REGISTERS = {
    2015: ("utf-8-sig", 0, {"local authority": 569, "private": 1613, "voluntary": 373}),
    2016: ("utf-8-sig", 1, {"local authority": 543, "private": 1674, "voluntary": 376}),
    2017: ("utf-8-sig", 1, {"local authority": 506, "private": 1751, "voluntary": 366}),
    2018: ("utf-8-sig", 1, {"local authority": 491, "private": 1876, "voluntary": 358}),
    2019: ("utf-8-sig", 1, {"local authority": 469, "private": 1969, "voluntary": 360}),
    2020: ("utf-8-sig", 1, {"local authority": 471, "private": 2091, "voluntary": 347}),
    2021: ("utf-8-sig", 1, {"local authority": 500, "private": 2504, "voluntary": 343}),
    2022: ("cp1252", 4, {"local authority": 487, "private": 2687, "voluntary": 347}),
    2023: ("utf-8", 3, {"local authority": 472, "private": 2696, "voluntary": 324}),
    2024: ("mac_roman", 3, {"local authority": 479, "private": 3027, "voluntary": 315}),
    2025: ("utf-8-sig", 3, {"local authority": 560, "private": 4587, "voluntary": 396}),
}
MODEL = {
    "local authority": "own",
    "private": "private",
    "voluntary": "voluntary",
    "academy": "other_public",
    "health authority": "other_public",
}
OWN_HOMES = dict(
    zip(range(2016, 2026), [449, 428, 417, 403, 406, 435, 430, 422, 434, 483], strict=True)
)


@pytest.fixture(scope="module")
def delivery() -> pl.DataFrame:
    return pl.read_parquet(paths.EDITION / "delivery.parquet")


@pytest.fixture(scope="module")
def names() -> dict[str, str]:
    council = pl.read_parquet(paths.EDITION / "council.parquet")
    return dict(council.select("council", "name").iter_rows())


def cells(path: str, encoding: str = "utf-8-sig", first: int = 0) -> list[dict]:
    with gzip.open(MIRROR / path, "rt", encoding=encoding, newline="") as file:
        grid = list(csv.reader(file))[first:]
    header = [" ".join(cell.split()) for cell in grid[0]]
    return [
        dict(zip(header, row, strict=False))
        for row in grid[1:]
        if any(cell.strip() for cell in row)
    ]


def england(delivery, part, period) -> dict[str, float]:
    rows = delivery.filter(
        (pl.col("delivery_service") == part) & (pl.col("period") == period)
    ).group_by("model")
    return dict(rows.agg(pl.col("value").sum()).iter_rows())


@pytest.mark.parametrize("year", REGISTERS)
def test_every_home_of_the_register_is_counted_under_its_sector(delivery, year):
    encoding, first, known = REGISTERS[year]
    rows = cells(f"ofsted_providers/provider_at_march_{year}.csv.gz", encoding, first)
    sectors = Counter(row["Sector"].strip().lower() for row in rows)
    assert {sector: sectors[sector] for sector in known} == known
    homes: Counter = Counter()
    places: Counter = Counter()
    for row in rows:
        if re.search(r"children's home|>295 days", row["Provision type"], re.IGNORECASE):
            model = MODEL[row["Sector"].strip().lower()]
            homes[model] += 1
            places[model] += int(row.get("Places") or 0)
    assert england(delivery, "childrens_homes", f"{year}-03-31") == homes
    if year > 2015:
        assert homes["own"] == OWN_HOMES[year]
        assert england(delivery, "childrens_home_places", f"{year}-03-31") == places


def test_no_register_year_mixes_supported_accommodation_in(delivery):
    rows = delivery.filter(pl.col("delivery_service") == "supported_accommodation")
    assert set(rows["period"]) == {"2025-03-31"}
    assert rows["value"].sum() == 893 - 4  # four stand in Wales


def test_children_in_care_by_hand(delivery, names):
    """Council by council against the file of 2013-14, by name instead of number."""
    rows = cells("s251_outturn/outturn_1314.csv.gz", "cp1252")
    theirs = {
        row["LA Name"].strip(): [
            float(row[c]) for c in ("OwnProvision", "PrivateProvision", "OtherPublic", "Voluntary")
        ]
        for row in rows
        if row["LineNumber"] == "16"
    }
    ours = defaultdict(dict)
    for row in delivery.filter(
        (pl.col("delivery_service") == "children_looked_after_spending")
        & (pl.col("period") == "2013-14")
    ).iter_rows(named=True):
        ours[names[row["council"]]][row["model"]] = row["value"]
    both = theirs.keys() & ours.keys()
    assert len(theirs) == 152 and len(both) > 135
    models = ("own", "private", "other_public", "voluntary")
    for name in both:
        assert [ours[name][m] for m in models] == pytest.approx(theirs[name]), name
    assert [round(sum(parts) / 1e6, 1) for parts in zip(*theirs.values(), strict=True)] == [
        1970.4,
        1480.2,
        58.9,
        151.8,
    ]


@pytest.mark.parametrize("year", ["16", "19", "21", "22", "23"])
def test_open_static_libraries(delivery, year):
    kinds = {"la": "own", "lau": "own", "c": "external", "cr": "community"}
    kinds |= {"icl": "independent", "[unknown]": "unknown"}
    counted = Counter(
        kinds.get(row[f"operation_{year}"].strip().lower())
        for row in cells("libraries/libraries_england_2023.csv.gz")
        if row["type"].lower().startswith("static") and "archive" not in row["type"]
    )
    del counted[None]
    assert england(delivery, "libraries", f"20{year}") == counted


def test_adult_care_by_hand(delivery):
    """Totals over the columns of councils in the file of 2014-15, in thousands of pounds."""
    with gzip.open(
        MIRROR / "adult_social_care/pss-exp-eng-14-15-fin-coun-lev-exp-data.csv.gz",
        "rt",
        encoding="cp1252",
        newline="",
    ) as file:
        grid = list(csv.reader(file))
    long_term = {
        (row[1], row[4]): sum(float(cell) for cell in row[5:157])
        for row in grid
        if row[0] == "Long term" and row[2:4] == ["Total", "Total"] and "Gross total" in row[4]
    }
    line = "Gross total cost: {}".format
    for age, part in (("65 and over", "65"), ("18 to 64", "18_64")):
        ours = england(delivery, f"adult_long_term_care_{part}_spending", "2014-15")
        theirs = {
            "own": long_term[f"Age {age}", line("own provision")],
            "external": long_term[f"Age {age}", line("provision by others")],
            "voluntary": long_term[f"Age {age}", line("grants to voluntary org")],
        }
        assert {model: value / 1000 for model, value in ours.items()} == pytest.approx(theirs)
    assert round(long_term["Age 65 and over", line("total expenditure")]) == 7_416_342


def test_care_of_older_people_by_hand(delivery, names):
    """Every council of the transcription against ours by name, and the national table."""
    parts = {"Home": "home_care", "Resi": "care_home", "All ": "adult_long_term_care"}
    theirs = {
        (parts[row["setting"][:4]] + "_65_spending", row["council_as_printed"].casefold()): float(
            row["external_gbp_thousand"]
        )
        for row in cells(
            "adult_social_care/"
            "asc_fr_2022-23_over65_external_provision_by_council_transcribed.csv.gz"
        )
        if row["external_gbp_thousand"]
    }
    ours = {
        (part, names[council].casefold()): value / 1000
        for council, part, value in delivery.filter(
            (pl.col("period") == "2022-23")
            & (pl.col("model") == "external")
            & pl.col("value").is_not_null()
        )
        .select("council", "delivery_service", "value")
        .iter_rows()
    }
    both = theirs.keys() & ours.keys()
    assert len(theirs) == len(ours) == 447 and len(both) > 400
    for key in both:
        assert ours[key] == theirs[key], key
    # Printed as LONDON: the City.
    assert ours["adult_long_term_care_65_spending", names["LND"].casefold()] == 1621
    england = {
        (row["SupportSetting"], row["Sector"]): float(row["Expenditure"])
        for row in cells("adult_social_care/england_Expenditure_over_65_post2015.csv.gz")
        if row["year"] == "2023"
    }
    for setting, part in (
        ("Home care", "home_care_65_spending"),
        ("Residential care home placements", "care_home_65_spending"),
        ("Total over 65", "adult_long_term_care_65_spending"),
    ):
        external = sum(value for (of, _), value in ours.items() if of == part)
        assert external == england[setting, "External"], setting


def test_dry_recycling_by_hand(delivery):
    """Councils by system in the transcription, and what ENV18 says of their tonnes."""
    rows = cells("waste/dry_recycling_collection_system_2021-22_309_districts_transcribed.csv.gz")
    systems = Counter(row["collection_system"] for row in rows)
    assert systems == {"Co-mingled": 157, "Two stream": 112, "Multi-stream": 40}
    ours = england(delivery, "dry_recycling_collection", "2021-22")
    words = {"co_mingled": "Co-mingled", "two_stream": "Two stream", "multi_stream": "Multi-stream"}
    assert {words[model]: value for model, value in ours.items()} == systems


def test_what_is_published_of_homes_is_counts_only(delivery):
    assert {"urn", "places", "organisation"}.isdisjoint(delivery.columns)
    assert delivery["note"].drop_nulls().str.len_chars().max() < 100
