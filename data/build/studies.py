"""Published studies of who delivers, as rows: what they found, and our way on their file.

The records are ``data/delivery/published_results.toml``. Figures are percentage points of the
outcome for one percentage point more of the exposure, with 95% limits.
"""

import tomllib
from pathlib import Path
from typing import Annotated, Any

import polars as pl
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from data.build.reading import Bench

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Estimate(Strict):
    """A coefficient and its 95% limits; ``n`` is council-years."""

    estimate: float
    lower: float
    upper: float
    n: int | None = None
    councils: int | None = None
    period: str | None = None


class Recomputed(Strict):
    """Our estimator on the authors' own file, without and with their balancing weights."""

    plain: Estimate
    weighted: Estimate


class Result(Estimate):
    """One published result, quoted as it stands at ``place``."""

    study: Text
    result: Text
    place: Text
    quote: Text
    outcome: Text
    p_value: Text
    recomputed: Recomputed


class Bridge(Estimate):
    """Half theirs, half ours: where the two estimates part."""

    result: Text
    outcome: Text
    exposure: Text
    says: Text


class Nearest(Strict):
    """The measure and the share of this edition that come nearest, and why they differ."""

    result: Text
    measure: Text
    delivery_service: Text
    model: Text
    differs: list[Text] = Field(min_length=1)


class Study(Strict):
    """Who found it, when, over what, and how much of it was read."""

    study: Text
    authors: Text
    year: int
    title: Text
    journal: Text
    doi: Text
    landing_url: Text
    code_url: Text
    read: Text
    population: Text
    period: Text
    exposure: Text
    specification: Text


class Published(Strict):
    """One file of records."""

    study: list[Study]
    result: list[Result]
    nearest: list[Nearest]
    bridge: list[Bridge]


def describe_studies(bench: Bench, path: Path) -> None:
    """Fill study, study_estimate and study_nearest from the records."""
    with path.open("rb") as file:
        record = Published.model_validate(tomllib.load(file))
    bench.insert("study", pl.DataFrame([one.model_dump() for one in record.study]))
    bench.insert("study_estimate", pl.DataFrame(_estimates(record), infer_schema_length=None))
    bench.insert("study_nearest", pl.DataFrame([one.model_dump() for one in record.nearest]))


def _estimates(record: Published) -> list[dict[str, Any]]:
    study_of = {one.result: one.study for one in record.result}
    rows = []
    for one in record.result:
        exposure = next(s.exposure for s in record.study if s.study == one.study)
        shared = {"outcome": one.outcome, "exposure": exposure}
        rows.append(_row(one, one.result, "published", shared, says=one.quote))
        for kind in ("plain", "weighted"):
            figure = getattr(one.recomputed, kind)
            rows.append(_row(figure, one.result, f"recomputed_{kind}", shared))
    for one in record.bridge:
        shared = {"outcome": one.outcome, "exposure": one.exposure}
        rows.append(_row(one, one.result, "bridge", shared, says=one.says))
    return [row | {"study": study_of[row["result"]], "position": n} for n, row in enumerate(rows)]


def _row(
    figure: Estimate, result: str, kind: str, shared: dict[str, Any], says: str | None = None
) -> dict[str, Any]:
    numbers = {name: getattr(figure, name) for name in Estimate.model_fields}
    return {"result": result, "kind": kind, "says": says} | shared | numbers
