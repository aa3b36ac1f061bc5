"""What is held at all: how many payments, of which councils, for which months."""

import polars as pl
import streamlit as st

from charts import coverage_months
from charts.months import span_words
from charts.wording import count_words
from components.answers import answer
from components.figure.framing import figure
from components.ledger import coverage
from components.look import palette
from components.words.naming import safe

LEVELS = {
    "as_published": "The council’s own files",
    "tidied": "Dates rewritten by a third party",
    "compiled": "Put together by a third party",
}
# More rows than this are more than eight screens of a phone.
MOST_DRAWN = 60


def nothing_held() -> bool:
    """Say so where an installation holds no payments."""
    one = answer("payments/holding").one()
    if one and one["payments"]:
        return False
    st.info(
        "This edition holds no payments yet. Whoever runs this site can read councils’ files with "
        "python -m data.build payments."
    )
    return True


def how_much() -> None:
    """Of what was read, how much is here: for whoever takes the files."""
    one = answer("payments/holding").one()
    words = f"{count_words(one['payments'], 'payment')} that councils published are held here"
    if not one["whole"]:
        words += f", of {one['published_payments']:,} that were read"
    st.caption(f"{words}. {safe(one['note'])}")


def coverage_by_council() -> None:
    """The months held, council by council."""
    of_all, months = coverage.held_of(), coverage.months_of()
    names = dict(of_all.frame.select("council", "name").iter_rows())
    title = "Months for which payments are held, by council"
    drawn = _drawn(of_all.frame)
    if len(drawn) < len(names):
        st.markdown(f"The {MOST_DRAWN} with most payments are drawn; the table has all.")
    figure(
        "held",
        top=True,
        title=title,
        drawn=coverage_months.draw(
            months.frame.filter(pl.col("council").is_in(list(drawn))), drawn, palette=palette()
        ),
        alt=coverage_months.alt(months.frame, names, title=title),
        table=_table(of_all.frame),
        columns={
            "£": st.column_config.NumberColumn(format="£%,.0f"),
            "Payments": st.column_config.NumberColumn(format="localized"),
            "Threshold": st.column_config.NumberColumn("Published from", format="£%d"),
        },
        answers=[of_all, months],
        unit="Months with a file",
        period=span_words(of_all.frame["first_month"].min(), of_all.frame["last_month"].max()),
        caveats=coverage.caveats(of_all.frame),
    )


def _drawn(frame: pl.DataFrame) -> dict[str, str]:
    """Key -> name of the councils with most payments, in the order of names."""
    most = frame.sort("payments", descending=True).head(MOST_DRAWN)["council"]
    kept = frame.filter(pl.col("council").is_in(most.implode()))
    return dict(kept.select("council", "name").iter_rows())


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("Council"),
        pl.col("first_month").dt.strftime("%B %Y").alias("From"),
        pl.col("last_month").dt.strftime("%B %Y").alias("To"),
        pl.col("months").alias("Months held"),
        pl.col("missing").alias("Missing between"),
        pl.col("payments").alias("Payments"),
        pl.col("amount_gbp").alias("£"),
        pl.col("threshold_gbp").alias("Threshold"),
        pl.col("level").replace(LEVELS).alias("Whose files"),
        pl.col("note").alias("To bear in mind"),
    )
