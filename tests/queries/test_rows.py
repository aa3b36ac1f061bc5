"""The rows' types say what the queries' headers say."""

from queries import names
from queries.row_types import CouncilTaxBands
from queries.rows import MENDED_BY, TARGET, class_of, row_types


def test_the_types_are_not_stale():
    assert TARGET.read_text("utf-8") == row_types(), MENDED_BY


def test_every_query_has_a_class_of_its_own():
    assert len({class_of(name) for name in names()}) == len(names())


def test_a_row_has_its_columns():
    assert CouncilTaxBands.__annotations__["period"] is str
