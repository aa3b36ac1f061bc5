"""Suppliers that several of the councils pay one by one, and how what each pays spreads."""

import polars as pl
import streamlit as st

from charts import spread_rows
from charts.inside_sentence import inside
from charts.wording import count_words
from components.address import pick, refusal
from components.answers import Answer, answer
from components.figure.framing import figure
from components.joint_buying.caveats import SAME
from components.joint_buying.choices import Chosen
from components.joint_buying.spread_dots import (
    LINE,
    LOGARITHMIC,
    MONEY,
    MOST_DRAWN,
    SHARE,
    dots,
    follow,
    spread_words,
)
from components.links.supplier_page import COLUMN, to
from components.look import palette
from components.words.naming import safe
from components.words.spelling import spelled

UNIT = "£ paid, cash, less credits"
MOST = 500
ANY = "any"
UNTOLD = "The words do not tell"


def choose_kind(kinds: Answer) -> tuple[str | None, str | None]:
    """A common category to narrow the suppliers to, with its name."""
    names = dict(kinds.frame.select("category", "category_name").iter_rows())
    labels = {ANY: "Everything that is bought", **names}
    wrong = refusal("category", list(labels), "kind of thing")
    if wrong:
        st.info(f"{wrong} Everything is shown instead.")
    chosen = pick(st.selectbox, "Kind of thing", "category", list(labels), words=labels.get)
    return (None, None) if chosen == ANY else (chosen, names[chosen])


def suppliers(chosen: Chosen, kinds: Answer, sources: list[str]) -> None:
    st.header("Suppliers that several councils pay", anchor="suppliers")
    category, name = choose_kind(kinds)
    found = answer(
        "joint_buying/suppliers",
        **chosen.takes,
        category=category,
        least=chosen.least,
        sort=chosen.sort,
        most=MOST,
    )
    for_what = f" for {inside(name)}" if name else ""
    _say(chosen, found, f" for {safe(inside(name))}" if name else "")
    if found.frame.is_empty():
        return
    rows = found.frame.head(MOST_DRAWN).rows(named=True)
    slugs = [row["slug"] for row in rows]
    spread = answer("joint_buying/supplier_spread", **chosen.takes, category=category, slugs=slugs)
    words = spread_words if category else _words
    drawn = dots(rows, spread.frame, "slug", name="name", words=words)
    title = f"Paid{for_what} by at least {chosen.least} of {chosen.who}, {chosen.years}"
    event = figure(
        "shared-suppliers",
        title=title,
        drawn=spread_rows.draw(drawn, palette=palette()),
        alt=spread_rows.alt(drawn, title=title),
        table=_table(found.frame),
        columns={"£": MONEY, "Lowest £": MONEY, "Median £": MONEY, "Highest £": MONEY}
        | {"Main kind, % of it": SHARE, "Page": COLUMN},
        answers=[found, spread],
        unit=UNIT,
        period=chosen.years,
        caveats=[*SAME, LOGARITHMIC, LINE],
        sources=sources,
        on_select="rerun",
    )
    follow(event)


def _say(chosen: Chosen, found: Answer, for_what: str) -> None:
    frame = found.frame
    least = f"at least {chosen.least} of {safe(chosen.who)}"
    if frame.is_empty():
        st.markdown(
            f"No supplier is paid{for_what} by {least}. "
            "Choose fewer councils, more years or another kind of thing."
        )
        return
    n = frame["found"][0]
    verb = "is" if n == 1 else "are"
    drawn = f" The first {MOST_DRAWN} are drawn." if n > MOST_DRAWN else ""
    cut = f" The table and files hold the first {MOST}." if n > MOST else ""
    st.markdown(
        f"**{count_words(n, 'supplier')}** {verb} paid{for_what} by {least}, "
        f"each for itself.{drawn}{cut} {LINE} {LOGARITHMIC}"
    )


def _words(row: dict[str, object]) -> str:
    kind = f"mostly {inside(row['category_name'])}" if row["category_name"] else "mostly not told"
    return f"{spread_words(row)}; {kind}"


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("name").alias("Supplier"),
        pl.col("councils").alias("Councils"),
        pl.col("amount_gbp").alias("£"),
        pl.col("lowest_gbp").alias("Lowest £"),
        pl.col("median_gbp").alias("Median £"),
        pl.col("highest_gbp").alias("Highest £"),
        pl.col("payments").alias("Payments"),
        pl.col("category_name").fill_null(UNTOLD).alias("Main kind"),
        pl.col("category_share_pct").alias("Main kind, % of it"),
        pl.col("paying").list.join(", ").alias("Paid by"),
        spelled(frame["slug"], to).alias("Page"),
    )
