"""The tables of the brief of a reorganisation, and its sentences: money, results, each part."""

from collections.abc import Sequence

from brief.document import Cell, Table
from brief.reorganisation_asked import Asked, Row
from charts.council_classes import class_word
from charts.council_sentences import gap_in_pounds
from charts.inside_sentence import inside
from charts.matrix_marks import spend_mark
from charts.periods import days_in_words
from charts.wording import count_words, figure, gap_label, joined, percent_difference, pounds
from findings.asking import Ask
from findings.opening import MONEY
from findings.subject import DEFAULT_MODEL

PEERS = "single councils of that size"
SUMS = ("decided", "total")
FAMILIES = {"reserves": "Reserves", "borrowing": "Debt"}


def spending(asked: Asked, rows: Sequence[Row]) -> Table:
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


def has_a_sum(rows: Sequence[Row]) -> bool:
    return any(row["real_per_head_gbp"] is not None for row in rows)


def by_part(ask: Ask, asked: Asked) -> Table:
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


def furthest(rows: Sequence[Row], most: int) -> list[tuple[float, Row]]:
    apart = [
        (row["real_per_head_gbp"] - row["beside_median"], row)
        for row in rows
        if row["service"] not in SUMS
        and row["real_per_head_gbp"] is not None
        and row["beside_median"] is not None
    ]
    return sorted(apart, key=lambda one: -abs(one[0]))[:most]


def results_table(asked: Asked, pooled: Sequence[Row]) -> Table:
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
                Cell(strong=amount(row)),
                Cell(figure(row["lowest"], row["unit"], row["decimals"])),
                Cell(figure(row["highest"], row["unit"], row["decimals"])),
                Cell(str(row["parts_n"])),
                Cell(days_in_words(str(row["period"]))),
            ]
            for row in rows
        ],
        widths=(0.36, 0.16, 0.15, 0.15, 0.06, 0.12),
    )


def amount(row: Row) -> str:
    return figure(row["value"], row["unit"], row["decimals"])


def results_words(results: Sequence[Row], pooled: Sequence[Row]) -> str:
    apart = sum(row["because"] is not None for row in results)
    if not pooled:
        return f"None of {count_words(len(results), 'result')} held can be put together."
    lead = max(pooled, key=lambda row: (row["parts_n"], row["measure"]))
    return (
        f"{count_words(len(pooled), 'result')} can be put together, among them "
        f"{inside(str(lead['title']))}: {amount(lead)} in {days_in_words(str(lead['period']))}. "
        f"{count_words(apart, 'result')} cannot."
    )


def holdings_words(rows: Sequence[Row]) -> str:
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
