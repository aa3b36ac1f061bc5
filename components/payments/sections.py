"""The figures of what was found: over time, by council, what for, and to whom."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from charts import money_over_time
from charts.inside_sentence import inside
from charts.months import months_between
from charts.plain_text import plain
from charts.wording import count_words
from components.address import pick, refusal
from components.figure.framing import figure
from components.ledger.over_time import SWITCH, as_table, by_period
from components.look import palette
from components.payments.figures import MONEY, NUMBER, rows_figure, share, told
from components.payments.finding import Found
from components.payments.search_request import UNTOLD
from components.words.naming import safe
from components.words.spelling import spelled
from queries.searching import Search, write

NOT_A_RANKING = (
    "The order is by what was published and is held, not by merit: months and thresholds differ."
)
WORDS_DIFFER = (
    "Services and categories are told from the words that councils publish; where the words do "
    "not tell, payments stand in a line of their own."
)
MANY_PEOPLE = (
    "Private persons stand together in one line, and so do names that a council withheld: each of "
    "these lines is many payees."
)
HATCHED = (
    "Where files are missing the bar is hatched: it is lower by what nobody knows, so a fall there "
    "need not be a fall in spending."
)
OPENS = "Click a bar to open that {}’s payments."
PAGE = "pages/payments.py"
MANY_MONTHS = 36
MOST_ROWS = 12
MOST_NAME = 200


def over_time(found: Found) -> None:
    search = found.asked.search
    months = _months_in(found)
    if months.is_empty():
        return
    many = months["month"].n_unique() > MANY_MONTHS
    by = pick(
        st.segmented_control,
        "Add up by",
        "by",
        list(SWITCH),
        words=SWITCH.get,
        default="year" if many else "month",
        required=True,
    )
    if wrong := refusal("by", list(SWITCH), "period to add up by"):
        st.info(f"{wrong} The usual one is shown instead.")
    one = found.part("month")
    dated = one.frame.with_columns(month=pl.col("key").str.to_date(strict=False))
    frame = by_period(
        dated, months, by, councils=found.held.frame.height, first=search.first, last=search.last
    )
    undated = dated.filter(pl.col("month").is_null())
    more = [_undated(undated)] if undated.height else []
    title = f"Payments by {inside(SWITCH[by])}: {found.asked.scope}"
    if (frame["held"] < frame["expected"]).any():
        st.markdown(HATCHED)
    figure(
        "time",
        top=True,
        title=title,
        drawn=money_over_time.draw(frame, palette=palette()),
        alt=money_over_time.alt(frame, title=title),
        table=as_table(frame),
        answers=[one, found.months],
        columns={"£": MONEY, "Payments": NUMBER},
        **told(found, more),
    )


def by_council(found: Found) -> None:
    one = found.part("council")
    notes = _council_notes(found)
    rows = one.frame.with_columns(
        note=pl.Series(
            [
                f"{count_words(payments, 'payment')}. {notes[key]}"
                for key, payments in one.frame.select("key", "payments").iter_rows()
            ],
            dtype=pl.String,
        ),
        months=pl.Series([notes[key] for key in one.frame["key"]], dtype=pl.String),
    )
    table = rows.select(
        Council="name",
        **{"£": "amount_gbp"},
        Payments="payments",
        Held="months",
        Alone=spelled(one.frame["slug"], lambda slug: _of_council(found, slug)),
    )
    columns = {
        "Held": st.column_config.TextColumn("Months held, and from which amount on"),
        "Alone": st.column_config.LinkColumn("It alone", display_text="Its payments"),
    }
    title = f"Payments by council: {found.asked.scope}"
    more = [NOT_A_RANKING]
    if rows.height > MOST_ROWS:
        more.append(f"Of {rows.height} the largest are drawn; the table has all of them.")
    drawn = rows.head(MOST_ROWS).with_columns(key="slug")
    slug = rows_figure(
        found, "councils", title, one, drawn, table, columns, more, hint=OPENS.format("council")
    )
    _ways_in(drawn, lambda slug: _of_council(found, slug))
    if slug:
        st.switch_page(PAGE, query_params=write(replace(found.asked.search, councils=(slug,))))


def by_kind(found: Found, part: str, title: str) -> None:
    """By "category" or "service"; what the words do not tell is a line of its own, the last."""
    one = found.part(part)
    untold = pl.col("key") == "none"
    frame = one.frame.sort(untold, maintain_order=True).with_columns(
        name=pl.when(untold).then(pl.lit(UNTOLD)).otherwise("name"),
        mark=pl.when(untold).then(pl.lit("pale")),
    )
    rows = frame.with_columns(note=share(frame, found))
    table = rows.select(
        pl.col("name").alias("For"),
        pl.col("amount_gbp").alias("£"),
        pl.col("payments").alias("Payments"),
    )
    title = f"{title}: {found.asked.scope}"
    rows_figure(found, part, title, one, _gathered(rows), table, {}, [WORDS_DIFFER])


def suppliers(found: Found) -> None:
    one = found.part("supplier")
    if not found.has_suppliers:
        st.info(
            "Suppliers are not added up for a search as wide as this: choose a council, or whole "
            "financial years with card purchases."
        )
        return
    if one.frame.is_empty():
        return
    frame = one.frame.with_columns(
        name=spelled(one.frame["name"], lambda name: plain(name)[:MOST_NAME])
    )
    rows = frame.with_columns(note=share(frame, found))
    table = rows.select(
        pl.col("name").alias("Supplier"),
        pl.col("amount_gbp").alias("£"),
        pl.col("payments").alias("Payments"),
        pl.concat_str(pl.lit("supplier?name="), "slug").alias("Page"),
        spelled(frame["slug"], lambda slug: _alone(found, slug)).alias("Alone"),
    )
    links = {
        "Page": st.column_config.LinkColumn("Who else pays it", display_text="Open its page"),
        "Alone": st.column_config.LinkColumn("It alone", display_text="Its payments"),
    }
    title = f"Largest suppliers: {found.asked.scope}"
    more = [MANY_PEOPLE]
    if one.frame["parts"][0] > one.frame.height:
        more.append(
            f"The {one.frame.height} largest of {one.frame['parts'][0]:,} suppliers are given."
        )
    drawn = rows.head(MOST_ROWS).with_columns(key="slug")
    slug = rows_figure(
        found, "suppliers", title, one, drawn, table, links, more, hint=OPENS.format("supplier")
    )
    _ways_in(drawn, lambda slug: _alone(found, slug))
    if slug:
        st.switch_page(PAGE, query_params=write(_of_supplier(found, slug)))


def _ways_in(rows: pl.DataFrame, address: Callable[[str], str]) -> None:
    """The payments behind each bar, for whoever does not point."""
    links = [
        f"[{safe(name)}]({address(slug)})" for name, slug in rows.select("name", "slug").iter_rows()
    ]
    st.markdown(f"The payments behind each bar: {' · '.join(links)}")


def _of_council(found: Found, slug: str) -> str:
    """The address of the same search in this council only."""
    return f"payments?{urlencode(write(replace(found.asked.search, councils=(slug,))))}"


def _of_supplier(found: Found, slug: str) -> Search:
    return replace(found.asked.search, supplier="", paid=slug)


def _alone(found: Found, slug: str) -> str:
    """The address of the same search for this supplier only."""
    return f"payments?{urlencode(write(_of_supplier(found, slug)))}"


def _months_in(found: Found) -> pl.DataFrame:
    """The months held, of those that are asked for."""
    search, frame = found.asked.search, found.months.frame
    if search.first:
        frame = frame.filter(pl.col("month") >= search.first)
    return frame.filter(pl.col("month") <= search.last) if search.last else frame


def _council_notes(found: Found) -> dict[str, str]:
    """Council -> how many of the months asked for are held, and from which amount on."""
    frame = found.held_in
    of = len(list(months_between(frame["first_month"].min(), frame["last_month"].max())))
    notes = {}
    for council, months, least in frame.select("council", "months", "threshold_gbp").iter_rows():
        above = f", from £{least:,} on" if least is not None else ""
        notes[council] = f"{months} of {of} months held{above}"
    return notes


def _gathered(rows: pl.DataFrame) -> pl.DataFrame:
    """At most MOST_ROWS and the untold line: the smaller ones as one row, so that they add up."""
    told = rows.filter(pl.col("key") != "none")
    if told.height <= MOST_ROWS:
        return rows
    rest = told[MOST_ROWS - 1 :]
    others = rest.head(1).with_columns(
        name=pl.lit(f"{rest.height} smaller ones (in the table)"),
        amount_gbp=pl.lit(rest["amount_gbp"].sum()),
        note=pl.lit(count_words(rest["payments"].sum(), "payment")),
        mark=pl.lit("none"),
    )
    return pl.concat([told[: MOST_ROWS - 1], others, rows.filter(pl.col("key") == "none")])


def _undated(frame: pl.DataFrame) -> str:
    many = count_words(frame["payments"].sum(), "payment")
    return f"{many} of these tell neither day nor month and are in no bar."
