"""The parameters by which rows are narrowed, as several resources share them."""

from web.api.parameters import Parameter

NATIONS = ("England", "Scotland", "Wales", "Northern Ireland")
STATUSES = (
    "published",
    "estimated",
    "derived",
    "not_responsible",
    "not_submitted",
    "suppressed",
    "not_comparable",
    "not_collected",
    "not_held",
)


COUNCIL = Parameter(
    "council",
    "councils",
    "Councils, by slug (leeds), register code, ONS code, E-code or name.",
    "leeds,E08000032",
    takes="councils",
)
ONE_COUNCIL = Parameter(
    "council", "council", "One council, by slug, code or name.", "leeds", required=True
)
MEASURE = Parameter(
    "measure",
    "texts",
    "Measures, by the key that /measures gives.",
    "recycling_rate",
    offered=("search/measures", "measure"),
    takes="measures",
)
SERVICE = Parameter(
    "service",
    "texts",
    "Services, by the key that /services gives.",
    "environment",
    offered=("api/services", "service"),
    takes="services",
)
ONE_SERVICE = Parameter(
    "service",
    "text",
    "One service, by its key.",
    "environment",
    offered=("api/services", "service"),
)
PERIOD = Parameter(
    "period",
    "texts",
    "Periods, by the label that /periods gives.",
    "2023-24",
    offered=("api/periods", "period"),
    takes="periods",
)
NATION = Parameter("nation", "text", "Councils of one nation.", "England", fixed=NATIONS)
MODEL = Parameter(
    "model",
    "text",
    "The peer model, by the key that /peer_models gives.",
    "usual",
    offered=("api/peer_models", "model"),
)

CLASS = Parameter(
    "class",
    "text",
    "Councils of one class.",
    "district",
    fixed=(
        "london_borough",
        "metropolitan_district",
        "unitary",
        "county",
        "district",
        "scottish",
        "welsh",
        "northern_irish",
    ),
)
WORD = Parameter(
    "word",
    "texts",
    "Rows with these words.",
    "better,worse",
    (
        "better",
        "somewhat_better",
        "similar",
        "somewhat_worse",
        "worse",
        "higher",
        "lower",
        "position",
        "grade",
        "not_judged",
    ),
    takes="words",
)
COMPONENT = Parameter(
    "component",
    "text",
    "A part of the whole; net current expenditure is what a service cost.",
    "net_current_expenditure",
    fixed=(
        "net_current_expenditure",
        "employees",
        "running_expenses",
        "total_expenditure",
        "sales_fees_charges",
        "other_income",
        "total_income",
    ),
)
EVENT_KIND = Parameter(
    "kind",
    "text",
    "Events of one kind.",
    "section_114",
    fixed=(
        "section_114",
        "exceptional_support",
        "intervention",
        "inspection",
        "reorganisation_decided",
        "reorganisation_proposed",
    ),
)
STATUS = Parameter(
    "status",
    "texts",
    "Rows of these statuses.",
    "published",
    STATUSES,
    takes="statuses",
)
MEASURE_KIND = Parameter(
    "kind",
    "text",
    "Measures of one kind.",
    "outcome",
    fixed=("spend", "outcome", "activity", "context", "finance", "delivery"),
)
POSTCODE = Parameter(
    "postcode", "postcode", "A postcode, a sector or an outward code.", "LS1 1UR", required=True
)
FROM = Parameter(
    "from", "date", "Periods that end on this day or later.", "2020-01-01", takes="first"
)
TO = Parameter("to", "date", "Periods that end on this day or earlier.", "2025-03-31", takes="last")
NEWEST = Parameter(
    "newest", "boolean", "true: each measure in the period that pages compare it in.", "true"
)
