"""Funding lines and reserves: signs, sheets and sums."""

import pytest

from tests.build.finance.outturn_files import all_files
from tests.build.finance.world import bench_of, filled


@pytest.fixture(scope="module")
def finance(tmp_path_factory):
    bench = bench_of(all_files(tmp_path_factory.mktemp("files")))
    return filled(bench, "finance_line", "finance.account")


def figure(finance, council, period, line):
    return finance.execute(
        "SELECT value, basis, status, source_column FROM finance"
        " WHERE council = ? AND period = ? AND line = ?",
        [council, period, line],
    ).fetchall()


@pytest.mark.parametrize(
    ("period", "line", "expected"),
    [
        ("2010-11", "revenue_support_grant", (40_000, "outturn", "RS LA Data 2010-11 (1)!J")),
        ("2010-11", "reserves_unallocated", (25_000, "position", "RS LA Data 2010-11 (2)!F")),
        ("2017-18", "business_rates_retained", (154_000, "outturn", "RS LA Data 2017-18!I")),
        ("2017-18", "reserves_used", (2_000, "outturn", "RS LA Data 2017-18!J+K")),
        ("2017-18", "reserves_unallocated", (21_000, "position", "RS LA Data 2017-18!M")),
    ],
)
def test_income_is_positive_and_reserves_are_those_of_the_year_end(finance, period, line, expected):
    value, basis, status, column = figure(finance, "LDS", period, line)[0]
    assert (value, basis, column) == expected
    assert status == "published"


def test_no_return_has_no_reserves(finance):
    assert figure(finance, "ADU", "2017-18", "reserves_unallocated")[0][2] == "not_submitted"


def test_every_heading_leads_to_a_line_in_words(finance):
    unknown = finance.execute(
        "SELECT line FROM declared.finance_heading ANTI JOIN finance_line USING (line)"
    )
    assert unknown.fetchall() == []
