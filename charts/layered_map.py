"""A measure's areas as a document of its own, with layers that a reader switches on and off.

Frame as in charts.national_map, with `slug` besides. Folium writes the document and Leaflet, served
by this host, draws it: no tiles, nothing from elsewhere. Shapes are fetched by their addresses and
only values travel in the document, which is the same to the byte for the same figures, so that a
page that runs again leaves the reader's layers and position alone.

Import it where it is needed: folium takes half a second.
"""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import quote

import folium
import polars as pl
from folium.map import CustomPane, Layer
from folium.template import Template

from charts.keeping import kept
from charts.layout import needs, with_optional
from charts.map_colours import ColourRange, Scale, colour_key, colour_range
from charts.national_map import COLUMNS, hover
from charts.palette import PALETTE, Palette
from charts.plain_text import inert

LEAFLET = "/app/static/vendor/leaflet"
VERSION = "1.9.4"
AREAS = "Councils’ figures"
# Lines lie over the areas in the order of the panes, whatever is switched on first.
LINES, OUTLINES = "lines", "outlines"
Row = dict[str, Any]
Style = dict[str, Any]


class Shapes(Layer):
    """Shapes from an address of this host. `looks` are styles; `held` says which shapes to draw.

    `held` has for a feature's id the number of its look and, for areas that answer, the words
    shown on pointing and on pressing. Without it every shape is drawn in the first look.
    """

    _template = Template("""
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = (() => {
          const held = {{ this.held|tojson }}, looks = {{ this.looks|tojson }};
          const layer = L.geoJson(null, {
            pane: {{ this.pane|tojson }},
            interactive: {{ (this.pane == "overlayPane")|tojson }},
            filter: one => !held || one.id in held,
            style: one => looks[held ? held[one.id][0] : 0],
            onEachFeature: (one, shape) => {
              const [, words, link] = held ? held[one.id] : [];
              if (!words) return;
              shape.bindTooltip(words, {sticky: true});
              shape.bindPopup(words + "<br>" + link);
            },
          });
          const shapes = window.shapes = window.shapes || {}, from = {{ this.address|tojson }};
          shapes[from] = shapes[from] || fetch(from).then(found => found.json());
          shapes[from].then(found => layer.addData(found));
          return layer;
        })();
        {% endmacro %}
    """)

    def __init__(
        self,
        key: str,
        name: str,
        address: str,
        looks: list[Style],
        held: dict[str, list[object]] | None = None,
        *,
        pane: str = "overlayPane",
        show: bool = True,
    ) -> None:
        super().__init__(name=inert(name), overlay=True, show=show)
        self._name, self._id = "shapes", key
        self.address, self.looks, self.held, self.pane = address, looks, held, pane


@kept
def draw(
    frame: pl.DataFrame,
    *,
    title: str,
    geojson_url: str,
    wider: Mapping[str, str],
    unit: str,
    decimals: int,
    centre: dict[str, float],
    zoom: float,
    highlighted: str | None = None,
    peers: Collection[str] = (),
    peers_name: str = "Peers",
    scale: Scale = "continuous",
    palette: Palette = PALETTE,
) -> str | None:
    """The document, in HTML. None for no rows.

    `wider` are addresses of wider areas by the name of their layer; the first is shown at once,
    unless a council is outlined, from which it would draw the eye.
    `highlighted` and `peers` are council keys to outline. A feature's id is its council's key.
    """
    needs(frame, (*COLUMNS, "slug"), "A map")
    rows = with_optional(frame, {"note": pl.String, "sparse": pl.Boolean}).rows(named=True)
    if not rows:
        return None
    colours = colour_range(rows, scale)
    layers = [
        _areas(rows, geojson_url, colours, unit, decimals, palette),
        *_wider(wider, highlighted is None, palette),
        *_outlines(rows, geojson_url, highlighted, peers, peers_name, palette),
    ]
    return _document(title, layers, _key(colours, unit, decimals, palette), centre, zoom, palette)


def _areas(
    rows: list[Row], url: str, colours: ColourRange, unit: str, decimals: int, palette: Palette
) -> Shapes:
    line = {"color": palette.ground, "weight": 0.5, "fillOpacity": 1}
    looks = [line | {"fillColor": shade} for shade in colours.shades(palette)]
    absent = {"color": palette.missing_line, "weight": 1, "dashArray": "3 3"}
    looks.append(line | absent | {"fillColor": palette.missing})
    held = {
        row["council"]: [
            len(looks) - 1 if row["value"] is None else colours.step(row["value"]),
            hover(row, unit, decimals),
            _link(row),
        ]
        for row in rows
    }
    return Shapes("areas", AREAS, url, looks, held)


def _link(row: Row) -> str:
    """Relative, so that it also holds where the dashboard is served under a path.

    In another tab: Streamlit's frames may not steer the page that holds them.
    """
    where = f"council?council={quote(str(row['slug']))}"
    return f'<a href="{where}" target="_blank">Open {inert(row["name"])}</a>'


def _wider(wider: Mapping[str, str], first: bool, palette: Palette) -> list[Shapes]:
    """Told apart without colour: thick, thin, dashed. `first` shows the first at once."""
    lines: list[Style] = [{"weight": 2.6}, {"weight": 1.3}, {"weight": 2, "dashArray": "7 5"}]
    plain: Style = {"color": palette.muted, "opacity": 1, "fill": False}
    return [
        Shapes(f"wider_{n}", name, url, [plain | line], pane=LINES, show=first and n == 0)
        for n, ((name, url), line) in enumerate(zip(wider.items(), lines, strict=False))
    ]


def _outlines(
    rows: list[Row],
    url: str,
    highlighted: str | None,
    peers: Collection[str],
    peers_name: str,
    palette: Palette,
) -> list[Shapes]:
    names = {row["council"]: row["name"] for row in rows}
    line: Style = {"color": palette.text, "fill": False, "opacity": 1}
    among: dict[str, list[object]] = {key: [0] for key in names if key in peers}
    kinds = []
    if among:
        look = line | {"weight": 2.2}
        kinds.append(Shapes("peers", peers_name, url, [look], among, pane=OUTLINES))
    if highlighted in names:
        found: dict[str, list[object]] = {str(highlighted): [0]}
        look = line | {"weight": 4}
        kinds.append(Shapes("found", names[highlighted], url, [look], found, pane=OUTLINES))
    return kinds


def _key(colours: ColourRange, unit: str, decimals: int, palette: Palette) -> str:
    """The key to the colours, as on the other maps."""
    said = colour_key(colours, unit, decimals, palette)
    shades = colours.shades(palette)
    share = 100 / len(shades)
    stops = ", ".join(
        f"{shade} {n * share:.2f}% {(n + 1) * share:.2f}%" for n, shade in enumerate(shades)
    )
    width = colours.high - colours.low
    ticks = "".join(
        f'<span style="left:{(place - colours.low) / width * 100:.2f}%">{inert(words)}</span>'
        for place, words in zip(said["tickvals"], said["ticktext"], strict=True)
    )
    return (
        f'<div class="key"><div class="bar" style="background:linear-gradient(90deg, {stops})">'
        f'</div><div class="ticks">{ticks}</div><div><i></i> No figure</div></div>'
    )


def _document(
    title: str,
    layers: list[Shapes],
    key: str,
    centre: dict[str, float],
    zoom: float,
    palette: Palette,
) -> str:
    # Folium takes any number for the zoom, and its root has parts that its types do not know.
    make_map: Any = folium.Map
    drawn = make_map(
        location=[centre["lat"], centre["lon"]],
        zoom_start=zoom + 1,  # Leaflet counts from tiles of half the size
        tiles=None,
        attribution_control=False,
        zoom_snap=0.25,
        zoom_delta=0.5,
    )
    drawn._id = "nation"
    drawn.default_js = [("leaflet", f"{LEAFLET}/leaflet.js?v={VERSION}")]
    drawn.default_css = [("leaflet_css", f"{LEAFLET}/leaflet.css?v={VERSION}")]
    control = folium.LayerControl(collapsed=False)
    panes = [CustomPane(LINES, z_index=450), CustomPane(OUTLINES, z_index=460)]
    for n, part in enumerate([*panes, *layers, control]):
        part._id = part._id if isinstance(part, Shapes) else f"part_{n}"
        part.add_to(drawn)
    page: Any = drawn.get_root()
    page.header.add_child(folium.Element(_style(palette)), name="style")
    page.html.add_child(folium.Element(key), name="key")
    page.render()
    # A frame that can be read aloud and enlarged: folium's own has no language and forbids zoom.
    head = page.header.render().replace(", maximum-scale=1.0, user-scalable=no", "")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>{inert(title)}</title>{head}</head>'
        f"<body>{page.html.render()}<script>{page.script.render()}</script></body></html>"
    )


def _style(palette: Palette) -> str:
    return f"""<style>
        .folium-map.leaflet-container {{ background: {palette.ground}; color: {palette.text};
          font: 14px sans-serif; }}
        .folium-map.leaflet-container a {{ color: {palette.accent}; }}
        .leaflet-control-layers {{ max-width: 210px; }}
        .leaflet-control-layers, .leaflet-bar a, .leaflet-popup-content-wrapper,
        .leaflet-popup-tip, .leaflet-tooltip {{ background: {palette.ground} !important;
          color: {palette.text} !important; }}
        .key {{ position: absolute; left: 8px; bottom: 8px; z-index: 900; width: 270px;
          padding: 8px 28px; font: 13px sans-serif; color: {palette.text};
          background: {palette.ground}; opacity: .93; }}
        .key .bar {{ height: 12px; }}
        .key .ticks {{ position: relative; height: 22px; }}
        .key .ticks span {{ position: absolute; transform: translateX(-50%);
          white-space: nowrap; }}
        .key i {{ display: inline-block; width: 14px; height: 10px;
          background: {palette.missing}; border: 1px dashed {palette.missing_line}; }}
        </style>"""
