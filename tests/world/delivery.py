"""Who delivers in the world: shares that add to 100, a year of another series, one that cannot."""

from tests.world.figures import PRINCIPAL, exists
from tests.world.money import BY_CLASS
from tests.world.places import YEARS

PARTS = [
    ("homes_spending", "children", "Spending on homes", "spending", "£", None),
    ("reading_rooms", "culture", "Reading rooms", "libraries", "libraries", 5.0),
    ("home_beds", "children", "Beds in homes", "places", "places", 20.0),
]
MODELS = ["own", "private", "voluntary", "unknown"]
# The definition changed after the fourth year.
SERIES = ["old register"] * 4 + ["new register"] * 4
UNBROKEN = "one register"  # of the beds
NO_PARTS = ("MAB", "2021-22")
NOT_SENT = ("MAC", "2022-23")
# So few beds that a share of them is compared with none.
FEW, FEW_BEDS = ("MAD", "2020-21"), 19.0
RUNS = {
    "homes_spending": {"children"},
    "reading_rooms": {"environment"},
    "home_beds": {"children"},
}
STUDY = {
    "study": "made_up_2020",
    "authors": "Nobody, A.",
    "year": 2020,
    "title": "On the effects of nothing",
    "journal": "Annals of Invention",
    "doi": "10.0000/none",
    "landing_url": "https://example.org/study",
    "code_url": "https://example.org/code",
    "read": "The abstract.",
    "population": "Everybody",
    "period": "2011 to 2020",
    "exposure": "Private share",
    "specification": "Made up.",
}
ESTIMATE = {
    "study": "made_up_2020",
    "result": "seen",
    "outcome": "Children seen, %",
    "exposure": "Private share",
    "estimate": 0.2,
    "lower": 0.1,
    "upper": 0.3,
    "n": 500,
    "councils": 100,
    "period": "2011 to 2020",
}
WAY = {
    "service": "children",
    "measure": "children_seen",
    "mechanism": "Whoever runs the beds sees the children in them.",
    "exposed": "Children in beds.",
    "reason": "Made up.",
}


def parts_pct(place: int, year: int) -> list[float]:
    """Own falls by two points a year, private rises by as much; voluntary differs by council."""
    voluntary = float(place % 5)
    own = 70.0 - 2 * year - voluntary
    return [own, 30.0 + 2 * year, voluntary, 0.0]


def beds_pct(place: int, year: int) -> list[float]:
    """Shares that move otherwise in each council, and pass a half lastingly in every fourth."""
    handed_over = 30 if place % 4 == 2 and year >= 4 else 0
    private = float(20 + place * 7 % 23 + (place + year) ** 2 % 5 + handed_over)
    return [100.0 - private, private, 0.0, 0.0]


def tables() -> dict[str, list[dict]]:
    return {
        "delivery_service": [
            {
                "delivery_service": key,
                "service": service,
                "plain_name": name,
                "official_name": f"Official {name.lower()}",
                "explanation": "Made up.",
                "counts": counts,
                "unit": unit,
                "min_total": least,
                "position": place,
            }
            for place, (key, service, name, counts, unit, least) in enumerate(PARTS)
        ],
        "delivery_model": [
            {
                "model": model,
                "plain_name": model.capitalize(),
                "official_name": f"Official {model}",
                "explanation": "Made up.",
                "position": place,
            }
            for place, model in enumerate(MODELS)
        ],
        "delivery": list(_delivery()),
        "study": [STUDY],
        "study_estimate": [
            ESTIMATE | {"kind": kind, "position": place, "says": says}
            for place, (kind, says) in enumerate(
                [
                    ("published", "One point more went with 0.2 points more."),
                    ("recomputed_plain", None),
                    ("bridge", "Their share with our outcome gives the same sign."),
                ]
            )
        ],
        "study_nearest": [
            {
                "result": "seen",
                "measure": "children_seen",
                "delivery_service": "homes_spending",
                "model": "private",
                "differs": ["Theirs is another country."],
            }
        ],
        "delivery_mechanism": [
            WAY | {"delivery_service": "home_beds", "model": "private", "expected": "higher"},
            WAY | {"delivery_service": "home_beds", "model": "own", "expected": "lower"},
            WAY | {"expected": "none"},
            {
                "service": "children",
                "delivery_service": "homes_spending",
                "measure": "children_seen",
                "reason": "Money sees nobody.",
            },
        ],
        "delivery_event": [
            {
                "council": "MAA",
                "service": "children",
                "delivery_service": None,
                "from_model": "own",
                "model": "voluntary",
                "organisation": "Aldby Children First <b>Trust</b>",
                "since": "2021-04",
                "until": None,
                "evidence_url": "https://example.org/trust",
                "evidence_dated": "2021-05-01",
                "says": "Aldby moved its children's services to a trust.",
                "source": None,
            }
        ],
    }


def _delivery():
    for place, council in enumerate(PRINCIPAL):
        services = set(BY_CLASS.get(council["class"], []))
        for key, *_, unit, _ in PARTS:
            if not services & RUNS[key]:
                continue
            for n, period in enumerate(YEARS):
                if exists(council, period):
                    yield from _one(council["council"], place, key, unit, n, period["period"])


def _one(council: str, place: int, key: str, unit: str, n: int, period: str):
    total = 1_000_000.0 * (place + 1) if unit == "£" else 100.0
    if key == "home_beds" and (council, period) == FEW:
        total = FEW_BEDS
    shares = beds_pct(place, n) if key == "home_beds" else parts_pct(place, n)
    for model, share in zip(MODELS, shares, strict=True):
        absent = (council, period) == NOT_SENT
        unsplit = (council, period) == NO_PARTS
        yield {
            "council": council,
            "period": period,
            "delivery_service": key,
            "model": model,
            "series": UNBROKEN if key == "home_beds" else SERIES[n],
            "value": None if absent else total * share / 100,
            "total": None if absent else total,
            "share_pct": None if absent or unsplit else share,
            "status": "not_submitted" if absent else "published",
            "source": "numbers",
            "source_file": "made-up.csv",
            "note": "Its parts do not make its whole." if unsplit else None,
        }
