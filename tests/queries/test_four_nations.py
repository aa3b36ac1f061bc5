"""All four nations on every page's questions, and nobody beside a council of another nation."""

import polars as pl
import pytest

import queries
from queries import ask

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
NATIONS = {"England": 317, "Scotland": 32, "Wales": 22, "Northern Ireland": 11}


def rows_of(sql: str) -> list[tuple]:
    return queries._run(sql, {}).rows()


def test_at_least_380_of_382_councils_have_spending():
    ((councils, with_spending),) = rows_of(
        "SELECT count(*), count(*) FILTER (EXISTS (FROM spending s WHERE s.council = c.council "
        "AND s.value_gbp IS NOT NULL)) FROM council c WHERE class <> 'other' AND ends IS NULL"
    )
    assert councils == 382
    assert with_spending >= 380


def test_every_council_has_results_or_a_status_for_each():
    assert rows_of("FROM value WHERE value IS NULL AND status IS NULL LIMIT 1") == []
    without = rows_of(
        "SELECT council FROM council c WHERE class <> 'other' AND ends IS NULL AND NOT EXISTS "
        "(FROM value v WHERE v.council = c.council AND v.value IS NOT NULL)"
    )
    assert without == []


def test_a_year_without_spending_says_why():
    assert (
        rows_of("FROM spending WHERE value_gbp IS NULL AND status IN ('published', 'derived')")
        == []
    )


def test_no_peer_that_counts_lies_in_another_nation():
    assert (
        rows_of(
            "SELECT p.council, p.peer FROM comparable_peer p JOIN council a USING (council) "
            "JOIN council b ON b.council = p.peer WHERE a.nation <> b.nation LIMIT 5"
        )
        == []
    )


def test_every_council_has_usual_peers():
    without = rows_of(
        "SELECT name FROM council c WHERE class <> 'other' AND ends IS NULL AND NOT EXISTS "
        "(FROM comparable_peer p WHERE p.council = c.council AND p.model = 'usual')"
    )
    assert without == []


@pytest.mark.parametrize("nation", NATIONS)
def test_a_nation_has_its_spending_on_explorer_map_service_and_compare(nation):
    years = ask("explorer/years", nation=nation)
    newest = "2023-24" if nation == "Northern Ireland" else "2024-25"
    assert newest in years["period"].to_list()
    measures = ask("map/measures", nation=nation)
    assert measures.filter(kind="spend").height > 5
    assert measures.filter(pl.col("kind") == "outcome").height > 3
    groups = ask("service/groups").filter(nation=nation)
    assert groups.height > 3


@pytest.mark.parametrize("nation", NATIONS)
def test_a_nation_has_judgements_to_take_away(nation):
    ((judged,),) = rows_of(
        "SELECT count(DISTINCT council) FROM judgement JOIN council c USING (council) "
        f"WHERE c.nation = '{nation}' AND c.ends IS NULL AND c.class <> 'other'"
    )
    assert judged >= 0.97 * NATIONS[nation]


def test_a_county_lies_among_its_districts():
    """The register's own points of counties lie elsewhere: Kent's was four km from Newham."""
    counties = rows_of(
        "SELECT c.name FROM council c JOIN council d ON d.county = c.council AND d.ends IS NULL "
        "WHERE c.class = 'county' AND c.ends IS NULL GROUP BY c.name, c.longitude, c.latitude "
        "HAVING c.longitude IS NULL "
        "OR c.longitude NOT BETWEEN min(d.longitude) AND max(d.longitude) "
        "OR c.latitude NOT BETWEEN min(d.latitude) AND max(d.latitude)"
    )
    assert counties == []
