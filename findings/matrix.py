"""The matrix: a row a service, what is spent beside the peers and the result that leads."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charts.council_sentences import gap_in_pounds
from charts.judgement_sentences import judgement_words, position_words, stability_words
from charts.periods import days_in_words
from charts.wording import figure, gap_label, percent_difference, pounds
from findings.asking import Ask
from findings.own_list import Judge, beside_own_list
from findings.subject import OWN, Subject
from inference.comparison.judgement import Judgement, grade_of, judgement_of
from inference.comparison.word import FEWEST_PEERS, Word

Row = Mapping[str, Any]
ELSEWHERE = "counted in other lines in {}"
FEW_PEERS = "fewer than eight peers"
FEW_RESIDENTS = "too few residents to compare"
# What a row says of the peers' spending.
OF_PEERS = ("median", "q1", "q3", "min", "max", "spreads")
NO_RESULT = "no result is held for this service"
ONE_YEAR = "one year held"
YEARS = 6
ITS_MEDIAN = "its peers’ median"


@dataclass(frozen=True)
class Spend:
    """`amount` per head, or why there is none; `beside` sets it beside its peers ("" if not)."""

    amount: str
    beside: str
    known: bool


@dataclass(frozen=True)
class Result:
    """`value` is "" where the word says it all; `facts` are period, stability, how many more."""

    word: Word
    title: str
    value: str
    said: str
    facts: tuple[str, ...]


def matrix_rows(ask: Ask, subject: Subject, period: str, judged: Judge) -> Sequence[Row]:
    """Beside a list of one's own the result that leads is that of the usual peers; what is said of
    it is said beside the list."""
    made = ask("council/matrix", **subject.takes, period=period)
    if subject.about["sparse"]:
        return [_beside_nobody(row) for row in made.rows(named=True)]
    if subject.model != OWN:
        return made.rows(named=True)
    led = made.filter(made["measure"].is_not_null())
    own = {row["measure"]: row for row in beside_own_list(subject, led, judged).rows(named=True)}
    return [own.get(row["measure"], row) for row in made.rows(named=True)]


def _beside_nobody(row: Row) -> Row:
    """A row of a council of so few residents that an amount for each is like no other's."""
    return {**row, "spend_peers_n": None} | {f"spend_{name}": None for name in OF_PEERS}


def matrix_years(ask: Ask, subject: Subject, period: str) -> dict[str, list[float | None]]:
    """Service -> its spending per head in each of the last years, oldest first."""
    rows = ask("council/matrix_years", council=subject.key, last=period, years=YEARS)
    found: dict[str, list[float | None]] = defaultdict(lambda: [None] * YEARS)
    for service, position, spend in rows.select("service", "position", "spend").iter_rows():
        found[service][position] = spend
    return found


def spend_of(row: Row, nation: str) -> Spend:
    if row["spend"] is None:
        return Spend(_no_spend(row, nation), "", False)
    amount = pounds(row["spend"])
    if row["spend_peers_n"] is None:
        return Spend(amount, FEW_RESIDENTS, True)
    if row["spend_peers_n"] < FEWEST_PEERS or row["spend_median"] is None:
        return Spend(amount, FEW_PEERS, True)
    more = percent_difference(row["spend"], row["spend_median"])
    said = more.removesuffix(" than").removesuffix(" as") if more else ""
    gap = said or gap_in_pounds(row["spend"], row["spend_median"])
    return Spend(amount, f"{gap}; median {pounds(row['spend_median'])}", True)


def _no_spend(row: Row, nation: str) -> str:
    """Why a service has no amount; where the nation counts it in lines of its own, that it does."""
    if row["spend_status"] is None and nation != "England":
        return ELSEWHERE.format(nation)
    return gap_label(row["spend_status"])


def result_of(row: Row, *, official: bool) -> Result | None:
    """The result that leads a service; None where none is held."""
    if not row["measure"]:
        return None
    said = judgement_of(row, row["grades"] or ())
    facts = [days_in_words(row["period"])]
    if said.stability:
        facts.append(stability_words(said.stability))
    if row["standing_out_n"] > 1:
        facts.append(f"{row['standing_out_n']} results of this service stand out")
    title = str(row["official_title" if official else "title"])
    value = "" if said.word == "grade" else value_words(row)
    return Result(said.word, title, value, place_or_word(said), tuple(facts))


def place_or_word(said: Judgement) -> str:
    """Its word beside the peers; of a position the place, of a grade how many share it."""
    if said.word == "grade":
        return judgement_words(said, "")
    if said.word == "position" and said.place:
        return position_words(said.place)
    return judgement_words(said, ITS_MEDIAN)


def value_words(row: Row) -> str:
    """The figure with its unit, the inspector's grade, or why there is none."""
    if row["value"] is None:
        return gap_label(row["status"])
    grade = grade_of(row["value"], row["grades"] or ())
    return grade or figure(row["value"], row["unit"], row["decimals"])
