"""Who delivers, over the years: the nation, one council, and one share beside its peers."""

from itertools import pairwise

import polars as pl
import streamlit as st

from charts import shares_over_time, trend
from charts.inside_sentence import inside, period_inside
from charts.periods import span
from charts.wording import count_words, joined, status_label
from charts.wording import figure as amount
from components.answers import Answer, answer
from components.delivery.subject import Part
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import Subject, choose_model
from components.words.naming import named, safe
from components.words.spelling import spelled

CAVEATS = [
    "Shares are of the councils whose parts make a whole; the others are counted and left out.",
    "Shares add to a hundred before they are rounded: as shown they may come to 99.9 or 100.1.",
    "Where the definition changed the figures are cut: no line joins them.",
    "Who delivers is no verdict: neither a high share nor a low one is better by itself.",
]
WAYS = [
    "How it is done, not by whom: each council counts once, in the one way in which it serves most "
    "of its households. No way is better by itself.",
]
ALL = "with councils without shares"
SUMS = (
    "Sums stand twice in the table: of the councils whose parts make a whole, on which the shares "
    "rest, and of all councils with figures, as the publisher adds them up."
)
HOMES = "A home is counted where it stands, not where the children in it come from."


def in_short(part: Part) -> None:
    """The answer before the choices: who delivers in the newest year."""
    st.markdown(_finding(answer("delivery/national", part=part.key), part))


def nation(part: Part) -> None:
    one = answer("delivery/national", part=part.key)
    frame = _named(one.frame)
    title = f"{part.name}: {_asks(part)}all councils with figures"
    figure(
        "who-delivers",
        top=True,
        title=title,
        drawn=shares_over_time.draw(frame, unit=str(part.about["unit"]), palette=palette()),
        alt=shares_over_time.alt(frame, title=part.name),
        table=_national_table(frame, part),
        columns=_columns(),
        answers=[one],
        unit=f"% of {part.of}",
        period=span(one.frame["period"].to_list()),
        caveats=[*_caveats(part), *([] if part.is_a_way else [SUMS])],
    )


def council(part: Part) -> None:
    one = answer("delivery/council", part=part.key, council=part.council)
    frame = _named(one.frame)
    if part.is_a_way:
        st.markdown(_way(frame, part))
        return
    title = f"{part.name}: who delivers in {part.council_name}"
    figure(
        "who-delivers-here",
        top=True,
        title=title,
        drawn=shares_over_time.draw(frame, unit=str(part.about["unit"]), palette=palette()),
        alt=shares_over_time.alt(frame, title=title),
        table=_council_table(frame),
        columns=_columns(),
        answers=[one],
        unit=f"% of {part.of}",
        period=span(one.frame["period"].to_list()),
        caveats=_caveats(part),
    )


def beside_peers(part: Part, deliverer: tuple[str, str]) -> None:
    key, name = deliverer
    about = answer("council/about", council=part.council).one()
    subject = Subject(about, *choose_model(part.council))
    one = answer(
        "delivery/beside_peers",
        part=part.key,
        deliverer=key,
        council=part.council,
        model=subject.model,
    )
    said = {
        "council_name": part.council_name,
        "unit": "%",
        "peers_name": subject.peers_name,
        "decimals": 1,
    }
    title = f"{name}: share in {part.council_name} beside {subject.peers_name}"
    _left_out(one)
    figure(
        "share-beside-peers",
        top=True,
        title=title,
        drawn=trend.draw(one.frame, breaks=_breaks(one), palette=palette(), **said),
        alt=trend.alt(one.frame, title=title, **said),
        table=_peers_table(one.frame),
        columns=_columns(),
        answers=[one],
        unit=f"% of {part.of}",
        period=span(one.frame["period"].to_list()),
        caveats=[f"Peers: {subject.model_title}. {subject.model_explanation}", *_caveats(part)],
    )


def _way(frame: pl.DataFrame, part: Part) -> str:
    """The council's one way of each period, in a sentence: a chart would be one full bar."""
    rows = frame.filter(pl.col("share_pct") == 100).rows(named=True)
    each = [
        f"**{safe(inside(named(row)))}** in {period_inside(row['period'])}"
        f"{' (derived)' if row['status'] == 'derived' else ''}"
        for row in rows
    ]
    return f"{safe(part.council_name)}: {joined(each)}." if each else ""


def _asks(part: Part) -> str:
    return "" if part.is_a_way else "who delivers, "


def _left_out(one: Answer) -> None:
    """Years in which the council has a share that is compared with none, and why."""
    absent = one.frame.filter(pl.col("value").is_null() & pl.col("note").is_not_null())
    for (note,), rows in absent.group_by("note", maintain_order=True):
        years = joined([period_inside(period) for period in rows["period"]])
        st.caption(f"Not set beside peers, {safe(years)}: {safe(str(note))}")


def _finding(one: Answer, part: Part) -> str:
    """The newest year in a sentence, with the councils it stands on."""
    newest = one.frame.filter(pl.col("period") == one.frame["period"][-1])
    rows = sorted(newest.rows(named=True), key=lambda row: -(row["share_pct"] or 0))
    each = [
        f"{safe(inside(named(row)))} **{amount(row['share_pct'], '%', 1)}**"
        for row in rows
        if row["share_pct"]
    ]
    when = period_inside(rows[0]["period"])
    when = f"On {when}" if when != rows[0]["period"] else f"In {when}"
    words = (
        f"{safe(part.about['explanation'])} {when}, by {safe(part.of)}: "
        f"{joined(each)}; {count_words(rows[0]['councils'], 'council')}"
    )
    if rows[0]["without_shares"]:
        words += f", {rows[0]['without_shares']} more without shares"
    return words + "."


def _breaks(one: Answer) -> list[str]:
    rows = one.frame.select("period", "series").rows()
    return [now[0] for before, now in pairwise(rows) if now[1] != before[1]]


def _caveats(part: Part) -> list[str]:
    if part.is_a_way:
        return WAYS
    homes = [HOMES] if part.about["counts"] in ("homes", "places", "providers") else []
    return [*CAVEATS, *homes]


def _named(frame: pl.DataFrame) -> pl.DataFrame:
    names = [named(row) for row in frame.rows(named=True)]
    return frame.with_columns(plain_name=pl.Series(names, dtype=pl.String))


def _national_table(frame: pl.DataFrame, part: Part) -> pl.DataFrame:
    return frame.sort("period", descending=True, maintain_order=True).select(
        pl.col("period").alias("Year"),
        pl.col("plain_name").alias("Who"),
        pl.col("share_pct").alias("Share, %"),
        pl.col("value").alias(f"In {part.about['unit']}"),
        pl.col("value_all").alias(f"In {part.about['unit']}, {ALL}"),
        pl.col("councils").alias("Councils"),
        pl.col("without_shares").alias("Without shares"),
        pl.col("series").alias("Series"),
    )


def _council_table(frame: pl.DataFrame) -> pl.DataFrame:
    newest_first = frame.sort("period", descending=True, maintain_order=True)
    return newest_first.select(
        pl.col("period").alias("Year"),
        pl.col("plain_name").alias("Who"),
        pl.col("share_pct").alias("Share, %"),
        pl.col("value").alias("Amount"),
        pl.col("total").alias("All"),
        spelled(newest_first["status"], status_label).alias("Status"),
        pl.col("note").alias("Note"),
        pl.col("series").alias("Series"),
    )


def _peers_table(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        pl.col("period").alias("Year"),
        pl.col("value").alias("Share, %"),
        pl.col("peers_median").alias("Peers’ median, %"),
        pl.col("peers_n").alias("Peers"),
        spelled(frame["status"], status_label).alias("Status"),
        pl.col("note").alias("Note"),
    )


def _columns() -> dict[str, object]:
    share = st.column_config.NumberColumn(format="%.1f")
    whole = st.column_config.NumberColumn(format="%,.0f")
    pounds = st.column_config.NumberColumn(format="£%,.0f")
    return {
        "Share, %": share,
        "Peers’ median, %": share,
        "Amount": whole,
        "All": whole,
        "In £": pounds,
        f"In £, {ALL}": pounds,
    }
