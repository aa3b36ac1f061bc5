"""A figure with all that must stand beside it: table, file, words, sources, caveats, SQL, citation.

No page draws a chart by other means, so no chart can be without them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl
import streamlit as st

from charts.layout import CONFIG
from charts.periods import days_in_words
from charts.plain_text import plain
from components.answers import Answer
from components.figure.asking import ask
from components.figure.citation import OF_A_TAB, cited, known_sources, view_address
from components.figure.downloads import Leaving
from components.figure.finding import lead
from components.figure.seeking import offered, sought
from components.figure.taking import take
from components.links.data_page import to
from components.tabs import open_tabs
from components.words.naming import LICENCES, safe
from components.words.signed_pounds import signed
from components.words.spelling import plain_texts

SOURCE_COLUMNS = ("source", "residents_source")
PARTS = {"chart": "Chart", "table": "Table", "about": "About this figure", "ask": "Ask"}
NO_CHART = "There is nothing to draw: the table says why."


@dataclass(frozen=True)
class Framed:
    """A figure that is a document of its own; `picture` is the plotly figure to take away."""

    html: str
    height: int
    picture: object


@dataclass(frozen=True)
class Written:
    """Words and marks in the place of a drawing, as HTML; `label` is what its tab is called."""

    html: str
    label: str


def figure(
    key: str,
    *,
    title: str,
    drawn: object,
    alt: str,
    table: pl.DataFrame,
    answers: Sequence[Answer],
    unit: str,
    period: str,
    caveats: Iterable[str] = (),
    sources: Iterable[str] = (),
    columns: dict[str, object] | None = None,
    config: dict[str, object] = CONFIG,
    on_select: str | None = None,
    council: str = "",
    top: bool = False,
) -> object:
    """Draw `drawn` (a plotly figure, `Framed`, `Written` or None) under `title`.

    The title stands alone: of whom, what, when, beside whom. It names the files too. Above the
    chart stands what it shows, in the first words of `alt`. `council` is the name of the one
    council that all rows are about, if they are.

    `table` is what the chart shows, in a reader's column names. The CSV holds the rows of the
    first of `answers`, with status and source columns as the edition has them, the Excel file
    those of all. `top`: no heading but the page's stands over it. Gives what was clicked when
    `on_select` is "rerun". Table and words about the figure are made when they are opened; the
    address says which (`tab_<key>=table`).
    """
    title, alt, period = (plain(days_in_words(text)) for text in (title, alt, period))
    known = _sources(answers, sources)
    leaving = Leaving(
        key,
        title=title,
        finding=alt,
        unit=unit,
        period=period,
        caveats=tuple(dict.fromkeys(caveats)),
        sources=tuple(known),
        citation=cited(title),
        answers=tuple(answers),
        council=council,
        address=view_address(),
    )
    if wanted := sought():
        offered(wanted, leaving, _picture(drawn), table)
        return None
    _heading(title, key, top=top)
    event = None
    parts = PARTS | ({"chart": drawn.label} if isinstance(drawn, Written) else {})
    for part in open_tabs(f"{OF_A_TAB}{key}", parts):
        if part == "chart":
            if drawn is not None:
                st.markdown(safe(lead(title, alt)))
            event = _chart(key, drawn, alt, config, on_select)
        elif part == "table":
            shown, config = signed(plain_texts(table), columns)
            st.dataframe(shown, hide_index=True, column_config=config, alt=title)
        elif part == "ask":
            ask(title, alt, known)
        else:
            _about(title, known, leaving.caveats, answers)
    st.caption(_source_line(known, unit, period))
    take(key, title, _picture(drawn))
    return event


def _heading(title: str, key: str, *, top: bool) -> None:
    """Of the second rank under the page's own, so that no rank is skipped; as small as others."""
    # Names of suppliers stand in titles. A colon alone starts no markup where brackets are text.
    words = safe(title).replace("\\:", ":")
    if top:
        with st.container(key=f"top_{key}"):
            st.header(words, anchor=key)
    else:
        st.subheader(words, anchor=key)


def _chart(key: str, drawn, alt: str, config: dict[str, object], on_select) -> object:
    """What was clicked; None where there is nothing to click."""
    if drawn is None:
        st.info(f"{NO_CHART} {safe(alt)}")
        return None
    if isinstance(drawn, Written):
        st.html(drawn.html)
        return None
    if isinstance(drawn, Framed):
        st.iframe(drawn.html, height=drawn.height, alt=alt)
        return None
    more = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    return st.plotly_chart(drawn, theme=None, config=config, key=f"chart_{key}", alt=alt, **more)


def _picture(drawn: object) -> object:
    """The plotly figure to take away; None where there is none."""
    if isinstance(drawn, Written):
        return None
    return drawn.picture if isinstance(drawn, Framed) else drawn


def _about(title: str, known, caveats: Iterable[str], answers: Sequence[Answer]) -> None:
    lines = [f"- {safe(caveat)}" for caveat in dict.fromkeys(caveats)]
    if lines:
        st.markdown("**What to bear in mind**\n\n" + "\n".join(lines))
    said_of = "\n".join(f"- {_in_full(source)}" for source in known)
    st.markdown(f"**Where the figures come from**\n\n{said_of or '- No published source.'}")
    st.markdown("**To cite it**")
    st.code(cited(title), language=None, wrap_lines=True)
    st.markdown("**The query behind it**, to run on the edition’s database (DuckDB)")
    # Without colours: those of the highlighter are too pale to read.
    sql = "\n\n".join(one.sql for one in answers)
    # Whole, not in a box that scrolls: no key reaches into it.
    st.code(sql, language=None, wrap_lines=True)


def _sources(answers: Sequence[Answer], named: Iterable[str]) -> list[dict[str, object]]:
    keys = list(named)
    for one in answers:
        for column in SOURCE_COLUMNS:
            if column in one.frame.columns:
                keys += one.frame[column].drop_nulls().unique(maintain_order=True).to_list()
    all_sources = known_sources()
    return [all_sources[key] for key in dict.fromkeys(keys) if key in all_sources]


def _in_full(source: dict[str, object]) -> str:
    line = (
        f"{safe(source['publisher'])}, [{safe(source['title'])}]({source['landing_url']}), "
        f"published {safe(source['published'])}, {LICENCES[source['licence']]}. "
        f"[Its record]({to(section='sources', source=source['source'])})."
    )
    if source["use"] == "derived":
        line += " From a secondary compilation, until the official file is at hand."
    problems = [f"\n    - {safe(problem)}" for problem in source["known_problems"]]
    return line + "".join(problems)


def _source_line(known, unit: str, period: str) -> str:
    titles = "; ".join(safe(_named(source)) for source in known[:3])
    more = f" and {len(known) - 3} more" if len(known) > 3 else ""
    return f"{safe(unit)}, {safe(period)}. Source: {titles or 'none'}{more}."


def _named(source: dict[str, object]) -> str:
    """Publisher and title; the publisher once, where the title begins with it."""
    publisher, title = str(source["publisher"]), str(source["title"])
    return title if title.startswith(publisher) else f"{publisher}, {title}"
