"""The rows behind the brief of a council, as sheets of the workbook: more than two pages hold."""

from collections.abc import Sequence

import polars as pl

from brief.document import Sheet
from charts.judgement_sentences import WORDS
from charts.wording import status_label
from findings.asking import Ask
from findings.judgements import Finding
from findings.matrix import Row, result_of
from findings.opening import MONEY
from findings.outcomes import judged_of
from findings.standing import beside_the_word, trend_said
from findings.subject import Subject

POUNDS, WHOLE_POUNDS = "£#,##0.00", "£#,##0"
SUM = "decided"


def sheets(
    ask: Ask,
    subject: Subject,
    period: str | None,
    rows: Sequence[Row],
    spent: pl.DataFrame,
    found: Sequence[Finding],
    *,
    official: bool,
) -> list[Sheet]:
    made = [_services(rows, period, official), _results(found, official)]
    if period:
        made.append(_spending(spent, period, official))
        made.append(_years(ask, subject))
        made.append(_peers(ask, subject, period))
    return made


def _services(rows: Sequence[Row], period: str | None, official: bool) -> Sheet:
    made = []
    for row in rows:
        said = result_of(row, official=official)
        made.append(
            {
                "Service": row["official_name" if official else "plain_name"],
                "£ per head": row["spend"],
                "Status": status_label(row["spend_status"]),
                "Peers’ median": row["spend_median"],
                "Peers’ lower quartile": row["spend_q1"],
                "Peers’ upper quartile": row["spend_q3"],
                "Peers": row["spend_peers_n"],
                "Result": said.title if said else None,
                "Value": row["value"] if said else None,
                "Unit": row["unit"] if said else None,
                "Word": WORDS[said.word] if said else None,
                "Period": row["period"] if said else None,
            }
        )
    schema = {
        "Service": pl.String, "£ per head": pl.Float64, "Status": pl.String,
        "Peers’ median": pl.Float64, "Peers’ lower quartile": pl.Float64,
        "Peers’ upper quartile": pl.Float64, "Peers": pl.Int64, "Result": pl.String,
        "Value": pl.Float64, "Unit": pl.String, "Word": pl.String, "Period": pl.String,
    }  # fmt: skip
    money = ("£ per head", "Peers’ median", "Peers’ lower quartile", "Peers’ upper quartile")
    return Sheet(
        "Services",
        pl.DataFrame(made, schema=schema),
        dict.fromkeys(money, POUNDS) | {"Value": "#,##0.0##"},
        f"Spending of {period}, real terms, per resident, and the result that leads each service.",
    )


def _results(found: Sequence[Finding], official: bool) -> Sheet:
    made = []
    for one in judged_of(found):
        row, said = one.row, one.judgement
        way, why = trend_said(one)
        made.append(
            {
                "Service": row["service_official" if official else "service_plain"],
                "Measure": row["official_title" if official else "title"],
                "Value": row["value"],
                "Lower (95%)": row["lower"],
                "Upper (95%)": row["upper"],
                "Unit": row["unit"],
                "Period": row["period"],
                "Status": status_label(str(row["status"])),
                "Peers’ median": row["peers_median"],
                "Peers": row["peers_n"],
                "Word": WORDS[said.word],
                "Holds": beside_the_word(said),
                "Trend": f"{way} ({why})" if why else way,
                "Source": row["source"],
            }
        )
    number, text = pl.Float64, pl.String
    schema = {
        "Service": text, "Measure": text, "Value": number, "Lower (95%)": number,
        "Upper (95%)": number, "Unit": text, "Period": text, "Status": text,
        "Peers’ median": number, "Peers": pl.Int64, "Word": text, "Holds": text, "Trend": text,
        "Source": text,
    }  # fmt: skip
    numbers = ("Value", "Lower (95%)", "Upper (95%)", "Peers’ median")
    return Sheet(
        "Results",
        pl.DataFrame(made, schema=schema),
        dict.fromkeys(numbers, "#,##0.0##"),
        "Every result held, the newest of each.",
    )


def _spending(spent: pl.DataFrame, period: str, official: bool) -> Sheet:
    name = "official_name" if official else "plain_name"
    frame = spent.select(
        pl.col(name).alias("Service"),
        pl.col("value").alias("£ per head"),
        pl.col("peers_median").alias("Peers’ median"),
        pl.col("peers_min").alias("Lowest peer"),
        pl.col("peers_max").alias("Highest peer"),
        pl.col("peers_n").alias("Peers"),
        pl.col("value_gbp").alias("Cash, in all"),
        pl.col("residents").alias("Residents"),
        pl.col("status").alias("Status"),
        pl.col("source").alias("Source"),
    )
    money = ("£ per head", "Peers’ median", "Lowest peer", "Highest peer")
    return Sheet(
        "Spending",
        frame,
        dict.fromkeys(money, POUNDS) | {"Cash, in all": WHOLE_POUNDS, "Residents": "#,##0"},
        f"Every service in {period}, real terms, per resident.",
    )


def _years(ask: Ask, subject: Subject) -> Sheet:
    frames = []
    services = ask("council/spending_services", council=subject.key)
    for service, name in services.select("service", "plain_name").iter_rows():
        frames.append(
            ask("council/spending_trend", **subject.takes, service=service, money=MONEY).select(
                pl.lit(name).alias("Service"),
                pl.col("period").alias("Year"),
                pl.col("value").alias("£ per head"),
                pl.col("peers_median").alias("Peers’ median"),
                pl.col("peers_n").alias("Peers"),
                pl.col("value_gbp").alias("Cash, in all"),
                pl.col("status").alias("Status"),
            )
        )
    frame = (
        pl.concat(frames)
        if frames
        else pl.DataFrame({"Service": []}, schema={"Service": pl.String})
    )
    money = dict.fromkeys(("£ per head", "Peers’ median"), POUNDS)
    return Sheet(
        "Years",
        frame,
        money | {"Cash, in all": WHOLE_POUNDS},
        "Every service in every year, real terms.",
    )


def _peers(ask: Ask, subject: Subject, period: str) -> Sheet:
    frame = ask("council/peers", **subject.takes, service=SUM, period=period)
    return Sheet(
        "Peers",
        frame.select(
            pl.col("name").alias("Council"),
            pl.col("closeness").alias("How alike"),
            pl.col("compared").alias("Compared on what councils decide on"),
            pl.col("left_out_because").alias("Left out because"),
        ),
        {},
        f"{subject.model_title}. {subject.model_explanation}",
    )
