"""A measure over a nation, on boundaries or as hexagons: values sent, shapes fetched once."""

import polars as pl
import streamlit as st

from charts import national_map
from charts.inside_sentence import inside
from charts.layout import MAP_CONFIG
from charts.wording import count_words, is_money, joined, status_label
from components.answers import Answer, answer
from components.figure.framing import Framed, figure
from components.links.clicked_dot import clicked
from components.look import palette
from components.map.areas import WHOLE, boundary_year, without_boundary
from components.map.choices import OUTLINES, Chosen
from components.map_shapes import shapes
from components.words.naming import class_word
from components.words.spelling import spelled

# Where a nation's map starts: the middle of the view and how near it is.
START = {
    "England": ({"lat": 52.9, "lon": -1.7}, 5.0),
    "Scotland": ({"lat": 57.6, "lon": -4.2}, 4.9),
    "Wales": ({"lat": 52.4, "lon": -3.9}, 6.2),
    "Northern Ireland": ({"lat": 54.65, "lon": -6.8}, 6.9),
}
HEIGHT = 620
# Layers of wider areas, by what they are called in the address of their shapes.
WIDER = {
    "region": "Regions (thick)",
    "county": "Counties (thin)",
    "combined_authority": "Combined authorities (dashed)",
}
SPREAD = "A county's figure stands on the hexagon of each of its districts and counts once."
ONE_NATION = "One nation at a time: nations measure differently and are not compared."
NO_SCALE = (
    "The City of London, the Isles of Scilly and figures of too few cases or measured in another "
    "way are shown but do not set the colours."
)
DERIVED = (
    "Figures of this year come from a published compilation of the official returns; they are "
    "replaced when the official file is at hand."
)
LACKS_LINES = "It lacks lines of nought and may lack lines below."
# Councils that have ended are on no hexagon: the cartogram has one for each council of today.
NO_BOUNDARY = "did not stand in that year and have no boundary here: the table has them."
NO_HEXAGON = "have ended since and have no hexagon: the boundaries show them."


def figures_of(chosen: Chosen) -> Answer:
    """One row per council that is shown, with the reason where it has no figure."""
    takes = {
        "measure": chosen.about["measure"],
        "period": chosen.period["period"],
        "nation": chosen.nation,
        "prices": chosen.prices,
    }
    if chosen.areas.key == WHOLE:
        return answer("map/whole_areas", **takes)
    return answer("map/values", groups=list(chosen.areas.groups), **takes)


def draw(
    chosen: Chosen, one: Answer, highlighted: str | None, peers: tuple[list[str], str]
) -> str | None:
    """Draw what was chosen; gives the key of the council that was clicked.

    `peers` are keys of councils to outline on the boundaries, and the words for them.
    """
    if chosen.view == "both":
        left, right = st.columns(2, gap="medium")
        with left:
            clicked = _boundaries(chosen, one, highlighted, peers)
        with right:
            return _hexagons(chosen, one, highlighted) or clicked
    if chosen.view == "hexagons":
        return _hexagons(chosen, one, highlighted)
    if chosen.view == "layers":
        return _layers(chosen, one, highlighted, peers)
    return _boundaries(chosen, one, highlighted, peers)


def unit(chosen: Chosen) -> str:
    base = answer("edition/about").one()["price_base"]
    if not chosen.is_money:
        return chosen.about["unit"]
    prices = f"{base} prices (GDP deflator)" if chosen.prices == "real" else "cash"
    return f"{chosen.about['unit']}, {prices}"


def _boundaries(
    chosen: Chosen, one: Answer, highlighted: str | None, peers: tuple[list[str], str]
) -> str | None:
    year = _year(chosen, one)
    drawn = _on_boundaries(chosen, one, highlighted, peers[0])
    words = f"Boundaries of {year}. " if year else ""
    absent = without_boundary(one.frame, year)["name"].to_list()
    if absent:
        words += f"{joined(absent)} {NO_BOUNDARY} "
    if chosen.outlines != "none":
        words += f"Lines: {inside(OUTLINES[chosen.outlines])} of today. "
    words += peers[1]
    return _figure("map", "on boundaries", words, drawn, chosen, one, [one], one.frame)


def _year(chosen: Chosen, one: Answer) -> int | None:
    return boundary_year(one.frame, chosen.period["starts"], chosen.period["ends"])


def _on_boundaries(chosen: Chosen, one: Answer, highlighted: str | None, peers: list[str]):
    centre, zoom = START[chosen.nation]
    return national_map.draw(
        one.frame,
        geojson_url=shapes(chosen.areas.layer, _year(chosen, one)),
        feature_key="id",
        centre=centre,
        zoom=zoom,
        outlines_url=shapes(chosen.outlines) if chosen.outlines != "none" else None,
        peers=peers,
        **_look(chosen, highlighted),
    )


def _layers(
    chosen: Chosen, one: Answer, highlighted: str | None, peers: tuple[list[str], str]
) -> None:
    """The map on boundaries, with wider areas to switch on; a council is opened from its words."""
    from charts import layered_map  # folium takes half a second, and no other view needs it

    year = _year(chosen, one)
    centre, zoom = START[chosen.nation]
    wider = WIDER if chosen.nation == "England" else {}
    html = layered_map.draw(
        one.frame,
        title=chosen.title,
        geojson_url=shapes(chosen.areas.layer, year),
        wider={name: shapes(layer) for layer, name in wider.items()},
        unit=chosen.about["unit"],
        decimals=chosen.about["decimals"],
        centre=centre,
        zoom=zoom,
        highlighted=highlighted,
        peers=peers[0],
        scale=chosen.scale,
        palette=palette(),
    )
    picture = _on_boundaries(chosen, one, highlighted, peers[0])
    words = (f"Boundaries of {year}. " if year else "") + peers[1]
    drawn = Framed(html, HEIGHT, picture) if html else None
    _figure("layers", "in layers", words, drawn, chosen, one, [one], one.frame)


def _hexagons(chosen: Chosen, one: Answer, highlighted: str | None) -> str | None:
    places = answer("map/hexagons", nation=chosen.nation)
    frame = on_hexagons(one.frame, places.frame)
    drawn = national_map.draw_hexagons(frame, **_look(chosen, highlighted))
    without = one.frame.height - frame["council"].n_unique()
    words = SPREAD + " " if frame["council"].is_duplicated().any() else ""
    if without:
        words += f"{count_words(without, 'council')} {NO_HEXAGON} "
    return _figure("hexagons", "as hexagons", words, drawn, chosen, one, [one, places], frame)


def on_hexagons(frame: pl.DataFrame, places: pl.DataFrame) -> pl.DataFrame:
    """Each council's row once for every hexagon that stands for it; only the first sets a scale."""
    joined = frame.join(places, on="council", how="inner", maintain_order="left_right")
    first = pl.int_range(pl.len()).over("council") == 0
    return joined.with_columns(sparse=pl.col("sparse") | ~first)


def _look(chosen: Chosen, highlighted: str | None) -> dict[str, object]:
    return {
        "unit": chosen.about["unit"],
        "decimals": chosen.about["decimals"],
        "view": f"{chosen.nation} {chosen.view}",
        "highlighted": highlighted,
        "scale": chosen.scale,
        "height": HEIGHT,
        "palette": palette(),
    }


def _figure(key, manner, words, drawn, chosen: Chosen, one: Answer, answers, shown) -> str | None:
    label = chosen.period["period"]
    said = {"unit": chosen.about["unit"], "decimals": chosen.about["decimals"]}
    what = f"{chosen.title}, {chosen.areas.title}, {chosen.nation}"
    also = f" {manner}" if chosen.view == "both" else ""
    event = figure(
        key,
        top=True,
        title=f"{chosen.title}, {label}{also}",
        drawn=drawn,
        alt=f"{national_map.alt(one.frame, title=what, period=label, **said)} {words}".strip(),
        table=_table(chosen, one.frame),
        columns=_columns(chosen),
        answers=answers,
        unit=unit(chosen),
        period=f"{label}. {words}".strip().removesuffix("."),
        caveats=_caveats(chosen, words),
        sources=chosen.about["sources"] if one.frame["source"].is_null().all() else [],
        config=MAP_CONFIG,
        on_select="rerun",
    )
    return _clicked(event, shown) if drawn else None


def _caveats(chosen: Chosen, words: str) -> list[str]:
    said = [ONE_NATION, NO_SCALE, chosen.areas.caveat, words.strip()]
    if chosen.period["derived"]:
        said.append(f"{DERIVED} {LACKS_LINES}" if chosen.nation == "England" else DERIVED)
    return [*filter(None, said), *chosen.about["caveats"]]


def _clicked(event, shown: pl.DataFrame) -> str | None:
    key = clicked(event)
    return key if key in shown["council"].to_list() else None


def _table(chosen: Chosen, frame: pl.DataFrame) -> pl.DataFrame:
    shown = frame.select(
        pl.col("name").alias("Council"),
        spelled(frame["class"], class_word).alias("Kind"),
        pl.col("region").alias("Region"),
        pl.col("value").alias("Figure"),
    )
    if chosen.areas.key == WHOLE:
        parts = [
            pl.col("own").alias("Its own"),
            pl.col("county_part").alias("County's"),
            pl.col("county_name").alias("County"),
        ]
        shown = shown.hstack(frame.select(parts))
    elif not frame["lower"].is_null().all():
        limits = [pl.col("lower").alias("Lower limit"), pl.col("upper").alias("Upper limit")]
        shown = shown.hstack(frame.select(limits))
    return shown.hstack([spelled(frame["status"], status_label).alias("Status"), frame["note"]])


def _columns(chosen: Chosen) -> dict[str, object]:
    places = chosen.about["decimals"]
    sign = "£" if is_money(chosen.about["unit"]) else ""
    number = st.column_config.NumberColumn(format=f"{sign}%,.{places}f")
    names = ["Figure", "Its own", "County's", "Lower limit", "Upper limit"]
    return dict.fromkeys(names, number) | {"note": st.column_config.TextColumn("Note")}
