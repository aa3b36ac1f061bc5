"""Councils have the right names, tiers, regions, bodies and successors."""

import re

import pytest


def one(ask, council, columns):
    return ask(f"SELECT {columns} FROM council WHERE council = $1", council)[0]


@pytest.mark.parametrize(
    ("council", "name"),
    [
        ("KHL", "Hull"),
        ("BST", "Bristol"),
        ("DST", "Dorset"),
        ("DOR", "Dorset (county)"),
        ("NYE", "North Yorkshire"),
        ("NYK", "North Yorkshire (county)"),
        ("SMT", "Somerset"),
        ("SOM", "Somerset (county)"),
        ("KIN", "King's Lynn and West Norfolk"),
        ("RCT", "Rhondda Cynon Taf"),
        ("DUR", "County Durham"),
    ],
)
def test_plain_names(ask, council, name):
    assert one(ask, council, "name") == (name,)


def test_every_name_and_address_is_of_one_council(ask):
    assert ask("SELECT name FROM council GROUP BY name HAVING count(*) > 1") == []
    slugs = [slug for (slug,) in ask("SELECT slug FROM council")]
    assert len(slugs) == len(set(slugs))
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


@pytest.mark.parametrize(
    ("council", "slug"),
    [
        ("LDS", "leeds"),
        ("DST", "dorset"),
        ("DOR", "dorset-until-2019"),
        ("SMT", "somerset"),
        ("SOM", "somerset-until-2023"),
        ("SHN", "st-helens"),
        ("SHE", "folkestone-and-hythe"),
    ],
)
def test_addresses(ask, council, slug):
    assert one(ask, council, "slug") == (slug,)


@pytest.mark.parametrize(
    ("council", "other"),
    [("CRF", "Caerdydd"), ("AGY", "Ynys Môn"), ("ELS", "Western Isles"), ("SHE", "Shepway")],
)
def test_other_names_for_search(ask, council, other):
    assert other in one(ask, council, "other_names")[0]


@pytest.mark.parametrize(
    ("council", "region"),
    [
        ("KHL", "Yorkshire and The Humber"),
        ("YOR", "Yorkshire and The Humber"),
        ("NEL", "Yorkshire and The Humber"),
        ("NLN", "Yorkshire and The Humber"),
        ("LIN", "East Midlands"),
        ("DBY", "East Midlands"),
        ("FOR", "East of England"),
        ("CRF", "Wales"),
    ],
)
def test_regions_where_sources_go_wrong(ask, council, region):
    assert one(ask, council, "region") == (region,)


@pytest.mark.parametrize(
    ("council", "county", "fire", "police"),
    [
        ("ADU", "WSX", "WSX", "E7053"),
        ("LDS", None, "E6147", "E7047"),
        ("HCK", None, "E5100", "E5100"),
        ("LND", None, "E5100", "LND"),
        ("MAN", None, "E6348", "E7042"),
        ("CON", None, "CON", "E7051"),
        ("FOR", "SFK", None, None),
    ],
)
def test_who_else_is_responsible(ask, council, county, fire, police):
    found = one(ask, council, "county, fire_authority, police_authority")
    assert found == (county, fire, police)


def test_recoded_councils_keep_one_key(ask):
    for council, now, before in (
        ("BNS", "E08000038", "E08000016"),
        ("SHF", "E08000039", "E08000019"),
    ):
        assert one(ask, council, "gss, gss_before") == (now, [before])
        codes = ask("SELECT code FROM place_code WHERE scheme = 'gss' AND council = $1", council)
        assert {code for (code,) in codes} == {now, before}


@pytest.mark.parametrize(
    ("predecessor", "successors", "kind"),
    [
        ("TAU", {"SWT"}, "merged"),
        ("WSO", {"SWT"}, "merged"),
        ("SWT", {"SMT"}, "merged"),
        ("CMA", {"CBD", "WAF"}, "split"),
        ("NTH", {"NNT", "WNT"}, "split"),
        ("DOR", {"DST", "BPC"}, "split"),
        ("CHC", {"BPC"}, "merged"),
        ("NIR-Y", {"LBC", "BFS"}, "split"),
    ],
)
def test_who_followed_whom(ask, predecessor, successors, kind):
    rows = ask("SELECT successor, kind FROM succession WHERE predecessor = $1", predecessor)
    assert {successor for successor, _ in rows} == successors
    assert {found for _, found in rows} == {kind}


def test_reorganisations_have_their_days(ask):
    rows = ask("SELECT takes_effect, count(DISTINCT predecessor) FROM succession GROUP BY 1")
    days = {day.isoformat(): count for day, count in rows}
    assert days == {
        "2015-04-01": 25,
        "2019-04-01": 15,
        "2020-04-01": 5,
        "2021-04-01": 8,
        "2023-04-01": 20,
    }
    assert one(ask, "NYK", "ends")[0].isoformat() == "2023-03-31"
    assert one(ask, "BKM", "ends")[0].isoformat() == "2020-03-31"
