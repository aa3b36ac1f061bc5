"""Cells of a table of measures, in words: figure, median, judgement, trend. HTML, escaped."""

from html import escape
from math import ceil, floor

from charts.judgement_sentences import judgement_words, place_words, stability_words
from charts.palette import SIGNS
from charts.wording import NO_FIGURE, figure, gap_label, status_label, trend_reason, trend_words
from components.answers import answer
from findings.judgements import Finding
from inference.comparison.judgement import Judgement, grade_of
from inference.comparison.word import FEWEST_PEERS

DIRECTIONS = {"higher": "Higher is better", "lower": "Lower is better", "neither": ""}


def prices(row: dict[str, object]) -> str:
    if row["price_basis"] != "cash":
        return ""
    return f"{answer('edition/about').one()['price_base']} prices"


def direction(row: dict[str, object]) -> str:
    """Grades say by their names which is better."""
    return "" if row["grades"] else DIRECTIONS[row["polarity"]]


def whose(row: dict[str, object]) -> str:
    return "describes residents, not the council alone" if row["describes"] == "place" else ""


def value_cell(row: dict[str, object]) -> str:
    if row["value"] is None:
        note = f"<small>{escape(row['note'])}</small>" if row["note"] else ""
        return f"<em>{escape(gap_label(row['status']))}</em>{note}"
    words = f"<strong>{escape(_headword(row))}</strong>"
    if row["lower"] is not None and row["upper"] is not None:
        ends = f"{_amount(row, 'lower')} to {_amount(row, 'upper')}"
        words += f"<small>95% interval {escape(ends)}</small>"
    if row["status"] != "published":
        words += f"<small>{escape(status_label(row['status']))}</small>"
    return words + _note(row)


def _headword(row: dict[str, object]) -> str:
    """The figure; of a grade the inspector's word."""
    return grade_of(row["value"], row["grades"]) or _amount(row, "value")


def _note(row: dict[str, object]) -> str:
    """What the publisher says of this one figure; an address in it becomes a link."""
    # An inspector's word stands first in the note, and already at the head of the cell.
    parts = (row["note"] or "").split("; ")[1 if row["grades"] else 0 :]
    said = "".join(
        f'<a href="{escape(part)}" rel="noreferrer">the report</a>'
        if part.startswith("https://")
        else f"{escape(part)} "
        for part in parts
    )
    return f"<small>{said.strip()}</small>" if said.strip() else ""


def median_cell(row: dict[str, object]) -> str:
    if not row["peers_n"]:
        return "<em>no peer has a figure</em>"
    middle = _middle_grade(row) if row["grades"] else _amount(row, "peers_median")
    return f"{escape(middle)}<small>n = {row['peers_n']}</small>"


def _middle_grade(row: dict[str, object]) -> str:
    """The grade in the middle; between two where the peers are split evenly."""
    low, high = floor(row["peers_median"]), ceil(row["peers_median"])
    named = [grade_of(value, row["grades"]) or NO_FIGURE for value in dict.fromkeys((low, high))]
    return " or ".join(named)


def judgement_cell(one: Finding, peers_name: str) -> str:
    said = one.judgement
    sign = SIGNS[said.word]
    words = _sentence(judgement_words(said, f"the median of {peers_name}"))
    more = _beside_the_word(said)
    mark = (
        f'<span class="sign" style="color:{sign.colour}" aria-hidden="true">{sign.character}</span>'
    )
    return f"{mark}{escape(words)}" + (f"<small>{escape(more)}</small>" if more else "")


def _beside_the_word(said: Judgement) -> str:
    """How many peer groups bear the word out; what stands in the place of a word."""
    if said.stability:
        return _sentence(stability_words(said.stability))
    if said.word == "position":
        return "No word: the figure has no known error"
    if said.word == "not_judged" and said.place and said.place.n > FEWEST_PEERS:
        return _sentence(place_words(said))
    return ""


def trend_cell(one: Finding) -> str:
    if one.trend.way == "not_tested":
        return f"Not tested<small>{escape(trend_reason(one.trend))}</small>"
    return escape(_sentence(trend_words(one.trend, one.row["polarity"])))


def _amount(row: dict[str, object], column: str) -> str:
    return figure(row[column], row["unit"], row["decimals"])


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]
