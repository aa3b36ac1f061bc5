"""The section of the Data page in which a council officer checks a file before publishing it."""

import polars as pl
import streamlit as st

from components.data.check_file.code import (
    CODE,
    CODE_ADDRESS,
    HELPFUL,
    REQUIRED,
    lacking,
    mending,
    words_of,
)
from components.data.check_file.sandbox import Checked, read_apart
from components.words.naming import safe
from components.words.spelling import plain_texts

LARGEST_MB = 20
KINDS = ["csv", "txt", "tsv", "xlsx", "xls", "ods", "zip", "gz"]
SET_ASIDE_SHOWN = 500
ABOUT = (
    "For officers who publish their council’s payments. Choose the file as you would publish it: "
    "see how it reads, what the Transparency Code asks for that it lacks, and what to mend."
)
PRIVACY = (
    "The file is read on the machine that runs this site, in memory and a temporary folder. It is "
    "not kept, not added to the site and sent nowhere else; reload the page and it is gone."
)
# What to mend says it already.
REPEATS = "repeat another exactly"
SHOWN = {
    "date": "Date",
    "amount_pence": "£",
    "supplier": "Paid to",
    "department": "Department",
    "purpose": "Purpose",
    "category": "Category",
    "reference": "Reference",
    "source_row": "Line",
}


def section() -> None:
    st.write(ABOUT)
    st.caption(PRIVACY)
    file = st.file_uploader(
        "Your file of payments", type=KINDS, max_upload_size=LARGEST_MB, key="check_file"
    )
    if file is None:
        _asked_for()
        return
    checked = _checked(file)
    if checked.failure:
        st.warning(f"{safe(file.name)}: {checked.failure}")
        return
    for read in checked.readings:
        _reading(read)
    _first_rows(checked.first_rows)


def _checked(file) -> Checked:
    """Read once for each file that is dropped, kept for this reader's visit only."""
    kept = st.session_state.get("checked_file")
    if kept is None or kept[0] != file.file_id:
        with st.spinner("Reading the file"):
            kept = (file.file_id, read_apart(file.name, file.getvalue()))
        st.session_state["checked_file"] = kept
    return kept[1]


def _asked_for() -> None:
    st.subheader("What the Code asks for", anchor=False)
    st.markdown(
        f"For each payment over £500, every quarter, the {CODE} ({CODE_ADDRESS}) asks for:\n\n"
        + "\n".join(f"- {one.words}" for one in REQUIRED)
    )


def _reading(read: dict) -> None:
    name = read["file"].replace("\\", "/").rsplit("/", 1)[-1]
    # A name is the stranger's as much as the rows are, and so is that of a file in a zip.
    st.subheader(safe(name), anchor=False)
    if read["refused"]:
        st.warning(f"This does not read as a list of payments: {safe(read['refused'])}.")
        _list(
            "What the reader noticed",
            [one for one in read["problems"] if read["refused"] not in one],
        )
        return
    # Before all else: what must not go out is not undone by a good reading.
    for one in read.get("exposed", []):
        st.error(f"Do not publish yet: {safe(one)}.")
    st.markdown(_finding(read))
    _columns(read["columns"])
    _list("What to mend", mending(read))
    seen = read.get("exposed", [])
    noticed = [one for one in read["problems"] if REPEATS not in one and one not in seen]
    _list("What the reader noticed", noticed)
    _set_aside(read)


def _finding(read: dict) -> str:
    days = f" dated {read['date_min']} to {read['date_max']}" if read["date_min"] else ""
    sure = f"{read['confidence']:.0%}"
    return (
        f"**{read['rows']:,} payments** of **£{read['amount_total_gbp']:,.2f}** in all{days}; "
        f"{read['set_aside']:,} rows set aside. Sure of this reading: {sure}. "
        f"Written as {safe(read['encoding'])}, {safe(read['dialect'])}."
    )


def _columns(columns: dict[str, str]) -> None:
    absent = lacking(columns, REQUIRED)
    if absent:
        _list(
            f"What the {CODE} asks for that this file lacks",
            [f"{one.words}. {one.mend}" for one in absent],
        )
    else:
        st.success(f"Every field that the {CODE} asks for is there.")
    _list(
        "Not asked for, but helpful to whoever reads it",
        [f"{one.words}. {one.mend}" for one in lacking(columns, HELPFUL)],
    )
    st.markdown("**How the columns were read**")
    rows = {"Your column": list(columns.values()), "Read as": [words_of(one) for one in columns]}
    st.dataframe(plain_texts(pl.DataFrame(rows)), hide_index=True, alt="How the columns were read")


def _list(title: str, sentences: list[str]) -> None:
    if sentences:
        lines = "\n".join(f"- {safe(one[:1].upper() + one[1:])}" for one in sentences)
        st.markdown(f"**{title}**\n\n{lines}")


def _set_aside(read: dict) -> None:
    rows = read["set_aside_rows"][:SET_ASIDE_SHOWN]
    if not rows:
        return
    left_out = len(read["set_aside_rows"]) - len(rows)
    more = f", the first {len(rows):,}" if left_out else ""
    st.markdown(f"**Rows set aside**{more}")
    frame = pl.DataFrame(rows, infer_schema_length=None).select(
        pl.col("line").alias("Line"), pl.col("reason").alias("Why"), pl.col("text").alias("Row")
    )
    st.dataframe(plain_texts(frame), hide_index=True, alt="Rows set aside, with the reason")


def _first_rows(rows: pl.DataFrame) -> None:
    if rows.is_empty():
        return
    st.markdown(f"**The first {rows.height:,} payments as they read**")
    held = [name for name in SHOWN if name in rows.columns and rows[name].null_count() < len(rows)]
    frame = rows.select(held).with_columns(pl.col("amount_pence") / 100)
    st.dataframe(
        plain_texts(frame.rename({name: SHOWN[name] for name in held})),
        hide_index=True,
        column_config={
            "£": st.column_config.NumberColumn(format="£%,.2f"),
            "Date": st.column_config.DateColumn(format="YYYY-MM-DD"),
        },
        alt="The first payments as they read",
    )
