"""The first sentence on councils of England beside the published files, read in plain Python.

Needs the files: set PUBLIC_POUND_MIRROR to a folder that holds them.
"""

import csv
import os
import re
from functools import cache
from pathlib import Path
from statistics import median

import fastexcel
import pytest

import queries
from queries import EDITION
from tests.pages.opening import opened, words

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR", ""))
pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("PUBLIC_POUND_MIRROR"),
        reason="PUBLIC_POUND_MIRROR names no folder with the published files",
    ),
    pytest.mark.skipif(not EDITION.exists(), reason="needs the assembled edition"),
]
RETURNS = "finance/england_ro/RSX_LA_Data_2024-25_data_by_LA.ods"
RESIDENTS = "geo/population/ons_mye_1991_2024_by_area.csv"
HEADER, FIRST = 6, 7
# What the total holds and a council does not decide on, by the words of the file's own header.
LEFT_OUT = ("Education services", "Police services", "Fire and rescue services")
SAID = re.compile(r"spent £([\d,]+) per resident.*?median of (\d+) [^(]*\(£([\d,]+)\)")
# Codes of 2025, and those that the files of 2024 have: Sheffield, Barnsley.
RECODED = {"E08000039": "E08000019", "E08000038": "E08000016"}
COUNCILS = (
    "leeds",
    "cornwall",
    "hackney",
    "kent",
    "new-forest",
    "westmorland-and-furness",
)
# Beside nobody, so that a figure stands alone.
ALONE = ("city-of-london", "isles-of-scilly")


@cache
def decided_gbp() -> dict[str, float]:
    """GSS code -> pounds on what a council decides on; who made no return is not in it."""
    book = fastexcel.read_excel(MIRROR / RETURNS)
    sheet = book.load_sheet("RSX_LA_Data_202425", header_row=None, skip_rows=0, dtypes="string")
    rows = sheet.to_polars().rows()
    net = {
        str(name).split(" - Net Current")[0]: column
        for column, name in enumerate(rows[HEADER])
        if name and " - Net Current Expenditure" in str(name)
    }
    found: dict[str, float] = {}
    for row in rows[FIRST:]:
        # After the authorities come England, classes and a second header.
        if not re.fullmatch(r"E\d{4}", str(row[0])):
            break
        total = row[net["Total Service Expenditure"]]
        if total and total != "[x]":
            left_out = sum(float(row[net[name]].replace(",", "")) for name in LEFT_OUT)
            found[str(row[1])] = (float(total.replace(",", "")) - left_out) * 1000
    return found


@cache
def residents() -> dict[str, int]:
    with (MIRROR / RESIDENTS).open(encoding="utf-8-sig", newline="") as file:
        return {
            row["areacd"]: int(row["population"])
            for row in csv.DictReader(file)
            if row["year"] == "2024"
        }


def per_head(gss: str) -> float:
    return decided_gbp()[gss] / residents()[gss]


def gss_of(slug: str) -> str:
    return str(queries._run("SELECT gss FROM council WHERE slug = $slug", {"slug": slug}).item())


def peers_of(slug: str) -> list[str]:
    """GSS codes of the usual peers of a council, who are the edition's to name."""
    sql = """
        SELECT o.gss FROM comparable_peer p JOIN council c USING (council)
        JOIN council o ON o.council = p.peer
        WHERE p.model = 'usual' AND p.service = 'decided' AND c.slug = $slug"""
    codes = queries._run(sql, {"slug": slug})["gss"].to_list()
    return [RECODED.get(code, code) for code in codes]


@pytest.mark.parametrize("slug", COUNCILS)
def test_the_sentence_is_what_the_files_say(slug):
    said = SAID.search(words(opened("council", council=slug, tabs="none")).replace("*", ""))
    assert said, slug
    spent, peers, middle = (int(part.replace(",", "")) for part in said.groups())
    assert spent == round(per_head(gss_of(slug)))
    figures = [per_head(gss) for gss in peers_of(slug) if gss in decided_gbp()]
    assert (len(figures), round(median(figures))) == (peers, middle)


@pytest.mark.parametrize("slug", ALONE)
def test_who_stands_beside_nobody_has_a_figure_and_no_median(slug):
    said = words(opened("council", council=slug, tabs="none")).replace("*", "")
    assert f"£{per_head(gss_of(slug)):,.0f} per resident" in said
    assert not SAID.search(said)


def test_a_council_without_a_return_is_said_to_have_none():
    assert gss_of("birmingham") not in decided_gbp()
    assert "2024-25" in words(opened("council", council="birmingham", tabs="none"))
