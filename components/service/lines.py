"""What the service's money is made of: line by line, one council beside its usual peers."""

import polars as pl
import streamlit as st

from charts import money_rows, spend_beside_peers
from charts.inside_sentence import inside
from charts.wording import count_words, percent_difference, pounds, status_label
from components.address import pick, refusal
from components.answers import Answer, answer
from components.figure.framing import figure
from components.look import palette
from components.service.group import Group
from components.words.naming import named, safe
from components.words.spelling import spelled

ANCHOR = "lines"
YEAR = "linesof"
PEERS = "usual peers"
FEWEST = 3
# The parts of a line are drawn where it is so large a share of the service; the table has all.
LARGE = 0.25
CAVEATS = [
    "Net current expenditure: what each line cost after its own fees and grants. The return has "
    "the lines, and their bounds are each council’s own: where one books a cost as assessment, "
    "another books it as care.",
    "Per resident of every age: a line for people of 65 and over is divided by all residents too.",
    "Spending more or less is not judged: no verdict is drawn from cost.",
]
HOUSING = (
    "From a table that a third party extracted from MHCLG’s RO4: “other” lines are what is left of "
    "its sums."
)
FIRST_RELEASE = (
    "The lines of 2023-24 are those of the first release, of August 2024: councils that made their "
    "return later have none here, and what was revised since is not in them."
)
Row = dict[str, object]


def made_of(group: Group) -> None:
    """Nothing where no line of the service is held for these councils."""
    years = _years(group)
    if not years:
        return
    st.header(f"What the money for {safe(inside(group.service_name))} is made of", anchor=ANCHOR)
    wrong = refusal(YEAR, years, "year of lines")
    if wrong:
        st.info(f"{wrong} The newest one is shown instead.")
    period = years[0]
    if len(years) > 1:
        how = {"words": str, "required": True}
        period = pick(st.segmented_control, "Year of the lines", YEAR, years, **how)
    one = answer("service/lines", **group.takes, period=period, council=group.subject)
    own = _own(one.frame)
    subject = _name(group) if group.subject else None
    if subject and not own:
        st.info(_no_lines(one.frame, subject, period))
    st.markdown(_beside_words(own, subject, period) if own else _group_words(one, group, period))
    what = f"what the money for {inside(group.service_name)} is made of, {period}"
    if subject and own:
        _beside(one, group, subject, period, f"{subject}: {what}, beside its {PEERS}")
    else:
        _together(one, group, period, f"{group.who}: {what}")


def held(group: Group) -> bool:
    """Whether a line of the service is held for any of these councils."""
    return bool(_years(group))


def _years(group: Group) -> list[str]:
    return answer("service/line_years", **group.takes).frame["period"].to_list()


def _beside(one: Answer, group: Group, subject: str, period: str, title: str) -> None:
    frame = _worded(one.frame)
    drawn = _large(frame)
    base = answer("edition/about").one()["price_base"]
    figure(
        "service-lines",
        council=subject,
        title=title,
        drawn=spend_beside_peers.draw(
            drawn, council_name=subject, peers_name=PEERS, palette=palette()
        ),
        alt=spend_beside_peers.alt(
            drawn, council_name=subject, peers_name=PEERS, period=period, price_base=base
        ),
        table=_table(frame, beside=True),
        columns=_columns(),
        answers=[one],
        unit=f"£ per head, {base} prices (GDP deflator)",
        period=period,
        caveats=_caveats(group, one.frame, period),
    )


def _together(one: Answer, group: Group, period: str, title: str) -> None:
    """All councils of the group in pounds of the year; parts of a line stand in the table."""
    frame = _worded(one.frame)
    amounts = frame.filter(pl.col("part_of").is_null(), pl.col("group_n") > 0)
    amounts = amounts.select("plain_name", pl.col("group_gbp").alias("value_gbp"), "source")
    amounts = amounts.with_columns(status=pl.lit("published"))
    figure(
        "service-lines",
        title=title,
        drawn=money_rows.draw_income(amounts, palette=palette()),
        alt=money_rows.alt_income(amounts, title=title, period=period),
        table=_table(frame, beside=False),
        columns=_columns(),
        answers=[one],
        unit="£ of the year, all these councils together",
        period=period,
        caveats=_caveats(group, one.frame, period),
    )


def _large(frame: pl.DataFrame) -> pl.DataFrame:
    """Lines of the service, and the parts of those that are a large share of it."""
    whole = frame.filter(pl.col("part_of").is_null())
    least = LARGE * whole["group_gbp"].sum()
    large = whole.filter(pl.col("group_gbp") >= least)["line"].to_list()
    return frame.filter(pl.col("part_of").is_null() | pl.col("part_of").is_in(large))


def _own(frame: pl.DataFrame) -> list[Row]:
    """Lines of the council pointed out that have a figure, without parts of lines."""
    return frame.filter(pl.col("value_gbp").is_not_null(), pl.col("part_of").is_null()).rows(
        named=True
    )


def _name(group: Group) -> str:
    names = answer("council/names").frame.filter(council=group.subject)
    return str(names["name"][0])


def _no_lines(frame: pl.DataFrame, subject: str, period: str) -> str:
    notes = frame["note"].drop_nulls().unique(maintain_order=True).to_list()
    said = f" {notes[0]}" if notes else " It made no return."
    return f"No line of {safe(subject)} is held for {period}.{said}"


def _beside_words(own: list[Row], subject: str, period: str) -> str:
    """The largest line, and the line that is furthest from the peers in pounds a head."""
    whole = sum(row["value_gbp"] for row in own)
    first = max(own, key=lambda row: row["value_gbp"])
    share = f", {100 * first['value_gbp'] / whole:.0f}% of it" if _is_whole(own) else ""
    words = (
        f"In {period} the largest line of {safe(subject)} was **{safe(named(first))}**: "
        f"{pounds(first['value_gbp'], short=True)}{share}."
    )
    compared = [
        row
        for row in own
        if row["peers_n"] >= FEWEST and row["value"] is not None and row["peers_median"] is not None
    ]
    if not compared:
        return words
    furthest = max(compared, key=lambda row: abs(row["value"] - row["peers_median"]))
    more = percent_difference(furthest["value"], furthest["peers_median"])
    beside = f"{more} the median" if more else "beside a median"
    return (
        f"{words} Furthest from its {furthest['peers_n']} usual peers is "
        f"**{safe(named(furthest))}**: {pounds(furthest['value'])} per resident, {beside} of "
        f"{pounds(furthest['peers_median'])}."
    )


def _group_words(one: Answer, group: Group, period: str) -> str:
    rows = one.frame.filter(pl.col("part_of").is_null(), pl.col("group_n") > 0).rows(named=True)
    whole = sum(row["group_gbp"] for row in rows)
    first = max(rows, key=lambda row: row["group_gbp"])
    n = count_words(max(row["group_n"] for row in rows), "council")
    return (
        f"In {period} the lines of {n} among {safe(group.who)} make "
        f"**{pounds(whole, short=True)}**. The largest is **{safe(named(first))}**, "
        f"{pounds(first['group_gbp'], short=True)}. Point out a council to set its lines beside "
        "those of its usual peers."
    )


def _is_whole(own: list[Row]) -> bool:
    return all(row["value_gbp"] >= 0 for row in own)


def _worded(frame: pl.DataFrame) -> pl.DataFrame:
    names = [named(row) for row in frame.rows(named=True)]
    return frame.with_columns(plain_name=pl.Series(names, dtype=pl.String))


def _table(frame: pl.DataFrame, *, beside: bool) -> pl.DataFrame:
    line = pl.col("plain_name").alias("Line")
    whole = pl.col("group_gbp").alias("All these councils, £")
    n = pl.col("group_n").alias("Councils")
    if not beside:
        return frame.select(line, whole, n)
    return frame.select(
        line,
        pl.col("value").alias("This council, £ per head"),
        pl.col("peers_median").alias("Peers’ median"),
        pl.col("peers_min").alias("Lowest peer"),
        pl.col("peers_max").alias("Highest peer"),
        pl.col("peers_n").alias("Peers"),
        pl.col("value_gbp").alias("Cash, in all"),
        spelled(frame["status"], status_label).alias("Status"),
        pl.col("note").fill_null("").alias("Note"),
        whole,
        n,
    )


def _columns() -> dict[str, object]:
    pence = st.column_config.NumberColumn(format="£%,.2f")
    whole = st.column_config.NumberColumn(format="£%,.0f")
    names = ["This council, £ per head", "Peers’ median", "Lowest peer", "Highest peer"]
    return dict.fromkeys(names, pence) | dict.fromkeys(
        ["Cash, in all", "All these councils, £"], whole
    )


def _caveats(group: Group, frame: pl.DataFrame, period: str) -> list[str]:
    said = [*CAVEATS]
    if group.about["service"] == "housing":
        said.insert(0, HOUSING)
    elif period == "2023-24":
        said.insert(0, FIRST_RELEASE)
    if False in frame["certified"].to_list():
        said.append("This return was not yet signed off when it was published.")
    return said
