"""The reader tried with files in the manner of many councils, each against its exact truth."""

from collections import Counter

import pytest

from data.build.payments import read
from data.build.payments.report import as_frame, as_json
from tests.build.payments.gallery import (
    amounts,
    dates,
    dialects,
    layouts,
    refusals,
    slips,
    texts,
    workbooks,
)
from tests.build.payments.gallery.case import Case
from tests.build.payments.gallery.chance import make

CASES = [
    *amounts.CASES,
    *dates.CASES,
    *dialects.CASES,
    *layouts.CASES,
    *refusals.CASES,
    *slips.CASES,
    *texts.CASES,
    *workbooks.CASES,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_in_some_councils_manner(case: Case):
    found = read(case.file, case.content)
    told = as_json(found)
    if case.refused:
        assert case.refused in found.refused, (found.refused, told)
        assert told["rows"] == 0 and told["amount_total_gbp"] is None
        return
    assert not found.refused
    assert (told["rows"], f"{told['amount_total_gbp']:.2f}") == (case.rows, case.total), told
    assert (told["date_min"], told["date_max"]) == (case.first, case.last), told
    assert Counter(row.reason for row in found.set_aside) == case.aside
    assert case.columns.items() <= found.columns.items()
    for said in case.says:
        assert any(said in problem for problem in found.problems), found.problems
    if case.suppliers:
        assert tuple(as_frame(found)["supplier"]) == case.suppliers
    assert case.sure[0] <= found.confidence <= case.sure[1], (found.confidence, found.problems)


@pytest.mark.parametrize("seed", range(150))
def test_a_file_put_together_by_chance(seed: int):
    made = make(seed)
    found = read("payments.csv", made.content)
    told = as_json(found)
    total = f"{told['amount_total_gbp'] or 0:.2f}"
    read_so = (told["rows"], total, told["date_min"], told["date_max"], told["set_aside"])
    assert (found.refused, read_so) == ("", made.truth), told
    assert made.columns.items() <= found.columns.items()
