"""Residents, prices, context and neighbours agree with what their publishers say in words."""

import pytest


@pytest.mark.parametrize(
    ("nation", "residents"),
    [("United Kingdom", 69_281_437), ("England", 58_620_101)],
)
def test_residents_of_2024(ask, nation, residents):
    sql = (
        "SELECT sum(residents) FROM population JOIN council USING (council) WHERE year = 2024 "
        "AND tier IN ('single', 'lower') AND ends IS NULL AND $1 IN (nation, 'United Kingdom')"
    )
    assert ask(sql, nation) == [(residents,)]


def test_every_council_of_today_has_residents_in_every_year(ask):
    sql = (
        "SELECT count(*), min(years) FROM (SELECT council, count(*) AS years FROM population "
        "JOIN council USING (council) WHERE ends IS NULL GROUP BY council)"
    )
    assert ask(sql) == [(382, 24)]


def test_an_abolished_county_has_the_residents_of_who_followed_on_the_same_area(ask):
    sql = "SELECT sum(residents) FROM population WHERE year = 2019 AND council IN "
    assert ask(sql + "('CMA')") == ask(sql + "('CBD', 'WAF')")
    assert ask(sql + "('NTH')") == ask(sql + "('NNT', 'WNT')")


def test_dorsets_county_is_no_sum_of_todays_councils_so_it_has_none(ask):
    assert ask("SELECT count(*) FROM population WHERE council = 'DOR'") == [(0,)]


def test_nobody_has_residents_after_the_end(ask):
    sql = (
        "SELECT council, year FROM population JOIN council USING (council) "
        "WHERE make_date(year, 6, 30) > ends"
    )
    assert ask(sql) == []


def test_districts_abolished_in_2023_add_to_their_county_in_the_census_year(ask):
    sql = (
        "SELECT sum(residents) FROM population JOIN council USING (council) "
        "WHERE year = 2021 AND county = $1 AND source = 'fly-tipping'"
    )
    for county in ("NYK", "CMA", "SOM"):
        whole = ask("SELECT residents FROM population WHERE council = $1 AND year = 2021", county)
        assert ask(sql, county) == whole, county


def test_prices_are_of_2024_25(ask):
    index = dict(ask("SELECT period, index FROM deflator WHERE status = 'outturn'"))
    assert index["2024-25"] == 100
    assert index["2010-11"] == pytest.approx(69.1039)
    assert index["2022-23"] == pytest.approx(91.5651)
    assert max(index) == "2024-25"


@pytest.mark.parametrize(
    ("model", "council", "first"),
    [
        ("ons_global", "HPL", "ROT"),
        ("ons_economic", "MDB", "LIV"),
        ("dfe_childrens", "BDG", "ENF"),
    ],
)
def test_first_neighbours_as_published(ask, model, council, first):
    sql = "SELECT neighbour FROM neighbour WHERE model = $1 AND council = $2 AND rank = 1"
    assert ask(sql, model, council) == [(first,)]


def test_no_neighbour_is_a_combined_authority_or_abolished(ask):
    sql = (
        "SELECT count(*) FROM neighbour n JOIN council c ON c.council = n.neighbour "
        "WHERE c.class = 'other' OR c.ends IS NOT NULL"
    )
    assert ask(sql) == [(0,)]


def test_closeness_is_in_five_words(ask):
    found = ask("SELECT DISTINCT closeness FROM neighbour WHERE model = 'dfe_childrens'")
    assert {word for (word,) in found} == {
        "Extremely close",
        "Very close",
        "Close",
        "Somewhat close",
        "Not close",
    }


@pytest.mark.parametrize(
    ("council", "indicator", "period", "value"),
    [
        ("HPL", "imd_average_score", "2025", 37.58),
        ("HPL", "imd_average_score", "2019", 35.037),
        ("HPL", "imd_rank", "2025", 6),
        ("HPL", "income_deprived_pct", "2025", 35.7),
        ("DRS", "uk_deprivation_decile", "2020", 1),
        ("HPL", "households", "2021-03-21", 40930),
        ("CMA", "dwellings", "2022", 254_000),
    ],
)
def test_context_as_published(ask, council, indicator, period, value):
    sql = "SELECT value FROM context WHERE council = $1 AND indicator = $2 AND period = $3"
    assert ask(sql, council, indicator, period)[0][0] == pytest.approx(value, rel=0.02)


def test_every_indicator_has_its_words(ask):
    sql = "SELECT DISTINCT indicator FROM context ANTI JOIN context_indicator USING (indicator)"
    assert ask(sql) == []


def test_hexagons_do_not_share_a_place(ask):
    assert ask("SELECT count(*), count(DISTINCT (q, r)) FROM hex") == [(361, 361)]
