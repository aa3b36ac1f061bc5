"""What is said of a figure across councils: its median and n, and how it moved. Plain text."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from charts.inside_sentence import period_inside
from charts.judgement_sentences import left_out_words
from charts.periods import days_in_words
from charts.wording import count_words
from charts.wording import figure as amount
from findings.service_figure import Looked
from inference.comparison.peers import summarise_peers
from inference.comparison.word import FEWEST_PEERS

Row = Mapping[str, Any]
TOO_FEW = "No year has figures of eight of these councils, so there is no median over the years."
OVER_YEARS = (
    "The median of all these councils, a council pointed out among them: not that of its peers.",
    "Councils come and go, and some years lack some of them: n is in the table, year by year.",
)
RULE = (
    "Only councils that run the same parts of the service are set beside each other: {}. Councils "
    "that do not run it appear in no count, scale, mean or rank; those that ended count in the "
    "years in which they stood."
)


def figure_words(about: Row, one: Looked) -> str:
    """What the figure is, its n, its median and the middle half; `about` is measure/about."""
    held = dict(one.compared.select("council", "value").iter_rows())
    peers = summarise_peers(held)
    words = str(about["measure_question"])
    if about["kind"] == "spend":
        words += f" Divided by {about['denominator']}."
    words += f" {who_is_in(one)}"
    if peers:
        middle, low, high = (
            amount(value, one.row["unit"], one.row["decimals"])
            for value in (peers.median, peers.lower_quartile, peers.upper_quartile)
        )
        words += f" Their median is {middle}, half of them between {low} and {high}."
    return words


def who_is_in(one: Looked) -> str:
    """n, and how many are left out for which reason."""
    absent = Counter(one.figures.frame["left_out_because"].drop_nulls().to_list())
    words = f"{count_words(one.compared.height, 'council')} with a figure for {one.row['period']}"
    if absent:
        parts = "; ".join(f"{count} × {left_out_words(why)}" for why, count in absent.most_common())
        words += f". Left out: {parts}"
    return f"{words}."


def over_years_words(rows: Sequence[Row], unit: str, decimals: int) -> str:
    """The newest median with its middle half and n, and the oldest; "" without any of eight.

    `rows` are those of service/over_years.
    """
    held = [row for row in rows if row["councils_n"] >= FEWEST_PEERS and row["median"] is not None]
    if not held:
        return ""
    first, last = held[0], held[-1]
    middle = amount(last["median"], unit, decimals)
    words = f"{days_in_words(last['period'])}: the median of {_n(last)} is {middle}"
    if last["q1"] is not None and last["q3"] is not None:
        low, high = (amount(last[name], unit, decimals) for name in ("q1", "q3"))
        words += f", half of them between {low} and {high}"
    if first is last:
        return f"{words}."
    then = amount(first["median"], unit, decimals)
    return f"{words}; in {period_inside(first['period'])} it was {then}, of {_n(first)}."


def of_subject_over_years(rows: Sequence[Row], name: str, one: Looked) -> str:
    """The first and the last figure of the council pointed out; "" without one."""
    held = [row for row in rows if row["value"] is not None]
    if not name or not held:
        return ""
    ends = held if len(held) == 1 else [held[0], held[-1]]
    said = [
        f"{amount(row['value'], str(one.row['unit']), one.row['decimals'])} in "
        f"{period_inside(row['period'])}"
        for row in ends
    ]
    return f"{name}: {', '.join(said)}."


def _n(row: Row) -> str:
    return count_words(row["councils_n"], "council")
