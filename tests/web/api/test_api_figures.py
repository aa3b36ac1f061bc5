"""What the API gives is what the pages show: the same figures as their own queries."""

import pytest

import queries
from queries import ask
from tests.web.api.calling import get
from web.api.documentation import example
from web.api.resources import RESOURCES

SAMPLE = 12


@pytest.fixture(params=["world", "edition"])
def held(request):
    """First the small world, then the edition where one is assembled."""
    if request.param == "world":
        request.getfixturevalue("world")
    elif not queries.EDITION.exists():
        pytest.skip("there is no assembled edition (python -m data.build assemble)")


def councils() -> list[tuple[str, str]]:
    """Code and slug of some, spread over the list."""
    rows = ask("council/names").select("council", "slug").rows()
    return rows[:: max(1, len(rows) // SAMPLE)]


@pytest.mark.usefixtures("held")
def test_values_are_those_of_compare():
    met = 0
    measures = ask("search/measures")["measure"].to_list()
    for code, slug in councils():
        rows = get("values", f"council={slug}&newest=true&limit=50000").json()["data"]
        ours = {(row["measure"], row["period"]): row for row in rows if row["measure"] in measures}
        page = ask(
            "compare/figures",
            council=code,
            model="usual",
            others=[],
            measures=[measure for measure, _ in ours],
            periods=[period for _, period in ours],
        )
        for row in page.filter(council=code).rows(named=True):
            one = ours[row["measure"], row["period"]]
            assert one["status"] == row["status"]
            for ours_name, theirs in (
                ("real_value", "value"),
                ("real_lower", "lower"),
                ("real_upper", "upper"),
            ):
                assert one[ours_name] == row[theirs]
            met += 1
    assert met > 20


@pytest.mark.usefixtures("held")
def test_spending_is_that_of_the_councils_page():
    met = 0
    for code, slug in councils():
        rows = get(
            "spending", f"council={slug}&component=net_current_expenditure&limit=50000"
        ).json()
        ours = {(row["service"], row["period"]): row["real_per_head_gbp"] for row in rows["data"]}
        for period in ask("council/spending_years", council=code)["period"].to_list()[:2]:
            page = ask("council/matrix", council=code, model="usual", others=[], period=period)
            for row in page.filter(page["spend"].is_not_null()).rows(named=True):
                assert ours[row["service"], period] == row["spend"]
                met += 1
    assert met > 20


@pytest.mark.usefixtures("held")
def test_judgements_are_those_of_compare():
    met = 0
    for code, slug in councils():
        rows = get("judgements", f"council={slug}&limit=50000").json()["data"]
        ours = {(row["measure"], row["period"], row["model"]): row for row in rows}
        asked = sorted({(measure, period) for measure, period, _ in ours})[:SAMPLE]
        for measure, period in asked:
            page = ask("compare/peer_models", council=code, measures=[measure], periods=[period])
            for row in page.rows(named=True):
                one = ours[measure, period, row["model"]]
                for name in ("word", "peers_n", "peers_median", "below_n", "holds_n"):
                    assert one[name] == row[name]
                met += 1
    assert met > 20


@pytest.mark.skipif(
    not queries.EDITION.exists(), reason="needs the assembled edition: make run makes it"
)
@pytest.mark.parametrize(
    "address",
    [
        *map(example, RESOURCES),
        "judgements?word=better,worse&model=usual&limit=5",
        "places?postcode=LS1",
        "councils?council=Leeds+City+Council",
    ],
)
def test_the_examples_find_something_in_the_edition(address):
    path, _, query = address.partition("?")
    answer = get(path, query)
    assert answer.status == 200 and answer.json()["total"] > 0
