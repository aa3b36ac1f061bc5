"""By what way a share, or a change of who runs the whole service, could reach an outcome."""

from collections.abc import Mapping

import streamlit as st

from charts.wording import joined
from components.answers import answer
from components.delivery.subject import Part
from components.words.naming import safe

Row = Mapping[str, object]
EXPECTED = {
    "higher": "higher figures with a higher share",
    "lower": "lower figures with a higher share",
    "none": "either way",
}
UNKNOWN = "No way is written down by which it could reach that outcome."
RULE = (
    "A share and an outcome are set in an estimate only where it is written down by what way the "
    "one could reach the other: of many pairs some go together by chance."
)


def of_share(part: Part, deliverer: str) -> dict[str, Row]:
    """Measure -> the way that is known for this kind of deliverer's share of the part."""
    return {
        row["measure"]: row
        for row in _rows(part)
        if row["mechanism"] and (row["delivery_service"], row["model"]) == (part.key, deliverer)
    }


def of_whole(part: Part) -> dict[str, Row]:
    """Measure -> the way that is known for a change of who runs the whole service."""
    return {
        row["measure"]: row
        for row in _rows(part)
        if row["mechanism"] and row["delivery_service"] is None
    }


def kinds(part: Part) -> list[str]:
    """Kinds of deliverer of whose share of the part some way is known."""
    held = [row for row in _rows(part) if row["mechanism"]]
    return list(
        dict.fromkeys(str(row["model"]) for row in held if row["delivery_service"] == part.key)
    )


def why_none(part: Part, measure: str, *, whole: bool = False) -> str:
    """Why the share (or the change of the whole service) is not set against the measure."""
    key = None if whole else part.key
    found = [
        str(row["reason"])
        for row in _rows(part)
        if not row["mechanism"] and (row["delivery_service"], row["measure"]) == (key, measure)
    ]
    return found[0] if found else UNKNOWN


def say(way: Row) -> None:
    """The record, before anything is estimated."""
    lines = {
        "By what way": str(way["mechanism"]),
        "Expected": f"{expected(way).capitalize()}.",
        "Whom it can reach": str(way["exposed"]),
        "Why it is believed": str(way["reason"]),
    }
    st.markdown("\n".join(f"- **{name}.** {safe(text)}" for name, text in lines.items()))


def expected(way: Row) -> str:
    if way["delivery_service"] is None:
        return EXPECTED["none"]
    return EXPECTED[str(way["expected"])]


def say_left_out(part: Part, titles: Mapping[str, str]) -> None:
    """Which outcomes (measure -> title) are not set against the share, and why, by reason."""
    because: dict[str, list[str]] = {}
    for measure, title in titles.items():
        because.setdefault(why_none(part, measure), []).append(f"“{title}”")
    if not because:
        return
    with st.expander("Outcomes that are not set against this share, and why"):
        lines = [f"- {safe(joined(names))}: {safe(why)}" for why, names in because.items()]
        st.markdown("\n".join([RULE, "", *lines]))


def _rows(part: Part) -> list[Row]:
    frame = answer("delivery/mechanisms", service=part.about["service"]).frame
    return frame.rows(named=True)
