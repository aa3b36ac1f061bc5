"""A measure over the whole nation: real boundaries, or one hexagon a council.

Frame, one row per council: `council` (key), `name`, `value`, `status`; optional `note`, `sparse`
(City of London, Isles of Scilly: coloured by the scale but never setting it); the hexagons also
take `q` and `r` (layout odd-r). Every mark carries its council key as customdata, for clicks.
Only values travel with the figure: the shapes are fetched once, from `geojson_url`, and kept.
"""

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go
import polars as pl

from charts.hexagons import NO_FIGURE_KEY, hexagon_traces
from charts.keeping import kept
from charts.layout import figure_of, legend_above, needs, with_optional
from charts.map_colours import ColourRange, Scale, colour_key, colour_range, sets_scale
from charts.palette import PALETTE, Palette
from charts.plain_text import inert, wrapped
from charts.wording import count_words, figure, gap_words, status_words

COLUMNS = ("council", "name", "value", "status")
# Great Britain and Northern Ireland with room for Shetland.
CENTRE = {"lat": 55.75, "lon": -3.2}
WHITE = PALETTE.ground
EVERYWHERE = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]]
Row = dict[str, Any]
Look = dict[str, Any]  # the properties of a trace that its councils do not change


@kept
def draw(
    frame: pl.DataFrame,
    *,
    geojson_url: str,
    unit: str,
    decimals: int = 0,
    feature_key: str = "properties.council",
    view: str = "nation",
    zoom: float = 4.1,
    centre: dict[str, float] | None = None,
    highlighted: str | None = None,
    scale: Scale = "continuous",
    outlines_url: str | None = None,
    peers: Collection[str] = (),
    height: int = 560,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """Real boundaries without tiles. None for no rows.

    `geojson_url` is fetched by the browser from the app itself; `feature_key` says where a
    feature holds the council key. As long as `view` stays the same the reader's own zoom and
    position are kept. `highlighted` is a council key to outline. `scale` "quantile" colours
    councils by fifths: as many in each, however far apart their values. `outlines_url` has the
    shapes of wider areas (counties, regions), fetched likewise and drawn as lines over all.
    `peers` are keys of councils that get a thinner outline than the highlighted one.
    """
    rows = _rows(frame, COLUMNS)
    if not rows:
        return None
    shapes = {"geojson": geojson_url, "featureidkey": feature_key}
    return figure_of(
        _areas(
            rows, shapes, colour_range(rows, scale), unit, decimals, highlighted, peers, palette
        ),
        height=height,
        palette=palette,
        margin={"l": 0, "r": 0, "t": 30, "b": 44},
        map={
            # Named, not spelt out: a style of one's own is refused when the page runs again.
            "style": "white-bg",
            "center": centre or CENTRE,
            "zoom": zoom,
            "uirevision": view,
            "layers": _layers(outlines_url, palette),
        },
        uirevision=view,
        dragmode="pan",
        showlegend=True,
        legend=_legend(palette),
    )


@kept
def draw_hexagons(
    frame: pl.DataFrame,
    *,
    unit: str,
    decimals: int = 0,
    view: str = "nation",
    highlighted: str | None = None,
    scale: Scale = "continuous",
    height: int = 560,
    palette: Palette = PALETTE,
) -> go.Figure | None:
    """One hexagon a council, all the same size. Rows without `q` and `r` are left out."""
    rows = [r for r in _rows(frame, (*COLUMNS, "q", "r")) if r["q"] is not None]
    if not rows:
        return None
    colours = colour_range(rows, scale)
    hovers = [hover(row, unit, decimals) for row in rows]
    bar = colour_key(colours, unit, decimals, palette)
    plain = {"visible": False, "fixedrange": True}
    return figure_of(
        hexagon_traces(rows, colours, hovers, bar, highlighted, palette),
        height=height,
        palette=palette,
        margin={"l": 0, "r": 0, "t": 30, "b": 44},
        xaxis=plain | {"constrain": "domain"},
        yaxis=plain | {"scaleanchor": "x", "scaleratio": 1},
        uirevision=view,
        showlegend=True,
        legend=_legend(palette),
    )


def alt(frame: pl.DataFrame, *, title: str, period: str, unit: str, decimals: int = 0) -> str:
    """Median, lowest and highest council by name (sparse ones left out), n and the missing."""
    rows = _rows(frame, COLUMNS)
    known = sorted((r for r in rows if sets_scale(r)), key=lambda r: r["value"])
    absent = count_words(sum(r["value"] is None for r in rows), "council")
    if not known:
        return f"Map of {title}, {period}: no council has a figure."
    median = figure(float(np.median([r["value"] for r in known])), unit, decimals)
    ends = [f"{r['name']} ({figure(r['value'], unit, decimals)})" for r in (known[0], known[-1])]
    return (
        f"Map of {title}, {period}: median {median} over {count_words(len(known), 'council')}, "
        f"from {ends[0]} to {ends[1]}. {absent} without a figure."
    )


def hover(row: Row, unit: str, decimals: int) -> str:
    name = f"<b>{wrapped(row['name'])}</b>"
    if row["value"] is None:
        return f"{name}<br>{wrapped(gap_words(row['status'], row['note']))}"
    why = wrapped(status_words(row["status"], row["note"]))
    return f"{name}<br>{inert(figure(row['value'], unit, decimals))}<br>{why}"


def _rows(frame: pl.DataFrame, columns: tuple[str, ...]) -> list[Row]:
    needs(frame, columns, "A map")
    return with_optional(frame, {"note": pl.String, "sparse": pl.Boolean}).rows(named=True)


def _areas(
    rows: list[Row],
    shapes: dict[str, str],
    colours: ColourRange,
    unit: str,
    decimals: int,
    highlighted: str | None,
    peers: Collection[str],
    palette: Palette,
) -> list[go.Choroplethmap]:
    key = colour_key(colours, unit, decimals, palette)
    known = [row for row in rows if row["value"] is not None]
    absent = [row for row in rows if row["value"] is None]
    among = [row for row in rows if row["council"] in peers]
    chosen = [row for row in rows if row["council"] == highlighted]
    kinds = (
        (known, [colours.place(r["value"]) for r in known], _coloured(colours, key, palette)),
        (absent, [0] * len(absent), _missing(palette)),
        (among, [0] * len(among), _outline(palette, 1.6)),
        (chosen, [0] * len(chosen), _outline(palette, 3)),
    )
    return [_area(held, z, shapes, unit, decimals, look) for held, z, look in kinds if held]


def _area(
    rows: list[Row],
    z: Sequence[float],
    shapes: dict[str, str],
    unit: str,
    decimals: int,
    look: Look,
) -> go.Choroplethmap:
    keys = [row["council"] for row in rows]
    return go.Choroplethmap(
        **shapes,
        **look,
        locations=keys,
        customdata=keys,
        z=z,
        hovertext=[hover(row, unit, decimals) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        # A chosen council must not fade all others.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _coloured(colours: ColourRange, key: dict[str, Any], palette: Palette) -> Look:
    return {
        "zmin": colours.low,
        "zmax": colours.high,
        "colorscale": colours.colours(palette),
        "colorbar": key,
        "marker": {"line": {"width": 0.4, "color": palette.ground}},
        "name": "Councils with a figure",
        "showlegend": False,
    }


def _missing(palette: Palette) -> Look:
    line = {"width": 1, "color": palette.missing_line}
    return _flat(palette.missing, line) | {"name": NO_FIGURE_KEY, "showlegend": True}


def _outline(palette: Palette, width: float) -> Look:
    line = {"width": width, "color": palette.text}
    return _flat("rgba(0,0,0,0)", line) | {"name": "Outlined", "showlegend": False}


def _flat(colour: str, line: dict[str, Any]) -> Look:
    scale = {"colorscale": [[0, colour], [1, colour]], "zmin": 0, "zmax": 1, "showscale": False}
    return scale | {"marker": {"line": line}}


def _layers(outlines_url: str | None, palette: Palette) -> list[dict[str, Any]]:
    """The sea in the ground's colour, where that is not the white that the style draws."""
    sea = [] if palette.ground == WHITE else [_sea(palette)]
    return [*sea, _outlines(outlines_url, palette)] if outlines_url else sea


def _sea(palette: Palette) -> dict[str, Any]:
    shape = {"type": "Polygon", "coordinates": [EVERYWHERE]}
    return {
        "sourcetype": "geojson",
        "source": {"type": "Feature", "properties": {}, "geometry": shape},
        "type": "fill",
        "color": palette.ground,
        "below": "traces",
    }


def _outlines(url: str, palette: Palette) -> Look:
    line = {"sourcetype": "geojson", "source": url, "type": "line", "color": palette.text}
    return line | {"line": {"width": 1.6}, "opacity": 0.75}


def _legend(palette: Palette) -> dict[str, Any]:
    return legend_above(palette) | {"itemsizing": "constant"}
