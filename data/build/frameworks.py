"""Frameworks of outcomes -> rows: what they ask, of whom, and which measure here answers it.

Each is a record in ``data/frameworks/``, whose head says what its words mean.
"""

import difflib
from pathlib import Path
from typing import Annotated, Literal, Self

import polars as pl
from pydantic import Field, StringConstraints, model_validator

from data.build.reading import Bench
from data.build.records import Record, RecordError, checked, content_of

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Row = dict[str, object]
Polarity = Literal["higher", "lower", "neither"]


class Level(Record):
    """The classes of council that a metric of this level is asked of, and words for it."""

    classes: list[Text] = Field(min_length=1)
    says: Text


class Outcome(Record):
    """One outcome; ``contextual``: the framework itself calls it no result of councils."""

    outcome: int
    title: Text
    ambition: Text
    contextual: bool = False


class Figure(Record):
    """What stands for a metric: a measure, or an indicator of context."""

    measure: Text | None = None
    indicator: Text | None = None
    relation: Literal["exact", "part", "near"]
    differs: Text | None = None

    @model_validator(mode="after")
    def _one_thing_that_says_how_it_differs(self) -> Self:
        if (self.measure is None) == (self.indicator is None):
            raise ValueError("a figure is a measure or an indicator, one of them")
        if self.relation != "exact" and not self.differs:
            raise ValueError("a part says which, and what is near says how it differs")
        return self


class Metric(Record):
    """One metric in the publisher's words and in plain ones, and whether it is held."""

    metric: str = Field(pattern=r"^\d+\.\d\d$")
    outcome: int
    title: Text
    official_title: Text | None = None
    wording: Literal["whole", "part", "not_read", "none"] = "whole"
    kind: Literal["outcome", "output"]
    unit: Text | None = None
    polarity: Polarity
    level: Text
    publisher: Text
    publication: Text | None = None
    landing_url: Text | None = None
    latest_seen: Text | None = None
    uncertainty: Text | None = None
    caution: Text | None = None
    held: Literal["exact", "derived", "near", "not_held", "no_metric"]
    not_ranked_because: Text | None = None
    figure: list[Figure] = Field(default=[])

    @model_validator(mode="after")
    def _what_is_held_has_a_figure(self) -> Self:
        if self.held == "not_held" and self.figure:
            raise ValueError("not_held has no figure; what is near is near")
        if self.held in ("exact", "derived", "near") and not self.figure:
            raise ValueError(f"{self.held} names its figure")
        if self.held in ("exact", "derived") and any(f.relation == "near" for f in self.figure):
            raise ValueError(f"{self.held} has no figure that is only near")
        if (self.official_title is None) != (self.wording == "none"):
            raise ValueError('a metric without an official title has wording = "none"')
        return self


class Framework(Record):
    """One framework: its levels, outcomes and metrics in their order."""

    framework: Text
    title: Text
    publisher: Text
    landing_url: Text
    published: Text
    nation: Literal["England", "Scotland", "Wales", "Northern Ireland"]
    source: Text
    about: Text
    cautions: list[Text]
    level: dict[str, Level]
    outcome: list[Outcome]
    metric: list[Metric]

    @model_validator(mode="after")
    def _names_what_it_has(self) -> Self:
        outcomes = {one.outcome for one in self.outcome}
        for one in self.metric:
            if one.level not in self.level:
                raise ValueError(f"metric {one.metric}: no level {one.level!r}")
            if one.outcome not in outcomes:
                raise ValueError(f"metric {one.metric}: no outcome {one.outcome}")
        return self


def load_frameworks(folder: Path) -> list[Framework]:
    """Every framework of a folder, by file name. Raises RecordError."""
    return [checked(Framework, content_of(path), path) for path in sorted(folder.glob("*.toml"))]


def describe_frameworks(bench: Bench, frameworks: list[Framework]) -> None:
    """Fill the four tables of frameworks. Raises RecordError where a figure names nothing."""
    for one in frameworks:
        _require_names(bench, one)
    for table, rows in {
        "framework": [one.model_dump(exclude={"level", "outcome", "metric"}) for one in frameworks],
        "framework_outcome": [row for one in frameworks for row in _outcomes(one)],
        "framework_metric": [row for one in frameworks for row in _metrics(one)],
        "framework_figure": [row for one in frameworks for row in _figures(one)],
    }.items():
        if rows:
            bench.insert(table, pl.DataFrame(rows, infer_schema_length=None))


def _require_names(bench: Bench, framework: Framework) -> None:
    for column, table in (("measure", "measure"), ("indicator", "context_indicator")):
        found = bench.database.execute(f"SELECT {column} FROM {table}").fetchall()
        known = {name for (name,) in found}
        for metric in framework.metric:
            for name in (getattr(figure, column) for figure in metric.figure):
                if name is not None and name not in known:
                    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4)
                    raise RecordError(
                        f"{framework.framework}, metric {metric.metric}: there is no {column} "
                        f"{name!r}. Near it: {', '.join(near) or 'nothing'}."
                    )


def _outcomes(framework: Framework) -> list[Row]:
    return [{"framework": framework.framework} | one.model_dump() for one in framework.outcome]


def _metrics(framework: Framework) -> list[Row]:
    levels = framework.level
    return [
        {"framework": framework.framework, "position": position}
        | one.model_dump(exclude={"figure"})
        | {"classes": levels[one.level].classes, "level_says": levels[one.level].says}
        for position, one in enumerate(framework.metric)
    ]


def _figures(framework: Framework) -> list[Row]:
    return [
        {"framework": framework.framework, "metric": metric.metric, "part": part}
        | figure.model_dump()
        for metric in framework.metric
        for part, figure in enumerate(metric.figure, start=1)
    ]
