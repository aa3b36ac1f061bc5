"""A figure to take away: its rows as CSV and Excel, itself as a picture, caveats inside each."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import polars as pl
import streamlit as st

from charts import image_export
from charts.wording import STATUSES
from components.answers import Answer, answer
from components.look import palette
from components.words.naming import LICENCES
from spreadsheet import to_csv, to_xlsx

KINDS = ["PNG", "SVG"]
# "£ per head, 2025-26 prices": the year whose pounds they are.
PRICES = re.compile(r"(\d{4}(?:-\d{2})?) prices")
LONGEST_STEM = 100
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Leaving:
    """What goes with the figure wherever it goes; `sources` are rows of source/all."""

    key: str
    title: str
    finding: str
    unit: str
    period: str
    caveats: tuple[str, ...]
    sources: tuple[dict[str, object], ...]
    citation: str
    answers: tuple[Answer, ...]
    council: str = ""  # the council that all rows are about, where there is one
    address: str = ""

    @property
    def file_stem(self) -> str:
        """The title as a file's name, so that no two councils' files look alike."""
        plain = unicodedata.normalize("NFKD", self.title.replace("£", "pounds")).lower()
        words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
        stem = "-".join(words)
        return stem[:LONGEST_STEM].rstrip("-") or self.key


def files(one: Leaving) -> None:
    """Buttons for the rows behind the figure; made when they are clicked."""
    with st.container(horizontal=True):
        st.download_button(
            "Download these rows (CSV)",
            data=lambda: as_csv(one.answers[0], one.caveats, of_every_row(one)),
            file_name=f"{one.file_stem}.csv",
            mime="text/csv",
            key=f"csv_{one.key}",
            on_click="ignore",
        )
        st.download_button(
            "Download with notes (Excel)",
            data=lambda: as_xlsx(one),
            file_name=f"{one.file_stem}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key=f"xlsx_{one.key}",
            on_click="ignore",
        )


def as_picture(one: Leaving, drawn: object) -> None:
    """The figure once more with its words burnt in, and the camera that saves it."""
    if drawn is None:
        return
    st.markdown("**To take it as a picture**, with title, source and caveats in it")
    kind = st.segmented_control(
        "Picture", KINDS, key=f"picture_{one.key}", label_visibility="collapsed"
    )
    if kind not in KINDS:
        return
    made = image_export.picture(drawn, title=one.title, notes=_notes(one), palette=palette())
    st.caption("Press the camera at the top right of the figure: your browser makes the file.")
    st.plotly_chart(
        made,
        theme=None,
        config=image_export.config(made, one.file_stem, kind.lower()),
        key=f"chart_picture_{one.key}",
        alt=one.finding,
    )


def as_csv(
    one: Answer, caveats: Sequence[str] = (), of_every_row: Mapping[str, str] = NOTHING
) -> bytes:
    """The rows as asked; the edition, what they are about and what to bear in mind in columns.

    A column that the rows have already is left as it is.
    """
    edition = answer("edition/about").one()
    more = {**of_every_row, "edition": str(edition["name"]), "caveats": " | ".join(caveats)}
    new = {name: pl.lit(text) for name, text in more.items() if text and name not in one.frame}
    return to_csv(one.frame.with_columns(**new))


def of_every_row(one: Leaving) -> dict[str, str]:
    """What a row torn from the page must still say: of whom, when, in which unit and prices."""
    prices = PRICES.search(one.unit)
    return {
        "figure": one.title,
        "council_name": one.council,
        "period": one.period,
        "unit": one.unit,
        "price_base": prices[1] if prices else "cash" if "cash" in one.unit else "",
        "address": one.address,
    }


def as_xlsx(one: Leaving) -> bytes:
    """A sheet of notes, then the rows of each query."""
    names = ["Rows", *(f"Rows {n}" for n in range(2, len(one.answers) + 1))]
    sheets = dict(zip(names, (each.frame for each in one.answers), strict=True))
    return to_xlsx(_facts(one), sheets)


def _facts(one: Leaving) -> list[tuple[str, str]]:
    edition = answer("edition/about").one()
    sources = [
        (
            "Source",
            f"{s['publisher']}, {s['title']}, published {s['published']}, "
            f"{LICENCES[s['licence']]}, {s['landing_url']}. {s['attribution']}",
        )
        for s in one.sources
    ]
    problems = [
        ("Known problem", f"{s['title']}: {problem}")
        for s in one.sources
        for problem in s["known_problems"]
    ]
    return [
        ("Figure", one.title),
        ("What it shows", one.finding),
        *([("Council", one.council)] if one.council else []),
        ("Unit", one.unit),
        ("Period", one.period),
        ("Edition", str(edition["name"])),
        ("To cite it", one.citation),
        *(("To bear in mind", caveat) for caveat in one.caveats),
        *sources,
        *problems,
        *((f"Status {key}", words) for key, words in STATUSES.items()),
        *((f"Query {each.name}", each.sql) for each in one.answers),
    ]


def _notes(one: Leaving) -> list[str]:
    titles = [f"{s['publisher']}, {s['title']}" for s in one.sources]
    return [
        f"{one.unit}, {one.period}. Source: {'; '.join(titles) or 'none'}.",
        one.citation,
        *(f"• {caveat}" for caveat in one.caveats),
    ]
