"""What befell councils, in a short strip: dated, with the evidence, and never a score."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from components.answers import answer
from components.peers.subject import Subject
from components.words.naming import safe, when
from findings.events import INCOMPLETE, KINDS, sum_words

Row = dict[str, object]


@dataclass(frozen=True)
class Told:
    """A line a kind, in markdown, and what to bear in mind of them; None where there is none."""

    lines: tuple[str, ...]
    help: str | None


def told(subject: Subject) -> Told:
    """Nothing where nothing is known: no row is no proof that nothing happened."""
    rows = answer("council/events", council=subject.key).frame.rows(named=True)
    if not rows:
        return Told((), None)
    lines = [_line(kind, [row for row in rows if row["kind"] == kind]) for kind in KINDS]
    return Told(tuple(filter(None, lines)), INCOMPLETE.format(read_until(rows)))


def strip_of_several(rows: Sequence[Row]) -> str:
    """The same of several councils, a line a kind: each council with its dates, in their order.

    Support is given by its newest year, since a sum over years would count revisions twice.
    """
    lines = []
    for kind, words in KINDS.items():
        of_kind = [row for row in rows if row["kind"] == kind]
        said = [
            f"{safe(name)} {_dates(kind, list(events))}"
            for name, events in groupby(of_kind, key=lambda row: str(row["name"]))
        ]
        lines += [f"- **{words}**: {'; '.join(said)}"] if said else []
    return "\n".join(lines)


def read_until(rows: Sequence[Row]) -> str:
    """The day, month or year of the newest evidence, in words."""
    newest = max(str(row["as_of"]) for row in rows)
    return when(newest, {4: "year", 7: "month"}.get(len(newest), "day"))


def _line(kind: str, rows: list[Row]) -> str:
    """One kind in one line: each event is a link to its evidence."""
    said = "; ".join(_event(row) for row in rows)
    return f"**{KINDS[kind]}**: {said}" if rows else ""


def _event(row: Row) -> str:
    if row["kind"] == "exceptional_support":
        return f"{_link(row)} {_sum(row)}"
    return f"{_link(row)} ({safe(str(row['says']).rstrip('.'))})"


def _dates(kind: str, events: list[Row]) -> str:
    if kind != "exceptional_support":
        return ", ".join(_link(row) for row in events)
    years = f", of {len(events)} years listed" if len(events) > 1 else ""
    return f"{_link(events[0])} {_sum(events[0])}{years}"


def _sum(row: Row) -> str:
    return safe(sum_words(row))


def _link(row: Row) -> str:
    return f"[{when(str(row['happened']), str(row['precision']))}]({_address(row)})"


def _address(row: Row) -> str:
    """An address from a file, safe inside a markdown link."""
    return re.sub(r"[()\s<>]", lambda found: f"%{ord(found[0]):02X}", str(row["evidence_url"]))
