"""A measure beside its peers, column by column in words, and which measure comes first."""

from collections.abc import Mapping, Sequence
from math import ceil, floor
from typing import Any

from charts.judgement_sentences import judgement_words, place_words, stability_words
from charts.wording import NO_FIGURE, figure, gap_label, trend_reason, trend_words
from findings.judgements import Finding
from inference.comparison.judgement import Judgement, grade_of
from inference.comparison.word import FEWEST_PEERS

Row = Mapping[str, Any]
# Worse before better: what asks a question before what answers one. Words of the same weight keep
# the codebook's order among themselves.
WEIGHTS = {
    "worse": 0,
    "better": 1,
    "somewhat_worse": 2,
    "somewhat_better": 3,
    "higher": 4,
    "lower": 4,
    "similar": 5,
    "grade": 6,
    "position": 6,
    "not_judged": 7,
}
WITHOUT_A_FIGURE = 8
NO_PEER = "no peer has a figure"


def in_order_of_standing(found: Sequence[Finding]) -> list[Finding]:
    """What stands out first; `found` comes in the codebook's order."""
    return sorted(found, key=_weight)


def headword(row: Row) -> str:
    """The figure; of a grade the inspector's word; why there is none."""
    if row["value"] is None:
        return gap_label(row["status"])
    return grade_of(row["value"], row["grades"] or ()) or _amount(row, "value")


def interval_words(row: Row) -> str:
    """ "95% interval 4.1% to 5.0%"; "" where none is known."""
    if row["value"] is None or row["lower"] is None or row["upper"] is None:
        return ""
    return f"95% interval {_amount(row, 'lower')} to {_amount(row, 'upper')}"


def median_words(row: Row) -> str:
    if not row["peers_n"]:
        return NO_PEER
    return _middle_grade(row) if row["grades"] else _amount(row, "peers_median")


def beside_the_word(said: Judgement) -> str:
    """How many peer groups bear the word out; what stands in the place of a word."""
    if said.stability:
        return stability_words(said.stability)
    if said.word == "position":
        return "no word: the figure has no known error"
    if said.word == "not_judged" and said.place and said.place.n > FEWEST_PEERS:
        return place_words(said)
    return ""


def word_beside(one: Finding, peers_name: str) -> str:
    return judgement_words(one.judgement, f"the median of {peers_name}")


def trend_said(one: Finding) -> tuple[str, str]:
    """The trend, or that it was not tested and why."""
    if one.trend.way == "not_tested":
        return "not tested", trend_reason(one.trend)
    return trend_words(one.trend, one.row["polarity"]), ""


def at_the_start(words: str) -> str:
    return words[:1].upper() + words[1:]


def _weight(one: Finding) -> int:
    return WITHOUT_A_FIGURE if one.row["value"] is None else WEIGHTS[one.judgement.word]


def _middle_grade(row: Row) -> str:
    """The grade in the middle; between two where the peers are split evenly."""
    low, high = floor(row["peers_median"]), ceil(row["peers_median"])
    named = [grade_of(value, row["grades"]) or NO_FIGURE for value in dict.fromkeys((low, high))]
    return " or ".join(named)


def _amount(row: Row, column: str) -> str:
    return figure(row[column], row["unit"], row["decimals"])
