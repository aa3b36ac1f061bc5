"""Groups of companies are told by how names begin; one company is no group."""

import polars as pl
import pytest

from data.build.suppliers.families import families_of, family_of


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("CAPITA BUSINESS SERVICES LTD", "Capita"),
        ("Veolia ES (UK) Ltd", "Veolia"),
        ("Sita UK Ltd", "SUEZ"),
        ("Capital Letters Ltd", None),
        ("Arriva Care Services", None),
        ("Ringway Primary School", None),
        ("Marsh Community Centre", None),
        # Of other firms, as reading the largest families showed.
        ("PWC Care Ltd", None),
        ("Go Ahead Homes Ltd", None),
        ("Wolseley Medical Centre", None),
        ("Stagecoach Theatre Arts Kendal", None),
        ("Manpower Direct Uk Limited", None),
        ("Kier Lock Childrens Homes Ltd", None),
        ("Siemens Energy Services Ltd", None),
    ],
)
def test_a_name_tells_its_family(name, family):
    found = family_of(name)
    assert (found.family if found else None) == family


def test_a_company_alone_is_no_group():
    rows = [
        {"supplier": 1, "name": "Capita", "kind": "organisation"},
        {"supplier": 2, "name": "Capita ESS Ltd", "kind": "organisation"},
        {"supplier": 3, "name": "Biffa Ltd", "kind": "organisation"},
        {"supplier": 4, "name": "Capita", "kind": "person"},
    ]
    found = families_of(pl.DataFrame(rows))
    assert found["supplier"].to_list() == [1, 2]
    assert found["evidence"][0] == "Its name begins with 'capita'."


@pytest.mark.parametrize(
    "name",
    ["The E.ON Energy plc", "MARKS & SPENCER", "Grant-Thornton", "V\u00e9olia ES", "Ernst+ Young"],
)
def test_no_name_of_a_family_is_passed_over(name):
    """Names whose letters hold no beginning are not read: these hold one, however it is written."""
    assert family_of(name)
    rows = [{"supplier": n, "name": name, "kind": "organisation"} for n in (1, 2)]
    assert families_of(pl.DataFrame(rows)).height == 2
