"""A framework of the world: a metric of every manner of being held, or not."""

UPPER = ["county", "unitary", "metropolitan_district", "london_borough"]
EVERY = [*UPPER, "district"]


def metric(number: str, held: str, level: str = "all", **more: object) -> dict:
    title = None if held == "no_metric" else f"Official metric {number}"
    return {
        "framework": "made_up",
        "metric": number,
        "outcome": int(number.split(".")[0]),
        "title": f"Metric {number}",
        "official_title": title,
        "wording": "none" if title is None else "whole",
        "kind": "outcome",
        "polarity": "higher",
        "level": level,
        "level_says": "Asked of every council." if level == "all" else "Asked of upper councils.",
        "classes": EVERY if level == "all" else UPPER,
        "publisher": "Office of Invention",
        "held": held,
        "landing_url": more.get("landing_url"),
        "not_ranked_because": more.get("not_ranked_because"),
    }


METRICS = [
    metric("1.01", "exact", landing_url="https://example.org/bins"),
    metric("1.02", "exact", "upper"),
    metric("1.03", "not_held"),
    metric("1.04", "not_held", "upper"),
    metric("2.00", "no_metric"),
    metric("2.01", "derived", not_ranked_because="Too few."),
    metric("2.02", "near"),
]
FIGURES = [
    ("1.01", "bins_recycled", None, "exact", None),
    ("1.02", "roads_poor", None, "part", "Bad roads."),
    ("1.02", "hills", None, "part", "Hills."),
    ("2.01", "bins_recycled", None, "exact", None),
    ("2.02", None, "rain_mm", "near", "Rain, not bins."),
]


def tables() -> dict[str, list[dict]]:
    parts: dict[str, int] = {}
    figures = []
    for number, measure, indicator, relation, differs in FIGURES:
        parts[number] = parts.get(number, 0) + 1
        figures.append(
            {
                "framework": "made_up",
                "metric": number,
                "part": parts[number],
                "measure": measure,
                "indicator": indicator,
                "relation": relation,
                "differs": differs,
            }
        )
    return {
        "context_indicator": [
            {
                "indicator": "rain_mm",
                "plain_name": "Rain",
                "official_name": "Precipitation",
                "unit": "mm",
                "decimals": 0,
                "explanation": "Made up.",
                "position": 1,
            }
        ],
        "context": [
            {
                "council": "MAA",
                "indicator": "rain_mm",
                "period": period,
                "value": value,
                "source": "numbers",
            }
            for period, value in [("2022-23", 700.0), ("2023-24", 800.0)]
        ],
        "framework": [
            {
                "framework": "made_up",
                "title": "Framework of nothing",
                "publisher": "Office of Invention",
                "landing_url": "https://example.org/framework",
                "published": "2025-01-01",
                "nation": "England",
                "about": "Made up.",
                "cautions": ["It is made up."],
                "source": "numbers",
            }
        ],
        "framework_outcome": [
            {
                "framework": "made_up",
                "outcome": outcome,
                "title": f"Outcome {outcome}",
                "ambition": "all shall be well",
                "contextual": outcome == 2,
            }
            for outcome in (1, 2)
        ],
        "framework_metric": [row | {"position": position} for position, row in enumerate(METRICS)],
        "framework_figure": figures,
    }
