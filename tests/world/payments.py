"""Payments of the world: six councils, hostile names, cards, credits, months that are missing."""

from datetime import date

THRESHOLDS = {"MAA": 500, "MAB": 500, "MAC": 250, "UNA": 500, "CSH": 500, "DIA": 250}
# Twenty-four months; Carrby's ledger has no June 2022, Ashford Vale's begins late.
MONTHS = [date(2022 + (3 + n) // 12, (3 + n) % 12 + 1, 1) for n in range(24)]
MISSING = {("MAC", date(2022, 6, 1)), *(("DIA", month) for month in MONTHS[:6])}

# slug, name, kind, spellings, councils that pay it
SUPPLIERS = [
    ("private-persons", "Private person (name withheld)", "person", [], list(THRESHOLDS)),
    ("withheld-by-council", "Name withheld by the council", "redacted", [], ["MAA", "MAB"]),
    (
        "acme-care",
        "Acme Care Ltd",
        "organisation",
        ["ACME CARE LIMITED", "Acme Care Ltd (North)"],
        ["MAA", "MAB", "MAC", "UNA", "CSH"],
    ),
    ("bold-bins", "Bold Bins PLC", "organisation", ["BOLD BINS PLC."], ["MAA", "MAB", "DIA"]),
    ("tarmac-and-sons", "Tarmac & Sons", "organisation", [], ["CSH", "UNA", "MAC"]),
    ("script", "<script>alert('paid')</script>", "organisation", [], ["MAA"]),
    ("hyperlink", '=HYPERLINK("http://evil.example","Paid")', "organisation", [], ["MAA"]),
    ("right-to-left", "Honest \u202eDtl drawkcab", "organisation", [], ["MAA"]),
    ("one-town-only", "One Town Only", "organisation", [], ["UNA"]),
]
CATEGORIES = [
    ("home_care", "Care at home", True),
    ("waste_collection", "Collecting waste", True),
    ("highways_works", "Road works", True),
    ("grants", "Grants to voluntary organisations", False),
]
# department, purpose, category as published, service, category
WORDINGS = [
    ("Adult Services", "Home care visits", "Care contracts", "adult_social_care", "home_care"),
    ("Place", "Refuse collection", "Contractors", "environment", "waste_collection"),
    ("Highways", "Road resurfacing", "Contractors", "highways", "highways_works"),
    ("<b>Bold</b> & Co", "=1+1", "Other", None, None),
    ("Community", "Grant to hall", "Grants", "culture", "grants"),
]


def tables() -> dict[str, list[dict]]:
    payments = list(_payments())
    return {
        "publisher": [
            {
                "council": council,
                "source": "numbers",
                "threshold_gbp": least,
                "level": "as_published",
                "note": "Made up.",
            }
            for council, least in THRESHOLDS.items()
        ],
        "payment_file": [_file(number, council, payments) for number, council in FILES.items()],
        "set_aside": [{"file": 1, "sheet": "", "line": 900, "reason": "a total of the rows above"}],
        "category": [
            {
                "category": key,
                "plain_name": name,
                "explanation": f"{name}, made up.",
                "bought": bought,
                "position": place,
            }
            for place, (key, name, bought) in enumerate(CATEGORIES)
        ],
        "wording": [
            {
                "wording": number,
                "department": department,
                "purpose": purpose,
                "published_category": published,
                "service": service,
                "service_why": service and f"department says {department}",
                "category": category,
                "category_why": category and f"purpose says {purpose}",
            }
            for number, (department, purpose, published, service, category) in enumerate(WORDINGS)
        ],
        "supplier": [_supplier(number, payments) for number in range(len(SUPPLIERS))],
        "supplier_name": list(NAMES),
        "payment": payments,
        "month_held": [
            {"council": council, "month": month, "card": card, "files": 1}
            for council, month, card in sorted(
                {(row["council"], row["month"], row["card"]) for row in payments}
            )
        ],
    }


FILES = dict(enumerate(THRESHOLDS, 1))
NAMES = [
    {
        "published_name": len(SUPPLIERS) * place + number,
        "supplier": number,
        "name": name,
        "rule": "same_form" if place else "itself",
        "evidence": "The same without its ending." if place else "The spelling used most.",
    }
    for number, (_, most, _, spellings, _) in enumerate(SUPPLIERS)
    for place, name in enumerate([most, *spellings])
]


def _payments():
    """Each council pays each of its suppliers once a month, a little more every month."""
    for file, council in FILES.items():
        line = 1
        for n, month in enumerate(MONTHS):
            if (council, month) in MISSING:
                continue
            for number, (_, _, _, spellings, payers) in enumerate(SUPPLIERS):
                if council not in payers:
                    continue
                line += 1
                place = (n + file) % (len(spellings) + 1)
                yield {
                    "council": council,
                    "month": month,
                    # One council writes months only.
                    "day": None if council == "CSH" else month.replace(day=1 + number),
                    # A credit at times.
                    "amount_pence": -12_345
                    if (n, number) == (3, 2)
                    else 100_000 * (number + 1) + n,
                    "supplier": number,
                    "published_name": len(SUPPLIERS) * place + number,
                    "wording": number % len(WORDINGS),
                    "card": number == 4,
                    "reference": f"{council}{line:05}",
                    "file": file,
                    "sheet": "",
                    "line": line,
                }


def _file(number: int, council: str, payments: list[dict]) -> dict:
    own = [row for row in payments if row["file"] == number]
    return {
        "file": number,
        "council": council,
        "source": "numbers",
        "path": f"payments/{council.lower()}/all.csv",
        "outcome": "read",
        "reason": None,
        "held": True,
        "payments": len(own),
        "set_aside": int(number == 1),
        "amount_pence": sum(row["amount_pence"] for row in own),
        "first_day": min(row["month"] for row in own),
        "last_day": max(row["day"] or row["month"] for row in own),
        "cards": False,
        "encoding": "utf-8",
        "dialect": "comma, CRLF",
        "confidence": 0.95,
        "columns": '{"amount": "Net Amount"}',
        "problems": ["Made up."],
    }


def _supplier(number: int, payments: list[dict]) -> dict:
    slug, name, kind, spellings, payers = SUPPLIERS[number]
    own = [row for row in payments if row["supplier"] == number]
    return {
        "supplier": number,
        "slug": slug,
        "name": name,
        "kind": kind,
        "company_number": "01234567" if slug == "acme-care" else None,
        "names": len(spellings) + 1,
        "councils": len(payers),
        "payments": len(own),
        "amount_pence": sum(row["amount_pence"] for row in own),
        "first_month": min(row["month"] for row in own),
        "last_month": max(row["month"] for row in own),
    }
