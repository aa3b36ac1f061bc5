"""Residents, prices and measures of the world. Every status has a row."""

from tests.world.places import COUNCILS, YEARS

PRINCIPAL = [row for row in COUNCILS if row["class"] != "other"]
SPARSE_RESIDENTS = 900
# A thousand residents more for each council of the list, so that all differ.
RESIDENTS = {
    row["council"]: SPARSE_RESIDENTS if row["sparse"] else 100_000 + 1_000 * number
    for number, row in enumerate(PRINCIPAL)
}
INDEX = {row["period"]: 80 + 20 * n / (len(YEARS) - 1) for n, row in enumerate(YEARS)}


def exists(council: dict, period: dict) -> bool:
    began = council["starts"] is None or council["starts"] <= period["starts"]
    return began and (council["ends"] is None or council["ends"] >= period["ends"])


def tables() -> dict[str, list[dict]]:
    return {
        "deflator": [
            {"period": p, "index": i, "base": "2024-25", "status": "published", "source": "numbers"}
            for p, i in INDEX.items()
        ],
        "population": [
            {
                "council": council["council"],
                "year": period["starts"].year,
                "residents": RESIDENTS[council["council"]],
                "source": "numbers",
            }
            for council in PRINCIPAL
            for period in YEARS
            if exists(council, period)
        ],
        "measure": [measure(*row) for row in MEASURES],
        "measure_source": [{"measure": row[0], "source": "numbers"} for row in MEASURES],
        "value": [row for one in MEASURES for row in values(*one)],
    }


ENGLAND = ["England"]
MEASURES = [
    (
        "bins_recycled",
        "environment",
        "outcome",
        "higher",
        "wilson",
        ["England", "Scotland", "Wales"],
    ),
    ("roads_poor", "highways", "outcome", "lower", "none", ENGLAND),
    ("children_seen", "children", "outcome", "neither", "wilson", ENGLAND),
    ("cost_per_bin", "environment", "spend", "neither", "none", ["Scotland"]),
    ("hills", "place", "context", "neither", "none", ENGLAND),
]


def measure(key, service, kind, polarity, method, nations):
    return {
        "measure": key,
        "family": "made_up",
        "title": key.replace("_", " ").capitalize(),
        "official_title": f"Official {key}",
        "question": f"How about {key}?",
        "service": service,
        "kind": kind,
        "describes": "council",
        "unit": "£" if kind == "spend" else "%",
        "decimals": 1,
        "polarity": polarity,
        "numerator": "cases",
        "denominator": "all",
        "interval_method": method,
        "min_denominator": 50.0 if key == "bins_recycled" else None,
        "price_basis": "cash" if kind == "spend" else "not_money",
        "caveats": ["Made up."],
        "breaks": ["2019-20"] if key == "roads_poor" else [],
        "circumstances": ["density_doublings"] if key == "bins_recycled" else [],
        "circumstances_because": ["Made up."] if key == "bins_recycled" else [],
        "comparable_from": None,
        "nations": nations,
        "headline": key == "bins_recycled",
        "position": [row[0] for row in MEASURES].index(key),
    }


def values(key, service, kind, polarity, method, nations) -> list[dict]:
    rows = []
    for number, council in enumerate(PRINCIPAL):
        for n, period in enumerate(YEARS):
            if exists(council, period):
                row = {"measure": key, "council": council["council"], "period": period["period"]}
                rows.append(row | _figure(council, number, n, method, nations))
    return rows


def _figure(council: dict, number: int, n: int, method: str, nations: list[str]) -> dict:
    absent = {"value": None, "numerator": None, "denominator": None, "lower": None, "upper": None}
    if council["nation"] not in nations:
        return absent | {"status": "not_collected", "source": None, "note": None}
    if council["council"] == "MAE":
        return absent | {"status": "suppressed", "source": "numbers", "note": "Small numbers."}
    value = 30.0 + number + n
    half = 1.0 if method == "wilson" else None
    # Measured in another way: shown, but in nobody's comparison.
    flagged = council["council"] == "MAC" and method == "none"
    newest = n == len(YEARS) - 1
    return {
        "value": value,
        "numerator": value,
        # Too few cases to be judged, or to set a scale, in one council.
        "denominator": 20.0 if council["council"] == "MAD" else 100.0,
        "lower": half and value - half,
        "upper": half and value + half,
        "status": "not_comparable" if flagged else "estimated" if newest else "published",
        "source": "numbers",
        "note": None,
    }
