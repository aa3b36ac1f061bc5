"""What the map shows: nation, measure, councils, period, prices, way of drawing."""

from dataclasses import dataclass

import streamlit as st

from components.address import pick, refusal
from components.answers import answer
from components.map.areas import Areas, on_offer
from components.words.naming import named

NATIONS = ["England", "Scotland", "Wales", "Northern Ireland"]
VIEWS = {"boundaries": "Boundaries", "hexagons": "Hexagons", "both": "Both", "layers": "Layers"}
SCALES = {"continuous": "Continuous", "quantile": "Fifths"}
PRICES = {"real": "Real terms", "cash": "Cash"}
# Lines of wider areas over the boundaries: what a layer of the maps is called in the address.
OUTLINES = {
    "none": "None",
    "county": "Counties",
    "region": "Regions",
    "combined_authority": "Combined authorities",
}
START = "spend_decided"
# Shown by itself, so that a reader need not guess what a fifth is a fifth of.
SCALE_HELP = (
    "Continuous: the colour follows the figure. Fifths: as many councils in each colour, however "
    "far apart their figures."
)


@dataclass(frozen=True)
class Chosen:
    """`about` is the row of measure/about, `period` one of map/periods."""

    nation: str
    about: dict[str, object]
    areas: Areas
    period: dict[str, object]
    prices: str
    view: str
    scale: str
    outlines: str

    @property
    def title(self) -> str:
        return named(self.about, "title", "official_title")

    @property
    def is_money(self) -> bool:
        return self.about["price_basis"] == "cash"


def choose() -> Chosen:
    what = st.columns([2, 5, 3], vertical_alignment="bottom")
    with what[0]:
        nation = pick(st.selectbox, "Nation", "nation", NATIONS, words=str)
    with what[1]:
        about = answer("measure/about", measure=_measure(nation)).one()
    offered = {one.key: one for one in _areas(about["measure"], nation)}
    with what[2]:
        areas = offered[
            pick(
                st.selectbox,
                "Councils",
                "areas",
                list(offered),
                words=lambda key: offered[key].title,
            )
        ]
    how = st.columns([3, 7, 4, 3.4, 4], vertical_alignment="bottom")
    with how[0]:
        period = _period(about["measure"], nation)
    with how[1]:
        view = _segments("Map", "view", VIEWS)
    with how[2]:
        scale = _segments("Colours", "scale", SCALES, help=SCALE_HELP)
    with how[3]:
        prices = _segments("Prices", "prices", PRICES) if about["price_basis"] == "cash" else "real"
    outlines = _outlines(nation, view, how[4])
    _complain(nation, about["measure"], list(offered))
    return Chosen(nation, about, areas, period, prices, view, scale, outlines)


def _measure(nation: str) -> str:
    rows = {row["measure"]: row for row in _measures(nation)}
    return pick(
        st.selectbox,
        "Measure",
        "measure",
        list(rows),
        words=lambda key: _measure_words(rows[key]),
        default=_start(rows),
    )


def _start(rows: dict[str, dict[str, object]]) -> str | None:
    """What councils decide on; in a nation without that sum all services of its own list."""
    total = (
        key for key, row in rows.items() if (row["service"], row["kind"]) == ("total", "spend")
    )
    return START if START in rows else next(total, None)


def _measure_words(row: dict[str, object]) -> str:
    service = named(row, "service_plain", "service_official")
    return f"{service}: {named(row, 'title', 'official_title')}"


def _measures(nation: str) -> list[dict[str, object]]:
    return answer("map/measures", nation=nation).frame.rows(named=True)


def _areas(measure: str, nation: str) -> list[Areas]:
    groups = answer("map/groups", measure=measure, nation=nation).frame.rows(named=True)
    about = answer("measure/about", measure=measure).one()
    return on_offer(groups, about)


def _periods(measure: str, nation: str) -> dict[str, dict[str, object]]:
    """Every period with figures, oldest first, by its label."""
    rows = answer("map/periods", measure=measure, nation=nation).frame.rows(named=True)
    return {row["period"]: row for row in rows}


def _period(measure: str, nation: str) -> dict[str, object]:
    periods = _periods(measure, nation)
    # A slider needs two ends to slide between.
    widget = st.select_slider if len(periods) > 1 else st.selectbox
    chosen = pick(
        widget,
        "Period",
        "period",
        list(periods),
        words=str,
        default=list(periods)[-1],
    )
    return periods[chosen]


def _outlines(nation: str, view: str, where) -> str:
    """England alone has counties, regions and combined authorities.

    Hexagons have no lines, and layers are switched on the map itself.
    """
    if nation != "England" or view in ("hexagons", "layers"):
        return "none"
    with where:
        return pick(st.selectbox, "Outlines", "outlines", list(OUTLINES), words=OUTLINES.get)


def _segments(label: str, name: str, options: dict[str, str], **more: object) -> str:
    return pick(
        st.segmented_control, label, name, list(options), words=options.get, required=True, **more
    )


def _complain(nation: str, measure: str, areas: list[str]) -> None:
    """A sentence for every part of the address that leads nowhere."""
    found = [
        refusal("nation", NATIONS, "nation"),
        refusal("measure", [row["measure"] for row in _measures(nation)], "measure"),
        refusal("areas", areas, "group of councils"),
        refusal("period", list(_periods(measure, nation)), "period"),
        refusal("view", list(VIEWS), "map"),
        refusal("scale", list(SCALES), "scale"),
        refusal("prices", list(PRICES), "kind of prices"),
        refusal("outlines", list(OUTLINES), "outlines"),
    ]
    if any(found):
        st.info(" ".join(filter(None, found)) + " The usual choice is shown instead.")
