"""The councils of the world: every class and nation, two tiers, mergers, a sparse one."""

from datetime import date

from data.build.recording import SCHEMA_VERSION

MERGED = date(2021, 4, 1)
LAST_DAY = date(2021, 3, 31)
NORTH, SOUTH = "North", "South"


def council(key, name, kind, nation="England", region=None, **more):
    tiers = {"county": "upper", "district": "lower", "other": "other"}
    return {
        "council": key,
        "name": name,
        "official_name": f"{name} Council",
        "other_names": more.pop("other_names", []),
        "slug": more.pop("slug", name.lower().replace(" ", "-")),
        "gss": more.pop("gss", None),
        "gss_before": [],
        "ecode": more.pop("ecode", None),
        "class": kind,
        "tier": tiers.get(kind, "single"),
        "nation": nation,
        "region": region if nation == "England" else nation,
        "sparse": more.pop("sparse", False),
    } | {column: more.get(column) for column in OPTIONAL}


OPTIONAL = ("county", "combined_authority", "fire_authority", "police_authority", "starts", "ends")

COUNCILS = [
    council("E6101", "Northland Fire", "other", region=NORTH, ecode="E6101"),
    council("E7001", "Northland Police", "other", region=NORTH, ecode="E7001"),
    *[
        council(
            key,
            name,
            "metropolitan_district",
            region=NORTH,
            gss=f"E080000{number}",
            fire_authority="E6101",
            police_authority="E7001",
            combined_authority="Northland",
        )
        for number, (key, name) in enumerate(
            [
                ("MAA", "Aldby"),
                ("MAB", "Bexholme"),
                ("MAC", "Carrby"),
                ("MAD", "Dunby"),
                ("MAE", "Elmby"),
            ],
            11,
        )
    ],
    council("CSH", "Midshire", "county", region=SOUTH),
    council("CSO", "Outshire", "county", region=SOUTH),
    council(
        "DIA", "Ashford Vale", "district", region=SOUTH, county="CSH", police_authority="E7001"
    ),
    council("DIB", "Brook & Hill", "district", region=SOUTH, county="CSH", slug="brook-and-hill"),
    council("DIC", "Churchdown", "district", region=SOUTH, county="CSO"),
    council("DID", "Dale", "district", region=SOUTH, county="CSO"),
    council("UNA", "Newtown", "unitary", region=SOUTH, starts=MERGED),
    council("UNB", "Porthaven", "unitary", region=SOUTH),
    council("UNC", "Quayside", "unitary", region=NORTH),
    council("UND", "St John's", "unitary", region=NORTH, slug="st-johns"),
    council("OLD", "Oldtown", "unitary", region=SOUTH, ends=LAST_DAY, other_names=["Old Town"]),
    council("OLE", "Oldport", "unitary", region=SOUTH, ends=LAST_DAY),
    council("LND", "Tiny City", "london_borough", region=SOUTH, sparse=True),
    council("LBA", "Lambridge", "london_borough", region=SOUTH),
    council("SCA", "Glenmore", "scottish", "Scotland", other_names=["An Gleann Mòr"]),
    council("SCB", "Strathby", "scottish", "Scotland"),
    council("WLA", "Abercwm", "welsh", "Wales", other_names=["Aber-cwm"]),
    council("NIA", "Ballymore", "northern_irish", "Northern Ireland"),
]
# One hexagon for each council of today that is no county, in rows of five.
STANDING = [row for row in COUNCILS if row["class"] not in ("other", "county") and not row["ends"]]
HEXAGONS = [
    {"council": row["council"], "q": place % 5, "r": place // 5}
    for place, row in enumerate(STANDING)
]
SQUARE = '{"type":"Polygon","coordinates":[[[%d,50],[%d,50],[%d,52],[%d,52],[%d,50]]]}'
BOUNDARIES = [
    {
        "layer": layer,
        "code": code,
        "council": council,
        "name": name,
        "vintage": "current",
        "geojson": SQUARE % (west, east, east, west, west),
    }
    for layer, code, council, name, west, east in [
        ("nation", "E92", None, "England", -4, 1),
        ("district", "E08", "MAA", "Aldby", -2, -1),
    ]
]
MODELS = [
    ("usual", "Statistical neighbours", "The neighbours that fit each service.", None, 0, None),
    ("ons_global", "Most alike overall", "The areas most alike.", "numbers", 1, 2),
    ("same_class", "Same kind of council", "Every council of its kind.", None, 7, 3),
    ("same_region", "Same region", "Every council of its region.", None, 8, None),
]
MODEL_COLUMNS = ("model", "title", "explanation", "source", "position", "usual_order")
NEIGHBOURS = [
    ("MAA", ["MAB", "UNC", "SCA", "LND"]),
    ("DIA", ["DIB", "DID", "DIC"]),
    ("CSH", ["CSO", "UNB"]),
]


def source(key: str, use: str = "publish") -> dict:
    return {
        "source": key,
        "title": f"Made-up {key}",
        "publisher": "Office of Invention",
        "licence": "OGL-UK-3.0",
        "attribution": "Contains inventions © nobody 2025. More of them",
        "landing_url": "https://example.org/",
        "published": "2025-01-01",
        "coverage": "the world",
        "use": use,
        "about": "Made up for tests.",
        "known_problems": ["It is made up."],
    }


def year(first: int) -> dict:
    label = f"{first}-{(first + 1) % 100:02}"
    starts, ends = date(first, 4, 1), date(first + 1, 3, 31)
    return {"period": label, "kind": "financial", "starts": starts, "ends": ends}


YEARS = [year(first) for first in range(2017, 2025)]
TABLES = {
    "source": [source("numbers"), source("compiled", "derived")],
    "period": YEARS,
    "edition": [
        {
            "name": "2025-01-01-world",
            "built_from": "nothing",
            "latest_spending_period": "2024-25",
            "price_base": "2024-25",
            "before": "2024-01-01-world",
            "schema_version": SCHEMA_VERSION,
        }
    ],
    "council": COUNCILS,
    "hex": HEXAGONS,
    "boundary": BOUNDARIES,
    "succession": [
        {"predecessor": key, "successor": "UNA", "takes_effect": MERGED, "kind": "merged"}
        for key in ("OLD", "OLE")
    ],
    "place_code": [
        {"scheme": "name", "code": "old town of yore", "council": "OLD"},
        {"scheme": "name", "code": "aldby city", "council": "MAA"},
    ],
    "postcode_sector": [
        {"sector": "AA1 1", "council": "MAA"},
        {"sector": "AA1 2", "council": "MAB"},
        {"sector": "AA2 1", "council": "DIA"},
    ],
    "postcode_exception": [{"postcode": "AA11ZZ", "council": "MAC"}],
    "neighbour_model": [
        dict(zip(MODEL_COLUMNS, row, strict=True)) | {"usual_services": []} for row in MODELS
    ],
    "neighbour": [
        {
            "model": "ons_global",
            "council": key,
            "neighbour": other,
            "rank": rank,
            "distance": rank / 10,
        }
        for key, others in NEIGHBOURS
        for rank, other in enumerate(others, 1)
    ],
}
