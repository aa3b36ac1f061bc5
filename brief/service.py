"""The brief of a service: one figure across councils, all its figures, and what they cannot say."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import polars as pl

from brief import service_gaps, service_questions, service_sheets
from brief.document import Bars, Brief, Cell, Chart, Imprint, Line, Lines, Table
from brief.imprint_words import cited, edition_name, page_address, source_lines
from brief.service_asked import Row, ServiceAsked, looked, read_service
from brief.service_questions import Spread
from charts.comparison_words import PLACES, funnel_words
from charts.judgement_sentences import judgement_words, stability_words
from charts.periods import days_in_words, span
from charts.wording import bare_unit, count_words, figure, pounds
from findings.asking import Ask
from findings.service_figure import Looked, newest_of_each
from findings.service_group import Group
from findings.service_judgement import beside_peers, judged_row
from findings.service_words import (
    TOO_FEW,
    figure_words,
    of_subject_over_years,
    over_years_words,
)
from inference.comparison.judgement import grade_of, judgement_of
from inference.comparison.peers import summarise_peers
from inference.comparison.scale import scale_for
from inference.funnel.fitting import funnel

PARAMETERS = ("where", "measure", "year", "spend", "council", "words", "as_of")
MOST_BARS = 9
ENDS = 7
KINDS = {"spend": "Spending", "delivery": "Who runs it", "context": "What the place is like"}
NO_MONEY = "No spending that fits these councils is held beside it."


def compose(ask: Ask, name: str, address: Mapping[str, str], imprint: Imprint, base: str) -> Brief:
    """`base` is the server's address without a slash at its end, or ""; raises Refused."""
    asked = read_service(ask, name, address)
    group, one = asked.group, asked.one
    edition = edition_name(ask)
    page = page_address(base, "service", asked.address)
    title = f"{group.service_name} across councils"
    every = [looked(ask, group, row) for row in newest_of_each(asked.offered).values()]
    years = ask(
        "service/over_years", **group.takes, measure=one.row["measure"], council=group.subject
    )
    spread = _spread(one)
    lines = _lines(ask, group)
    return Brief(
        title=title,
        about=f"{group.label} · {one.title}, {days_in_words(str(one.row['period']))}"
        + (f" · {asked.name} pointed out" if asked.name else ""),
        notices=[],
        opening=_opening(ask, asked, spread, years.rows(named=True)),
        main=_figures(ask, asked, every),
        charts=[*_over_years(asked, years), *_made_of(asked, lines)],
        second=_ends(asked, spread),
        asking=[],
        asking_note="",
        asking_title="",
        charts_title="over the years, and what the money is made of",
        questions=service_questions.expected(ask, asked, spread, years.rows(named=True)),
        caveats=service_gaps.caveats(ask, asked, spread),
        missing=service_gaps.missing(ask, asked, every),
        sources=source_lines(ask, [key for each in every for key in _sources(each)]),
        edition=edition,
        address=page,
        citation=cited(imprint.name, f"{title}: {one.title}", edition, page),
        file_name=f"{asked.address['service'].replace('_', '-')}-brief-{edition}",
        sheets=partial(service_sheets.sheets, asked, every, years, lines, spread),
    )


def _sources(one: Looked) -> list[str]:
    return [str(key) for key in one.figures.frame["source"].drop_nulls().unique().to_list()]


def _spread(one: Looked) -> Spread:
    """The funnel where counts tell chance from difference."""
    how = {name: one.row[name] for name in ("interval_method", "unit", "decimals")}
    if not scale_for(how["interval_method"], how["unit"]).counted:
        return Spread(None, "")
    made = funnel(one.figures.frame, adjust="additive", **how)
    words = funnel_words(made, str(one.row["unit"]), one.row["decimals"]) if made else ""
    return Spread(made, words)


def _lines(ask: Ask, group: Group) -> tuple[str, pl.DataFrame] | None:
    """The newest year of what the money is made of, and its rows."""
    years = ask("service/line_years", **group.takes)["period"].to_list()
    if not years:
        return None
    made = ask("service/lines", **group.takes, period=years[0], council=group.subject)
    return str(years[0]), made


def _opening(ask: Ask, asked: ServiceAsked, spread: Spread, years: Sequence[Row]) -> dict[str, str]:
    one = asked.one
    unit, decimals = str(one.row["unit"]), one.row["decimals"]
    told = over_years_words(years, unit, decimals)
    of_subject = of_subject_over_years(years, asked.name, one)
    money = _said(ask, asked, asked.spending) if asked.spending else spread.words or NO_MONEY
    return {
        one.title: _said(ask, asked, one),
        "Spending" if asked.spending else "Chance or difference": money,
        "Over the years": f"{told} {of_subject}".strip() if told else TOO_FEW,
    }


def _said(ask: Ask, asked: ServiceAsked, one: Looked) -> str:
    about = ask("measure/about", measure=one.row["measure"]).row(0, named=True)
    words = figure_words(about, one)
    found = judged_row(ask, asked.group, one)
    return f"{words} {asked.name}: {beside_peers(found, one)}." if found else words


def _figures(ask: Ask, asked: ServiceAsked, every: Sequence[Looked]) -> Table:
    """Every figure of the service in its newest period; spending last, as the codebook has it."""
    last = asked.name or "Lowest and highest"
    return Table(
        title=f"Every figure of {asked.group.service_name.lower()}, {asked.group.who}",
        heads=("Figure", "Median of all", "Middle half", "Councils", last),
        rows=[_figure_row(ask, asked, one) for one in every],
        widths=(0.33, 0.14, 0.17, 0.1, 0.26),
        note="The newest period of each. The median is that of all these councils.",
    )


def _figure_row(ask: Ask, asked: ServiceAsked, one: Looked) -> list[Cell]:
    kind = KINDS.get(str(one.row["kind"]), "What people get")
    facts = " · ".join(
        filter(None, (kind, days_in_words(str(one.row["period"])), _unit_apart(one)))
    )
    peers = summarise_peers(dict(one.compared.select("council", "value").iter_rows()))
    left = one.figures.frame.height - one.compared.height
    n = Cell(f"{one.compared.height}", small=f"{left} left out" if left else "")
    if not peers:
        return [Cell(one.title, small=facts), Cell(small="no figure"), Cell(), n, Cell()]
    low, high = _bare(one, peers.lower_quartile), _bare(one, peers.upper_quartile)
    return [
        Cell(one.title, small=facts),
        Cell(strong=_bare(one, peers.median)),
        Cell(f"{low} to {high}"),
        n,
        _last_cell(ask, asked, one),
    ]


def _last_cell(ask: Ask, asked: ServiceAsked, one: Looked) -> Cell:
    """The council pointed out beside its usual peers; without one the two ends."""
    if not asked.group.subject:
        values = one.compared["value"].drop_nulls().to_list()
        return Cell(f"{_bare(one, min(values))} to {_bare(one, max(values))}")
    found = judged_row(ask, asked.group, one)
    if found is None or found["value"] is None:
        return Cell(small="no figure to set beside its peers")
    said = judgement_of(found, one.row["grades"])
    words = judgement_words(said, f"the median of {found['peers_n']} usual peers")
    return Cell(
        text=words,
        strong=_bare(one, found["value"]),
        small=stability_words(said.stability) if said.stability else "",
        word=said.word,
    )


def _over_years(asked: ServiceAsked, years: pl.DataFrame) -> list[Chart]:
    if years["median"].drop_nulls().len() < 2:
        return []
    one = asked.one
    lines = [Line("median of all these councils", years["median"].to_list())]
    if asked.name and years["value"].drop_nulls().len() > 1:
        lines.insert(0, Line(asked.name, years["value"].to_list()))
    rows = years.rows(named=True)
    words = over_years_words(rows, str(one.row["unit"]), one.row["decimals"])
    return [
        Lines(
            title=f"{one.title}, {one.unit}, {span(years['period'].to_list())}",
            alt=f"{one.title}. {words} {of_subject_over_years(rows, asked.name, one)}".strip(),
            periods=years["period"].to_list(),
            lines=lines,
            band=(years["q1"].to_list(), years["q3"].to_list()),
            band_name="the middle half of all",
            money=str(one.row["unit"]).startswith("£"),
        )
    ]


def _made_of(asked: ServiceAsked, lines: tuple[str, pl.DataFrame] | None) -> list[Chart]:
    """All these councils' pounds of the year, line by line; parts of lines are in the workbook."""
    if lines is None:
        return []
    period, frame = lines
    rows = [
        row
        for row in frame.rows(named=True)
        if row["part_of"] is None and row["group_n"] and row["group_gbp"] is not None
    ]
    shown = sorted(rows, key=lambda row: -abs(row["group_gbp"]))[:MOST_BARS]
    if not shown:
        return []
    shown.sort(key=lambda row: -row["group_gbp"])
    key = "official_name" if asked.group.official else "plain_name"
    words = [pounds(row["group_gbp"], short=True) for row in shown]
    names = [str(row[key]) for row in shown]
    n = count_words(max(row["group_n"] for row in rows), "council")
    title = f"What the money is made of, {period}, £ of the year, {n}"
    told = "; ".join(f"{name} {amount}" for name, amount in zip(names, words, strict=True))
    return [
        Bars(
            title=title,
            alt=f"{title}. {told}.",
            names=names,
            values=[row["group_gbp"] for row in shown],
            words=words,
            counts="£ of the year",
            shown_as='[>=1000000000]"£"0.0,,,"bn";"£"#,##0,,"m"',
        )
    ]


def _ends(asked: ServiceAsked, spread: Spread) -> Table:
    """Where counts tell chance from difference, who lies furthest from it; else both ends."""
    made, one = spread.funnel, asked.one
    if made is None:
        return _both_ends(asked)
    ordered = made.councils.sort(pl.col("z_adjusted").abs(), descending=True)
    figures = {row["council"]: row for row in one.figures.frame.rows(named=True)}
    rows = ordered.rows(named=True)
    rows.sort(key=lambda row: row["council"] != asked.group.subject)
    denominator = str(one.row["denominator_name"])
    return Table(
        title=f"{one.title}, {days_in_words(str(one.row['period']))}: "
        "furthest from all together, chance and spread allowed for",
        heads=("Council", "Figure", f"Of ({denominator})", "Deviations", "Place in the funnel"),
        rows=[
            [
                Cell(strong=one.names[row["council"]]),
                Cell(
                    _amount(one, row["value"]),
                    small=_interval(one, figures[row["council"]]),
                ),
                Cell(f"{row['denominator']:,.0f}"),
                Cell(f"{row['z_adjusted']:+.1f}".replace("-", "−")),
                Cell(PLACES[row["place"]]),
            ]
            for row in rows
        ],
        widths=(0.26, 0.26, 0.2, 0.1, 0.18),
    )


def _both_ends(asked: ServiceAsked) -> Table:
    """The lowest and the highest by turns, the council pointed out before them."""
    one = asked.one
    ordered = one.compared.drop_nulls("value").sort("value", "name").rows(named=True)
    low, high = ordered[:ENDS], ordered[::-1][:ENDS]
    own = [row for row in ordered if row["council"] == asked.group.subject]
    turns = [row for pair in zip(low, high, strict=True) for row in pair]
    rows = list({row["council"]: row for row in [*own, *turns]}.values())
    places = {row["council"]: place for place, row in enumerate(ordered, 1)}
    return Table(
        title=f"{one.title}, {days_in_words(str(one.row['period']))}: both ends of the order, "
        "which is no ranking",
        heads=("Council", "Figure", "From the lowest", "Region"),
        rows=[
            [
                Cell(strong=str(row["name"])),
                Cell(_amount(one, row["value"]), small=_interval(one, row)),
                Cell(f"{places[row['council']]} of {len(ordered)}"),
                Cell(str(row["region"] or "")),
            ]
            for row in rows
        ],
        widths=(0.3, 0.3, 0.15, 0.25),
    )


def _interval(one: Looked, row: Mapping[str, Any]) -> str:
    if row["lower"] is None or row["upper"] is None:
        return ""
    return f"95% interval {_bare(one, row['lower'])} to {_bare(one, row['upper'])}"


def _bare(one: Looked, value: float) -> str:
    """Without the words of its unit, which stand beside the figure's name."""
    unit = bare_unit(str(one.row["unit"]))
    return grade_of(value, one.row["grades"] or ()) or figure(value, unit, one.row["decimals"])


def _unit_apart(one: Looked) -> str:
    """What `_bare` leaves out."""
    unit = str(one.row["unit"])
    return unit if bare_unit(unit) != unit else ""


def _amount(one: Looked, value: float) -> str:
    grade = grade_of(value, one.row["grades"] or ())
    return grade or figure(value, str(one.row["unit"]), one.row["decimals"])
