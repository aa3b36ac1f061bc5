"""A council of every kind and nation: each section of its page has a figure or says why not."""

import re

import pytest

import queries
from tests.pages.opening import opened, words

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
KINDS = [
    "leeds", "thurrock", "kent", "ashfield", "croydon", "cardiff", "glasgow", "belfast",
    "birmingham", "fermanagh-and-omagh", "isles-of-scilly", "city-of-london", "cumberland",
    "northamptonshire", "na-h-eileanan-siar", "merthyr-tydfil",
]  # fmt: skip
SAYING = {"markdown", "info", "warning", "caption", "html", "dataframe", "plotly_chart", "metric"}


def said_under_headings(page) -> dict[str, list[str]]:
    """Header -> the kinds of what stands between it and the next, in the order of the page."""
    found: dict[str, list[str]] = {}
    now = None
    for one in _flat(page.main):
        if one.type == "heading" or one.type in {"header", "title"}:
            now = str(one.value)
            found[now] = []
        elif now is not None:
            found[now].append(one.type)
    return found


def _flat(block):
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _flat(child)
        else:
            yield child


@pytest.mark.parametrize("council", KINDS)
def test_each_section_has_something_or_says_why_not(council):
    page = opened("council", council=council)
    assert not page.exception
    for heading, kinds in said_under_headings(page).items():
        assert SAYING & set(kinds), f"{heading}: nothing under it"
    said = words(page)
    assert not re.search(r"\bNone\b(?! of| chosen| is)", said)
    assert "in this edition." not in re.findall(r"No figures on \w+ (.*)", said)


@pytest.mark.parametrize(
    ("council", "nation"),
    [("glasgow", "Scotland"), ("belfast", "Northern Ireland")],
)
def test_a_service_that_a_nation_counts_in_other_lines_says_so(council, nation):
    """Adult social care in Glasgow had "no figure": it is one line with children's there."""
    said = words(opened("council", council=council))
    assert f"counted in other lines in {nation}" in said
    matrix = said.split('class="matrix"')[1].split("</table>")[0]
    assert "no figure" not in matrix
