"""How a map's values become colours, and the key that says so."""

from dataclasses import dataclass

import numpy as np

from charts.palette import Palette
from charts.wording import bare_unit, figure

# The scale runs between these percentiles of the councils that may set it; a colour for one
# extreme council would leave all others looking the same.
CLIP_PERCENTILES = (2, 98)
Row = dict[str, object]


@dataclass(frozen=True)
class ColourRange:
    """The values at both ends of the colours; `clipped` when some council lies beyond."""

    low: float
    high: float
    clipped: bool


def colour_range(rows: list[Row]) -> ColourRange:
    """From the 2nd to the 98th percentile of the councils that may set a scale."""
    known = [row["value"] for row in rows if sets_scale(row)]
    known = known or [row["value"] for row in rows if row["value"] is not None]
    if not known:
        return ColourRange(0.0, 1.0, False)
    low, high = np.percentile(known, CLIP_PERCENTILES).tolist()
    if high <= low:
        low, high = min(known), max(known)
    beyond = any(not low <= row["value"] <= high for row in rows if row["value"] is not None)
    return ColourRange(low, high if high > low else low + 1.0, beyond)


def sets_scale(row: Row) -> bool:
    return row["value"] is not None and not row["sparse"]


def colour_key(
    colours: ColourRange, unit: str, decimals: int, palette: Palette
) -> dict[str, object]:
    """The key to the colours, under the map; its ends say when councils lie beyond them."""
    places = [colours.low, (colours.low + colours.high) / 2, colours.high]
    words = [figure(place, bare_unit(unit), decimals) for place in places]
    if colours.clipped:
        words[0], words[-1] = f"≤ {words[0]}", f"≥ {words[-1]}"
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
