"""From a figure back to its cell: every way in which the contract names one."""

import pytest

from data.build.records import Reading
from data.build.tracing import TraceError, Tracer, trace
from data.build.tracing.pointing import Where, cell, number
from tests.build.tracing.needs import needs_edition, needs_mirror


@pytest.mark.parametrize(
    ("written", "sheet", "columns"),
    [
        ("L", "", {"L": 1}),
        ("Data!AB", "Data", {"AB": 1}),
        ("RS LA Data 2010-11 (1)!O", "RS LA Data 2010-11 (1)", {"O": 1}),
        ("Data!V-X", "Data", {"V": 1, "X": -1}),
        ("C+D+AA", "", {"C": 1, "D": 1, "AA": 1}),
        ("value_gbp", "", {"value_gbp": 1}),
        ("sum of the lines", "", {}),
    ],
)
def test_a_place_is_read_as_the_contract_writes_it(written, sheet, columns):
    where = Where.read(5, written)
    assert (where.sheet, where.columns) == (sheet, columns)


def test_a_cell_is_found_as_a_spreadsheet_counts(tmp_path):
    (tmp_path / "x.csv").write_text('title\nname,"a\nb"\nLeeds," 1,234 "\n', "utf-8")
    reading = Reading(name="x", header_rows=[1])
    found = cell(tmp_path / "x.csv", reading, 3, "B")
    assert (found.row, found.column, found.says) == (3, "B", "1,234")
    assert cell(tmp_path / "x.csv", reading, 3, "name").says == "Leeds"
    assert cell(tmp_path / "x.csv", reading, 4, "A") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,234", 1234), ("£5.50", 5.5), ("12%", 12), ("-3", -3), ("..", None), ("", None)],
)
def test_a_number_is_read_as_the_build_reads_it(text, expected):
    assert number(text) == expected


@needs_edition
@pytest.mark.parametrize(
    ("council", "what", "period", "says"),
    [
        ("Nowhere", "culture", "2017-18", "No council is called"),
        ("LDS", "cultur", "2017-18", "Near it: culture"),
        ("LDS", "househol", "2017-18", r"Near it: (?!.*\bhouseholds,.*\bhouseholds\b)"),
        ("LDS", "culture", "1999-00", "Periods: 2010-11"),
    ],
)
def test_what_is_not_there_is_a_sentence(tracer, council, what, period, says):
    with pytest.raises(TraceError, match=says):
        list(trace(tracer, council, what, period))


@needs_edition
def test_without_a_mirror_the_cell_is_named_but_not_opened(tracer, database):
    closed = Tracer(database, tracer.sources, tracer.families)
    lines = list(trace(closed, "leeds", "culture", "2017-18"))
    assert any("row 411, column RS LA Data 2017-18!L (give" in line for line in lines)
    assert not any(": says " in line for line in lines)


@needs_edition
@needs_mirror
@pytest.mark.parametrize(("table", "amount"), [("spending", "value_gbp"), ("finance", "value")])
def test_any_amount_stands_in_the_cell_that_its_row_names(tracer, table, amount):
    """A seeded sample over every file: one row in each column of it that is named."""
    rows = tracer.rows(
        f"SELECT source, source_file, source_column, arg_min(source_row, k) AS source_row, "
        f"arg_min({amount}, k) AS amount "
        f"FROM (SELECT *, hash(council, period, source_column) AS k FROM {table} "
        f"WHERE {amount} <> 0) GROUP BY ALL ORDER BY ALL"
    )
    checked, wrong = 0, []
    for row in rows:
        where = Where.read(row["source_row"], row["source_column"])
        local = tracer.local(row["source"], row["source_file"])
        for reading in tracer.readings(row["source"], row["source_file"])[:1]:
            read = where.within(reading)
            if not where.columns:
                continue
            found = {c: cell(local, read, where.row, c) for c in where.columns}
            says = {c: number(one.says) or 0 for c, one in found.items() if one}
            figure = sum(where.columns[c] * says[c] for c in says)
            checked += 1
            if not any(abs(abs(figure) * k - abs(row["amount"])) < 0.01 for k in (1, 1000, 1e6)):
                wrong.append(row | {"says": figure})
    assert checked > 100
    assert wrong == []


@needs_edition
@needs_mirror
def test_a_share_of_who_delivers_is_traced_through_its_table(tracer):
    told = "\n".join(trace(tracer, "LDS", "fostering_spending_private", "2012-13"))
    assert "outturn_1213.csv.gz" in told
    assert "column G: says '12106990.05', the numerator" in told
