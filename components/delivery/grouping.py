"""Councils of one year in groups: thirds of a share, who is known to run the service, or how."""

from dataclasses import dataclass

import polars as pl

from charts.inside_sentence import inside
from components.delivery import dated
from components.delivery.plain_names import SHARE
from components.delivery.share_and_outcome import Together
from inference.panel.groups import outcome_by_group, thirds

THIRDS = ("the lowest shares", "middling shares", "the highest shares")
OTHERWISE = "another way"
LABELS = ("no other body known to run the service", "another body known to run the service")


@dataclass(frozen=True)
class Groups:
    """`frame` is the panel's year with `group`; `summary` is `outcome_by_group` in that order."""

    one: Together
    year: int
    by: str
    frame: pl.DataFrame
    summary: pl.DataFrame
    names: tuple[str, ...]


def grouped(one: Together, year: int, by: str) -> Groups:
    """Councils by thirds of the share (fewer where many are equal), by who runs the service, or
    by whether they do it in this way.
    """
    make, names = {
        "thirds": (_by_thirds, THIRDS),
        "labels": (_by_label, LABELS),
        "ways": (_by_way, (OTHERWISE, inside(one.deliverer[1]))),
    }[by]
    frame = make(one, one.frame.filter(year=year))
    held = tuple(name for name in names if name in frame["group"])
    order = pl.DataFrame({"group": held}, schema={"group": pl.String})
    found = outcome_by_group(frame, "outcome")
    summary = order.join(found, on="group", how="left", maintain_order="left")
    return Groups(one, year, by, frame, summary, held)


def _by_thirds(_: Together, frame: pl.DataFrame) -> pl.DataFrame:
    low, middle, high = THIRDS
    found = thirds(frame, SHARE, [low, middle, high])
    if high not in found["group"] and middle in found["group"]:
        return found.with_columns(pl.col("group").replace(middle, high))
    return found


def _by_way(one: Together, frame: pl.DataFrame) -> pl.DataFrame:
    this = pl.lit(inside(one.deliverer[1]))
    way = pl.when(pl.col(SHARE) == 100).then(this).otherwise(pl.lit(OTHERWISE))
    return frame.with_columns(pl.when(pl.col(SHARE).is_not_null()).then(way).alias("group"))


def _by_label(one: Together, frame: pl.DataFrame) -> pl.DataFrame:
    held = list(dated.held_in(int(frame["year"].first() or 0), dated.known(one.part)))
    none, other = LABELS
    return frame.with_columns(
        pl.when(pl.col("council").is_in(held)).then(pl.lit(other)).otherwise(pl.lit(none))
        .alias("group")
    )  # fmt: skip
