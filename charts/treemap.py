"""Where money goes, as areas: two levels of a tree at a time, in any order of its levels.

Frame, one row per body and lowest part: the columns named in `levels` (service, part of a service,
class, region, council ..., as shown), `name` (the body that reports), `value`, `status`; optional
`note`, `runs` (see `charts.hierarchy`). `value` must add up over the rows: pounds. Areas are
pounds too; with `people` the figures in them are pounds per head of each part's own residents,
which do not add up.
"""

from collections.abc import Callable

import plotly.graph_objects as go
import polars as pl

from charts.hierarchy import Node, below_zero, tree
from charts.keeping import kept
from charts.layout import figure_of
from charts.palette import PALETTE, Palette, mix
from charts.plain_text import inert, wrapped
from charts.wording import count_words, figure, gap_words, is_money, joined, pounds

HEIGHT = 500
MOST_NAMED = 6
People = Callable[[Node], int | None]
LABEL_WIDTH = 13
# In ids. A name may hold any sign that is written; these two are not.
NO_FIGURE, BELOW = "\u0001", "\u0002"
LARGE = 0.2  # of the whole: so wide that name and figure fit on a phone


@kept
def draw(
    frame: pl.DataFrame,
    *,
    levels: list[str],
    root_name: str,
    unit: str = "£",
    decimals: int = 0,
    shares: bool = True,
    root: Node | None = None,
    people: People | None = None,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """None when there is nothing above zero and nothing missing. Takes one or two `levels`.

    Without `shares` no part is said as a percentage, for sums of which a part is known to be lost.
    `root` is the tree of the same frame and levels, where the caller has made it already. `people`
    gives the residents that a part's pounds are divided by; None where they are not known.
    """
    root = root or tree(frame, levels, root_name)
    nodes = [node for node in _all(root) if node.area > 0]
    if not nodes:
        return None
    say = _Say(root, unit, decimals, shares, people)
    return figure_of(
        [
            go.Treemap(
                ids=[_id(node) for node in nodes],
                parents=["" if len(n.path) == 1 else _id_of(n.path[:-1]) for n in nodes],
                labels=[say.label(node) for node in nodes],
                values=[node.area for node in nodes],
                text=[say.figure(node) for node in nodes],
                customdata=[list(node.path[1:]) for node in nodes],
                hovertext=[say.hover(node) for node in nodes],
                branchvalues="total",
                texttemplate="<b>%{label}</b><br>%{text}",
                hovertemplate="%{hovertext}<extra></extra>",
                marker={
                    "colors": [_colour(node, palette) for node in nodes],
                    "line": {"width": 1, "color": palette.ground},
                    "pattern": {
                        "shape": ["/" if node.is_absent else "" for node in nodes],
                        "fgcolor": palette.missing_line,
                        "bgcolor": palette.ground,
                        "size": 6,
                        "solidity": 0.2,
                    },
                    "pad": {"t": 24, "l": 2, "r": 2, "b": 2},
                },
                # The page has a trail of its own, which the address keeps.
                pathbar={"visible": False},
                textfont={"color": palette.text, "size": 12},
                tiling={"packing": "squarify"},
                root={"color": palette.ground},
            )
        ],
        height=HEIGHT,
        palette=palette,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        uniformtext={"minsize": 11, "mode": "hide"},
    )


def alt(
    frame: pl.DataFrame,
    *,
    levels: list[str],
    root_name: str,
    title: str,
    period: str,
    unit: str = "£",
    decimals: int = 0,
    shares: bool = True,
    root: Node | None = None,
    people: People | None = None,
) -> str:
    """Total, the largest parts (with shares only when nobody is missing), the missing, the rest."""
    root = root or tree(frame, levels, root_name)
    say = _Say(root, unit, decimals, shares, people)
    start = f"{title}, {root_name}, {period}: "
    if root.is_absent:
        return start + "no figures." + _missing_words(root)
    of = count_words(root.bodies - len({name for name, *_ in root.absent}), "body", "bodies")
    parts = [child for child in root.children if not child.is_absent and child.area > 0]
    named = joined([f"{p.name} {say.figure(p)}" for p in parts[:MOST_NAMED]]) if parts else "none"
    rest = f", and {len(parts) - MOST_NAMED} more parts" if len(parts) > MOST_NAMED else ""
    words = f"{start}{say.amount(root)} reported by {of}. Largest parts: {named}{rest}."
    return words + _missing_words(root) + not_drawn(root, unit, decimals, people)


def not_drawn(root: Node, unit: str = "£", decimals: int = 0, people: People | None = None) -> str:
    """ " Below zero, so counted but not drawn: Parking −£12m."; empty when nothing is."""
    found = below_zero(root)
    if not found:
        return ""
    say = _Say(root, unit, decimals, people=people)
    named = [f"{', '.join(n.path[1:])} {say.amount(n)}" for n in found[:MOST_NAMED]]
    rest = [f"{len(found) - MOST_NAMED} more"] if len(found) > MOST_NAMED else []
    return f" Below zero, so counted but not drawn: {joined(named + rest)}."


def is_whole(root: Node) -> bool:
    """Whether its parts can be given as shares of it: none is missing and none is below zero."""
    return not root.absent and (root.value or 0) > 0 and not below_zero(root)


def path_of(clicked_id: str) -> list[str]:
    """The names from the first level on of the area whose id a click gave."""
    return [name for name in clicked_id.rstrip(NO_FIGURE).split(BELOW)[1:] if name]


class _Say:
    """Amounts of one tree; a share of it is said only when none of its parts is missing or below
    zero: the parts above zero would be more than the whole."""

    def __init__(
        self,
        root: Node,
        unit: str,
        decimals: int,
        shares: bool = True,
        people: People | None = None,
    ) -> None:
        self.unit, self.decimals, self.area, self.people = unit, decimals, root.area, people
        self.total = root.value if shares and is_whole(root) else None

    def amount(self, node: Node) -> str:
        residents = self.people(node) if self.people else None
        if residents and node.value is not None:
            return figure(node.value / residents, "£ per head", 2)
        if self.unit == "£" or self.people:
            return pounds(node.value, short=True)
        return figure(node.value, self.unit, self.decimals if not is_money(self.unit) else 2)

    def figure(self, node: Node) -> str:
        if node.is_absent:
            return count_words(len({name for name, *_ in node.absent}), "body", "bodies")
        amount = self.amount(node)
        if self.people and self.people(node):
            return amount  # a share of the pounds beside pounds per head would be read as theirs
        if self.total is None or len(node.path) == 1 or node.value is None or node.value < 0:
            return amount
        return f"{amount}, {100 * node.value / self.total:.1f}%"

    def label(self, node: Node) -> str:
        """A cell's name in short lines; over a large group its figure too, all in one."""
        if node.children:
            large = node.area >= LARGE * self.area
            return f"{inert(node.name)}{' · ' + inert(self.figure(node)) if large else ''}"
        return wrapped(_label_text(node), LABEL_WIDTH)

    def hover(self, node: Node) -> str:
        lines = [f"<b>{wrapped(_label_text(node))}</b>"]
        if not node.is_absent:
            lines.append(inert(self.figure(node)))
            lines.append(count_words(node.bodies, "body", "bodies"))
        for name, status, note in node.absent[:MOST_NAMED]:
            lines.append(wrapped(f"{name}: {gap_words(status, note)}"))
        if len(node.absent) > MOST_NAMED:
            lines.append(f"and {len(node.absent) - MOST_NAMED} more without a figure")
        under = [child for child in node.children if child.is_below_zero]
        for child in under[:MOST_NAMED]:
            lines.append(wrapped(f"{child.name} {self.amount(child)}: counted, not drawn"))
        return "<br>".join(lines)


def _all(node: Node) -> list[Node]:
    return [node, *(found for child in node.children for found in _all(child))]


def _id(node: Node) -> str:
    return _id_of(node.path) + (NO_FIGURE if node.is_absent and len(node.path) > 1 else "")


def _id_of(path: tuple[str, ...]) -> str:
    return BELOW.join(path)


def _label_text(node: Node) -> str:
    return "No figure" if node.is_absent else node.name


def _colour(node: Node, palette: Palette) -> str:
    if node.is_absent:
        return palette.ground
    return mix(palette.accent, palette.ground, {1: 0.0, 2: 0.16}.get(len(node.path), 0.3))


def _missing_words(root: Node) -> str:
    names = list(dict.fromkeys(name for name, *_ in root.absent))
    if not names:
        return ""
    shown = names[:MOST_NAMED]
    rest = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    said = count_words(len(names), "body", "bodies")
    return f" {said} without a figure, so no shares are given: {joined(shown + rest)}."
