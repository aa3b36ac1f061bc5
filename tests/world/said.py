"""What councils of the world said of their figures, and what its edition changed."""

from datetime import date

HOSTILE = "Two [lorries](https://evil.example) were <b>late</b>; it cost $5 more."


def tables() -> dict[str, list[dict]]:
    return {"council_comment": COMMENTS, "edition_change": CHANGES}


COMMENTS = [
    {
        "council": "MAA",
        "measure": measure,
        "service": service,
        "period": period,
        "name": name,
        "role": "Director of Resources",
        "said_on": date(2024, 11, 5),
        "comment": comment,
        "address": "https://aldby.example/comment (1)",
    }
    for measure, service, period, name, comment in [
        ("bins_recycled", None, "2023-24", "A. Officer", HOSTILE),
        (None, "highways", None, "B. Member", "Roads were counted anew."),
    ]
]


def change(council, kind, series, what, figures, councils, first, last, *moved) -> dict:
    period, before, now = moved or (None, None, None)
    return {
        "council": council,
        "kind": kind,
        "series": series,
        "change": what,
        "figures": figures,
        "councils": councils,
        "first_period": first,
        "last_period": last,
        "period": period,
        "before": before,
        "now": now,
    }


CHANGES = [
    change(None, "measure", "children_seen", "new_series", 60, 12, "2017-18", "2024-25"),
    change(None, "measure", "roads_poor", "new_period", 12, 12, "2024-25", "2024-25"),
    change(None, "spending", "total", "new_period", 14, 14, "2024-25", "2024-25"),
    change(None, "measure", "bins_recycled", "revised", 3, 2, "2021-22", "2023-24"),
    change(
        "MAA",
        "measure",
        "bins_recycled",
        "revised",
        2,
        1,
        "2021-22",
        "2023-24",
        "2022-23",
        40,
        41.5,
    ),
    change(
        "MAB",
        "measure",
        "bins_recycled",
        "revised",
        1,
        1,
        "2021-22",
        "2021-22",
        "2021-22",
        40.01,
        40.02,
    ),
]
