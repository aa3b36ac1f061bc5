"""What the council spends on each service, beside its peers, and how that moved."""

import polars as pl
import streamlit as st

from charts import money_rows, spend_beside_peers, trend
from charts.inside_sentence import inside
from charts.spending_basis import BASIS, said_of
from charts.wording import status_label
from components.address import pick, said
from components.answers import Answer, answer
from components.council import headline
from components.council.outcomes import costs
from components.figure.framing import figure
from components.look import palette
from components.peers.subject import MONEY, Subject
from components.peers.titles import titled
from components.tabs import ALL, EVERY
from components.words.decided import DERIVED, SUMS, left_out
from components.words.naming import named, official
from components.words.served import divided_by
from components.words.spelling import spelled
from findings.spending_caveats import CAVEATS, COMPILED, NOT_SIGNED, TWO_TIER

NO_RESIDENTS = (
    "There is no estimate of this council’s residents for these years, so nothing can be said per "
    "head: the pounds are shown in total."
)
NO_PRICES = (
    "The price index of this edition begins with 2008-09: this year is shown in pounds of its own."
)
TOTAL_NOTE = "Totals are not set beside peers, because councils differ in size."
NOT_HELD = {
    "Wales": "No spending by service of this council is in the edition. The Welsh Government "
    "publishes it on StatsWales.",
    "Northern Ireland": "No spending by service of this council is in the edition: the Local "
    "Government Auditor lists that of the councils of today from 2021-22 on.",
    "Scotland": "Scottish councils report costs through the Local Government Benchmarking "
    "Framework, shown below as the cost of each service.",
}
UNIT_COSTS = {
    "Scotland": "What a unit of each service costs, as Scotland’s Local Government Benchmarking "
    "Framework counts it.",
    "Northern Ireland": "The same lines in all the years that the auditor’s report gives, at "
    "prices of 2023-24.",
}


def by_service(subject: Subject, period: str, money: str) -> None:
    one, money = _in_money_that_is_known(
        "council/spending_beside_peers", money, **subject.takes, period=period,
    )  # fmt: skip
    every = one.frame.rows(named=True)
    st.markdown(headline.sentences(every, subject, period, money))
    if "derived" in one.frame["status"]:
        st.caption(DERIVED.format(period))
    # Sums stand in the sentences and the table, not among their parts.
    rows = [row for row in every if row["service"] not in SUMS]
    frame = pl.DataFrame(rows, schema=one.frame.schema).with_columns(
        plain_name=pl.Series([named(row) for row in rows], dtype=pl.String)
    )
    per_head = money.endswith("per_head")
    title = titled(subject, "spending by service", period, beside=per_head)
    figure(
        "spending-by-service",
        council=subject.name,
        title=title,
        drawn=_drawn(frame, subject, per_head),
        alt=_alt(frame, subject, period, money, per_head, title),
        table=_table(one.frame, per_head),
        columns=_columns(per_head),
        answers=[one],
        unit=f"{MONEY[money]}{_prices(money)}. {BASIS[subject.about['nation']]}",
        period=period,
        caveats=[*_caveats(subject), *_england(subject), *_status_notes(one)]
        + (divided_by(subject.about["nation"]) if per_head else [TOTAL_NOTE]),
    )


def over_time(subject: Subject, money: str) -> None:
    rows = answer("council/spending_services", council=subject.key).frame.rows(named=True)
    services = {row["service"]: row for row in rows}
    chosen = pick(
        st.selectbox, "Service", "service", list(services), words=lambda key: named(services[key])
    )
    one, money = _in_money_that_is_known(
        "council/spending_trend", money, **subject.takes, service=chosen
    )
    name, per_head = named(services[chosen]), money.endswith("per_head")
    frame = (
        one.frame if per_head else one.frame.drop("peers_n", "peers_median", "peers_q1", "peers_q3")
    )
    unit = "£ per head" if per_head else "£"
    said = {"council_name": subject.name, "unit": unit, "peers_name": subject.peers_name}
    figure(
        "spending-over-time",
        title=titled(subject, f"{inside(name)}, spending over the years"),
        council=subject.name,
        drawn=trend.draw(frame, breaks=services[chosen]["breaks"], palette=palette(), **said),
        alt=trend.alt(frame, title=f"{name}, {MONEY[money]}", **said),
        table=_trend_table(one.frame, per_head),
        columns=_columns(per_head),
        answers=[one],
        unit=f"{MONEY[money]}{_prices(money)}",
        period=f"{one.frame['period'].min()} to {one.frame['period'].max()}",
        caveats=[*_caveats(subject), *_status_notes(one)],
    )


def _drawn(frame: pl.DataFrame, subject: Subject, per_head: bool):
    if not per_head:
        return money_rows.draw_income(
            frame.rename({"value": "amount", "value_gbp": "cash"}).rename({"amount": "value_gbp"}),
            palette=palette(),
        )
    return spend_beside_peers.draw(
        frame, council_name=subject.name, peers_name=subject.peers_name, palette=palette()
    )


def _alt(frame, subject: Subject, period: str, money: str, per_head: bool, title: str) -> str:
    if not per_head:
        amounts = frame.rename({"value": "amount", "value_gbp": "cash"}).rename(
            {"amount": "value_gbp"}
        )
        return money_rows.alt_income(amounts, title=title, period=period)
    return spend_beside_peers.alt(
        frame,
        council_name=subject.name,
        peers_name=subject.peers_name,
        period=period,
        price_base=_base() if money.startswith("real") else period,
    )


def _in_money_that_is_known(question: str, money: str, **takes: str) -> tuple[Answer, str]:
    """The answer and its money: another kind where the one asked for cannot be said.

    In cash where prices are not known, in total where nobody counted the residents.
    """
    one = answer(question, money=money, **takes)
    known = one.frame.filter(pl.col("value_gbp").is_not_null())
    if known.is_empty() or known["value"].is_not_null().any():
        return one, money
    if money == "real_per_head":
        cash = answer(question, money="cash_per_head", **takes)
        if cash.frame["value"].is_not_null().any():
            st.info(NO_PRICES)
            return cash, "cash_per_head"
    st.info(NO_RESIDENTS)
    total = money.replace("per_head", "total")
    return answer(question, money=total, **takes), total


def _table(frame: pl.DataFrame, per_head: bool) -> pl.DataFrame:
    name = "official_name" if official() else "plain_name"
    beside = [
        pl.col("peers_median").alias("Peers’ median"),
        pl.col("peers_min").alias("Lowest peer"),
        pl.col("peers_max").alias("Highest peer"),
        pl.col("peers_n").alias("Peers"),
    ]
    return frame.select(
        pl.col(name).alias("Service"),
        pl.col("value").alias("This council"),
        *(beside if per_head else []),
        pl.col("value_gbp").alias("Cash, in all"),
        spelled(frame["status"], status_label).alias("Status"),
    )


def _trend_table(frame: pl.DataFrame, per_head: bool) -> pl.DataFrame:
    beside = [pl.col("peers_median").alias("Peers’ median"), pl.col("peers_n").alias("Peers")]
    return frame.select(
        pl.col("period").alias("Year"),
        pl.col("value").alias("This council"),
        *(beside if per_head else []),
        pl.col("value_gbp").alias("Cash, in all"),
        spelled(frame["status"], status_label).alias("Status"),
    ).reverse()


def _columns(per_head: bool) -> dict[str, object]:
    money = st.column_config.NumberColumn(format="£%,.2f" if per_head else "£%,.0f")
    pence = ["This council", "Peers’ median", "Lowest peer", "Highest peer"]
    return dict.fromkeys(pence, money) | {
        "Cash, in all": st.column_config.NumberColumn(format="£%,.0f")
    }


def _caveats(subject: Subject) -> list[str]:
    return [*CAVEATS, *said_of(subject.about["nation"])]


def _england(subject: Subject) -> list[str]:
    """What is so in England alone: two tiers, and services left out of the leading sum."""
    return [TWO_TIER, *left_out()] if subject.about["nation"] == "England" else []


def _status_notes(one: Answer) -> list[str]:
    notes = []
    if "derived" in one.frame["status"]:
        notes.append(COMPILED)
    if "certified" in one.frame.columns and False in one.frame["certified"].to_list():
        notes.append(NOT_SIGNED)
    return notes


def _prices(money: str) -> str:
    return f", {_base()} prices (GDP deflator)" if money.startswith("real") else ""


def _base() -> str:
    return answer("edition/about").one()["price_base"]


def section(subject: Subject, period: str | None, money: str) -> None:
    st.header("Spending", anchor="spending")
    if period is None:
        nation = subject.about["nation"]
        st.info(NOT_HELD.get(nation, "There is no spending return of this council."))
        costs(subject)
        return
    by_service(subject, period, money)
    over_time(subject, money)
    if words := UNIT_COSTS.get(subject.about["nation"]):
        _other_costs(subject, words)


def _other_costs(subject: Subject, words: str) -> None:
    """Ten tables, made when they are opened: eleven screens of a phone before that."""
    asked = said(EVERY) == ALL or said("cost") is not None
    place = st.expander(
        "Each service by itself, and its cost over the years",
        expanded=asked,
        on_change="rerun",
        key="other_costs",
    )
    if asked or place.open:
        with place:
            st.markdown(words)
            costs(subject)
