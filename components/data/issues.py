"""What was refused or flagged, and who can mend it."""

import polars as pl
import streamlit as st

from components.address import pick
from components.answers import answer
from components.data.wording import WHO, in_words
from components.words.quantities import count
from spreadsheet import to_csv

EVERY = "all"
MOST_SHOWN = 500


def section() -> None:
    counts = answer("data/issue_counts").frame
    if counts.is_empty():
        st.info("This edition holds no issues.")
        return
    st.write(
        "Nothing is dropped in silence: what could not be read, placed or believed is here, with "
        f"the row it stands in. {count(counts['issues'].sum(), 'issue')} about "
        f"{count(counts['rows'].sum(), 'row')} of "
        f"{count(counts['source'].n_unique(), 'source')}."
    )
    source, kind, who = _choices(counts)
    _counts(counts)
    one = answer(
        "data/issues",
        **{"source": _or_none(source), "kind": _or_none(kind), "who": _or_none(who)},
    )
    _rows(one.frame)


def _choices(counts: pl.DataFrame) -> tuple[str, str, str]:
    # The address has a name of its own for the source, which elsewhere means "show this source".
    titles = dict(zip(counts["source"], counts["title"].fill_null(""), strict=True))
    kinds = {kind: kind.capitalize() for kind in sorted(set(counts["kind"]))}
    who = {key: WHO[key] for key in WHO if key in set(counts["who_can_mend"])}
    columns = st.columns([3, 2, 2], vertical_alignment="bottom")
    chosen = []
    for column, label, name, options in (
        (columns[0], "Source", "in_source", {k: t or k for k, t in titles.items()}),
        (columns[1], "Kind", "of_kind", kinds),
        (columns[2], "Who can mend it", "who", who),
    ):
        words = {EVERY: "All"} | options
        with column:
            chosen.append(pick(st.selectbox, label, name, list(words), words=words.get))
    return tuple(chosen)


def _or_none(chosen: str) -> str | None:
    return None if chosen == EVERY else chosen


def _counts(counts: pl.DataFrame) -> None:
    table = counts.select(
        Source=pl.coalesce("title", "source"),
        Kind="kind",
        Issues="issues",
        Rows="rows",
        Mend=in_words("who_can_mend", WHO),
    )
    numbers = st.column_config.NumberColumn(format="localized")
    st.subheader("By source and kind")
    st.dataframe(
        table,
        hide_index=True,
        height=min(38 + 35 * table.height, 300),
        column_config={"Mend": "Who can mend it", "Rows": numbers, "Issues": numbers},
        alt="Issues and rows concerned, by source and kind",
    )


def _rows(found: pl.DataFrame) -> None:
    st.subheader("One by one")
    shown = f"The first {MOST_SHOWN} of" if found.height > MOST_SHOWN else "All"
    st.write(f"{shown} {count(found.height, 'issue')} with these choices; the file has every one.")
    table = found.head(MOST_SHOWN).select(
        Kind="kind",
        Council="council_name",
        Period="period",
        Says="content",
        Done="explanation",
        Column="field",
        Row="source_row",
        Rows="rows",
        File="source_file",
        Mend=in_words("who_can_mend", WHO),
    )
    st.dataframe(
        table,
        hide_index=True,
        column_config={
            "Says": "What the cell says",
            "Done": "What was done",
            "Row": "First row",
            "Mend": "Who can mend it",
        },
        alt="Issues with the cell's content, what was done, file, row and column",
    )
    st.download_button(
        "Download these issues (CSV)",
        data=lambda: to_csv(found),
        file_name="issues.csv",
        mime="text/csv",
        on_click="ignore",
    )
