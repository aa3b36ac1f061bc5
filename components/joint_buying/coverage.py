"""How much of each council is held, from which amount on, and how well its words tell."""

import polars as pl
import streamlit as st

from charts.wording import count_words
from components.answers import Answer, answer
from components.figure.downloads import as_csv
from components.joint_buying.choices import Chosen
from components.words.spelling import plain_texts

POUNDS = st.column_config.NumberColumn(format="£%,.0f")
SHARE = st.column_config.NumberColumn(format="%.0f")
LEVELS = {
    "as_published": "the council’s own files",
    "tidied": "tidied by a third party",
    "compiled": "put together by a third party",
}


def asked(chosen: Chosen) -> Answer:
    return answer("joint_buying/coverage", **chosen.takes)


def in_short(found: Answer) -> str:
    """Months missing, thresholds, and how much the words do not tell. Plain text."""
    frame = found.frame
    short = frame.filter(pl.col("months_held") < pl.col("months_asked"))
    absent = frame.filter(pl.col("months_held") == 0)
    words = f"{frame.height - short.height} of {count_words(frame.height, 'council')} "
    words += f"{'is' if frame.height == 1 else 'are'} held for every month of these years"
    if short.height:
        missing = (short["months_asked"] - short["months_held"]).sum()
        verb = "is" if missing == 1 else "are"
        words += f"; of the others {count_words(missing, 'month')} {verb} missing, not zero"
    if absent.height:
        words += f", and {count_words(absent.height, 'council')} not held at all in them"
    least = frame["threshold_gbp"].drop_nulls()
    if least.len():
        low, high = f"£{least.min():,}", f"£{least.max():,}"
        also = f" (others from {high})" if low != high else ""
        words += f". Payments are published from {low} on{also}"
    return f"{words}. {_untold(frame)}"


def held(found: Answer) -> None:
    st.header("What is held of each council", anchor="held")
    st.markdown(
        "A council with fewer months, a higher threshold or words that do not tell seems to buy "
        "less than it does. Cards are purchases by card."
    )
    st.dataframe(
        plain_texts(_table(found.frame)),
        hide_index=True,
        column_config={
            "£": POUNDS,
            "Category not told, % of £": SHARE,
            "By card, % of £": SHARE,
            "Published from": POUNDS,
        },
        alt="Months held, thresholds and shares not told, council by council",
    )
    st.download_button(
        "Download what is held (CSV)",
        data=lambda: as_csv(found),
        file_name="held-of-each-council.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _untold(frame: pl.DataFrame) -> str:
    known = frame.drop_nulls("untold_pct")
    if known.is_empty():
        return ""
    low, high = known["untold_pct"].min(), known["untold_pct"].max()
    return (
        "Words do not tell the category of "
        f"{low:.0f}% to {high:.0f}% of the money, council by council."
    )


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    months = [f"{n} of {of}" for n, of in frame.select("months_held", "months_asked").iter_rows()]
    return frame.select(
        pl.col("name").alias("Council"),
        pl.Series("Months held", months, dtype=pl.String),
        pl.col("threshold_gbp").alias("Published from"),
        pl.col("payments").alias("Payments"),
        pl.col("amount_gbp").alias("£"),
        pl.col("untold_pct").alias("Category not told, % of £"),
        pl.col("card_pct").alias("By card, % of £"),
        pl.Series("Files", [LEVELS[level] for level in frame["level"]], dtype=pl.String),
        pl.col("note").alias("Note"),
    )
