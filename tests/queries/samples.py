"""For each parameter that queries take, values to ask with: usual, absent, hostile."""

from queries import _run

HOSTILE = "'; DROP TABLE council; --"
PERIODS = ("2023-24", "2022-23")
MEASURES = "SELECT measure FROM measure ORDER BY position LIMIT 3"
COUNCILS = """SELECT any_value(council ORDER BY council) FROM council
              WHERE class <> 'other' GROUP BY class, ends IS NULL ORDER BY 1"""


def values_of(takes: dict[str, str]) -> dict[str, list[object]]:
    """Parameter -> values to try; what isn't known here takes an empty and a hostile text."""
    fixed = {
        "money": ["real_per_head", "cash_total"],
        "model": ["same_class", "ons_global", "own"],
        "period": list(PERIODS),
        "on_day": ["2026-11-30"],
        "spending_period": ["2023-24", None],
        "service": ["total", "environment"],
        "nation": ["England", "Scotland"],
        "groups": [["single", "district"], []],
        "prices": ["real", "cash"],
        "parts": [False, True],
        "lines": [False, True],
        "component": [None, "employees"],
        "class": [None, "district"],
        "region": [None, "North"],
        "slug": [None, "aldby"],
        "comparison_group": ["single", "scottish"],
        "basis": ["budget", "outturn"],
        "family": ["reserves", "borrowing"],
        "kinds": [["outcome", "activity"], ["spend"]],
        "services": [["environment", "highways"], []],
        "postcode": ["AA11ZZ", None],
        "sector": ["AA1 1", None],
        "outward": ["AA1"],
        "part": ["homes_spending", "reading_rooms"],
        "deliverer": ["private", "own"],
        "framework": ["made_up", "local_outcomes"],
        "study": ["made_up_2020", "bach_mortensen_2023"],
        "places": [["MAA", "UNA"], []],
        "series": ["old register", "new register", "one register"],
        "councils": [["MAA", "CSH"], None, []],
    }
    fixed |= {
        "supplier": [2, 0],
        "supplier_slug": ["acme-care", "acme-car"],
        "words": [["acme", "ltd"], ["%"], []],
        "most": [20, 2],
        "skip": [0, 5],
        "category": [None, "home_care"],
        "least": [2, 1],
        "supplier_words": [None, ["acme", "care"], ["%"]],
        "words_like": [None, "%refuse%"],
        "way": ["by_place", "by_supplier"],
        "sort": [None, "newest", "largest", "smallest", "oldest", "money"],
        "rows": [None, 20, 5],
        "first": [None, "2022-04-01"],
        "last": [None, "2023-03-01"],
        "first_year": [None, "2022-23"],
        "last_year": [None, "2023-24"],
        "least_gbp": [None, 0.29],
        "most_gbp": [None, 3_000.0],
        "cards": ["with", "without", "only"],
        "credits": ["with", "without", "only"],
        "suppliers": [True, False],
        "slugs": [["acme-care", "bold-bins"], []],
        "kinds": [["home_care", ""], []],
    }
    fixed["council"] = _run(COUNCILS, {}).to_series().to_list()
    fixed["measure"] = _run(MEASURES, {}).to_series().to_list()
    fixed["others"] = [fixed["council"], []]
    fixed["measures"] = [fixed["measure"], []]
    fixed["periods"] = [[PERIODS[0]] * len(fixed["measure"]), []]
    hostile = {"text": HOSTILE, "text[]": [HOSTILE], "integer": -1, "double": -1.0, "boolean": True}
    return {one: [*fixed.get(one, []), hostile[kind]] for one, kind in takes.items()}


def calls(takes: dict[str, str]) -> list[dict[str, object]]:
    """Calls that together use every value of every parameter at least once."""
    values = values_of(takes)
    longest = max((len(tried) for tried in values.values()), default=1)
    return [{one: tried[n % len(tried)] for one, tried in values.items()} for n in range(longest)]
