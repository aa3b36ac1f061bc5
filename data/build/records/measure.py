"""A measure, and the family whose one SQL text computes it."""

from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from data.build.records.record import Record, RecordError, checked, content_of

# What a figure may be set beside, to see what it leads one to expect; columns of the query
# service/circumstances.
Circumstance = Literal[
    "income_deprived_pct",
    "children_income_deprived_pct",
    "older_income_deprived_pct",
    "household_income_1000",
    "share_0_15_pct",
    "share_65_plus_pct",
    "density_doublings",
    "weekly_pay_gbp",
    "rural_pct",
]


class Absent(Record):
    """Why a whole nation, class or period has no figures: a status, and words for readers."""

    status: Literal["not_collected", "not_held", "suppressed", "not_comparable"]
    note: str


class Measure(Record):
    """One measure, its family's defaults already filled in.

    ``classes``: the classes it is meant for, where not every council that runs the service.
    ``absent_nations``, ``absent_classes``, ``absent_periods``: what it is meant for and has no
    figures of, and why. ``circumstances``: what leads one to expect a figure, each with the
    reason; never an index that contains the figure.
    """

    slug: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    family: str
    key: str = ""
    title: str
    official_title: str
    question: str
    service: str
    kind: Literal["spend", "outcome", "activity", "context", "finance", "delivery"]
    describes: Literal["council", "place"]
    unit: str
    decimals: int
    polarity: Literal["higher", "lower", "neither"]
    numerator: str
    denominator: str
    interval_method: Literal["published", "wilson", "byar", "none"]
    per: float = 1
    min_denominator: float | None = None
    price_basis: Literal["cash", "not_money"] = "not_money"
    caveats: list[str]
    breaks: list[str] = []
    comparable_from: str = ""
    rounded_to: float | None = Field(default=None, gt=0)
    clustered: bool = False
    stock: bool = False
    grades: list[str] = []
    circumstances: dict[Circumstance, str] = {}
    nations: list[str]
    absent_nations: dict[str, Absent] = {}
    classes: list[str] = []
    absent_classes: dict[str, Absent] = {}
    absent_periods: dict[str, Absent] = {}
    absent_status: str = "not_submitted"
    headline: bool = False
    sources: list[str]

    @model_validator(mode="after")
    def grades_have_no_model(self) -> "Measure":
        if self.grades and self.circumstances:
            raise ValueError("grades are not quantities, so nothing leads one to expect one")
        return self


class Family(Record):
    """Measures that one SQL text computes: ``data/measures/<slug>.toml`` beside ``<slug>.sql``."""

    slug: str
    measures: list[Measure]
    sql: str


def load_families(folder: Path) -> dict[str, Family]:
    """Read every measure family in ``folder``; each .toml must have its .sql."""
    return {path.stem: _family(path) for path in sorted(folder.glob("*.toml"))}


def _family(path: Path) -> Family:
    sql = path.with_suffix(".sql")
    if not sql.exists():
        raise RecordError(f"{path.name} has no {sql.name} beside it: a measure is two files.")
    content = content_of(path)
    defaults = {"family": path.stem, **content.get("family", {})}
    measures = [checked(Measure, {**defaults, **entry}, path) for entry in content["measure"]]
    return Family(slug=path.stem, measures=measures, sql=sql.read_text("utf-8"))
