"""Leaves of money gathered into one or two levels of a tree, whose parts add up to their whole.

What cannot be drawn as an area keeps a place of its own: bodies without a figure are one cell per
parent, with their reasons; amounts below zero are counted in every sum and named, not drawn.
"""

from dataclasses import dataclass, field

import polars as pl

from charts.layout import needs, with_optional

# A cell without a figure has no size. To be seen, it is drawn as this share of the cells beside
# it, and never smaller than the second share of all that is drawn.
ABSENT_OF_SIBLINGS, ABSENT_OF_ALL = 0.05, 0.002


@dataclass
class Node:
    """`value` is the sum of its known leaves, None when it has none; `area` is what is drawn."""

    path: tuple[str, ...]
    value: float | None
    bodies: int
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
    optional `note`. A row that is not the body's service is dropped: it is nobody's missing figure.
    """
    if not 1 <= len(levels) <= 2:
        raise ValueError(f"a tree has one or two levels, not {len(levels)}")
    needs(frame, (*levels, "name", "value", "status"), "A tree of amounts")
    rows = with_optional(frame, {"note": pl.String}).filter(pl.col("status") != "not_responsible")
    root = _node(rows, levels, (root_name,))
    _set_areas(root, ABSENT_OF_ALL * _drawn(root) or 1.0)
    return root


def _node(rows: pl.DataFrame, levels: list[str], path: tuple[str, ...]) -> Node:
    known = rows.filter(pl.col("value").is_not_null())
    absent = rows.filter(pl.col("value").is_null()).sort("name")
    value = known["value"].sort().sum() if known.height else None
    node = Node(path, value, rows["name"].n_unique())
    node.absent = list(absent.select("name", "status", "note").iter_rows())
    if not levels:
        return node
    parts = known.sort(levels[0]).partition_by(levels[0], as_dict=True, maintain_order=True)
    whole = rows.partition_by(levels[0], as_dict=True)
    for key in parts:
        deeper = whole[key] if len(levels) > 1 else parts[key]
        node.children.append(_node(deeper, levels[1:], (*path, str(key[0]))))
    orphans = [gone for gone in _lost(node, rows, levels)] if node.absent else []
    if orphans:
        node.children.append(Node((*path, ""), None, len({o[0] for o in orphans}), absent=orphans))
    node.children.sort(key=lambda child: (-(child.value or 0.0), child.path))
    return node


def _lost(node: Node, rows: pl.DataFrame, levels: list[str]) -> list:
    """Absent rows that no child of `node` holds in a cell of its own."""
    if len(levels) == 1:
        return node.absent
    shown = {child.name for child in node.children}
    gone = rows.filter(pl.col("value").is_null() & ~pl.col(levels[0]).is_in(list(shown)))
    return list(gone.sort("name").select("name", "status", "note").iter_rows())


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
