"""The payments themselves, a page of them at a time, each with its place in the council's file."""

from zlib import crc32

import polars as pl
import streamlit as st

from charts.inside_sentence import inside
from charts.months import month_words
from charts.plain_text import plain
from charts.wording import count_words
from components.address import pick, refusal, said
from components.answers import Answer, answer
from components.figure.citation import known_sources
from components.payments.finding import Found
from components.words.naming import on_day
from components.words.signed_pounds import signed
from components.words.spelling import spelled
from queries.searching import MOST_LOOKED_AT

ROWS = 50
MOST_PAGES = 200
MOST_SHOWN = 300  # characters of a description
SORTS = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "largest": "Largest first",
    "smallest": "Smallest first",
}
TOO_MANY = (
    "Single payments are listed when a search has no more than {:,} of them to look through: "
    "choose a council, fewer months or a supplier. The download has every one."
)
TEXTS = {
    "supplier": "Supplier",
    "supplier_as_published": "Supplier as published",
    "purpose": "Purpose",
    "department": "Department",
    "service": "Service",
    "category": "Category",
    "published_category": "Category as published",
    "reference": "Reference",
}


def listing(found: Found) -> None:
    st.header("The payments", anchor="payments")
    if not found.listed:
        st.info(TOO_MANY.format(MOST_LOOKED_AT))
        return
    sort = pick(st.selectbox, "Order", "sort", list(SORTS), words=SORTS.get)
    pages = max(1, min(MOST_PAGES, -(-found.payments // ROWS)))
    page = _page(pages)
    _complain(pages)
    one = answer(
        "payments/rows",
        way=found.way,
        **found.takes,
        sort=sort,
        rows=ROWS,
        skip=(page - 1) * ROWS,
    )
    shown, config = signed(table(one), _columns())
    st.dataframe(
        shown,
        hide_index=True,
        height=600,
        column_config=config,
        alt=f"Payments, page {page} of {pages}, {inside(SORTS[sort])}",
    )
    _pager(page, pages, found)


def table(one: Answer) -> pl.DataFrame:
    """Rows of payments/rows in a reader's column names, every text inert.

    Words that no payment of the page has are left out: a phone has no room for empty columns.
    """
    frame = one.frame
    sources = known_sources()
    texts = {words: spelled(frame[name], _short).fill_null("") for name, words in TEXTS.items()}
    made = pl.DataFrame(
        {
            "Date": _days(frame),
            "Council": frame["council_name"],
            "£": frame["amount_gbp"],
            **texts,
            "Card": pl.Series(["Card" if card else "" for card in frame["card"]], dtype=pl.String),
            "File": pl.Series(_files(frame), dtype=pl.String),
            "Line": frame["line"],
            "The file": frame["file_url"].fill_null(""),
            "Publisher": spelled(
                frame["source"], lambda key: sources.get(key, {}).get("landing_url", "")
            ),
            "Page": spelled(frame["supplier_slug"], lambda slug: f"supplier?name={slug}"),
        }
    )
    empty = [
        name
        for name in (*TEXTS.values(), "Card", "The file")
        if not made[name].str.len_chars().sum()
    ]
    return made.drop(empty)


def _days(frame: pl.DataFrame) -> pl.Series:
    words = [
        on_day(day) if day else month_words(month) if month else "not told"
        for day, month in frame.select("day", "month").iter_rows()
    ]
    return pl.Series(words, dtype=pl.String)


def _files(frame: pl.DataFrame) -> list[str]:
    return [
        _short(f"{path}, sheet {sheet}" if sheet else path)
        for path, sheet in frame.select("file", "sheet").iter_rows()
    ]


def _short(text: object) -> str:
    one = plain(text)
    return one if len(one) <= MOST_SHOWN else one[: MOST_SHOWN - 1] + "…"


def _columns() -> dict[str, object]:
    return {
        "£": st.column_config.NumberColumn(format="£%,.2f"),
        "Line": st.column_config.NumberColumn(format="%d"),
        "The file": st.column_config.LinkColumn(
            "The file itself",
            display_text="Open the file",
            help="At the council’s where its address is known, else the copy that was read.",
        ),
        "Publisher": st.column_config.LinkColumn(
            "Where it was published", display_text="The council’s page"
        ),
        "Page": st.column_config.LinkColumn("Who else pays it", display_text="Supplier’s page"),
    }


def _page(pages: int) -> int:
    asked = said("page") or "1"
    return int(asked) if asked.isdecimal() and len(asked) < 6 and 1 <= int(asked) <= pages else 1


def _complain(pages: int) -> None:
    wrong = [refusal("sort", list(SORTS), "order")]
    if said("page") and str(_page(pages)) != said("page"):
        wrong.append(f"There is no such page of these payments: there are {pages:,}.")
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " The first is shown instead.")


def _pager(page: int, pages: int, found: Found) -> None:
    first = (page - 1) * ROWS + 1
    last = min(first + ROWS - 1, found.payments)
    words = f"Payments {first:,} to {last:,} of {found.payments:,}."
    if found.payments > MOST_PAGES * ROWS:
        words += f" The first {count_words(MOST_PAGES, 'page')} can be turned here."
    st.caption(words)
    if pages > 1:
        mark = crc32(repr((found.asked.search, page, pages)).encode())
        key = f"pager {mark:08x}"
        st.pagination(pages, default=page, key=key, on_change=_turn, args=(key,))


def _turn(key: str) -> None:
    turned = st.session_state.get(key) or 1
    if turned == 1:
        st.query_params.pop("page", None)
    else:
        st.query_params["page"] = str(turned)
