"""The first sentence on councils of England beside the published files, read in plain Python.

Needs the files: set PUBLIC_POUND_MIRROR to a folder that holds them.
"""

import re
from functools import cache
from statistics import median

import pytest

import queries
from tests.pages.opening import opened, words
from tests.pages.published_files import MARKS, english_returns, residents

pytestmark = MARKS
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
    return {
        gss: lines["Total Service Expenditure"] - sum(lines[name] for name in LEFT_OUT)
        for gss, lines in english_returns().items()
        if lines.get("Total Service Expenditure")
    }


def per_head(gss: str) -> float:
    return decided_gbp()[gss] / residents()[gss, "2024"]


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
