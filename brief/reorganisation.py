"""The brief of a reorganisation: what its councils would be as one, and what no sum says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import Any
from urllib.parse import quote

from brief import reorganisation_sheets
from brief.document import Asking, Bars, Brief, Cell, Chart, Imprint, Question, Table
from brief.imprint_words import cited, edition_name, page_address, source_lines
from brief.reader import WORDS, Refused, one_of, shown
from charts.council_classes import class_word
from charts.council_sentences import gap_in_pounds
from charts.inside_sentence import inside
from charts.matrix_marks import spend_mark
from charts.periods import date_in_words, days_in_words
from charts.wording import (
    count_words,
    figure,
    gap_label,
    joined,
    percent_difference,
    pounds,
)
from findings.asking import Ask
from findings.before_and_after import ASSOCIATION, what_became
from findings.events import INCOMPLETE
from findings.opening import MONEY
from findings.spending_caveats import CAVEATS
from findings.subject import DEFAULT_MODEL
from findings.together import (
    BASIS,
    BECAUSE,
    FEWEST_PARTS,
    MOST,
    OLD,
    POOLED,
    SPENDING,
    Together,
    councils_offered,
    known_whole,
    parts_words,
    sharing_words,
    spending_words,
    unplaced_words,
    usual_year,
    years_of,
)
from queries.answers import Answer

Row = dict[str, Any]
OWN = "together"
PARAMETERS = ("councils", "new", "basis", "year", "words", "as_of")
SUMS = ("decided", "total")
PEERS = "single councils of that size"
MOST_BARS, MOST_ASKED, MOST_SPENDING = 9, 3, 3
FAMILIES = {"reserves": "Reserves", "borrowing": "Debt"}


@dataclass(frozen=True)
class _Asked:
    """`decided` are the rows of put_together/decided on this area, none for a list of one's own."""

    one: Together
    years: dict[str, bool]
    title: str
    decided: Sequence[Row]
    divided: Sequence[str]
    official: bool
    name: str


def compose(ask: Ask, name: str, address: Mapping[str, str], imprint: Imprint, base: str) -> Brief:
    """`base` is the server's address without a slash at its end, or ""; raises Refused."""
    asked = _read(ask, name, address)
    one, edition = asked.one, edition_name(ask)
    takes = {"councils": list(one.chosen), "basis": one.basis}
    spent = ask("put_together/spending", **takes, period=one.period)
    beside = ask("put_together/beside", councils=list(one.chosen), period=one.period)
    results = ask("put_together/results", councils=list(one.chosen)).rows(named=True)
    holdings = ask("put_together/holdings", **takes).rows(named=True)
    rows = [row for row in spent.rows(named=True) if row["real_gbp"] != 0 or row["beside_n"]]
    page = page_address(base, "put_together", _page_asks(ask, asked))
    title = f"{asked.title} put together"
    pooled = [row for row in results if row["because"] is None and row["value"] is not None]
    return Brief(
        title=title,
        about=parts_words(one),
        notices=_notices(asked),
        opening={
            "Spending": spending_words(
                spent.rows(named=True), beside.rows(named=True), one, asked.years
            ),
            "What people get": _results_words(results, pooled),
            "Reserves and debt": _holdings_words(holdings),
        },
        main=_spending(asked, rows) if _has_a_sum(rows) else _by_part(ask, asked),
        charts=[*_differences(asked, rows), *_residents(one)],
        second=_results(asked, pooled),
        asking=_those_that_did(ask),
        asking_note=ASSOCIATION,
        asking_title="Those that did it",
        charts_title="by service, and who is in it",
        questions=_questions(asked, rows, holdings, pooled),
        caveats=[*SPENDING, *sharing_words(one), *CAVEATS, POOLED, OLD],
        missing=_missing(asked, rows, results, holdings),
        sources=source_lines(ask, spent["source"].drop_nulls().to_list()),
        edition=edition,
        address=page,
        citation=cited(imprint.name, f"{title}, {one.period}", edition, page),
        file_name=f"{asked.name}-reorganisation-brief-{edition}",
        sheets=partial(
            reorganisation_sheets.sheets, one, rows, results, holdings, beside, asked.official
        ),
    )


def _read(ask: Ask, name: str, address: Mapping[str, str]) -> _Asked:
    """Raises Refused."""
    slugs, title, decided, divided = _councils(ask, name, address)
    offered = {row["slug"]: str(row["council"]) for row in councils_offered(ask)}
    wrong = [slug for slug in slugs if slug not in offered]
    if wrong:
        raise Refused(
            "unknown-value",
            f"“{shown(wrong[0])}” is no council of England of today, so it cannot be put together.",
            get_close_matches(wrong[0], list(offered), 3, 0.6),
        )
    keys = tuple(offered[slug] for slug in slugs)
    years = years_of(ask, keys)
    if not years:
        raise Refused("unknown-value", "No spending of these councils is held.")
    basis = one_of(address, "basis", BASIS, next(iter(BASIS)))
    period = one_of(address, "year", years, usual_year(years))
    takes = {"councils": list(keys), "basis": basis}
    parts = Answer[Any]("put_together/parts", takes, ask("put_together/parts", **takes))
    one = Together(keys, basis, period, parts)
    official = one_of(address, "words", WORDS, WORDS[0]) == WORDS[1]
    return _Asked(one, years, title or one.name, decided, divided, official, name)


def _councils(
    ask: Ask, name: str, address: Mapping[str, str]
) -> tuple[list[str], str, list[Row], list[str]]:
    """Slugs, the new council's or area's name, what was decided, and who is divided."""
    rows = ask("put_together/decided").rows(named=True)
    if name == OWN:
        slugs = list(dict.fromkeys(filter(None, address.get("councils", "").split(","))))
        if not 1 <= len(slugs) <= MOST:
            said = f"“{OWN}” needs councils: 1 to {MOST} slugs of councils, by commas."
            raise Refused("unknown-value", said)
        return slugs, "", [], []
    area = [row for row in rows if row["reorganisation"] == name]
    if not area:
        names = list(dict.fromkeys(str(row["reorganisation"]) for row in rows))
        raise Refused(
            "unknown-subject",
            f"No reorganisation is known by “{shown(name)}”. Councils of your choice are at "
            f"“{OWN}”, with councils=.",
            get_close_matches(name, names, 3, 0.5) or names[:5],
        )
    _refuse_unknown(area, address.get("new", ""))
    new = {_slug(row["successor"]): row for row in area if known_whole(row)}
    chosen = one_of(address, "new", ["", *new], "")
    row = new[chosen] if chosen else next(row for row in area if not row["successor"])
    divided = sorted({name for one in area for name in one["divided"]})
    return list(row["slugs"]), str(row["successor"] or row["name"]), area, divided


def _refuse_unknown(area: Sequence[Row], chosen: str) -> None:
    """Raises Refused where the new council is named but not all of it is known, or is divided."""
    row = next((one for one in area if chosen and _slug(one["successor"]) == chosen), None)
    if row is None or known_whole(row):
        return
    why = [unplaced_words(row)] if row["unplaced"] else []
    if row["divided"]:
        why.append(f"It divides {joined(row['divided'])}")
    if not why:
        why.append("Fewer than two councils are known to go to it")
    raise Refused(
        "unknown-value",
        f"{row['successor']} cannot be put together. {'. '.join(why)}.",
        [_slug(one["successor"]) for one in area if known_whole(one)],
    )


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def _page_asks(ask: Ask, asked: _Asked) -> dict[str, str]:
    """The page Put together has no names of areas: it takes their councils."""
    slugs = dict(ask("council/names").select("council", "slug").iter_rows())
    said = {"councils": ",".join(str(slugs[key]) for key in asked.one.chosen)}
    if asked.one.basis != next(iter(BASIS)):
        said["basis"] = asked.one.basis
    if asked.one.period != usual_year(asked.years):
        said["year"] = asked.one.period
    return said | ({"words": WORDS[1]} if asked.official else {})


def _notices(asked: _Asked) -> list[str]:
    if not asked.decided:
        return []
    row = asked.decided[0]
    state = "Decided" if row["state"] == "decided" else "Proposed"
    begins = date_in_words(str(row["takes_effect"]))
    return [
        f"{state} {date_in_words(str(row['happened']))}, to begin on {begins}. {row['says']} "
        f"Evidence: {quote(str(row['evidence_url']), safe=':/?=&%#')}"
    ]


def _results_words(results: Sequence[Row], pooled: Sequence[Row]) -> str:
    apart = sum(row["because"] is not None for row in results)
    if not pooled:
        return f"None of {count_words(len(results), 'result')} held can be put together."
    lead = max(pooled, key=lambda row: (row["parts_n"], row["measure"]))
    return (
        f"{count_words(len(pooled), 'result')} can be put together, among them "
        f"{inside(str(lead['title']))}: {_amount(lead)} in {days_in_words(str(lead['period']))}. "
        f"{count_words(apart, 'result')} cannot."
    )


def _holdings_words(rows: Sequence[Row]) -> str:
    said = []
    for family, name in FAMILIES.items():
        own = [row for row in rows if row["family"] == family]
        known = [row for row in own if row["value_gbp"] is not None]
        if known:
            most = max(known, key=lambda row: row["value_gbp"])
            said.append(
                f"{name}: most in {inside(str(most['plain_name']))}, "
                f"{pounds(most['value_gbp'], short=True)} ({most['period']})"
            )
        elif own:
            said.append(f"{name}: no sum, no figure of {joined(own[0]['lacking'])}")
    return f"{'. '.join(said)}." if said else "No reserves or debt of these councils are held."


def _spending(asked: _Asked, rows: Sequence[Row]) -> Table:
    key = "official_name" if asked.official else "plain_name"
    return Table(
        title=f"What they would spend as one, {asked.one.period}, beside {PEERS}",
        heads=("Service", "£ per head, real terms", "£ in total", "Of it a county’s share"),
        rows=[
            [
                Cell(strong=str(row[key])),
                _spend_cell(row),
                Cell(pounds(row["real_gbp"], short=True) if row["real_gbp"] is not None else ""),
                Cell(pounds(row["shared_gbp"], short=True) if row["shared_gbp"] else ""),
            ]
            for row in rows
        ],
        widths=(0.32, 0.38, 0.14, 0.16),
        note=f"Dot: together. Tick: the median of {PEERS}; box: the middle half; line: lowest to "
        "highest, each row on its own scale.",
    )


def _has_a_sum(rows: Sequence[Row]) -> bool:
    return any(row["real_per_head_gbp"] is not None for row in rows)


def _by_part(ask: Ask, asked: _Asked) -> Table:
    """Where one lacks there is no sum, and each stands beside its own usual peers."""
    rows = [_part_row(ask, row, asked.one.period) for row in asked.one.rows]
    return Table(
        title=f"What each spends on what it decides on, {asked.one.period}: there is no sum",
        heads=("Council", "£ per head, real terms", "£ in total, cash", "Share that comes along"),
        rows=rows,
        widths=(0.32, 0.38, 0.14, 0.16),
        note="Dot: the council. Tick: the median of its usual peers; line: lowest to highest. "
        "A county and its districts run different parts.",
    )


def _part_row(ask: Ask, part: Row, period: str) -> list[Cell]:
    held = ask(
        "council/spending_beside_peers",
        council=part["council"],
        model=DEFAULT_MODEL,
        others=[],
        period=period,
        money=MONEY,
    ).rows(named=True)
    row = next((one for one in held if one["service"] == SUMS[0]), None)
    name = Cell(strong=str(part["name"]), small=class_word(part["class"]))
    share = Cell(f"{part['share']:.0%}")
    if row is None or row["value"] is None:
        why = gap_label(row["status"] if row else None)
        return [name, Cell(small=why), Cell(), share]
    amount, middle = pounds(row["value"]), row["peers_median"]
    in_all = Cell(pounds(row["value_gbp"], short=True))
    if middle is None:
        return [name, Cell(strong=amount), in_all, share]
    more = percent_difference(row["value"], middle) or ""
    said = more.removesuffix(" than").removesuffix(" as") or gap_in_pounds(row["value"], middle)
    ends = {"q1": row["peers_q1"], "q3": row["peers_q3"], "median": middle}
    ends |= {"min": row["peers_min"], "max": row["peers_max"]}
    mark = spend_mark({"spend": row["value"]} | {f"spend_{key}": end for key, end in ends.items()})
    small = f"{said}; median {pounds(middle)}, n = {row['peers_n']}"
    return [name, Cell(strong=amount, small=small, mark=mark), in_all, share]


def _spend_cell(row: Row) -> Cell:
    if row["real_per_head_gbp"] is None:
        return Cell(
            small=f"no sum: no figure of {joined(row['lacking'])}" if row["lacking"] else ""
        )
    amount = pounds(row["real_per_head_gbp"])
    if not row["beside_n"] or row["beside_median"] is None:
        return Cell(strong=amount, small="no single council of that size")
    more = percent_difference(row["real_per_head_gbp"], row["beside_median"])
    said = more.removesuffix(" than").removesuffix(" as") if more else ""
    gap = said or gap_in_pounds(row["real_per_head_gbp"], row["beside_median"])
    return Cell(
        strong=amount,
        small=f"{gap}; median {pounds(row['beside_median'])}, n = {row['beside_n']}",
        mark=spend_mark(_as_matrix(row)),
    )


def _as_matrix(row: Row) -> Row:
    """As charts.matrix_marks takes it."""
    names = ("median", "q1", "q3", "min", "max")
    return {"spend": row["real_per_head_gbp"]} | {
        f"spend_{name}": row[f"beside_{name}"] for name in names
    }


def _furthest(rows: Sequence[Row], most: int) -> list[tuple[float, Row]]:
    apart = [
        (row["real_per_head_gbp"] - row["beside_median"], row)
        for row in rows
        if row["service"] not in SUMS
        and row["real_per_head_gbp"] is not None
        and row["beside_median"] is not None
    ]
    return sorted(apart, key=lambda one: -abs(one[0]))[:most]


def _differences(asked: _Asked, rows: Sequence[Row]) -> list[Chart]:
    shown = sorted(_furthest(rows, MOST_BARS), key=lambda one: -one[0])
    if not shown:
        return []
    key = "official_name" if asked.official else "plain_name"
    title = f"£ per head above or below the median of {PEERS}, {asked.one.period}"
    names = [str(row[key]) for _, row in shown]
    words = [gap_in_pounds(row["real_per_head_gbp"], row["beside_median"]) for _, row in shown]
    told = "; ".join(f"{name} {said}" for name, said in zip(names, words, strict=True))
    return [Bars(title, f"{title}. {told}.", names, [gap for gap, _ in shown], words)]


def _residents(one: Together) -> list[Chart]:
    rows = [row for row in one.rows if row["tier"] != "upper" and row["residents"]]
    rows.sort(key=lambda row: -row["residents"])
    if len(rows) < FEWEST_PARTS:
        return []
    shown = rows[:MOST_BARS]
    more = f", the {len(shown)} largest of {len(rows)}" if len(rows) > len(shown) else ""
    title = f"Residents of each part{more}, mid-{shown[0]['residents_year']}"
    names, words = [str(row["name"]) for row in shown], [f"{row['residents']:,}" for row in shown]
    told = "; ".join(f"{name} {said}" for name, said in zip(names, words, strict=True))
    values = [float(row["residents"]) for row in shown]
    return [Bars(title, f"{title}. {told}.", names, values, words, "residents", "#,##0")]


def _results(asked: _Asked, pooled: Sequence[Row]) -> Table:
    """Where most parts have counts first; one part alone is nothing put together."""
    title = "official_title" if asked.official else "title"
    name = "official_name" if asked.official else "plain_name"
    rows = sorted(pooled, key=lambda row: -row["parts_n"])
    return Table(
        title="Results put together from their counts",
        heads=("Measure", "Together", "Lowest part", "Highest part", "Parts", "When"),
        rows=[
            [
                Cell(str(row[title]), small=str(row[name])),
                Cell(strong=_amount(row)),
                Cell(figure(row["lowest"], row["unit"], row["decimals"])),
                Cell(figure(row["highest"], row["unit"], row["decimals"])),
                Cell(str(row["parts_n"])),
                Cell(days_in_words(str(row["period"]))),
            ]
            for row in rows
        ],
        widths=(0.36, 0.16, 0.15, 0.15, 0.06, 0.12),
    )


def _amount(row: Row) -> str:
    return figure(row["value"], row["unit"], row["decimals"])


def _those_that_did(ask: Ask) -> list[Asking]:
    """The newest areas first, each on what councils decide on."""
    areas = ask("put_together/reorganised").rows(named=True)
    services = ask("service/sums")["service"].to_list()
    service = next((one for one in SUMS if one in services), None)
    newest = sorted(areas, key=lambda row: row["takes_effect"], reverse=True)[:MOST_ASKED]
    return [
        Asking(
            f"{row['name']}, {row['takes_effect']:%Y}",
            [
                what_became(
                    row, ask("put_together/before_and_after", area=row["area"], service=service)
                )
            ],
        )
        for row in newest
        if service
    ]


def _questions(
    asked: _Asked, rows: Sequence[Row], holdings: Sequence[Row], pooled: Sequence[Row]
) -> list[Question]:
    key = "official_name" if asked.official else "plain_name"
    made = [
        Question(
            f"Why would they spend {pounds(abs(gap))} a head {'more' if gap > 0 else 'less'} on "
            f"{inside(str(row[key]))} than {PEERS}?",
            [
                f"{pounds(row['real_per_head_gbp'])} beside a median of "
                f"{pounds(row['beside_median'])} of {count_words(row['beside_n'], 'council')}.",
                "The figures cannot say whether need, choice, price or how costs are booked is "
                "the reason.",
            ],
        )
        for gap, row in _furthest(rows, MOST_SPENDING)
    ]
    made.append(Question("What would be saved, and what would the change cost?", [SPENDING[0]]))
    if asked.one.shared:
        made.append(
            Question("How much of the county’s services comes along?", sharing_words(asked.one))
        )
    if holdings:
        made.append(Question("Whose reserves and debt?", [_holdings_words(holdings), OLD]))
    far = [row for row in pooled if row["parts_n"] >= FEWEST_PARTS and row["unit"] == "%"]
    if far:
        most = max(far, key=lambda row: row["highest"] - row["lowest"])
        title = "official_title" if asked.official else "title"
        made.append(
            Question(
                f"Where are the parts furthest apart on {inside(str(most[title]))}?",
                [
                    f"From {figure(most['lowest'], most['unit'], most['decimals'])} to "
                    f"{figure(most['highest'], most['unit'], most['decimals'])} "
                    f"({days_in_words(str(most['period']))}); together {_amount(most)}.",
                    "The figures cannot say why.",
                ],
            )
        )
    return made


def _missing(
    asked: _Asked, rows: Sequence[Row], results: Sequence[Row], holdings: Sequence[Row]
) -> list[str]:
    key = "official_name" if asked.official else "plain_name"
    said = []
    if asked.divided:
        said.append(
            f"Some councils of the area would be divided: {joined(list(asked.divided))}. What each "
            "new council would spend is not known from sums of whole councils."
        )
    if asked.decided and (astray := unplaced_words(asked.decided[0])):
        said.append(f"{astray}, so no new council here is put together alone.")
    lacking = [row for row in rows if row["lacking"]]
    if lacking:
        names = joined(sorted({name for row in lacking for name in row["lacking"]}))
        said.append(
            f"No sum for {count_words(len(lacking), 'service')} in {asked.one.period}, among them "
            f"{inside(str(lacking[0][key]))}: no figure of {names}."
        )
    title = "official_title" if asked.official else "title"
    for why, words in BECAUSE.items():
        absent = [str(row[title]) for row in results if row["because"] == why]
        if absent:
            named = ", ".join(absent[:4])
            more = f" and {len(absent) - 4} more" if len(absent) > 4 else ""
            said.append(f"Not put together, {words}: {named}{more}.")
    without = [row for row in holdings if row["value_gbp"] is None]
    if without:
        said.append(
            f"No sum of {joined([inside(str(row[key])) for row in without[:4]])}: no figure of "
            f"{joined(without[0]['lacking'])}."
        )
    if asked.decided:
        said.append(INCOMPLETE.format(date_in_words(str(asked.decided[0]["as_of"]))))
    return said or ["Every part has its figures."]
