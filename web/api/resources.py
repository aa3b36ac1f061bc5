"""Every address of the API, its question and parameters: said here, and nowhere else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import polars as pl

import archive
from queries import query_of
from queries.header import Header
from queries.postcode import Postcode
from web.api.editions import every_edition
from web.api.filters import (
    CARDS,
    CLASS,
    COMPANY,
    COMPONENT,
    COUNCIL,
    CREDITS,
    DESCRIBED,
    EVENT_KIND,
    FIND,
    FROM,
    FROM_MONTH,
    LEAST,
    MEASURE,
    MEASURE_KIND,
    MODEL,
    MOST,
    NATION,
    NEWEST,
    OF_CATEGORY,
    OF_SERVICE,
    ONE_COUNCIL,
    ONE_SERVICE,
    ORDER,
    PAID,
    PERIOD,
    POSTCODE,
    SERVICE,
    STATUS,
    SUPPLIER,
    SUPPLIER_WORDS,
    TO,
    TO_MONTH,
    WORD,
    YEAR,
)
from web.api.money_paid import payments, suppliers
from web.api.parameters import EVERYWHERE, Parameter


@dataclass(frozen=True)
class Resource:
    """`tables` of the contract say what its columns mean, the first that has the column.

    `given` makes of what was read what the query takes, where that is not the same. `asks` answers
    by itself where one query is not enough: what was read, rows and skip -> rows and how many in
    all. `depends` says what its answer hangs on beside the edition, `meanings`
    what its own columns mean.
    """

    path: str
    query: str
    summary: str
    parameters: tuple[Parameter, ...] = ()
    tables: tuple[str, ...] = ()
    given: Callable[[Mapping[str, object]], dict[str, object]] | None = None
    asks: Callable[[Mapping[str, object], int, int], tuple[pl.DataFrame, int]] | None = None
    depends: Callable[[], str] = str
    meanings: Mapping[str, str] = field(default_factory=dict)

    @property
    def header(self) -> Header:
        return query_of(self.query).header

    @property
    def paged(self) -> bool:
        """Whether the query cuts its rows itself and tells how many there are."""
        return "rows" in self.header.takes

    @property
    def of_payments(self) -> bool:
        """Payments and suppliers are no part of an edition, and are not kept with it."""
        return any(table.startswith("ledger.") for table in self.tables)

    @property
    def columns(self) -> dict[str, str]:
        return {name: kind for name, kind in self.header.gives.items() if name != "total"}

    @property
    def accepts(self) -> tuple[Parameter, ...]:
        return (*self.parameters, *EVERYWHERE)

    def takes(self, values: Mapping[str, object]) -> dict[str, object]:
        """What the query takes, without rows and skip."""
        if self.given:
            return self.given(values)
        return {one.takes or one.name: values[one.name] for one in self.parameters}


def _postcode(values: Mapping[str, object]) -> dict[str, object]:
    code = values["postcode"]
    assert isinstance(code, Postcode)
    return {"postcode": code.postcode, "sector": code.sector, "outward": code.outward}


OF_EDITIONS = {
    "in_place": "The edition that is answered from where as_of is not said.",
    "answers": "Whether as_of takes it; false: its files alone are kept.",
    "in_force_from": "First day on which it was in force here.",
    "in_force_to": "Last day on which it was; none: it is.",
    "files": "Where its files are, relative to the dashboard's own address.",
}
RESOURCES: tuple[Resource, ...] = (
    Resource(
        "councils",
        "api/councils",
        "Councils that stand or stood, with codes, place and residents.",
        (
            COUNCIL,
            NATION,
            CLASS,
            Parameter("region", "text", "Councils of one region of England.", "London"),
            Parameter(
                "standing", "boolean", "true: those of today; false: those that have ended.", "true"
            ),
        ),
        ("council", "population"),
    ),
    Resource(
        "places",
        "place/postcode",
        "The council of a postcode of Great Britain, or those of its beginning.",
        (POSTCODE,),
        ("council",),
        _postcode,
    ),
    Resource(
        "peer_models",
        "api/peer_models",
        "The models by which councils are called alike.",
        tables=("neighbour_model",),
    ),
    Resource(
        "peers",
        "api/peers",
        "A council's peers by each model, and on which services they may be compared.",
        (ONE_COUNCIL, MODEL, ONE_SERVICE),
        ("neighbour", "council", "peer"),
    ),
    Resource("services", "api/services", "The services that are told apart.", tables=("service",)),
    Resource(
        "periods", "api/periods", "The periods that a figure can belong to.", tables=("period",)
    ),
    Resource(
        "measures",
        "api/measures",
        "What each measure means, its unit, direction, caveats, sources and how much is held.",
        (
            MEASURE,
            ONE_SERVICE,
            MEASURE_KIND,
            NATION,
            Parameter(
                "polarity",
                "text",
                "Measures of one direction.",
                "lower",
                fixed=("higher", "lower", "neither"),
            ),
        ),
        ("measure",),
    ),
    Resource(
        "values",
        "api/values",
        "Figures of measures with limits, unit, status, source and note; or why there is none.",
        (
            MEASURE,
            COUNCIL,
            PERIOD,
            SERVICE,
            MEASURE_KIND,
            NATION,
            STATUS,
            FROM,
            TO,
            NEWEST,
        ),
        ("measure_value", "measure", "council", "edition"),
    ),
    Resource(
        "judgements",
        "api/judgements",
        "What may be said of a figure beside the peers of a model, and why not.",
        (
            MEASURE,
            COUNCIL,
            PERIOD,
            SERVICE,
            MODEL,
            WORD,
            NATION,
        ),
        ("judgement", "measure_value", "measure", "council", "edition"),
    ),
    Resource(
        "spending",
        "api/spending",
        "Spending by service in pounds, cash and real, whole and per resident, with its status.",
        (
            COUNCIL,
            SERVICE,
            PERIOD,
            COMPONENT,
            NATION,
        ),
        ("spending_per_head", "spending", "council", "edition"),
    ),
    Resource(
        "events",
        "api/events",
        "Section 114 notices, exceptional support, interventions, inspections, reorganisations.",
        (
            EVENT_KIND,
            COUNCIL,
            NATION,
        ),
        ("council_event",),
    ),
    Resource(
        "frameworks",
        "framework/all",
        "Frameworks of outcomes by which councils are looked at.",
        tables=("framework",),
    ),
    Resource(
        "standings",
        "framework/standing",
        "How a council stands on every metric of a framework, or why nothing is said.",
        (
            ONE_COUNCIL,
            Parameter(
                "framework",
                "text",
                "The framework, by the key that /frameworks gives.",
                "local_outcomes",
                offered=("framework/all", "framework"),
                required=True,
            ),
            Parameter(
                "model",
                "text",
                "The peer model.",
                "usual",
                offered=("api/peer_models", "model"),
                usual="usual",
            ),
        ),
        ("framework_metric", "framework_figure", "measure_value", "judgement", "measure"),
    ),
    Resource(
        "reorganisations",
        "api/reorganisations",
        "Areas that are being reorganised, and into what each council goes.",
        (
            Parameter(
                "state", "text", "Decided, or proposed.", "decided", fixed=("decided", "proposed")
            ),
            COUNCIL,
        ),
        ("reorganisation_part", "reorganisation"),
    ),
    Resource(
        "payments",
        "payments/rows",
        "Payments that councils published, each with its place in the council’s file.",
        (
            SUPPLIER_WORDS,
            PAID,
            COUNCIL,
            OF_SERVICE,
            OF_CATEGORY,
            FROM_MONTH,
            TO_MONTH,
            LEAST,
            MOST,
            DESCRIBED,
            CARDS,
            CREDITS,
            ORDER,
        ),
        ("ledger.payment", "ledger.payment_file", "ledger.supplier", "ledger.wording", "council"),
        asks=payments,
    ),
    Resource(
        "categories",
        "payments/categories",
        "The common categories that payments are sorted into, and whether they are bought.",
        tables=("ledger.category",),
    ),
    Resource(
        "suppliers",
        "api/suppliers",
        "Suppliers over all councils; with council, category or period sums are of these alone.",
        (FIND, SUPPLIER, COUNCIL, OF_CATEGORY, YEAR, COMPANY),
        ("ledger.supplier", "ledger.supplier_family", "council"),
        asks=suppliers,
    ),
    Resource(
        "sources",
        "source/all",
        "Publishers, licences and known problems of what the figures are taken from.",
        tables=("source",),
    ),
    Resource(
        "editions",
        "api/editions",
        "The edition in place and those that are kept: what as_of takes, and where files are.",
        tables=("edition",),
        asks=every_edition,
        depends=archive.stamp,
        meanings=OF_EDITIONS,
    ),
)
BY_PATH = {one.path: one for one in RESOURCES}
