"""What the address of a service's brief asks for: councils, figure, year, who is pointed out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from brief.reader import WORDS, Refused, council_key, one_of, shown
from findings.asking import Ask
from findings.service_figure import Looked, nearest, newest_of_each, usual
from findings.service_group import Group, group_key
from queries.answers import Answer

Row = dict[str, Any]
NO_FIGURES = "No figure of this service in this edition covers these councils."


@dataclass(frozen=True)
class ServiceAsked:
    """`one` is the figure looked at, `spending` what stands beside it where it is no spending,
    `offered` all measures and periods of the group, newest first within a measure."""

    group: Group
    one: Looked
    spending: Looked | None
    offered: Sequence[Row]
    address: Mapping[str, str]

    @property
    def name(self) -> str:
        """Of the council pointed out, or ""."""
        return self.one.names.get(self.group.subject or "", "")


def read_service(ask: Ask, name: str, address: Mapping[str, str]) -> ServiceAsked:
    """Raises Refused."""
    rows = ask("service/groups").rows(named=True)
    service = _service(rows, name)
    council = council_key(ask, address["council"]) if address.get("council") else None
    found = {group_key(row): row for row in rows if row["service"] == service}
    official = one_of(address, "words", WORDS, WORDS[0]) == WORDS[1]
    where = one_of(address, "where", found, _group_of(ask, service, council, found))
    group = Group(found[where], council, official)
    offered = ask("service/measures", **group.takes).rows(named=True)
    if not offered:
        raise Refused("unknown-subject", NO_FIGURES, list(found))
    first = newest_of_each(offered)
    measure = one_of(address, "measure", list(first), usual(first) or "")
    periods = {row["period"]: row for row in offered if row["measure"] == measure}
    one = looked(ask, group, periods[one_of(address, "year", list(periods), next(iter(periods)))])
    if council and council not in one.names:
        raise Refused(
            "unknown-value",
            f"“{shown(address['council'])}” is not among these councils, so it is in none of these "
            "figures.",
            get_close_matches(address["council"], one.figures.frame["slug"].to_list(), 3, 0.5),
        )
    kept = {name: address.get(name, "") for name in ("measure", "year", "spend", "council")}
    kept |= {"words": WORDS[1] if official else ""}
    asked = {name: text for name, text in kept.items() if text}
    return ServiceAsked(
        group,
        one,
        _spending(ask, group, one, offered, first, address),
        offered,
        {"service": service, "where": where} | asked,
    )


def looked(ask: Ask, group: Group, row: Row) -> Looked:
    takes = group.takes | {"measure": row["measure"], "period": row["period"]}
    figures = Answer[Any]("service/figures", takes, ask("service/figures", **takes))
    return Looked(row, figures, str(ask("edition/about")["price_base"][0]), group.official)


def _service(rows: Sequence[Row], name: str) -> str:
    keys = list(dict.fromkeys(str(row["service"]) for row in rows))
    asked = name.strip().lower().replace("-", "_")
    if asked not in keys:
        raise Refused(
            "unknown-subject",
            f"No service is known by “{shown(name)}”.",
            get_close_matches(asked, keys, 3, 0.5),
        )
    return asked


def _group_of(ask: Ask, service: str, council: str | None, found: Mapping[str, Row]) -> str:
    """Those of the council pointed out, else the first."""
    row = ask("service/group_of", service=service, council=council) if council else None
    own = group_key(row.row(0, named=True)) if row is not None and row.height else None
    return own if own and own in found else next(iter(found))


def _spending(
    ask: Ask,
    group: Group,
    one: Looked,
    offered: Sequence[Row],
    first: Mapping[str, Row],
    address: Mapping[str, str],
) -> Looked | None:
    spends = [key for key, row in first.items() if row["kind"] == "spend"]
    if not spends or one.row["kind"] == "spend":
        return None
    chosen = one_of(address, "spend", spends, spends[0])
    return looked(
        ask, group, nearest([row for row in offered if row["measure"] == chosen], one.row)
    )
