"""The words above a chart say what it shows, once, in whole sentences or clauses."""

import pytest

from components.figure import framing
from components.figure.finding import LONGEST, lead
from components.words.naming import safe
from tests.pages.opening import opened

CASES = [
    (
        "Leeds: how much social care improves people's lives over the years",
        "How much social care improves people's lives, Leeds: 0.43 score in 2022-23, from 0.41 "
        "score in 2016-17. Median of 14 usual peers in 2022-23: 0.41 score.",
        "0.43 score in 2022-23, from 0.41 score in 2016-17. Median of 14 usual peers in 2022-23: "
        "0.41 score.",
    ),
    (
        "Leeds: spending by service, 2024-25, beside usual peers",
        "Spending per head by service, Leeds, 2024-25, in 2024-25 prices. Above the median of "
        "usual peers on 5 of 11 services compared.",
        "Above the median of usual peers on 5 of 11 services compared.",
    ),
    (
        "Leeds and 5 usual peers side by side: 11 measures, newest figures",
        "Figures held of 11 measures: Leeds 11, Sheffield 11 and Salford 10.",
        "Figures held of 11 measures: Leeds 11, Sheffield 11 and Salford 10.",
    ),
    (
        "Largest suppliers: Leeds",
        "Largest suppliers: Leeds: Bradford Council £6.2m, Investors In The Community £4.2m.",
        "Bradford Council £6.2m, Investors In The Community £4.2m.",
    ),
    ("A title", "A title", "A title"),
    ("", "Nothing is held of it.", "Nothing is held of it."),
]


@pytest.mark.parametrize(("title", "alt", "said"), CASES)
def test_it_says_what_the_title_does_not(title, alt, said):
    assert lead(title, alt) == said


def test_a_long_sentence_ends_at_a_whole_clause():
    alt = "Paid most: " + ", ".join(f"Company number {n} £{n}m" for n in range(40)) + "."
    said = lead("Paid most in 2020-21", alt)
    assert len(said) <= LONGEST + 2
    assert said.startswith("Company number 0 £0m, Company") and said.endswith("m …")


def test_a_short_beginning_takes_a_part_of_what_follows():
    alt = "The bill: £1,726.84. Of this: " + ", ".join(f"part {n} £{n}" for n in range(60)) + "."
    said = lead("Leeds: the bill", alt)
    assert said.startswith("£1,726.84. Of this: part 0 £0, part 1 £1") and said.endswith(" …")


def test_one_word_without_end_is_cut():
    assert len(lead("x", "w" * 5_000)) <= LONGEST + 2


PAGES = [("council", {"council": "aldby"}), ("payments", {}), ("service", {"council": "aldby"})]


@pytest.mark.parametrize(("page", "address"), PAGES)
def test_every_chart_of_a_page_has_its_finding_above_it(world, monkeypatch, page, address):
    """The sentence that says the most was heard by screen readers alone."""
    leads: list[str] = []

    def noted(title: str, alt: str) -> str:
        leads.append(lead(title, alt))
        return leads[-1]

    monkeypatch.setattr(framing, "lead", noted)
    app = opened(page, **address)
    said = [str(one.value) for one in app.markdown]
    assert len(leads) >= len(app.get("plotly_chart")) > 1
    assert [one for one in leads if safe(one) not in said] == []
