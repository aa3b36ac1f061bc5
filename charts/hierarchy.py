"""Leaves of money gathered into one or two levels of a tree, whose parts add up to their whole.

What cannot be drawn as an area keeps a place of its own: bodies without a figure are one cell per
parent, with their reasons; amounts below zero are counted in every sum and named, not drawn.
"""

from dataclasses import dataclass, field
from math import fsum
from typing import Any, NamedTuple

import polars as pl

from charts.layout import needs, with_optional

# A cell without a figure has no size. To be seen, it is drawn as this share of the cells beside
# it, and never smaller than the second share of all that is drawn.
ABSENT_OF_SIBLINGS, ABSENT_OF_ALL = 0.05, 0.002


@dataclass
class Node:
    """`value` is the sum of its known leaves, None when it has none; `area` is what is drawn.

    `reported` are the bodies with a figure that run what it is for; all with one where none does.
    """

    path: tuple[str, ...]
    value: float | None
    bodies: int
    reported: frozenset[str] = frozenset()
    area: float = 0.0
    absent: list[tuple[str, str | None, str | None]] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def is_absent(self) -> bool:
        return self.value is None

    @property
    def is_below_zero(self) -> bool:
        return self.value is not None and self.value < 0


def tree(frame: pl.DataFrame, levels: list[str], root_name: str) -> Node:
    """The root, its children by the first of `levels`, theirs by the second if there is one.

    Takes the columns `levels`, `name` (of the body that makes the return), `value`, `status`;
    optional `note` and `runs` (the body runs the service and does not only have money in it). A row
    that is not the body's service is dropped: it is nobody's missing figure.
    """
    if not 1 <= len(levels) <= 2:
        raise ValueError(f"a tree has one or two levels, not {len(levels)}")
    needs(frame, (*levels, "name", "value", "status"), "A tree of amounts")
    rows = with_optional(frame, {"note": pl.String, "runs": pl.Boolean})
    rows = rows.filter(pl.col("status") != "not_responsible")
    keys = [pl.col(level).alias(f"level {n}") for n, level in enumerate(levels)]
    held = rows.select(*keys, "name", "value", "status", "note", "runs").rows()
    # By rows and not by frames: a tree has hundreds of nodes, each of a few rows.
    root = _node([_Leaf(row[:-5], *row[-5:]) for row in held], 0, len(levels), (root_name,))
    _set_areas(root, ABSENT_OF_ALL * _drawn(root) or 1.0)
    return root


class _Leaf(NamedTuple):
    """A row of the frame; `keys` are its values in the levels."""

    keys: tuple[Any, ...]
    name: str
    value: float | None
    status: str | None
    note: str | None
    runs: bool | None


def _node(rows: list[_Leaf], depth: int, levels: int, path: tuple[str, ...]) -> Node:
    known = [row for row in rows if row.value is not None]
    # An exact sum is the same in any order of the rows.
    value = fsum(row.value or 0.0 for row in known) if known else None
    node = Node(
        path, value, len({row.name for row in rows}), _reported(known), absent=_reasons(rows)
    )
    if depth == levels:
        return node
    parts = _by_key(known, depth)
    whole = _by_key(rows, depth) if depth + 1 < levels else parts
    for key in parts:
        node.children.append(_node(whole[key], depth + 1, levels, (*path, key)))
    orphans = _lost(node, rows, depth, levels) if node.absent else []
    if orphans:
        node.children.append(Node((*path, ""), None, len({o[0] for o in orphans}), absent=orphans))
    node.children.sort(key=lambda child: (-(child.value or 0.0), child.path))
    return node


def _reported(known: list[_Leaf]) -> frozenset[str]:
    running = {row.name for row in known if row.runs is not False}
    return frozenset(running or {row.name for row in known})


def _by_key(rows: list[_Leaf], depth: int) -> dict[str, list[_Leaf]]:
    found: dict[str, list[_Leaf]] = {}
    for row in rows:
        found.setdefault(str(row.keys[depth]), []).append(row)
    return found


def _reasons(rows: list[_Leaf]) -> list[tuple[str, str | None, str | None]]:
    """Name, status and note of every row without a figure, by name."""
    gone = [(row.name, row.status, row.note) for row in rows if row.value is None]
    return sorted(gone, key=lambda one: tuple(part or "" for part in one))


def _lost(
    node: Node, rows: list[_Leaf], depth: int, levels: int
) -> list[tuple[str, str | None, str | None]]:
    """Absent rows that no child of `node` holds in a cell of its own."""
    if depth + 1 == levels:
        return node.absent
    shown = {child.name for child in node.children}
    return _reasons([row for row in rows if str(row.keys[depth]) not in shown])


def _drawn(node: Node) -> float:
    if node.children:
        return sum(_drawn(child) for child in node.children)
    return max(node.value or 0.0, 0.0)


def _set_areas(node: Node, least: float) -> None:
    for child in node.children:
        _set_areas(child, least)
    known = sum(child.area for child in node.children if not child.is_absent)
    for child in node.children:
        if child.is_absent:
            child.area = max(ABSENT_OF_SIBLINGS * known, least)
    node.area = sum(child.area for child in node.children)
    if not node.children:
        node.area = max(node.value or 0.0, 0.0)


def below_zero(node: Node) -> list[Node]:
    """Every lowest node whose sum is below zero: counted in the sums above it, not drawn."""
    if not node.children:
        return [node] if node.is_below_zero else []
    return [found for child in node.children for found in below_zero(child)]
