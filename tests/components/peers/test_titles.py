"""A title goes on after a colon in small letters, names and short forms apart."""

import pytest

from components.peers.titles import inside


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Household waste recycled", "household waste recycled"),
        ("A roads in poor condition", "A roads in poor condition"),
        ("GCSE results: Attainment 8", "GCSE results: Attainment 8"),
        ("Ofsted's judgement", "Ofsted's judgement"),
        ("Band D bill", "Band D bill"),
        ("NHS Health Check", "NHS Health Check"),
        ("Children's social care", "children's social care"),
    ],
)
def test_a_title_inside_a_sentence(title, expected):
    assert inside(title) == expected
