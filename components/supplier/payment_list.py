"""The payments to the supplier themselves, a screenful at a time, and all of them as files."""

from urllib.parse import urlencode

import polars as pl
import streamlit as st

from charts.wording import count_words
from components.address import said
from components.answers import answer
from components.links.payments_files import file_address
from components.links.supplier_page import payments as search_of
from components.supplier.chosen_supplier import Subject
from components.supplier.paying_councils import MONEY
from components.words.naming import safe
from components.words.signed_pounds import signed
from components.words.spelling import plain_texts

A_PAGE = 50
KINDS = {"csv": "CSV", "parquet": "Parquet", "txt": "notes to keep with them"}


def listing(one: Subject, council: str | None, n: int, council_slug: str | None) -> None:
    """`n` payments in all, of `council` or of every payer."""
    st.header("The payments", anchor="payments")
    pages = max(1, -(-n // A_PAGE))
    at = _page(pages)
    found = answer(
        "supplier/payments",
        supplier=one.number,
        council=council,
        most=A_PAGE,
        skip=(at - 1) * A_PAGE,
    )
    first = (at - 1) * A_PAGE + 1
    last = first + found.frame.height - 1
    st.markdown(
        f"Payments {first:,} to {last:,} of {n:,}, the newest first. "
        f"[Search them by date, amount and words]({search_of(one.slug, council_slug)})."
    )
    shown, config = signed(plain_texts(_table(found.frame)), {"£": MONEY})
    st.dataframe(
        shown,
        hide_index=True,
        column_config=config,
        alt=f"{safe(one.name)}: payments {first} to {last} of {n}",
    )
    if pages > 1:
        key = f"page {at} of {pages}"
        st.pagination(pages, default=at, key=key, on_change=_turn, args=(key,))
    _files(one.slug, council_slug, n)


def _page(pages: int) -> int:
    """The page that the address names, 1 where it names none that is there."""
    asked = said("page") or ""
    number = int(asked) if asked.isdecimal() and asked.isascii() and len(asked) < 8 else 1
    return number if 1 <= number <= pages else 1


def _turn(key: str) -> None:
    turned = st.session_state.get(key) or 1
    if turned > 1:
        st.query_params["page"] = str(turned)
    else:
        st.query_params.pop("page", None)


def _files(slug: str, council_slug: str | None, n: int) -> None:
    """The files of the Payments page, which are streamed: nothing is held of them here."""
    query = urlencode({"paid": slug} | ({"council": council_slug} if council_slug else {}))
    links = [f"[{name}]({file_address(kind, query)})" for kind, name in KINDS.items()]
    st.markdown(f"Download all {count_words(n, 'payment')}: {' · '.join(links)}.")


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    what = [
        " · ".join(dict.fromkeys(filter(None, words)))
        for words in frame.select("department", "purpose", "published_category").iter_rows()
    ]
    place = [
        f"{path.rsplit('/', 1)[-1]}{f', sheet {sheet}' if sheet else ''}, line {line:,}"
        for path, sheet, line in frame.select("path", "sheet", "line").iter_rows()
    ]
    # Where only the month is published, no day is made up.
    when = [
        f"{day.day} {day:%b %Y}" if day else f"{month:%b %Y}" if month else "not known"
        for day, month in frame.select("day", "month").iter_rows()
    ]
    return frame.select(
        pl.Series("Date", when, dtype=pl.String),
        pl.col("council_name").alias("Council"),
        pl.col("amount_gbp").alias("£"),
        pl.col("name").alias("Name as published"),
        pl.Series("For what, as published", what, dtype=pl.String),
        pl.when("card").then(pl.lit("card")).otherwise(pl.lit("")).alias("By"),
        pl.col("reference").alias("Reference"),
        pl.Series("In the council’s file", place, dtype=pl.String),
        pl.col("file_url").fill_null("").alias("The file itself"),
    )
