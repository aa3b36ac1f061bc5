import pytest

from data.build.payments.dialect import rows_of


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end(end):
    cells, dialect = rows_of(end.join(["a,b", "1,2", "3,4", ""]))
    assert [row for _, row in cells.rows() if row] == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert dialect == f"comma, { {chr(10): 'LF', chr(13): 'CR'}.get(end, 'CRLF') }"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_cuts_lines_alike(delimiter):
    lines = [delimiter.join(["Supplier", "Date", "Amount"]), delimiter.join(["A Ltd", "x", "1"])]
    assert rows_of("\n".join(lines))[0].rows()[1] == (2, ["A Ltd", "x", "1"])


def test_trailing_blank_cells_are_cut_and_lines_are_those_of_the_file():
    cells, _ = rows_of('"a\nb",c' + "," * 248 + "\nd,e\n")
    assert cells.rows() == [(1, ["a\nb", "c"]), (3, ["d", "e"])]


def test_a_quote_never_closed_does_not_swallow_the_file():
    lines = ['x,"open,1'] + [f"y,z,{n}" for n in range(200)]
    cells, dialect = rows_of("\n".join(lines))
    assert len(cells) == 201 and "open quote" in dialect
