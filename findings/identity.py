"""Who a council is, on one line of plain text."""

from collections.abc import Mapping
from typing import Any

from charts.council_classes import class_word


def kind_and_place(about: Mapping[str, Any]) -> str:
    """ "metropolitan district in Yorkshire and The Humber · 845,189 residents (mid-2024)"; `about`
    is the row of council/about."""
    kind = class_word(about["class"])
    kind = kind if about["ends"] is None else f"former {kind}"
    place = about["region"] or about["nation"]
    if about["county_name"]:
        place = f"{about['county_name']}, {place}"
    # "Scottish council in Scotland" says it twice.
    words = kind if place == about["nation"] else f"{kind} in {place}"
    if about["residents"]:
        words += f" · {about['residents']:,} residents (mid-{about['residents_year']})"
    if about["combined_authority"]:
        words += f" · part of {about['combined_authority']} combined authority"
    return words
