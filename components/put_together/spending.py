"""What they would spend as one, service by service, beside single councils of that size."""

import polars as pl
import streamlit as st

from charts import spend_beside_peers
from charts.wording import joined
from components.answers import Answer, answer, asked
from components.figure.framing import figure
from components.look import palette
from components.put_together.choices import Together
from components.words.decided import SUMS
from components.words.naming import named, safe
from findings.together import SPENDING, all_of_that_size, sharing_words, spending_words, years_of

TOGETHER = "together"


def section(one: Together) -> None:
    st.header("Spending, put together", anchor="spending")
    made = answer("put_together/spending", councils=one.chosen, basis=one.basis, period=one.period)
    beside = answer("put_together/beside", councils=one.chosen, period=one.period)
    years = years_of(asked, one.chosen)
    st.markdown(safe(spending_words(made.rows(), beside.rows(), one, years)))
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
        caveats=[*SPENDING, *sharing_words(one), *all_of_that_size(beside.rows())],
    )


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
