"""What befell the councils that everybody asks about: dates, sums and evidence, on the edition."""

import re

import pytest

import queries
from queries import ask
from tests.pages.opening import opened, words

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
GUIDANCE = "https://www.gov.uk/guidance/exceptional-financial-support-for-local-authorities-for-"
# What stands on the first screen of each: words of the strip, in their order within a line.
SAID = {
    "birmingham": [
        "[5 September 2023](https://www.birmingham.gov.uk/download/downloads/id/27684/section_114",
        "[September 2023](https://www.birmingham.gov.uk/info/50306",
        f"[2025-26]({GUIDANCE}2025-26) £180m",
        "£685m as first listed, £490m on a later page",
        "**Government intervention**: [5 October 2023]",
    ],
    "woking": [
        "[7 June 2023](https://www.woking.gov.uk/news/council-issues-section-114-notice",
        f"[2026-27]({GUIDANCE}2026-27) £58.1m",
        "£95.6m",
        "**Government intervention**: [May 2023]",
        "**Reorganisation, decided**: [28 October 2025]",
        "All of its area goes to West Surrey",
    ],
    "croydon": [
        "[22 November 2022](https://democracy.croydon.gov.uk/documents/s41881",
        "[2 December 2020]",
        "[11 November 2020]",
        f"[2026-27]({GUIDANCE}2026-27) £119m",
        "[17 July 2025]",
    ],
    "nottingham": [
        "[29 November 2023]",
        "[15 December 2021]",
        "£25.0m",
        "£7.7m",
        "[22 February 2024]",
        "**Reorganisation, decided**: [16 July 2026]",
    ],
    "thurrock": [
        "[19 December 2022](https://www.thurrock.gov.uk/sites/default/files/assets/documents/",
        "£180m",
        "**Government intervention**: [2 September 2022]",
        "**Best value inspection**: [10 October 2022]",
        "**Reorganisation, decided**: [25 March 2026]",
        "All of its area goes to South West Essex",
    ],
    "slough": [
        "[2 July 2021](https://www.slough.gov.uk/downloads/file/2040/slough-s114-notice",
        f"[2026-27]({GUIDANCE}2026-27) £42.9m",
        "£56.6m",
        "[1 December 2021]",
    ],
    "hackney": ["[October 2000](https://www.lgcplus.com/archive/hackney-on-brink-of-cash-meltdown"],
}


@pytest.mark.parametrize("council", SAID)
def test_the_strip_has_dates_sums_and_evidence(council):
    page = opened("council", council=council)
    assert not page.exception
    said = words(page)
    for part in SAID[council]:
        assert part in said, part


def test_the_strip_stands_before_everything_else_of_the_page():
    said = [str(one.value) for one in opened("council", council="croydon").markdown]
    strip = next(i for i, text in enumerate(said) if "Section 114 notices" in text)
    assert not any(re.match(r"\*\*(Spending|Results|Footing)\.\*\*", text) for text in said[:strip])


def test_hackney_has_no_support_and_no_intervention_on_record():
    events = ask("council/events", council="HCK")
    assert events["kind"].to_list() == ["section_114"]


def test_the_two_lists_of_notices_are_reconciled():
    """The list with evidence, and of the older one what the council's own page tells."""
    notices = ask("compare/events", council="BIR", model="own", others=["NGM", "BNE", "NBL", "HCK"])
    notices = notices.filter(kind="section_114")
    dates = {
        key: sorted(rows["happened"].to_list()) for (key,), rows in notices.group_by("council")
    }
    assert dates == {
        "BIR": ["2023-09", "2023-09-05"],
        "NGM": ["2021-12-15", "2023-11-29"],
        "BNE": ["2025-01-20"],
        "NBL": ["2022-05-23"],
        "HCK": ["2000-10"],
    }


def test_compare_shows_them_of_the_council_and_of_its_peers():
    said = words(opened("compare", council="woking", peers="own", others="spelthorne"))
    assert "Woking [7 June 2023](https://www.woking.gov.uk/" in said
    assert "Spelthorne [8 May 2025](https://www.theyworkforyou.com/" in said


@pytest.mark.parametrize("council", ["elmbridge", "guildford", "surrey"])
def test_surreys_councils_say_what_becomes_of_them(council):
    events = ask("council/events", council=ask("council/names").filter(slug=council)["council"][0])
    row = events.filter(kind="reorganisation_decided").row(0, named=True)
    assert "1 April 2027" in row["says"] and "East Surrey" in row["says"]
