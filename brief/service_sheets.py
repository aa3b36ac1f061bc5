"""The rows behind the brief of a service, as sheets of the workbook."""

from collections.abc import Sequence

import polars as pl

from brief.document import Sheet
from brief.service_asked import ServiceAsked
from brief.service_questions import Spread
from charts.comparison_words import PLACES
from charts.judgement_sentences import left_out_words
from charts.periods import days_in_words
from charts.wording import status_label
from findings.service_figure import Looked
from inference.comparison.peers import summarise_peers

NUMBER, POUNDS = "#,##0.0##", "£#,##0.00"
LIMITS = ("Value", "Lower (95%)", "Upper (95%)")


def sheets(
    asked: ServiceAsked,
    every: Sequence[Looked],
    years: pl.DataFrame,
    lines: tuple[str, pl.DataFrame] | None,
    spread: Spread,
) -> list[Sheet]:
    made = [_councils("Councils", asked.one)]
    if asked.spending:
        made.append(_councils("Spending", asked.spending))
    made += [_figures(every), _years(asked, years)]
    if spread.funnel:
        made.append(_funnel(asked, spread))
    if lines:
        made.append(_lines(asked, *lines))
    return made


def _councils(name: str, one: Looked) -> Sheet:
    """Every council that runs the service, also those that are not compared, and why."""
    frame = one.figures.frame
    return Sheet(
        name,
        frame.select(
            pl.col("name").alias("Council"),
            pl.col("region").alias("Region"),
            pl.col("value").alias("Value"),
            pl.col("lower").alias("Lower (95%)"),
            pl.col("upper").alias("Upper (95%)"),
            pl.col("numerator").alias("Numerator"),
            pl.col("denominator").alias("Denominator"),
            pl.Series("Status", [status_label(key) for key in frame["status"]], pl.String),
            pl.Series(
                "Compared",
                [left_out_words(key) if key else "yes" for key in frame["left_out_because"]],
                pl.String,
            ),
            pl.col("source").alias("Source"),
        ),
        dict.fromkeys((*LIMITS, "Numerator", "Denominator"), NUMBER),
        f"{one.title}, {one.unit}, {days_in_words(str(one.row['period']))}.",
    )


def _figures(every: Sequence[Looked]) -> Sheet:
    rows = []
    for one in every:
        values = dict(one.compared.select("council", "value").iter_rows())
        peers = summarise_peers(values)
        rows.append(
            (
                one.title, one.unit, str(one.row["period"]), one.compared.height,
                peers.median if peers else None,
                peers.lower_quartile if peers else None,
                peers.upper_quartile if peers else None,
            )
        )  # fmt: skip
    names = ("Figure", "Unit", "Period", "Councils", "Median", "Lower quartile", "Upper quartile")
    kinds = (pl.String, pl.String, pl.String, pl.Int64, pl.Float64, pl.Float64, pl.Float64)
    return Sheet(
        "Figures",
        pl.DataFrame(rows, schema=dict(zip(names, kinds, strict=True)), orient="row"),
        dict.fromkeys(names[4:], NUMBER),
        "Every figure of the service in its newest period, over all these councils.",
    )


def _years(asked: ServiceAsked, years: pl.DataFrame) -> Sheet:
    columns = [
        pl.col("period").alias("Period"),
        pl.col("median").alias("Median"),
        pl.col("q1").alias("Lower quartile"),
        pl.col("q3").alias("Upper quartile"),
        pl.col("councils_n").alias("Councils"),
    ]
    if asked.name:
        columns += [pl.col("value").alias(asked.name), pl.col("status").alias("Status")]
    numbers = ["Median", "Lower quartile", "Upper quartile", *([asked.name] if asked.name else [])]
    return Sheet(
        "Years",
        years.select(columns),
        dict.fromkeys(numbers, NUMBER),
        f"{asked.one.title}, {asked.one.unit}.",
    )


def _funnel(asked: ServiceAsked, spread: Spread) -> Sheet:
    assert spread.funnel is not None
    held = spread.funnel.councils
    return Sheet(
        "Funnel",
        held.select(
            pl.Series("Council", [asked.one.names[key] for key in held["council"]], pl.String),
            pl.col("value").alias("Value"),
            pl.col("denominator").alias("Denominator"),
            pl.col("z_adjusted").alias("Standard deviations"),
            pl.Series("Place", [PLACES[key] for key in held["place"]], pl.String),
        ),
        {"Value": NUMBER, "Denominator": "#,##0", "Standard deviations": "0.00"},
        "Limits widened by the spread between councils.",
    )


def _lines(asked: ServiceAsked, period: str, frame: pl.DataFrame) -> Sheet:
    key = "official_name" if asked.group.official else "plain_name"
    own = [
        pl.col("value").alias("£ per head"),
        pl.col("peers_median").alias("Peers’ median"),
        pl.col("peers_n").alias("Peers"),
        pl.col("value_gbp").alias("Cash, in all"),
    ]
    return Sheet(
        "Made of",
        frame.select(
            pl.col(key).alias("Line"),
            pl.col("part_of").alias("Part of"),
            pl.col("group_gbp").alias("All these councils, £"),
            pl.col("group_n").alias("Councils"),
            *(own if asked.name else []),
            pl.col("source").alias("Source"),
        ),
        {"All these councils, £": "£#,##0"}
        | (
            {"£ per head": POUNDS, "Peers’ median": POUNDS, "Cash, in all": "£#,##0"}
            if asked.name
            else {}
        ),
        f"Lines of the return of {period}"
        + (f"; £ per head of {asked.name} beside its usual peers." if asked.name else "."),
    )
