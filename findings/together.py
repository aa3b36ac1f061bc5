"""Councils put together: who they are, what they would spend, own and owe as one. Plain text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.council_classes import class_word
from charts.wording import count_words, joined, percent_difference, pounds
from findings.asking import Ask
from queries.answers import Answer

Row = dict[str, Any]
BASIS = {
    "residents": "residents",
    "children": "residents under 16",
    "older": "residents aged 65 and over",
}
OFFERED = ("district", "county", "unitary", "metropolitan_district", "london_borough")
MOST, RECENT = 40, 3
# Single councils of that size named in a sentence; all stand with what is to be borne in mind.
MOST_NAMED = 6
FEWEST_PARTS = 2
SPENDING = (
    "A sum of what the councils reported apart: no saving, cost of change or new arrangement is in "
    "it. Payments between them stand twice.",
    "Where one of them made no return there is no sum.",
    "Single councils of that size: unitary councils with between two thirds and one and a half "
    "times as many residents.",
)
POOLED = (
    "Rates are pooled from the counts that were published: so many of so many. Where no counts are "
    "published a rate cannot be put together, and an average of rates would be another figure."
)
OLD = "At 31 March at the end of the year named: the newest that are held here."
BECAUSE = {
    "no_counts": "published as a rate without its counts",
    "lacking": "a part has no figure",
    "county_split": "the county’s figure is not published by district",
    "not_proportional": "its figure is not its counts alone",
    "grade": "a grade, not a count",
    "joint": "one figure for several councils",
}


@dataclass(frozen=True)
class Together:
    """Councils put together; `parts` are rows of put_together/parts, districts of a county and
    the county's share of it included."""

    chosen: tuple[str, ...]
    basis: str
    period: str
    parts: Answer[Any]

    @property
    def rows(self) -> list[Row]:
        return self.parts.frame.rows(named=True)

    @property
    def whole(self) -> list[Row]:
        return [row for row in self.rows if row["share"] == 1]

    @property
    def shared(self) -> list[Row]:
        return [row for row in self.rows if row["share"] < 1]

    @property
    def residents(self) -> int:
        return sum(row["residents"] or 0 for row in self.rows if row["tier"] != "upper")

    @property
    def name(self) -> str:
        """ "Elmbridge and 4 more"."""
        names = [str(row["name"]) for row in self.whole]
        return joined(names[:3]) if len(names) <= 3 else f"{names[0]} and {len(names) - 1} more"


def councils_offered(ask: Ask) -> list[Row]:
    """Those of England of today that may be put together; rows of council/names."""
    return [
        row
        for row in ask("council/names").rows(named=True)
        if row["nation"] == "England" and row["ends"] is None and row["class"] in OFFERED
    ]


def known_whole(row: Row) -> bool:
    """Whether all that a new council would be made of is known, and goes over undivided; a row of
    put_together/decided."""
    return (
        bool(row["successor"])
        and len(row["slugs"]) >= FEWEST_PARTS
        and not row["divided"]
        and not row["unplaced"]
    )


def unplaced_words(row: Row) -> str:
    """Of whom in the area it is not known where all of it goes; "" where everyone is placed."""
    if not row["unplaced"]:
        return ""
    return f"Where all of {joined(row['unplaced'])} goes is not known from the evidence"


def years_of(ask: Ask, keys: Sequence[str]) -> dict[str, bool]:
    """Year -> whether there is a sum, newest first."""
    if not keys:
        return {}
    return dict(ask("put_together/years", councils=list(keys)).iter_rows())


def usual_year(years: dict[str, bool]) -> str:
    """The newest year with a sum, unless that is old: an old year opens only when it is chosen."""
    newest = list(years)[:RECENT]
    return next((one for one in newest if years[one]), newest[0])


def parts_words(one: Together) -> str:
    """Who they are, how many residents, and how much of a county comes along."""
    names = joined([f"{row['name']} ({class_word(row['class'])})" for row in one.whole])
    year = max((row["residents_year"] or 0 for row in one.whole), default=0)
    words = f"{names}: {one.residents:,} residents (mid-{year})."
    for row in one.shared:
        words += (
            f" Of {row['name']}’s services {row['share'] * 100:.1f}% come along: their share of "
            f"the county’s {BASIS[one.basis]}. That is an assumption, not a plan."
        )
    return words


def spending_words(
    made: Sequence[Row], beside: Sequence[Row], one: Together, years: dict[str, bool]
) -> str:
    """What they would spend a head, beside single councils of that size; `made` are rows of
    put_together/spending, `beside` of put_together/beside."""
    by_service = {row["service"]: row for row in made}
    lead = by_service.get("decided") or by_service.get("total")
    if lead is None:
        return f"Nothing is held of their spending in {one.period}."
    if lead["lacking"]:
        return (
            f"There is no sum for {one.period}: no figure of {joined(lead['lacking'])}. "
            f"{_another_year(years)}"
        )
    words = (
        f"Together they would have spent {pounds(lead['real_per_head_gbp'])} per resident in "
        f"{one.period} on what councils decide on ({pounds(lead['real_gbp'], short=True)})"
    )
    if not lead["beside_n"]:
        return f"{words}. No single council of today has about as many residents."
    more = percent_difference(lead["real_per_head_gbp"], lead["beside_median"] or 0)
    if more:
        n = count_words(lead["beside_n"], "single council")
        words += f", {more} the median of {n} of that size ({pounds(lead['beside_median'])})"
    names = [str(row["name"]) for row in beside]
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} more"]
    return f"{words}. Of that size: {joined(names)}."


def all_of_that_size(beside: Sequence[Row]) -> list[str]:
    """Every one by name, where the sentence names some of them."""
    if len(beside) <= MOST_NAMED:
        return []
    return [f"Single councils of that size: {joined([str(row['name']) for row in beside])}."]


def sharing_words(one: Together) -> list[str]:
    return [
        f"{row['name']}’s services are shared out by {BASIS[one.basis]}: {row['share'] * 100:.1f}% "
        "come along. What a part of a county truly needs may be more or less."
        for row in one.shared
    ]


def _another_year(years: dict[str, bool]) -> str:
    newest = next((one for one, complete in years.items() if complete), None)
    return f"The newest year with a sum is {newest}." if newest else "No year has a sum."
