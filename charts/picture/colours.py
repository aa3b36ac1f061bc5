"""A figure's place on a continuous scale of colours."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

GREY = "#c9ced2"


def on_scale(value: float | None, low: float, high: float, scale: Sequence[Any]) -> str:
    if value is None:
        return GREY
    share = min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.0
    for (start, first), (end, second) in pairwise(scale):
        if share <= end:
            part = (share - start) / (end - start) if end > start else 0.0
            return _between(first, second, part)
    return str(scale[-1][1])


def _between(first: str, second: str, part: float) -> str:
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _channels(colour: str) -> list[int]:
    if colour.startswith("#"):
        return [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    return [int(float(one)) for one in re.findall(r"[\d.]+", colour)[:3]]
