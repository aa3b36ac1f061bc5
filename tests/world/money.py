"""What the councils of the world spend, take in, hold and owe."""

from tests.world.figures import PRINCIPAL, exists
from tests.world.places import YEARS

UPPER = ["education", "children", "adult_social_care", "highways"]
LOWER = ["housing", "environment", "planning"]
BY_CLASS = {
    "county": UPPER,
    "district": LOWER,
    "unitary": UPPER + LOWER,
    "metropolitan_district": UPPER + LOWER,
    "london_borough": UPPER + LOWER,
    # Wales by its own list of services; from a compiler's table in every year.
    "welsh": ["education", "social_care_combined", "housing_with_benefit", "environment"],
}
WELSH = {row["council"] for row in PRINCIPAL if row["class"] == "welsh"}
CELL = {"source_file": "made-up.csv", "source_row": 1, "source_column": "A"}
DERIVED_YEAR, MISSING = "2024-25", ("MAB", "2022-23")
# The one return that tells running expenses apart.
GROSS = ("MAA", "2022-23")
# What one service of one return is made of: the rest of it is in no line.
SERVICE_LINES = [("foster_carers", "Foster carers", 0.4), ("youth_clubs", "Youth clubs", 0.0)]
LINES = [
    ("council_tax", "funding"),
    ("revenue_support_grant", "funding"),
    ("reserves_used", "funding"),
    ("revenue_expenditure", "funding"),
    ("reserves_unallocated", "reserves"),
    ("borrowing_total", "borrowing"),
    ("band_d", "council_tax"),
    ("band_d_police", "council_tax"),
    ("band_d_county", "council_tax"),
    ("adult_social_care_precept", "council_tax"),
    ("tax_base", "council_tax"),
    ("area_band_d", "council_tax"),
    ("tax_received", "council_tax"),
    ("tax_received_own_year", "council_tax"),
    ("tax_received_arrears", "council_tax"),
]
# Pounds; on 50,000 homes in Band D, £20 and £30 each.
CARE_PRECEPT = {"MAA": 1_000_000.0, "CSH": 1_500_000.0}
EVIDENCE = {"evidence_url": "https://example.org/report (1)", "as_of": "2024-10-01"}
EVENTS = [
    {
        "council": "MAA",
        "kind": kind,
        "happened": happened,
        "precision": precision,
        "value_gbp": value,
        "revised_gbp": 80e6 if kind == "exceptional_support" else None,
        "says": says,
        "source": "compiled",
    }
    | EVIDENCE
    for kind, happened, precision, value, says in [
        ("section_114", "2023-09-05", "day", None, "Overspend"),
        ("section_114", "2018-07", "month", None, "Overspend"),
        ("exceptional_support", "2024-25", "financial_year", 95.6e6, "As listed."),
        ("reorganisation_decided", "2025-10-28", "day", None, "Two councils in its place."),
    ]
]


def tables() -> dict[str, list[dict]]:
    return {
        "spending": list(_spending()),
        "service_line": [
            {
                "line": line,
                "service": "children",
                "part_of": None,
                "plain_name": name,
                "official_name": f"Official {line}",
                "position": number,
            }
            for number, (line, name, _) in enumerate(SERVICE_LINES)
        ],
        "spending_line": list(_spending_lines()),
        "finance_line": [
            {
                "line": line,
                "family": family,
                "plain_name": line.replace("_", " ").capitalize(),
                "official_name": f"Official {line}",
                "explanation": "Made up.",
                "position": number,
            }
            for number, (line, family) in enumerate(LINES)
        ],
        "finance": list(_finance()),
        "council_event": EVENTS,
    }


def amount_gbp(council: str, service: str, first_year: int) -> float:
    """Grows with the year and with the place in the list; housing earns more than it costs."""
    place = [row["council"] for row in PRINCIPAL].index(council)
    sign = -1 if service == "housing" else 1
    return sign * (
        1_000_000.0 * (1 + UPPER.count(service) * 9) + 50_000 * place + 10_000 * (first_year - 2017)
    )


def running_gbp(net_gbp: float) -> float:
    """Before fees and grants are taken off: never what the service costs net."""
    return 2.5 * abs(net_gbp) + 1_000


def _spending():
    for council in PRINCIPAL:
        services = BY_CLASS.get(council["class"], [])
        for period in YEARS:
            if services and exists(council, period):
                yield from _year(council["council"], services, period)


def _year(key: str, services: list[str], period: dict):
    label, first = period["period"], period["starts"].year
    missing, derived = (key, label) == MISSING, label == DERIVED_YEAR or key in WELSH
    shared = {
        "council": key,
        "period": label,
        "component": "net_current_expenditure",
        "status": "not_submitted" if missing else "derived" if derived else "published",
        "certified": None if derived or missing else key != "MAC",
        "source": "compiled" if derived else "numbers",
    } | CELL
    amounts = {service: amount_gbp(key, service, first) for service in services}
    for service, value in (amounts | {"total": sum(amounts.values())}).items():
        yield shared | {"service": service, "value_gbp": None if missing else value}
        if (key, label) == GROSS:
            gross = {"component": "running_expenses", "value_gbp": running_gbp(value)}
            yield shared | {"service": service} | gross


def _spending_lines():
    """Aldby's in 2021-22; of youth clubs it is not known what they cost."""
    for line, _, share in SERVICE_LINES:
        value = share * amount_gbp("MAA", "children", 2021) or None
        yield CELL | {
            "council": "MAA",
            "period": "2021-22",
            "line": line,
            "component": "net_current_expenditure",
            "value_gbp": value,
            "status": "published" if value else "not_submitted",
            "source": "numbers",
        }


def _finance():
    for council in PRINCIPAL:
        key, n = council["council"], len(council["name"])
        if council["nation"] == "Scotland":
            yield _line(key, "2024-25", "area_band_d", "set", 1_400.0 + n)
        if council["nation"] != "England" or council["ends"]:
            continue
        for line, value in (
            ("council_tax", 60e6),
            ("revenue_support_grant", 40e6),
            ("reserves_used", -5e6),
        ):
            yield _line(key, "2022-23", line, "budget", value + n) | {"status": "budget"}
        planned = _line(key, "2022-23", "revenue_expenditure", "budget", 95e6 + 3 * n)
        yield planned | {"status": "budget"}
        for period in ("2018-19", "2020-21"):
            yield _line(key, period, "reserves_unallocated", "position", 10e6 + n)
        expected = _line(key, "2021-22", "reserves_unallocated", "position", -2e6)
        yield expected | {"status": "estimated"}
        yield _line(key, "2019-20", "borrowing_total", "position", 70e6 + n)
        yield _line(key, "2024-25", "band_d", "set", 1_500.0 + n)
        if key in CARE_PRECEPT:
            yield _line(key, "2024-25", "adult_social_care_precept", "set", CARE_PRECEPT[key])
            homes = _line(key, "2024-25", "tax_base", "set", 50_000.0)
            yield homes | {"unit": "dwellings"}
        if council["class"] != "county":
            yield _line(key, "2021-22", "tax_received", "outturn", 60e6)
            yield _line(key, "2022-23", "tax_received", "outturn", 65e6)
            yield _line(key, "2022-23", "tax_received_own_year", "outturn", 63e6)
            yield _line(key, "2022-23", "tax_received_arrears", "outturn", 2e6)
            yield _line(key, "2024-25", "band_d_police", "set", 250.0)
            yield _line(
                key, "2024-25", "band_d_county", "set", 1_000.0 if council["county"] else 0.0
            )


def _line(council: str, period: str, line: str, basis: str, value: float) -> dict:
    cell = {"unit": "gbp", "status": "published", "source": "numbers"} | CELL
    return {
        "council": council,
        "period": period,
        "line": line,
        "basis": basis,
        "value": value,
    } | cell
