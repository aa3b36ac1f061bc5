"""Cutting plain lines must give what a reader of CSV gives, or nothing."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from data.build.payments import splitting
from data.build.payments.splitting import simple_cells


def by_reader(text: str) -> list[list[str]]:
    rows = csv.reader(io.StringIO(text, newline="\n"))
    return [row if any(cell.strip() for cell in row) else [] for row in rows]


def cut(row: list[str]) -> list[str]:
    while row and not row[-1].strip():
        row = row[:-1]
    return row


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet='ab,," \n', max_size=40))
def test_the_same_cells_as_a_reader_or_none(text):
    cells = simple_cells(text, ",")
    if cells is None:
        assert '"' in text
        return
    assert [row for _, row in cells.rows()] == [cut(row) for row in by_reader(text)]
    assert [line for line, _ in cells.rows()] == list(range(1, len(cells) + 1))


def test_chunks_join_without_a_seam(monkeypatch):
    text = "".join(f'{n},"x, {n}",y\n' if n % 3 else f"{n},z\n" for n in range(500))
    whole = simple_cells(text, ",")
    monkeypatch.setattr(splitting, "CHUNK_SIGNS", 100)
    cells = simple_cells(text, ",")
    assert cells.frame.equals(whole.frame) and cells.lines.equals(whole.lines)
    assert cells.lengths.to_list() == [3 if n % 3 else 2 for n in range(500)]
