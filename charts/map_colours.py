"""How a map's values become colours, and the key that says so."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from plotly.colors import sample_colorscale

from charts.palette import Palette
from charts.wording import bare_unit, figure
from inference.comparison.quantiles import bin_of, quantile_cuts

# The scale runs between these percentiles of the councils that may set it; a colour for one
# extreme council would leave all others looking the same.
CLIP_PERCENTILES = (2, 98)
BINS = 5
STEPS = 16  # of a continuous scale: as fine as an eye tells apart
Scale = Literal["continuous", "quantile"]
Row = dict[str, Any]


@dataclass(frozen=True)
class ColourRange:
    """The values at both ends of the colours; `clipped` when some council lies beyond.

    With `cuts` the colours are steps, one for each group of councils between them, and `low` and
    `high` count the groups.
    """

    low: float
    high: float
    clipped: bool
    cuts: tuple[float, ...] | None = None

    def place(self, value: float) -> float:
        """Where a value stands between `low` and `high`."""
        return value if self.cuts is None else bin_of(value, list(self.cuts)) + 0.5

    def shades(self, palette: Palette) -> list[str]:
        """The colours of the steps in which marks are filled that take no colour scale."""
        if self.cuts is not None:
            return palette.steps(len(self.cuts) + 1)
        return sample_colorscale(palette.sequential(), [n / (STEPS - 1) for n in range(STEPS)])

    def step(self, value: float) -> int:
        """Which of the `shades` a value takes."""
        if self.cuts is not None:
            return bin_of(value, list(self.cuts))
        share = min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)
        return round(share * (STEPS - 1))

    def colours(self, palette: Palette) -> list[list[float | str]]:
        """Plotly colour scale; steps are written as a continuous one that jumps."""
        if self.cuts is None:
            return palette.sequential()
        tints, n = palette.steps(len(self.cuts) + 1), len(self.cuts) + 1
        return [[(i + end) / n, tint] for i, tint in enumerate(tints) for end in (0, 1)]


def colour_range(rows: list[Row], scale: Scale = "continuous") -> ColourRange:
    """From the 2nd to the 98th percentile of the councils that may set a scale, or their fifths."""
    known = [row["value"] for row in rows if sets_scale(row)]
    known = known or [row["value"] for row in rows if row["value"] is not None]
    if scale == "quantile":
        cuts = tuple(quantile_cuts(known, BINS))
        return ColourRange(0.0, len(cuts) + 1.0, False, cuts)
    if not known:
        return ColourRange(0.0, 1.0, False)
    low, high = np.percentile(known, CLIP_PERCENTILES).tolist()
    if high <= low:
        low, high = min(known), max(known)
    beyond = any(not low <= row["value"] <= high for row in rows if row["value"] is not None)
    return ColourRange(low, high if high > low else low + 1.0, beyond)


def sets_scale(row: Row) -> bool:
    return row["value"] is not None and not row["sparse"]


def colour_key(colours: ColourRange, unit: str, decimals: int, palette: Palette) -> dict[str, Any]:
    """The key to the colours, under the map; its ends say when councils lie beyond them."""
    places, words = _ticks(colours, unit, decimals)
    return {
        "orientation": "h",
        "thickness": 12,
        "len": 0.8,
        "x": 0.5,
        "xanchor": "center",
        "xpad": 0,
        "y": -0.01,
        "yanchor": "top",
        "tickmode": "array",
        "tickvals": places,
        "ticktext": words,
        "tickfont": {"size": 13, "color": palette.text},
        "outlinewidth": 0,
    }


def _ticks(colours: ColourRange, unit: str, decimals: int) -> tuple[list[float], list[str]]:
    """Both ends and the middle; of steps, the values at which one gives way to the next."""
    if colours.cuts is not None:
        words = [figure(cut, bare_unit(unit), decimals) for cut in colours.cuts]
        return [i + 1.0 for i, _ in enumerate(words)], words
    places = [colours.low, (colours.low + colours.high) / 2, colours.high]
    words = [figure(place, bare_unit(unit), decimals) for place in places]
    if colours.clipped:
        words[0], words[-1] = f"≤ {words[0]}", f"≥ {words[-1]}"
    return places, words
