"""The brief of a council: the first screen of its page, with what a committee asks next."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import polars as pl

from brief import council_gaps, council_questions, council_sheets
from brief.document import Asking, Bars, Brief, Cell, Chart, Imprint, Line, Lines, Table
from brief.imprint_words import cited, edition_name, page_address, price_base, source_lines
from brief.reader import Asked, read_council
from charts import spend_beside_peers, trend
from charts.council_sentences import gap_in_pounds
from charts.judgement_sentences import WORDS
from charts.matrix_marks import spend_mark, year_mark
from charts.periods import days_in_words
from charts.spend_traces import comparable
from charts.wording import figure, pounds
from findings import events
from findings.asking import Ask
from findings.identity import kind_and_place
from findings.judgements import Finding
from findings.matrix import (
    NO_RESULT,
    ONE_YEAR,
    YEARS,
    Row,
    matrix_rows,
    matrix_years,
    result_of,
    spend_of,
)
from findings.opening import MONEY, three_sentences
from findings.outcomes import BOTH, judged_of, measured
from findings.own_list import own_judgements
from findings.spending_years import lacks_a_return, without_return, year_with_total
from findings.standing import (
    at_the_start,
    beside_the_word,
    headword,
    in_order_of_standing,
    interval_words,
    median_words,
    trend_said,
    word_beside,
)
from findings.subject import Subject
from findings.whom_to_ask import (
    CAUTION,
    RULE,
    Leads,
    gap_words,
    leads,
    nobody_to_name,
    nobody_worse,
)

PARAMETERS = ("peers", "others", "year", "words", "as_of")
SUMS = ("decided", "total")
MOST_BARS = 9
KEY = (
    "Dot: this council. Tick: the peers’ median; box: the middle half of them; line: lowest to "
    "highest, each row on its own scale. Sorted by how far the council lies from its peers."
)
HEADS = ("Measure", "This council", "Peers’ median", "Beside peers", "Trend", "Period")


def compose(ask: Ask, name: str, address: Mapping[str, str], imprint: Imprint, base: str) -> Brief:
    """Raises Refused."""
    return council_brief(ask, read_council(ask, name, address), imprint, base)


def council_brief(ask: Ask, asked: Asked, imprint: Imprint, base: str) -> Brief:
    """`base` is the server's address without a slash at its end, or ""."""
    subject, official = asked.subject, asked.official
    years = ask("council/spending_years", council=subject.key).rows(named=True)
    newest = years[0]["period"] if years else None
    chosen = asked.period or newest
    lacks = bool(chosen) and lacks_a_return(years, str(chosen))
    period = year_with_total(years) if lacks else chosen
    judge = partial(own_judgements, ask)
    found = measured(ask, subject, BOTH, judge)
    rows = matrix_rows(ask, subject, period, judge) if period else []
    spent = _spent(ask, subject, period)
    led = leads(ask, subject, period) if period else Leads([], [], {})
    edition = edition_name(ask)
    address = page_address(base, "council", asked.address)
    title = f"{subject.name} beside {subject.peers_name}"
    held = in_order_of_standing(judged_of(found))
    return Brief(
        title=title,
        about=f"{subject.about['official_name']} · {kind_and_place(subject.about)}",
        notices=_notices(ask, subject, str(chosen) if lacks else None, period),
        opening=three_sentences(ask, subject, period, found, official=official),
        main=_matrix(ask, subject, period, rows, official),
        charts=_charts(ask, subject, period, spent, official),
        second=_standing(held, subject, official),
        asking=_asking(led, official),
        asking_note=_asking_note(led, period, official, bool(held)),
        questions=council_questions.expected(ask, subject, period, rows, found, official=official),
        caveats=council_gaps.caveats(ask, subject, period, spent),
        missing=council_gaps.missing(ask, subject, period, rows, found, official=official),
        sources=source_lines(
            ask,
            [
                *spent["source"],
                *(one.row["source"] for one in held if one.row["value"] is not None),
            ],
        ),
        edition=edition,
        address=address,
        citation=cited(imprint.name, title, edition, address),
        file_name=f"{subject.about['slug']}-brief-{edition}",
        sheets=partial(
            council_sheets.sheets, ask, subject, period, rows, spent, found, official=official
        ),
    )


def _spent(ask: Ask, subject: Subject, period: str | None) -> pl.DataFrame:
    return ask(
        "council/spending_beside_peers", **subject.takes, period=period or "", money=MONEY
    )  # fmt: skip


def _notices(ask: Ask, subject: Subject, without: str | None, period: str | None) -> list[str]:
    said = []
    if without:
        said.append(without_return(subject.name, without))
        if period:
            said[-1] += f" This brief shows {period}."
    return said + events.told(ask("council/events", council=subject.key).rows(named=True))


def _matrix(
    ask: Ask, subject: Subject, period: str | None, rows: Sequence[Row], official: bool
) -> Table:
    years = matrix_years(ask, subject, period) if period else {}
    nation = str(subject.about["nation"])
    return Table(
        title=f"{subject.name}, service by service, beside {subject.peers_name}",
        heads=("Service", f"£ per head, {period}", "Result", f"{YEARS} years, real terms"),
        rows=[_matrix_row(row, years, nation, official) for row in rows],
        widths=(0.2, 0.29, 0.37, 0.14),
        note=KEY,
    )


def _matrix_row(
    row: Row, years: Mapping[str, list[float | None]], nation: str, official: bool
) -> list[Cell]:
    name = str(row["official_name" if official else "plain_name"])
    said, result = spend_of(row, nation), result_of(row, official=official)
    line = year_mark(years.get(row["service"], []))
    spend = (
        Cell(strong=said.amount, small=said.beside, mark=spend_mark(row))
        if said.known
        else Cell(small=said.amount)
    )
    led = (
        Cell(
            text=f"{result.title}: {', '.join(filter(None, [result.value, result.said]))}",
            small=" · ".join(result.facts),
            word=result.word,
        )
        if result
        else Cell(small=NO_RESULT)
    )
    return [Cell(strong=name), spend, led, Cell(mark=line) if line else Cell(small=ONE_YEAR)]


def _standing(found: Sequence[Finding], subject: Subject, official: bool) -> Table:
    """The six columns of the page Compare, what stands out first."""
    return Table(
        title=f"Results of {subject.name} beside {subject.peers_name}, what stands out first",
        heads=HEADS,
        rows=[_standing_row(one, subject, official) for one in found],
        widths=(0.27, 0.16, 0.13, 0.22, 0.12, 0.1),
    )


def _standing_row(one: Finding, subject: Subject, official: bool) -> list[Cell]:
    row = one.row
    way, why = trend_said(one)
    return [
        Cell(
            text=str(row["official_title" if official else "title"]),
            small=str(row["service_official" if official else "service_plain"]),
        ),
        Cell(strong=headword(row), small=interval_words(row)),
        Cell(text=median_words(row), small=f"n = {row['peers_n']}" if row["peers_n"] else ""),
        Cell(
            text=at_the_start(word_beside(one, subject.peers_name)),
            small=at_the_start(beside_the_word(one.judgement)),
            word=one.judgement.word,
        ),
        Cell(text=at_the_start(way), small=why),
        Cell(text=days_in_words(str(row["period"]))),
    ]


def _charts(
    ask: Ask, subject: Subject, period: str | None, spent: pl.DataFrame, official: bool
) -> list[Chart]:
    made: list[Chart] = []
    held = dict(
        ask("council/spending_services", council=subject.key)
        .select("service", "official_name" if official else "plain_name")
        .iter_rows()
    )
    service = next((key for key in SUMS if key in held), None)
    if service:
        made += _over_years(ask, subject, service, str(held[service]))
    # Amounts for each of few residents are like nobody's: no sentence sets them beside others, and
    # no chart does.
    if period and not subject.about["sparse"]:
        made += _differences(ask, subject, period, spent, official)
    return made


def _over_years(ask: Ask, subject: Subject, service: str, name: str) -> list[Lines]:
    frame = ask("council/spending_trend", **subject.takes, service=service, money=MONEY)
    if frame["value"].drop_nulls().len() < 2:
        return []
    title = f"{name}, £ per head, {price_base(ask)} prices"
    own = Line(subject.name, frame["value"].to_list())
    if subject.about["sparse"]:
        known = frame.drop_nulls("value").rows(named=True)
        first, last = known[0], known[-1]
        alt = (
            f"{title}: {subject.name}, {pounds(first['value'])} in {first['period']}, "
            f"{pounds(last['value'])} in {last['period']}."
        )
        return [Lines(title, alt, frame["period"].to_list(), [own])]
    return [
        Lines(
            title=title,
            alt=trend.alt(
                frame,
                title=f"{name}, £ per head, real terms",
                council_name=subject.name,
                unit="£ per head",
                peers_name=subject.peers_name,
            ),
            periods=frame["period"].to_list(),
            lines=[
                own,
                Line(f"median of {subject.peers_name}", frame["peers_median"].to_list()),
            ],
            band=(frame["peers_q1"].to_list(), frame["peers_q3"].to_list()),
        )
    ]


def _differences(
    ask: Ask, subject: Subject, period: str, spent: pl.DataFrame, official: bool
) -> list[Bars]:
    """Pounds per head above or below the peers' median, the furthest services."""
    parts = spent.filter(~pl.col("service").is_in(SUMS))
    rows = [row for row in parts.rows(named=True) if comparable(row)]
    apart = [(row["value"] - row["peers_median"], row) for row in rows if row["value"] is not None]
    furthest = sorted(apart, key=lambda one: -abs(one[0]))[:MOST_BARS]
    if not furthest:
        return []
    shown = sorted(furthest, key=lambda one: -one[0])
    key = "official_name" if official else "plain_name"
    return [
        Bars(
            title=f"£ per head above or below the median of {subject.peers_name}, {period}",
            alt=spend_beside_peers.alt(
                parts,
                council_name=subject.name,
                peers_name=subject.peers_name,
                period=period,
                price_base=price_base(ask),
            ),
            names=[str(row[key]) for _, row in shown],
            values=[gap for gap, _ in shown],
            words=[gap_in_pounds(row["value"], row["peers_median"]) for _, row in shown],
        )
    ]


def _asking(found: Leads, official: bool) -> list[Asking]:
    return [_lead(group, found.differing, official) for group in found.led]


def _lead(
    group: Sequence[Mapping[str, Any]], differing: Mapping[tuple[str, str], str], official: bool
) -> Asking:
    row = group[0]
    title = row["official_title" if official else "title"]
    service = str(row["official_name" if official else "plain_name"]).lower()
    about = (
        f"{title}: {figure(row['value'], row['unit'], row['decimals'])} ({WORDS[row['word']]}, "
        f"{days_in_words(row['period'])}; {service} {pounds(row['spend'])} per head)"
    )
    lines = []
    for one in group:
        words = (
            f"{one['peer_name']}: {figure(one['peer_value'], one['unit'], one['decimals'])} "
            f"({WORDS[one['peer_word']]}), {pounds(one['peer_spend'])} per head{gap_words(one)}"
        )
        different = differing.get((one["measure"], one["peer"]))
        lines.append(f"{words}. {different}" if different else words)
    return Asking(about, lines)


def _asking_note(found: Leads, period: str | None, official: bool, judged: bool) -> str:
    if not found.led and not found.alone:
        return nobody_worse(judged)
    alone = [nobody_to_name(found.alone, official=official)] if found.alone else []
    return " ".join([*alone, CAUTION, RULE.format(period)])
