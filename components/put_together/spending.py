"""What they would spend as one, service by service, beside single councils of that size."""

import polars as pl
import streamlit as st

from charts import spend_beside_peers
from charts.wording import count_words, joined, percent_difference, pounds
from components.answers import Answer, answer
from components.figure.framing import figure
from components.look import palette
from components.put_together.choices import BASIS, Together, with_a_sum
from components.words.decided import SUMS
from components.words.naming import named, safe

TOGETHER = "together"
CAVEATS = (
    "A sum of what the councils reported apart: no saving, cost of change or new arrangement is in "
    "it. Payments between them stand twice.",
    "Where one of them made no return there is no sum.",
    "Single councils of that size: unitary councils with between two thirds and one and a half "
    "times as many residents.",
)


def section(one: Together) -> None:
    st.header("Spending", anchor="spending")
    made = answer("put_together/spending", councils=one.chosen, basis=one.basis, period=one.period)
    beside = answer("put_together/beside", councils=one.chosen, period=one.period)
    st.markdown(_headline(made, beside, one))
    rows = [row for row in made.frame.rows(named=True) if row["service"] not in SUMS]
    frame = _frame(made, rows)
    title = f"Put together: £ per head by service, {one.period}"
    peers = "single councils of that size"
    figure(
        "put-together-spending",
        title=title,
        drawn=spend_beside_peers.draw(
            frame, council_name=TOGETHER, peers_name=peers, palette=palette()
        ),
        alt=spend_beside_peers.alt(
            frame,
            council_name="These councils together",
            peers_name=peers,
            period=one.period,
            price_base=answer("edition/about").one()["price_base"],
        ),
        table=_table(made.frame),
        columns={
            name: st.column_config.NumberColumn(format="£%,.0f")
            for name in ("£ per head", "£ in total", "Of it a county’s share", "Their median")
        },
        answers=[made, beside],
        unit="£ per head, real terms",
        period=one.period,
        caveats=[*CAVEATS, *_sharing(one)],
    )


def _headline(made: Answer, beside: Answer, one: Together) -> str:
    by_service = {row["service"]: row for row in made.frame.rows(named=True)}
    lead = by_service.get("decided") or by_service.get("total")
    if lead is None:
        return f"Nothing is held of their spending in {one.period}."
    if lead["lacking"]:
        return (
            f"**There is no sum for {one.period}**: no figure of "
            f"{safe(joined(lead['lacking']))}. {_another_year(one)}"
        )
    words = (
        f"Together they would have spent **{pounds(lead['real_per_head_gbp'])} per resident** in "
        f"{one.period} on what councils decide on ({pounds(lead['real_gbp'], short=True)})"
    )
    if not lead["beside_n"]:
        return f"{words}. No single council of today has about as many residents."
    n = count_words(lead["beside_n"], "single council")
    more = percent_difference(lead["real_per_head_gbp"], lead["beside_median"] or 0)
    if more:
        words += f", {more} the median of {n} of that size ({pounds(lead['beside_median'])})"
    names = joined([safe(row["name"]) for row in beside.frame.rows(named=True)])
    return f"{words}. Of that size: {names}."


def _another_year(one: Together) -> str:
    newest = with_a_sum(one.chosen)
    return f"The newest year with a sum is {newest}." if newest else "No year has a sum."


def _frame(made: Answer, rows: list[dict[str, object]]) -> pl.DataFrame:
    shown = [row for row in rows if row["real_gbp"] != 0 or row["beside_n"]]
    return pl.DataFrame(
        {
            "plain_name": [named(row) for row in shown],
            "value": [row["real_per_head_gbp"] for row in shown],
            "status": ["published" if not row["lacking"] else "not_submitted" for row in shown],
            "peers_n": [row["beside_n"] for row in shown],
            "peers_median": [row["beside_median"] for row in shown],
            "peers_q1": [row["beside_q1"] for row in shown],
            "peers_q3": [row["beside_q3"] for row in shown],
            "peers_min": [row["beside_min"] for row in shown],
            "peers_max": [row["beside_max"] for row in shown],
            "note": [_note(row) for row in shown],
        },
        schema={
            "plain_name": pl.String, "value": pl.Float64, "status": pl.String, "peers_n": pl.Int64,
            "peers_median": pl.Float64, "peers_q1": pl.Float64, "peers_q3": pl.Float64,
            "peers_min": pl.Float64, "peers_max": pl.Float64, "note": pl.String,
        },
    )  # fmt: skip


def _note(row: dict[str, object]) -> str | None:
    lacking = row["lacking"]
    return f"no figure of {joined(lacking)}" if isinstance(lacking, list) and lacking else None


def _table(frame: pl.DataFrame) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "Service": named(row),
                "£ per head": row["real_per_head_gbp"],
                "£ in total": row["real_gbp"],
                "Of it a county’s share": row["shared_gbp"],
                "Their median": row["beside_median"],
                "Single councils": row["beside_n"],
                "No figure of": ", ".join(row["lacking"]),
            }
            for row in frame.rows(named=True)
        ]
    )


def _sharing(one: Together) -> list[str]:
    return [
        f"{row['name']}’s services are shared out by {BASIS[one.basis]}: {row['share'] * 100:.1f}% "
        "come along. What a part of a county truly needs may be more or less."
        for row in one.shared
    ]
