"""How far each source is held, when the next figure is due, and where it is to be had."""

from datetime import date

import polars as pl
import streamlit as st

from components.answers import answer
from components.links import feeds
from components.words.naming import on_day
from components.words.quantities import count
from components.words.spelling import spelled

# Told apart by shape and by word, not by colour.
STATES = {
    "due": "▲ Due",
    "nothing": "■ Nothing held",
    "waiting": "● Newest held",
    "irregular": "◇ No rhythm",
    "once": "○ Ended",
}
RHYTHMS = {
    "month": "Every month",
    "quarter": "Every quarter",
    "half-year": "Twice a year",
    "year": "Every year",
    "irregular": "Now and then",
    "once": "Once, or ended",
}
NOT_OPENED = (
    "The next figure is reckoned from how long after a period the publisher brought the last ones. "
    "The addresses come from public notes and none has been opened for this edition: a file may "
    "have moved since. `python -m data.build status` prints this table, and "
    "`python -m data.build get SOURCE` brings what is to be had."
)


def section() -> None:
    today = date.today()
    found = answer("data/releases", on_day=today.isoformat()).frame
    tally = dict(found["state"].value_counts().iter_rows())
    st.write(
        f"{count(found.height, 'source')} on {on_day(today)}: {tally.get('waiting', 0):,} are held "
        "up to the newest figure that their publishers' rhythm leads one to expect, "
        f"{tally.get('due', 0):,} should have a newer one out, and "
        f"{tally.get('nothing', 0):,} are awaited whole."
    )
    st.dataframe(
        _table(found),
        hide_index=True,
        height=min(38 + 35 * found.height, 700),
        column_config={
            "Source": st.column_config.Column(width=320),
            "Held": st.column_config.Column("Held to", width=150),
            "Due": st.column_config.DateColumn("Next one due", format="MMM YYYY"),
            "What": st.column_config.Column("What is to be had", width=260),
            "Where": st.column_config.LinkColumn("Where", display_text="Open"),
        },
        alt=f"{count(found.height, 'source')}: what is held, what is due, and where it is",
    )
    st.caption(f"{NOT_OPENED} For your own calendar: {feeds.RELEASES}.")


def _table(found: pl.DataFrame) -> pl.DataFrame:
    held = [
        row["newest_period"] or _until(row["newest_ends"]) for row in found.iter_rows(named=True)
    ]
    return found.select(
        State=spelled(found["state"], STATES.__getitem__),
        Source="title",
        Held=pl.Series("Held", held, dtype=pl.String),
        Comes=spelled(found["rhythm"], RHYTHMS.__getitem__),
        Due="next_due",
        What=pl.concat_str("where_what", pl.lit(" ("), "where_period", pl.lit(")"))
        .str.replace(r" \(\)$", "")
        .fill_null("See the publisher’s page"),
        Where="where_url",
        Publisher="publisher",
    )


def _until(day: date | None) -> str:
    return f"to {on_day(day)}" if day else "nothing"
