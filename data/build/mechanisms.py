"""By what way who delivers could reach an outcome, as rows of the contract.

The records are in ``data/delivery/mechanisms.toml``, whose head says what they mean.
"""

import tomllib
from pathlib import Path
from typing import Literal, Self

import polars as pl
from pydantic import Field, model_validator

from data.build.reading import Bench
from data.build.studies import Strict, Text

# The only key of `expected` where the whole service passes to another body, whatever its kind.
ANY = "any"
Expected = Literal["higher", "lower", "none"]


class Pairs(Strict):
    """Parts of one service, or the whole of it, and outcomes; by itself: without a way."""

    service: Text
    parts: list[Text] = Field(default=[])
    whole: bool = False
    outcomes: list[Text] = Field(min_length=1)
    reason: Text

    @model_validator(mode="after")
    def _of_parts_or_the_whole(self) -> Self:
        if bool(self.parts) == self.whole:
            raise ValueError("parts or whole = true, one of them")
        return self


class Mechanism(Pairs):
    """A way, whom it can reach, and what is expected of each kind of deliverer's share."""

    mechanism: Text
    expected: dict[str, Expected] = Field(min_length=1)
    exposed: Text

    @model_validator(mode="after")
    def _any_body_runs_the_whole(self) -> Self:
        if self.whole != (set(self.expected) == {ANY}):
            raise ValueError(f"of a whole service expected is {ANY}, of a part it names kinds")
        return self


class Mechanisms(Strict):
    """The file."""

    mechanism: list[Mechanism]
    none: list[Pairs]


def describe_mechanisms(bench: Bench, path: Path) -> None:
    """Fill delivery_mechanism from the records."""
    record = read_mechanisms(path)
    rows = [row for one in record.mechanism for row in _ways(one)]
    rows += [row for one in record.none for row in _pairs(one)]
    bench.insert("delivery_mechanism", pl.DataFrame(rows, infer_schema_length=None))


def read_mechanisms(path: Path) -> Mechanisms:
    with path.open("rb") as file:
        return Mechanisms.model_validate(tomllib.load(file))


def _ways(one: Mechanism) -> list[dict[str, str | None]]:
    about = {"mechanism": one.mechanism, "exposed": one.exposed}
    return [
        pair | about | {"model": None if model == ANY else model, "expected": expected}
        for pair in _pairs(one)
        for model, expected in one.expected.items()
    ]


def _pairs(one: Pairs) -> list[dict[str, str | None]]:
    return [
        {"service": one.service, "delivery_service": part, "measure": measure, "reason": one.reason}
        for part in one.parts or [None]
        for measure in one.outcomes
    ]
