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

# Payments and suppliers: the search of the page about payments.
SUPPLIER_WORDS = Parameter(
    "supplier", "text", "Words of a supplier’s name, in any council’s spelling.", "capita"
)
PAID = Parameter("paid", "text", "One supplier, by the slug that /suppliers gives.", "capita")
OF_SERVICE = Parameter(
    "service",
    "text",
    "Payments whose words tell of this service; none: those whose words tell of no service.",
    "environment",
    offered=("payments/services", "service"),
    also=("none",),
)
OF_CATEGORY = Parameter(
    "category",
    "text",
    "Payments of one common category; none: those whose words do not tell.",
    "home_care",
    offered=("payments/categories", "category"),
    also=("none",),
)
FROM_MONTH = Parameter("from", "month", "Payments of this month or later.", "2024-04")
TO_MONTH = Parameter("to", "month", "Payments of this month or earlier.", "2025-03")
LEAST = Parameter("least", "number", "Payments of so many pounds or more.", "500")
MOST = Parameter("most", "number", "Payments of so many pounds or less.", "100000")
DESCRIBED = Parameter(
    "words", "text", "Words of a department, purpose or category as published.", "refuse"
)
CARDS = Parameter(
    "cards",
    "text",
    "With purchases by card, without them, or only those.",
    "without",
    fixed=("with", "without", "only"),
    usual="with",
)
CREDITS = Parameter(
    "credits",
    "text",
    "With credits (below zero), without them, or only those.",
    "without",
    fixed=("with", "without", "only"),
    usual="with",
)
ORDER = Parameter(
    "sort",
    "text",
    "Which payments come first.",
    "largest",
    fixed=("newest", "oldest", "largest", "smallest"),
    usual="newest",
)
FIND = Parameter(
    "find",
    "text",
    "Words of a supplier’s name, or a company number: the search of the page about suppliers.",
    "care",
)
SUPPLIER = Parameter("supplier", "texts", "Suppliers, by slug.", "capita")
COMPANY = Parameter(
    "company_number", "text", "The supplier with this number at Companies House.", "01234567"
)
YEAR = Parameter("period", "texts", "Financial years of the payments.", "2023-24")
