"""Who published what, under which licence, and what became of every row."""

import polars as pl
import streamlit as st

from components.address import pick
from components.answers import answer
from components.data.wording import KNOWN, USES, in_words
from components.links.data_page import to
from components.words.naming import LICENCES, safe
from components.words.quantities import count, size
from components.words.spelling import spelled

EVERY = "all"


def section() -> None:
    found = answer("data/sources").frame
    st.write(
        f"Every figure comes from one of {count(found.height, 'publication')} by "
        f"{count(found['publisher'].n_unique(), 'publisher')}. Choose one to see its files, its "
        "known problems and what became of each of its rows."
    )
    titles = dict(zip(found["source"], found["title"], strict=True))
    words = {EVERY: "Every source"} | titles
    chosen = pick(st.selectbox, "Source", "source", list(words), words=words.get)
    if chosen == EVERY:
        _overview(found)
    else:
        _source(found.row(by_predicate=pl.col("source") == chosen, named=True))


def _overview(found: pl.DataFrame) -> None:
    table = found.select(
        Title="title",
        Publisher="publisher",
        Published="published",
        Covers="coverage",
        Licence=in_words("licence", LICENCES),
        Use=in_words("use", USES),
        Files="files",
        Measures="measures",
        Problems=pl.col("known_problems").list.len(),
        Page="landing_url",
    )
    columns = {
        "Title": st.column_config.Column(width=340),
        "Publisher": st.column_config.Column(width=200),
        "Covers": st.column_config.Column(width=220),
        "Problems": "Known problems",
        "Page": st.column_config.LinkColumn("Publisher's page", display_text="Open"),
    }
    st.dataframe(
        table,
        hide_index=True,
        height=min(38 + 35 * table.height, 560),
        column_config=columns,
        alt=f"{count(found.height, 'source')} with publisher, date, coverage, licence and use",
    )


def _source(one: dict[str, object]) -> None:
    st.subheader(safe(one["title"]))
    st.write(safe(one["about"]))
    facts = {
        "Publisher": safe(one["publisher"]),
        "Published": safe(one["published"]),
        "Covers": safe(one["coverage"]),
        "Licence": LICENCES[one["licence"]],
        "To show with its figures": safe(one["attribution"]),
        "Use here": USES[one["use"]],
        "Publisher’s page": f"<{one['landing_url']}>",
    }
    st.markdown("\n".join(f"- **{name}:** {text}" for name, text in facts.items()))
    _problems(one["known_problems"])
    _rows(one)
    _files(one["source"])
    _not_held(one["source"])
    _measures(one["source"])


def _problems(problems: list[str]) -> None:
    st.subheader("Known problems")
    st.markdown("\n".join(f"- {safe(text)}" for text in problems) or "None is known.")


def _rows(one: dict[str, object]) -> None:
    st.subheader("What became of its rows")
    if not one["rows_read"]:
        st.write("Its files are kept for comparison; no rows are read from them.")
        return
    st.write(
        f"{one['rows_read']:,.0f} rows read = {one['rows_kept']:,.0f} kept "
        f"+ {one['rows_other']:,.0f} that are not about a single council (totals, regions, notes) "
        f"+ {one['rows_set_aside']:,.0f} set aside."
    )
    if one["issues"]:
        st.markdown(f"[The issues found in it]({to(section='issues', in_source=one['source'])})")
    table = answer("data/readings", source=one["source"]).frame.rename(
        {
            "path": "File",
            "dataset": "Read as",
            "rows_read": "Read",
            "rows_kept": "Kept",
            "rows_other": "Not about a council",
            "rows_set_aside": "Set aside",
        }
    )
    counts = st.column_config.NumberColumn(format="localized")
    st.dataframe(
        table,
        hide_index=True,
        column_config=dict.fromkeys(table.columns[2:], counts),
        alt="Rows read, kept and set aside, for each file",
    )


def _files(source: str) -> None:
    files = answer("data/files", source=source).frame
    st.subheader("Its files")
    table = files.select(
        File="path",
        Size=spelled(files["bytes"], size),
        sha256="sha256",
        Address="url",
    )
    if files["url"].str.len_bytes().sum() == 0:
        table = table.drop("Address")
        st.write("Its publisher offers no lasting address for them: see the page above.")
    st.dataframe(
        table,
        hide_index=True,
        column_config={"Address": st.column_config.LinkColumn("Publisher's address")},
        alt=f"{count(files.height, 'file')} with size, sha256 and address",
    )


def _not_held(source: str) -> None:
    """What is known of and not held, with who says that it is there."""
    found = answer("data/addresses", source=source).frame
    if found.is_empty():
        return
    st.subheader("Known of, and not held")
    st.write("None of these has been opened for this edition: they may have moved since.")
    st.dataframe(
        found.select(
            What="what",
            Kind=in_words("kind", KNOWN),
            Newest="period",
            Where="url",
            Says="said_by",
            Read="as_of",
        ),
        hide_index=True,
        column_config={
            "What": st.column_config.Column(width=320),
            "Newest": "Newest period",
            "Where": st.column_config.LinkColumn("Where", display_text="Open"),
            "Says": st.column_config.Column("Who says so", width=260),
            "Read": st.column_config.DateColumn("Read on", format="D MMM YYYY"),
        },
        alt=f"{count(found.height, 'file')} known of and not held, with address",
    )


def _measures(source: str) -> None:
    found = answer("data/measures_of_source", source=source).frame
    if found.height:
        st.subheader("Measures taken from it")
        lines = [
            f"- [{safe(row['title'])}]({to(section='codebook', measure=row['measure'])})"
            for row in found.rows(named=True)
        ]
        st.markdown("\n".join(lines))
