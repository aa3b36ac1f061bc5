"""The declarations an edition is made from, as validated records.

A source, a measure family and a service are TOML files; unknown keys are refused, so a
misspelt key is a sentence at build start and not a silent default.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

LICENCES = {
    "OGL-UK-3.0": "Open Government Licence v3.0",
    "CC-BY-4.0": "Creative Commons Attribution 4.0",
    "OPL-3.0": "Open Parliament Licence v3.0",
    "MIT": "MIT licence",
    "ONSPD": "Open Government Licence v3.0 with Royal Mail and Ordnance Survey rights",
    "PDDL-1.0": "Public Domain Dedication and Licence 1.0",
    "transparency-code": "no licence stated with the copy; published for open re-use under the "
    "Local Government Transparency Code",
    "facts-only": "no licence stated; single facts, each with where it is evidenced",
    "none-stated": "no licence stated: compared only, never published",
}


T = TypeVar("T", bound="Record")


class RecordError(Exception):
    """A declaration that cannot be used; the message names the file and the mend."""


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Addressed(Record):
    """Where a publisher keeps a file.

    ``url`` is the file's own address. On gov.uk it changes at each release, so ``govuk_slug``
    names the page (or, with a slash, the path of a page or a collection) that lists it; a ``url``
    that ends in a slash is the page of an asset whose file name gov.uk's content API knows.
    ``statswales`` is the id of a dataset of StatsWales.
    """

    url: str = ""
    govuk_slug: str = ""
    statswales: str = Field(default="", pattern=r"^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$")


class SourceFile(Addressed):
    path: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    bytes: int
    gzip_by_mirror: bool = False


class SourceAddress(Addressed):
    """A file that is known of and not held: where it is to be had, and who says so.

    ``kind``: ``newer`` (a later period or release), ``original`` (the publisher's own form of what
    is held as a copy or a compilation), ``more`` (what the publisher has besides). ``name`` is the
    file's name where the address does not end in it. ``bytes`` and ``sha256_begins`` are what was
    said of it; nobody here has opened it.
    """

    what: str
    kind: Literal["newer", "original", "more"]
    period: str = ""
    name: str = ""
    bytes: int | None = None
    sha256_begins: str = Field(default="", pattern=r"^[0-9a-f]*$")
    said_by: str
    as_of: date

    @model_validator(mode="after")
    def leads_somewhere(self) -> "SourceAddress":
        if not (self.url or self.govuk_slug or self.statswales):
            raise ValueError("an address needs url, govuk_slug or statswales")
        return self


class Place(Record):
    """How a dataset names its places: the column, the scheme of place_code, what is no council.

    ``part`` is a pattern whose group is the code, where the column says more than the code.
    """

    column: str
    scheme: Literal["gss", "ecode", "dfe", "cassr", "lgf", "name"]
    ignore: str = ""
    part: str = ""


class PeriodRule(Record):
    """How a dataset names its periods.

    ``year_is`` says what a lone year stands for; ``prefix`` what stands before it in words
    elsewhere ("September " for years that end there); ``reaches_back`` how many years a rolling
    period began before the label, which names its last year alone.
    """

    kind: Literal["financial", "academic", "calendar", "rolling", "quarter", "day", "year_to"]
    column: str
    year_is: Literal["starts", "ends"] = "starts"
    prefix: str = ""
    reaches_back: int = 0


class Unpivot(Record):
    """Turn all columns whose header matches into rows of (header, column letter, value)."""

    columns: str = ".*"
    header: str = "header"
    value: str = "value"


class Reading(Record):
    """How one or more files of a source become rows of ``raw.<name>``. Rows count from 0."""

    name: str
    files: list[str] = []
    reader: str = "csv"
    sheet: str = ""
    encoding: str = "utf-8-sig"
    header_rows: list[int] = [0]
    fill_right: list[int] = []
    first_row: int | None = None
    stop_at: dict[str, str] = {}
    where: dict[str, str] = {}
    columns: dict[str, str] = {}
    unpivot: Unpivot | None = None
    constants: dict[str, str] = {}
    place: Place | None = None
    period: PeriodRule | None = None
    numbers: list[str] = []
    missing: dict[str, str] = {}
    options: dict[str, str] = {}


class Problem(Record):
    """A known problem of certain figures: a sentence of the source, and rows of the table issue.

    There is one row for each of ``councils`` (codes) and ``periods`` (labels); ``field`` and
    ``content`` are what stands in the file, or a measure's key. ``rows`` is how many rows of the
    file each of them concerns, 0 where that is not known.
    """

    says: str
    kind: str
    field: str
    who_can_mend: Literal["publisher", "project", "nobody"]
    councils: list[str] = []
    periods: list[str] = []
    content: str = ""
    rows: int = 0


class PeerModel(Record):
    """A way of being similar that a source publishes: its key, its words, its place in the list.

    ``usual_order`` is its turn where the usual peers of a service are looked for, and
    ``usual_services`` the services that it was made for (none: any).
    """

    model: str
    title: str
    explanation: str
    position: int
    usual_order: int | None = None
    usual_services: list[str] = []


Rhythm = Literal["month", "quarter", "half-year", "year", "irregular", "once"]


class Source(Record):
    """A publication. Problems stand among ``known_problems`` as well, after the general ones.

    ``rhythm`` is how often its publisher brings a new period, and ``months_after`` how many months
    after a period's end, going by the last releases; a publication that has ended comes ``once``.
    ``held_to`` is the day up to which it is held, where its figures name no period.
    """

    slug: str
    title: str
    publisher: str
    licence: Literal[
        "OGL-UK-3.0", "CC-BY-4.0", "OPL-3.0", "MIT", "ONSPD", "facts-only", "none-stated"
    ]
    attribution: str
    landing_url: str
    published: str
    rhythm: Rhythm | None = None
    months_after: int | None = Field(default=None, ge=-12)
    held_to: str = ""
    coverage: str
    use: Literal["publish", "derived", "check"]
    about: str
    known_problems: list[str] = []
    problem: list[Problem] = []
    peer_model: list[PeerModel] = []
    address: list[SourceAddress] = []
    file: list[SourceFile] = []
    table: list[Reading] = []

    @model_validator(mode="before")
    @classmethod
    def _problems_are_known(cls, content: dict[str, Any]) -> dict[str, Any]:
        said = [one["says"] for one in content.get("problem", []) if "says" in one]
        return {**content, "known_problems": [*content.get("known_problems", []), *said]}

    @model_validator(mode="after")
    def _may_be_published(self) -> "Source":
        if self.licence == "none-stated" and self.use != "check":
            raise ValueError('a source that states no licence is compared only: use = "check"')
        if self.licence == "facts-only" and self.use == "publish":
            raise ValueError('facts that others transcribed are derived: use = "derived"')
        return self

    @model_validator(mode="after")
    def _says_when_the_next_is_due(self) -> "Source":
        regular = self.rhythm in ("month", "quarter", "half-year", "year")
        if regular != (self.months_after is not None):
            raise ValueError("months_after goes with a rhythm of month, quarter, half-year or year")
        return self


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


class Duty(Record):
    """One council's duty to run a service; where it moved, between which days, and why."""

    group: str
    starts: date | None = None
    ends: date | None = None
    reason: str | None = None

    @model_validator(mode="after")
    def a_moved_duty_says_why(self) -> "Duty":
        if (self.starts or self.ends) and not self.reason:
            raise ValueError("a duty that began or ended says why: reason")
        return self


class Service(Record):
    """``groups``: classes that may be compared; ``councils``: single ones, a group or a duty."""

    service: str
    plain_name: str
    official_name: str
    explanation: str
    not_decided_because: str | None = None
    groups: dict[str, list[str]]
    councils: dict[str, str | Duty] = {}

    def duties(self) -> dict[str, Duty]:
        """The single councils, each with its duty."""
        return {
            council: duty if isinstance(duty, Duty) else Duty(group=duty)
            for council, duty in self.councils.items()
        }


def load_sources(folder: Path) -> dict[str, Source]:
    """Read every source record in ``folder``, keyed by file stem, in name order."""
    return {
        path.stem: checked(Source, {"slug": path.stem, **content_of(path)}, path)
        for path in sorted(folder.glob("*.toml"))
    }


def load_families(folder: Path) -> dict[str, Family]:
    """Read every measure family in ``folder``; each .toml must have its .sql."""
    return {path.stem: _family(path) for path in sorted(folder.glob("*.toml"))}


def load_services(path: Path) -> list[Service]:
    """Read the services in their order on the page."""
    return [checked(Service, entry, path) for entry in content_of(path)["service"]]


def _family(path: Path) -> Family:
    sql = path.with_suffix(".sql")
    if not sql.exists():
        raise RecordError(f"{path.name} has no {sql.name} beside it: a measure is two files.")
    content = content_of(path)
    defaults = {"family": path.stem, **content.get("family", {})}
    measures = [checked(Measure, {**defaults, **entry}, path) for entry in content["measure"]]
    return Family(slug=path.stem, measures=measures, sql=sql.read_text("utf-8"))


def content_of(path: Path) -> dict[str, Any]:
    """Read a declaration. Raises RecordError."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RecordError(f"{path} is not valid TOML: {error}") from error


def checked(kind: type[T], content: dict[str, Any], path: Path) -> T:
    """Make the record that a declaration describes. Raises RecordError."""
    try:
        return kind(**content)
    except ValidationError as error:
        raise RecordError(f"{path} does not describe a {kind.__name__}: {error}") from error
