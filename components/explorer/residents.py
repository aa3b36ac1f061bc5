"""Whose residents a sum of money is divided by: those of the group's own area."""

from collections.abc import Iterable

import polars as pl

from charts.hierarchy import Node
from components.answers import Answer, answer
from components.explorer.trail import Step


class Residents:
    """Residents of the areas of a nation, or of one region of it, by the bodies that serve them.

    `frame` has the rows of explorer/residents of that place, `of_place` everybody who lives there,
    `answers` are what both were read from.
    """

    def __init__(
        self, frame: pl.DataFrame, of_place: int, answers: tuple[Answer, ...] = ()
    ) -> None:
        self.of_place, self.answers = of_place, answers
        self.of_area = dict(frame.select("area", "residents").iter_rows())
        self.councils = set(frame.filter("is_council")["name"])
        self.areas: dict[str, set[str]] = {}
        for name, area in frame.select("name", "area").iter_rows():
            self.areas.setdefault(name, set()).add(area)

    def of(self, node: Node) -> int | None:
        """Everybody who lives in the area of a body with a figure, each person once.

        Whoever has no figure takes his own area out, unless another council has a figure for it.
        None where it isn't known whom a body serves, unless all together serve everybody.
        """
        own = {name: self.areas.get(name, set()) for name in node.reported}
        served = set().union(*own.values())
        out = self._left_out(node, own)
        if not served:
            return None
        if all(own.values()):
            return sum(self.of_area[area] for area in served - out) or None
        if served | out < set(self.of_area):
            return None
        return self.of_place - sum(self.of_area[area] for area in out)

    def _left_out(self, node: Node, own: dict[str, set[str]]) -> set[str]:
        """Areas of councils without a figure for which no other council has one."""
        told = set().union(*(areas for name, areas in own.items() if name in self.councils))
        silent = {name for name, *_ in node.absent if name in self.councils} - set(own)
        return set().union(*(self.areas[name] for name in silent)) - told


def residents_of(nation: str, period: str, steps: Iterable[Step]) -> Residents:
    """Of the region that the trail leads into, else of the nation."""
    region = next((step.key for step in steps if step.dimension == "region"), None)
    served = answer("explorer/residents", nation=nation, period=period)
    frame = served.frame
    region = region if region in frame["region"].to_list() else None
    people = answer("explorer/people", nation=nation, period=period, region=region)
    if region:
        frame = frame.filter(pl.col("region") == region)
    return Residents(frame, people.one()["residents"], (served, people))
