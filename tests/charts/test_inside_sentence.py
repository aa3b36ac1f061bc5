"""A label goes on inside a sentence in small letters, names and short forms apart."""

import re

import pytest

from charts.inside_sentence import inside, period_inside
from tests.own_code import ROOT


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Household waste recycled", "household waste recycled"),
        ("A roads in poor condition", "A roads in poor condition"),
        ("GCSE results: Attainment 8", "GCSE results: Attainment 8"),
        ("Ofsted's judgement", "Ofsted's judgement"),
        ("Band D bill", "Band D bill"),
        ("NHS Health Check", "NHS Health Check"),
        ("Children's social care", "children's social care"),
        ("All council tax of a Band D home", "all council tax of a Band D home"),
        ("Revenue Support Grant", "Revenue Support Grant"),
        ("Schools grant", "schools grant"),
        (
            "Housing services (General Fund Revenue Account only)",
            "housing services (General Fund Revenue Account only)",
        ),
        ("IT and telephones", "IT and telephones"),
        ("", ""),
    ],
)
def test_a_title_inside_a_sentence(title, expected):
    assert inside(title) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("Year to September 2024", "the year to September 2024"),
        ("2024-03-31", "31 March 2024"),
        ("2023-24", "2023-24"),
    ],
)
def test_a_period_inside_a_sentence(period, expected):
    assert period_inside(period) == expected


def test_no_sentence_makes_a_whole_name_small():
    """ "Band D" became "band d" where a label of the edition was put into a sentence whole."""
    whole = re.compile(r"(named\(\w+\)\)?|_name'\]\)|[A-Z]{4,}\[[\w.]+\])\.lower\(\)")
    files = [
        one for room in ("components", "findings", "charts") for one in (ROOT / room).rglob("*.py")
    ]
    # The keys of style sheets are small.
    found = [str(one) for one in files if whole.search(one.read_text(encoding="utf-8"))]
    assert found == []
