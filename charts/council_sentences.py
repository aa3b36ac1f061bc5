"""Three sentences on a council: what it spends, what people get, what it stands on. Plain text.

The page, the brief and the preview of a shared link say the same of it, so the words live here.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.inside_sentence import inside
from charts.judgement_sentences import counted_words
from charts.wording import count_words, figure, joined, percent_difference, pounds
from inference.comparison.judgement import Judgement
from inference.comparison.word import FEWEST_PEERS

Row = Mapping[str, Any]
FEWEST_DRIVING_GBP = 1.0
# What is left over of a return is no service to name as a reason.
RESIDUE = {"decided", "total", "other", "remainder"}
STOOD = {
    "reserves_share": "reserves were {}% of a year’s spending",
    "borrowing_per_head": "borrowing was £{} per resident",
}
NO_SPENDING = "No spending by service of this council is held."
NOTHING_JUDGED = "None of the results held here can be judged beside its peers."
TOO_FEW_RESIDENTS = "too few live there to set that beside other councils"


def spending_sentence(
    rows: Sequence[Row],
    *,
    name: str,
    period: str,
    peers_name: str,
    not_decided: set[str],
    beside_nobody: bool = False,
) -> str:
    """Per head without schools, police and fire, beside the peers, and what drives the difference.

    `rows` are those of council/spending_beside_peers in pounds per head. `beside_nobody`: so few
    live there that an amount for each of them is like no other council's.
    """
    by_service = {str(row["service"]): row for row in rows}
    sums = [by_service[key] for key in ("decided", "total") if key in by_service]
    lead = next((row for row in sums if row["value"] is not None), None)
    if lead is None:
        return _in_total(sums, name, period) or _no_sum(rows, name, period)
    decided = lead["service"] == "decided"
    what = "the services that it decides on" if decided else "all its services"
    start = f"In {period} {name} spent {pounds(lead['value'])} per resident on {what}"
    if beside_nobody:
        return f"{start}: {TOO_FEW_RESIDENTS}."
    if lead["peers_n"] < FEWEST_PEERS or lead["peers_median"] is None:
        return f"{start}."
    more = percent_difference(lead["value"], lead["peers_median"])
    middle = f"the median of {lead['peers_n']} {peers_name} ({pounds(lead['peers_median'])})"
    beside = f"{start}, {more} {middle}." if more else f"{start}; {middle}."
    parts = [row for row in rows if row["service"] not in {*RESIDUE, *not_decided}]
    driving = _driving(parts, lead["value"] - lead["peers_median"])
    return f"{beside} {driving}".strip()


def _in_total(sums: Sequence[Row], name: str, period: str) -> str | None:
    """The pounds alone, where they are known and nobody counted the residents."""
    known = next((row for row in sums if row.get("value_gbp") is not None), None)
    if known is None:
        return None
    amount = pounds(known["value_gbp"], short=True)
    return f"In {period} {name} spent {amount} (cash); its residents of that year are not counted."


def _no_sum(rows: Sequence[Row], name: str, period: str) -> str:
    """Why there is no amount to lead with: a line lacks, no return was made, or none is held."""
    if any(row["value"] is not None for row in rows):
        return (
            f"The sum of {name}’s spending in {period} is not known, because one of its services "
            "lacks; what is known of each stands below."
        )
    if any(row["status"] == "not_submitted" for row in rows):
        return f"{name} made no return of its spending for {period}."
    return NO_SPENDING


def _driving(rows: Sequence[Row], difference: float) -> str:
    """The two services that lie furthest from their peers the way that the sum does."""
    apart = [(row["value"] - row["peers_median"], row) for row in rows if _compared(row)]
    same_way = [(gap, row) for gap, row in apart if gap * difference > 0]
    furthest = sorted(same_way, key=lambda one: -abs(one[0]))[:2]
    said = [
        f"{inside(row['plain_name'])} ({pounds(abs(gap))} {'more' if gap > 0 else 'less'})"
        for gap, row in furthest
        if abs(gap) >= FEWEST_DRIVING_GBP
    ]
    return f"What differs most that way is {joined(said)}." if said else ""


def _compared(row: Row) -> bool:
    known = row["value"] is not None and row["peers_median"] is not None
    return known and row["peers_n"] >= FEWEST_PEERS


def results_sentence(found: Sequence[tuple[str, Judgement]]) -> str:
    """How many results stand out, beside how many would by chance, and which hold whoever the
    peers are. `found` pairs the title of a measure with what is said of it."""
    judgements = [one for _, one in found]
    counted = counted_words(judgements)
    if counted.startswith("None"):
        return NOTHING_JUDGED
    parts = [counted]
    out = [(title, one) for title, one in found if one.word in ("better", "worse")]
    if out:
        named = [f"{inside(title)} ({one.word})" for title, one in out if _holds(one)]
        parts.append(
            f"Whichever peers are chosen, this holds of {joined(named[:4])}."
            if named
            else "None of them holds under every choice of peers."
        )
    else:
        parts += _somewhat([one.word for one in judgements])
    return " ".join(parts)


def _somewhat(words: Sequence[str]) -> list[str]:
    """What is clear of chance and no more, where anything is."""
    counts = {way: words.count(f"somewhat_{way}") for way in ("better", "worse")}
    said = [f"{n} {'is' if n == 1 else 'are'} somewhat {way}" for way, n in counts.items() if n]
    if not said:
        return []
    return [f"{joined(said)}: clear of chance, within the usual differences between councils."]


def _holds(one: Judgement) -> bool:
    return bool(one.stability and one.stability.judged == one.stability.holds)


def footing_sentence(rows: Sequence[Row], newest_end: int) -> str:
    """Reserves and debt, each with its date and how old it is beside the newest spending.

    `rows` are finance measures in the form of council/outcomes; `newest_end` is the calendar year
    in which the newest year of spending ends.
    """
    said = [
        f"{_stood(row)} ({row['period']}{_old(str(row['period']), newest_end)})"
        for row in rows
        if row["value"] is not None
    ]
    if not said:
        return "Neither reserves nor debt of this council are held."
    words = "; ".join(said)
    return f"{words[0].upper()}{words[1:]}."


def _stood(row: Row) -> str:
    if row["measure"] in STOOD:
        return STOOD[row["measure"]].format(figure(row["value"], "", row["decimals"]).strip())
    return f"{inside(row['title'])}: {figure(row['value'], row['unit'], row['decimals'])}"


def _old(period: str, newest_end: int) -> str:
    """ ", 7 years old"; nothing of a figure of the last two years or of a period not of years."""
    if not period[:4].isdigit():
        return ""
    years = newest_end - (int(period[:4]) + (1 if len(period) > 4 else 0))
    return f", {count_words(years, 'year')} old" if years > 1 else ""


def gap_in_pounds(value: float | None, median: float | None) -> str:
    """ "£12 more", "£7 less", "the same"; empty where either is not known."""
    if value is None or median is None:
        return ""
    gap = value - median
    if abs(gap) < 0.5:
        return "the same"
    return f"{pounds(abs(gap), decimals=0)} {'more' if gap > 0 else 'less'}"
