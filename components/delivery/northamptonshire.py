"""Roads in Northamptonshire: one county's private partner, told with figures that can be checked.

The example stands in one of the documents that began the project.
"""

import polars as pl
import streamlit as st

from charts import succession_trend
from charts.periods import date_in_words, span
from charts.wording import figure as amount
from charts.wording import status_label
from components.answers import Answer, answer
from components.figure.framing import figure
from components.look import palette
from components.words.naming import safe
from components.words.spelling import spelled

PLACES = ("NTH", "NNT", "WNT")
SERVICE = "highways"
MEASURES = ("roads_a_poor", "roads_b_c_poor", "spend_highways")
# The county ended on 31 March 2021.
SPLIT = "2021-22"
PEERS = "county councils"
STORY = (
    "In April 2008 Northamptonshire’s county council gave the care of its roads to a private "
    "partner for many years. The county was replaced by two councils in April 2021; both kept the "
    "partner and later chose its successor. Is the state of the roads there, and what they cost, "
    "unlike that of other counties?"
)
CANNOT = [
    "There is no “before”: figures on the roads begin with the year to March 2008, the last one "
    "before the partner began, and figures on spending with 2010-11. What the partner changed "
    "cannot be told from them.",
    "The other counties are no test of councils that do it themselves: no open list says who mends "
    "their roads, and contractors are common.",
    "The money is the running cost. Rebuilding roads is mostly capital and is not in it; a council "
    "that mends from capital shows less here.",
    "A jump of spending in one year, as in North Northamptonshire in 2024-25, may be work done or "
    "money moved between lines or years: the return does not say which.",
    "The state of roads is given in whole percents: a step of one point may be rounding. A jump in "
    "one year may also be a change in how the council measured.",
    "Traffic, soil and frost, and what was left undone before 2008, differ and are not evened out.",
]
CAN = [
    "How the roads and the spending there stood beside {n} county councils, year by year; the "
    "table says how many had figures in each.",
    "When the state of the roads parted from theirs, and that it did so under the same partner as "
    "in the years before.",
]


def section() -> None:
    st.header("Roads in Northamptonshire", anchor="northamptonshire")
    held = {key: answer("delivery/one_place", places=PLACES, measure=key) for key in MEASURES}
    if held["roads_a_poor"].frame.is_empty():
        st.info("This edition has no figures on roads there.")
        return
    st.markdown(STORY)
    _steps()
    for key, one in held.items():
        _figure(key, one)
    st.markdown(_reading(held))
    counts = [n for one in held.values() for n in one.frame["peers_n"] if n]
    peers = " to ".join(dict.fromkeys(map(str, (min(counts), max(counts)))))
    _list("What can be concluded", [line.format(n=peers) for line in CAN])
    _list("What cannot be concluded", CANNOT)


def _steps() -> None:
    rows = answer("delivery/events_of", service=SERVICE, places=PLACES).frame.rows(named=True)
    lines = [
        f"- **{safe(date_in_words(row['since'] or 'Date not told'))}**, {safe(row['name'])}: "
        f"{safe(row['organisation'])}. {safe(row['says'])} "
        f"([evidence]({row['evidence_url']}), {safe(date_in_words(row['evidence_dated']))})"
        for row in rows
    ]
    if lines:
        st.markdown("\n".join(lines))


def _figure(key: str, one: Answer) -> None:
    about = answer("measure/about", measure=key).one()
    unit, decimals = about["unit"], about["decimals"]
    title = f"{about['title']}: Northamptonshire beside county councils"
    said = {"unit": unit, "decimals": decimals}
    figure(
        f"northamptonshire-{key.replace('_', '-')}",
        title=title,
        drawn=succession_trend.draw(
            one.frame, peers_name=PEERS, starts=SPLIT, palette=palette(), **said
        ),
        alt=succession_trend.alt(one.frame, title=title, **said),
        table=_table(one.frame),
        answers=[one],
        unit=_unit(unit),
        period=span(one.frame["period"].to_list()),
        caveats=[*about["caveats"], *CANNOT[2:5]],
    )


def _unit(unit: str) -> str:
    if not unit.startswith("£"):
        return unit
    return f"{unit}, {answer('edition/about').one()['price_base']} prices (GDP deflator)"


def _reading(held: dict[str, Answer]) -> str:
    """What the figures say, from the figures: first, last before the split, newest."""
    lines = []
    for key, one in held.items():
        about = answer("measure/about", measure=key).one()
        county = one.frame.filter(pl.col("council") == PLACES[0], pl.col("value").is_not_null())
        newest = one.frame.filter(
            pl.col("council").is_in(PLACES[1:]), pl.col("value").is_not_null()
        )
        rows = [*county[[0, -1]].rows(named=True)] if county.height > 1 else []
        if newest.height:
            last = newest["period"][-1]
            rows += newest.filter(pl.col("period") == last).rows(named=True)
        said = "; ".join(_said(row, about) for row in rows)
        lines.append(f"- **{safe(about['title'])}.** {said}.")
    return "**What the figures say**\n\n" + "\n".join(lines)


def _said(row: dict, about: dict) -> str:
    value, median = (
        safe(amount(row[name], about["unit"], about["decimals"]))
        for name in ("value", "peers_median")
    )
    return (
        f"{safe(row['name'])} {row['period']}: {value}, median of {row['peers_n']} {PEERS} {median}"
    )


def _list(title: str, lines: list[str]) -> None:
    st.markdown(f"**{title}**\n\n" + "\n".join(f"- {line}" for line in lines))


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("period").alias("Year"),
        pl.col("name").alias("Council"),
        pl.col("value").alias("Figure"),
        pl.col("peers_median").alias("Median of counties"),
        pl.col("peers_q1").alias("Lower quarter"),
        pl.col("peers_q3").alias("Upper quarter"),
        pl.col("peers_n").alias("Counties"),
        spelled(frame["status"], status_label).alias("Status"),
        pl.col("note").alias("Note"),
    )
