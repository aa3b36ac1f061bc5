"""Sector and exceptions give the council of every postcode of Great Britain, and of no other."""

import pytest

RESOLVED = """
SELECT p.pcd AS postcode, g.council AS published, coalesce(e.council, s.council) AS ours
FROM read_parquet($1) p
JOIN place_code g ON g.scheme = 'gss' AND g.code = p.laua
LEFT JOIN postcode_exception e ON e.postcode = p.pcd
LEFT JOIN postcode_sector s
    ON s.sector = left(p.pcd, length(p.pcd) - 3) || ' ' || left(right(p.pcd, 3), 1)
WHERE p.pcd NOT LIKE 'BT%'
"""


def test_all_postcodes_of_great_britain_resolve_exactly(ask, mirror):
    full = str(mirror / "geo/postcodes/postcode_lad25_full.parquet")
    count, wrong = ask(
        f"SELECT count(*), count(*) FILTER (published IS DISTINCT FROM ours) FROM ({RESOLVED})",
        full,
    )[0]
    assert count > 2_600_000
    assert wrong == 0


def test_none_is_of_northern_ireland(ask):
    sql = "SELECT count(*) FROM council WHERE nation = 'Northern Ireland' AND council IN "
    for table in ("postcode_sector", "postcode_exception"):
        assert ask(sql + f"(SELECT council FROM {table})") == [(0,)]
    assert ask("SELECT count(*) FROM postcode_sector WHERE sector LIKE 'BT%'") == [(0,)]


@pytest.mark.parametrize(
    ("sector", "council"), [("LS1 1", "LDS"), ("SW1A 1", "WSM"), ("BN1 1", "BNH"), ("B1 1", "BIR")]
)
def test_known_sectors(ask, sector, council):
    assert ask("SELECT council FROM postcode_sector WHERE sector = $1", sector) == [(council,)]
