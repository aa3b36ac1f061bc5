"""Every query is what its header says: parameters, columns, types, one row per key."""

import polars as pl
import pytest

import queries
from queries import ask, names, query_of
from tests.queries.samples import calls

POLARS = {
    "text": {pl.String},
    "text[]": {pl.List(pl.String)},
    "integer": {pl.Int32},
    "double": {pl.Float64},
    "boolean": {pl.Boolean},
    "date": {pl.Date},
}
NO_EDITION = not queries.EDITION.exists()


@pytest.mark.parametrize("name", names())
def test_it_is_true_in_the_world(name, world):
    _holds(name)


@pytest.mark.parametrize("name", names())
@pytest.mark.skipif(
    NO_EDITION, reason="there is no assembled edition (python -m data.build assemble)"
)
def test_it_is_true_in_the_edition(name):
    _holds(name)


def _holds(name: str) -> None:
    header = query_of(name).header
    assert "?" in header.question, "a query asks a question"
    for takes in calls(header.takes):
        frame = ask(name, **takes)
        assert frame.columns == list(header.gives), takes
        for column, kind in header.gives.items():
            assert frame.schema[column] in POLARS[kind], (column, frame.schema[column])
        if header.key == ("query",):
            assert frame.height <= 1, takes
        else:
            doubled = frame.filter(pl.struct(header.key).is_duplicated())
            assert doubled.is_empty(), (takes, doubled)


@pytest.mark.parametrize("name", names())
def test_its_text_uses_what_it_takes(name):
    query = query_of(name)
    assert {one for one in query.header.takes if f"${one}" in query.text} == set(query.header.takes)
