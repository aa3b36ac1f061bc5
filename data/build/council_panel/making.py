"""The database -> the panel of one tier, wide, and what each of its columns is."""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb
import polars as pl

from data.build import paths
from data.build.council_panel.variables import LONGEST, short_names
from data.build.panel.columns import Column

KEY = ["council", "year", "series"]
# Upper: all who run care, schools and roads. Lower: the districts below a county.
TIERS = {"upper": ["single", "upper"], "lower": ["lower"]}
# Ending of the name -> what the column is.
SPENT = {
    "gbp": ("£", "cash"),
    "real": ("£", "in the edition's prices"),
    "ph": ("£ a head", "cash, per resident"),
    "rph": ("£ a head", "in the edition's prices, per resident"),
    "st": ("", "status"),
}
MEASURED = {
    "v": "",
    "lo": "lower limit (95%)",
    "hi": "upper limit (95%)",
    "n": "numerator",
    "d": "denominator",
    "per": "period",
    "st": "status",
}
LONGEST_ENDING = 4
KEYS = {
    "council": "Code of the council: the three-letter register code.",
    "year": "Calendar year in which a figure's period ends: 2023-24 is 2024.",
    "series": "own: the council's own figures; backcast: before it was, the sums and pooled rates "
    "of the councils that became it, where all of them went into it alone.",
    "council_name": "Name of the council.",
    "gss": "ONS (GSS) code of today, or the last one.",
    "gss_before": "GSS codes that it had before, with spaces between.",
    "ecode": "Code of MHCLG's returns (E-code).",
    "dfe_code": "Code of the Department for Education.",
    "cassr_code": "Code of councils with social services (CASSR), as NHS England uses it.",
    "council_class": "Kind of council.",
    "tier": "single, upper or lower.",
    "nation": "Nation.",
    "region": "Region of England.",
    "county": "The county council above a district.",
    "combined_authority": "Combined authority.",
    "sparse": "City of London or Isles of Scilly: too few residents to be compared with others.",
    "starts_year": "Year in which it began, where that is since 2009.",
    "ends_year": "Year in which it ended.",
    "into_council": "Councils that it became.",
    "residents": "Residents at the mid-year before.",
    "bal_own": "Own spending on all services is known for every year of its nation.",
    "bal_back": "The same with the years before it was, back-cast.",
}


@dataclass(frozen=True)
class CouncilPanel:
    """`columns` are those of `frame`, in order."""

    frame: pl.DataFrame
    columns: list[Column]


def make(database: duckdb.DuckDBPyConnection, tier: str) -> CouncilPanel:
    """Empty where the edition has no council of the tier with a figure."""

    def rows(name: str) -> pl.DataFrame:
        return database.sql((paths.COUNCIL_PANEL / f"{name}.sql").read_text("utf-8")).pl()

    councils = rows("councils").filter(pl.col("tier").is_in(TIERS[tier]))
    services, measures = rows("services"), rows("measures")
    spent = _series(rows("spending"), rows("backcast_spending"))
    values = _series(rows("values"), rows("backcast_values"))
    here = councils["council"].implode()
    spent, values = (one.filter(pl.col("council").is_in(here)) for one in (spent, values))
    frame = pl.concat([spent.select(KEY), values.select(KEY)]).unique().sort(KEY)
    of_services = short_names(services["service"], LONGEST - LONGEST_ENDING)
    of_measures = short_names(measures["measure"], LONGEST - LONGEST_ENDING)
    frame = frame.join(_wide(spent, "service", SPENT, of_services), on=KEY, how="left")
    frame = frame.join(_wide(values, "measure", MEASURED, of_measures), on=KEY, how="left")
    frame = frame.join(councils, on="council", how="left")
    frame = frame.join(rows("people"), on=["council", "year"], how="left")
    frame = _balanced(frame, spent)
    columns = _columns(services, measures, of_services, of_measures)
    held = [one for one in columns if one.name in frame.columns and _has_any(frame[one.name])]
    made = frame.select([one.name for one in held]).sort("council_name", *KEY)
    return CouncilPanel(made, held)


def _series(own: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    marked = [
        own.with_columns(series=pl.lit("own")),
        before.with_columns(series=pl.lit("backcast")),
    ]
    return pl.concat(marked, how="diagonal_relaxed")


def _wide(
    frame: pl.DataFrame, name: str, endings: Iterable[str], short: dict[str, str]
) -> pl.DataFrame:
    """A column for each ending of each name; the figure of a measure has the name alone."""
    made: pl.DataFrame | None = None
    for ending in endings:
        one = frame.pivot(on=name, index=KEY, values=ending, aggregate_function="first")
        new = {key: name_of(short[key], ending) for key in one.columns if key not in KEY}
        one = one.rename(new)
        made = one if made is None else made.join(one, on=KEY, how="left")
    assert made is not None
    return made


def name_of(stem: str, ending: str) -> str:
    return stem if ending == "v" else f"{stem}_{ending}"


def _balanced(frame: pl.DataFrame, spent: pl.DataFrame) -> pl.DataFrame:
    total = spent.filter(pl.col("service") == "total", pl.col("gbp").is_not_null())
    nations = frame.select("council", "nation").unique()
    years = total.join(nations, on="council").select("council", "nation", "year", "series").unique()
    every = years.group_by("nation").agg(pl.col("year").n_unique().alias("all"))
    for name, series in (("bal_own", ["own"]), ("bal_back", ["own", "backcast"])):
        held = (
            years.filter(pl.col("series").is_in(series))
            .group_by("council", "nation")
            .agg(pl.col("year").n_unique())
            .join(every, on="nation")
            .select("council", (pl.col("year") == pl.col("all")).alias(name))
        )
        frame = frame.join(held, on="council", how="left").with_columns(
            pl.col(name).fill_null(value=False)
        )
    return frame


def _columns(
    services: pl.DataFrame,
    measures: pl.DataFrame,
    of_services: dict[str, str],
    of_measures: dict[str, str],
) -> list[Column]:
    made = [Column(name, "", words) for name, words in KEYS.items()]
    for row in services.rows(named=True):
        for ending, (unit, words) in SPENT.items():
            name = name_of(of_services[row["service"]], ending)
            meaning = f"Net current expenditure, {row['plain_name']}: {words}."
            made.append(Column(name, unit, meaning))
    for row in measures.rows(named=True):
        for ending, words in MEASURED.items():
            name = name_of(of_measures[row["measure"]], ending)
            more = f", {words}" if words else f" ({_better(row['polarity'])})"
            unit = row["unit"] if ending in {"v", "lo", "hi"} else ""
            what = (
                row["numerator"] if ending == "n" else row["denominator"] if ending == "d" else ""
            )
            told = f"{row['title']}{more}{f': {what}' if what else ''}."
            made.append(Column(name, unit, told, tuple(row["sources"])))
    return made


def _better(polarity: str) -> str:
    return "neither is better" if polarity == "neither" else f"{polarity} is better"


def _has_any(column: pl.Series) -> bool:
    return column.name in KEYS or column.null_count() < column.len()
