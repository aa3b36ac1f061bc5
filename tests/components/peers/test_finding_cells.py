"""A figure of the table brings what its publisher says: a judgement's word, a note, a link."""

import pytest

from components.peers import finding_cells

ROW = {
    "value": 1.0,
    "lower": None,
    "upper": None,
    "unit": "of 4 (1 is best)",
    "decimals": 0,
    "grades": ["Outstanding", "Good", "Requires improvement to be good", "Inadequate"],
    "status": "published",
    "note": None,
}


def said(**more):
    return finding_cells.value_cell(ROW | more)


def test_a_grade_is_the_inspectors_word_and_no_number():
    """1 is the grade; that it is the lowest figure says nothing to a reader."""
    words = said(note="Outstanding; report published 12 August 2025")
    assert words.startswith("<strong>Outstanding</strong>")
    assert "<small>report published 12 August 2025</small>" in words


def test_an_address_in_a_note_is_a_link_and_not_text():
    words = said(note="Good; https://example.org/report?a=1&b=2")
    assert (
        '<a href="https://example.org/report?a=1&amp;b=2" rel="noreferrer">the report</a>' in words
    )


def test_a_figure_measured_in_another_way_says_how():
    words = said(
        unit="%", grades=[], value=10.0, status="not_comparable", note="Measured by another method."
    )
    assert words.startswith("<strong>10%</strong>") and "Measured by another method." in words


@pytest.mark.parametrize("note", ["<script>alert(1)</script>", 'Good; https://x/"><b>'])
def test_a_hostile_note_is_inert(note):
    words = said(note=note)
    assert "<script" not in words and "<b>" not in words


def test_without_a_note_there_is_the_figure_alone():
    assert said(unit="%", grades=[], value=10.0) == "<strong>10%</strong>"
