"""A measure over the whole nation: real boundaries, or one hexagon a council.

Frame, one row per council: `council` (key), `name`, `value`, `status`; optional `note`, `sparse`
(City of London, Isles of Scilly: coloured by the scale but never setting it); the hexagons also
take `q` and `r` (layout odd-r). Every mark carries its council key as customdata, for clicks.
Only values travel with the figure: the shapes are fetched once, from `geojson_url`, and kept.
"""

from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go
import polars as pl

from charts.hexagons import hexagon_traces
from charts.inert import inert, wrapped
from charts.layout import figure_of, legend_above, needs, with_optional
from charts.palette import PALETTE, Palette
from charts.wording import count_words, figure, status_words

COLUMNS = ("council", "name", "value", "status")
# The scale runs between these percentiles of the councils that may set it; a colour for one
# extreme council would leave all others looking the same.
CLIP_PERCENTILES = (2, 98)
# Great Britain and Northern Ireland with room for Shetland.
CENTRE = {"lat": 55.3, "lon": -3.4}
Row = dict[str, object]


@dataclass(frozen=True)
class ColourRange:
    """The values at both ends of the colours; `clipped` when some council lies beyond."""

    low: float
    high: float
    clipped: bool


def draw(
    frame: pl.DataFrame,
    *,
    geojson_url: str,
    unit: str,
    decimals: int = 0,
    feature_key: str = "properties.council",
    view: str = "nation",
    zoom: float = 4.2,
    centre: dict[str, float] | None = None,
    highlighted: str | None = None,
    height: int = 560,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """Real boundaries without tiles. None for no rows.

    `geojson_url` is fetched by the browser from the app itself; `feature_key` says where a
    feature holds the council key. As long as `view` stays the same the reader's own zoom and
    position are kept. `highlighted` is a council key to outline.
    """
    rows = _rows(frame, COLUMNS)
    if not rows:
        return None
    shapes = {"geojson": geojson_url, "featureidkey": feature_key}
    return figure_of(
        _areas(rows, shapes, colour_range(frame), unit, decimals, highlighted, palette),
        height=height,
        palette=palette,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        map={
            "style": _blank_style(palette),
            "center": centre or CENTRE,
            "zoom": zoom,
            "uirevision": view,
        },
        uirevision=view,
        dragmode="pan",
        showlegend=True,
        legend=_legend(palette),
    )


def draw_hexagons(
    frame: pl.DataFrame,
    *,
    unit: str,
    decimals: int = 0,
    view: str = "nation",
    highlighted: str | None = None,
    height: int = 560,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """One hexagon a council, all the same size. Rows without `q` and `r` are left out."""
    rows = [r for r in _rows(frame, (*COLUMNS, "q", "r")) if r["q"] is not None]
    if not rows:
        return None
    hovers = [hover(row, unit, decimals) for row in rows]
    plain = {"visible": False, "fixedrange": True}
    return figure_of(
        hexagon_traces(
            rows, colour_range(frame), hovers, _bar(unit, palette), highlighted, palette
        ),
        height=height,
        palette=palette,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis=plain | {"constrain": "domain"},
        yaxis=plain | {"scaleanchor": "x", "scaleratio": 1},
        uirevision=view,
        showlegend=True,
        legend=_legend(palette),
    )


def alt(frame: pl.DataFrame, *, title: str, period: str, unit: str, decimals: int = 0) -> str:
    """Median, lowest and highest council by name (sparse ones left out), n and the missing."""
    rows = _rows(frame, COLUMNS)
    known = sorted((r for r in rows if _sets_scale(r)), key=lambda r: r["value"])
    absent = count_words(sum(r["value"] is None for r in rows), "council")
    if not known:
        return f"Map of {title}, {period}: no council has a figure."
    median = figure(float(np.median([r["value"] for r in known])), unit, decimals)
    ends = [f"{r['name']} ({figure(r['value'], unit, decimals)})" for r in (known[0], known[-1])]
    return (
        f"Map of {title}, {period}: median {median} over {count_words(len(known), 'council')}, "
        f"from {ends[0]} to {ends[1]}. {absent} without a figure."
    )


def colour_range(frame: pl.DataFrame) -> ColourRange:
    """From the 2nd to the 98th percentile of the councils that may set a scale."""
    rows = _rows(frame, COLUMNS)
    known = [row["value"] for row in rows if _sets_scale(row)]
    known = known or [row["value"] for row in rows if row["value"] is not None]
    if not known:
        return ColourRange(0.0, 1.0, False)
    low, high = np.percentile(known, CLIP_PERCENTILES).tolist()
    if high <= low:
        low, high = min(known), max(known)
    beyond = any(not low <= row["value"] <= high for row in rows if row["value"] is not None)
    return ColourRange(low, high if high > low else low + 1.0, beyond)


def hover(row: Row, unit: str, decimals: int) -> str:
    name = f"<b>{wrapped(row['name'])}</b>"
    why = wrapped(status_words(row["status"], row["note"]))
    if row["value"] is None:
        return f"{name}<br>{why}"
    return f"{name}<br>{inert(figure(row['value'], unit, decimals))}<br>{why}"


def _rows(frame: pl.DataFrame, columns: tuple[str, ...]) -> list[Row]:
    needs(frame, columns, "A map")
    return with_optional(frame, {"note": pl.String, "sparse": pl.Boolean}).rows(named=True)


def _sets_scale(row: Row) -> bool:
    return row["value"] is not None and not row["sparse"]


def _areas(
    rows: list[Row],
    shapes: dict[str, str],
    colours: ColourRange,
    unit: str,
    decimals: int,
    highlighted: str | None,
    palette: Palette,
) -> list[go.Choroplethmap]:
    known = [row for row in rows if row["value"] is not None]
    absent = [row for row in rows if row["value"] is None]
    traces = []
    if known:
        traces.append(
            _area(known, shapes, unit, decimals, [row["value"] for row in known]).update(
                zmin=colours.low,
                zmax=colours.high,
                colorscale=palette.sequential(),
                colorbar=_bar(unit, palette),
                marker={"line": {"width": 0.4, "color": palette.ground}},
                name="Councils with a figure",
                showlegend=False,
            )
        )
    if absent:
        traces.append(
            _flat(_area(absent, shapes, unit, decimals, [0] * len(absent)), palette.missing).update(
                marker={"line": {"width": 1, "color": palette.missing_line}},
                name="No figure (why: point at it)",
                showlegend=True,
            )
        )
    chosen = [row for row in rows if row["council"] == highlighted]
    if chosen:
        clear = _flat(_area(chosen, shapes, unit, decimals, [0]), "rgba(0,0,0,0)")
        traces.append(
            clear.update(
                marker={"line": {"width": 3, "color": palette.text}},
                name=inert(chosen[0]["name"]),
                showlegend=False,
            )
        )
    return traces


def _area(
    rows: list[Row], shapes: dict[str, str], unit: str, decimals: int, z: list[float]
) -> go.Choroplethmap:
    keys = [row["council"] for row in rows]
    return go.Choroplethmap(
        **shapes,
        locations=keys,
        customdata=keys,
        z=z,
        hovertext=[hover(row, unit, decimals) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        # A chosen council must not fade all others.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _flat(trace: go.Choroplethmap, colour: str) -> go.Choroplethmap:
    return trace.update(colorscale=[[0, colour], [1, colour]], zmin=0, zmax=1, showscale=False)


def _blank_style(palette: Palette) -> dict[str, object]:
    """No tiles, glyphs or sprites: nothing to fetch but the shapes."""
    ground = {"id": "ground", "type": "background", "paint": {"background-color": palette.ground}}
    return {"version": 8, "sources": {}, "layers": [ground]}


def _bar(unit: str, palette: Palette) -> dict[str, object]:
    money = unit.startswith(("£", "gbp"))
    return {
        "orientation": "h",
        "thickness": 12,
        "len": 0.6,
        "x": 0.02,
        "xanchor": "left",
        "y": 0.01,
        "yanchor": "bottom",
        "nticks": 4,
        "tickprefix": "£" if money else "",
        "ticksuffix": "%" if unit == "%" else "",
        "tickformat": ",~f" if money else ",~r",
        "tickfont": {"size": 13, "color": palette.text},
        "outlinewidth": 0,
        "bgcolor": palette.ground,
    }


def _legend(palette: Palette) -> dict[str, object]:
    return legend_above(palette) | {"y": 0.99, "yanchor": "top", "bgcolor": palette.ground}
