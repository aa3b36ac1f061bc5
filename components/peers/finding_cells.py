"""Cells of a table of measures, in words: figure, median, judgement, trend. HTML, escaped."""

from html import escape

from charts.judgement_sentences import judgement_words
from charts.wording import gap_label, status_label, trend_reason, trend_words
from components.answers import answer
from components.look import palette
from findings.judgements import Finding
from findings.standing import (
    NO_PEER,
    at_the_start,
    beside_the_word,
    headword,
    interval_words,
    median_words,
)

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
    words = f"<strong>{escape(headword(row))}</strong>"
    if ends := interval_words(row):
        words += f"<small>{escape(ends)}</small>"
    if row["status"] != "published":
        words += f"<small>{escape(status_label(row['status']))}</small>"
    return words + _note(row)


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
        return f"<em>{NO_PEER}</em>"
    return f"{escape(median_words(row))}<small>n = {row['peers_n']}</small>"


def judgement_cell(one: Finding, peers_name: str) -> str:
    said = one.judgement
    sign = palette().sign(said.word)
    words = at_the_start(judgement_words(said, f"the median of {peers_name}"))
    more = at_the_start(beside_the_word(said))
    mark = (
        f'<span class="sign" style="color:{sign.colour}" aria-hidden="true">{sign.character}</span>'
    )
    return f"{mark}{escape(words)}" + (f"<small>{escape(more)}</small>" if more else "")


def trend_cell(one: Finding) -> str:
    if one.trend.way == "not_tested":
        return f"Not tested<small>{escape(trend_reason(one.trend))}</small>"
    return escape(at_the_start(trend_words(one.trend, one.row["polarity"])))
