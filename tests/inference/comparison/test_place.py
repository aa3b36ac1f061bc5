"""A place among peers: ties are one block, and a quarter is named only for a whole block."""

from hypothesis import given
from hypothesis import strategies as st

from charts.judgement_sentences import place_words, position_words
from inference.comparison.judgement import Judgement
from inference.comparison.place import Place, place_among


def test_ties_are_one_block_from_the_first_to_the_last():
    assert place_among(0, 17, 35) == Place(1, 18, 36)
    assert place_among(2, 0, 23) == Place(3, 3, 24)
    assert place_among(0, 0, 0) is None
    assert place_among(3, 2, 9).tied == 2


def test_a_block_that_crosses_a_border_lies_in_no_quarter():
    """Of 36, nine are in each quarter: 1 to 9, 10 to 18, 19 to 27, 28 to 36."""
    assert Place(1, 18, 36).quarter is None
    assert Place(9, 10, 36).quarter is None
    assert [Place(*block, 36).quarter for block in [(1, 9), (10, 18), (19, 27), (28, 36)]] == [
        1,
        2,
        3,
        4,
    ]


def test_eight_peers_have_quarters_and_seven_have_none():
    assert Place(1, 1, 9).quarter == 1
    assert Place(1, 1, 8).quarter is None


@given(st.integers(9, 400), st.data())
def test_a_quarter_holds_no_more_than_a_quarter_and_the_ends_mirror(n, data):
    first = data.draw(st.integers(1, n))
    last = data.draw(st.integers(first, n))
    quarter = Place(first, last, n).quarter
    turned = Place(n + 1 - last, n + 1 - first, n).quarter
    if quarter is not None:
        # The block's middle lies in it, with half a council at each end.
        assert (quarter - 1) / 4 <= (first - 0.5) / n and (last - 0.5) / n < quarter / 4
        assert turned is None or turned == 5 - quarter or (4 * (first - 0.5)) % n == 0
    singles = [Place(i, i, n).quarter for i in range(1, n + 1)]
    assert singles == sorted(singles)
    assert max(singles.count(q) for q in (1, 2, 3, 4)) <= -(-n // 4)


def test_positions_are_said_from_the_nearer_end():
    assert position_words(Place(3, 3, 24)) == "3rd lowest of 24"
    assert position_words(Place(22, 22, 24)) == "3rd highest of 24"
    assert position_words(Place(1, 1, 24)) == "lowest of 24"
    assert position_words(Place(24, 24, 24)) == "highest of 24"
    assert position_words(Place(1, 18, 36)) == "joint 1st to 18th lowest of 36"
    assert position_words(Place(20, 36, 36)) == "joint 1st to 17th highest of 36"
    # The middle of an odd number lies as near to either end.
    assert position_words(Place(5, 5, 9)) == "5th lowest of 9"


def test_the_words_of_a_place_name_a_quarter_only_where_the_block_lies_in_one():
    def said(first, last, n):
        return place_words(Judgement("position", place=Place(first, last, n)))

    assert said(1, 18, 36) == "joint 1st to 18th lowest of 36"
    assert said(2, 3, 36) == "joint 2nd to 3rd lowest of 36, in the lowest quarter"
    assert said(20, 20, 36) == "17th highest of 36, in the second-highest quarter"
    assert said(2, 2, 8) == "2nd lowest of 8"


def test_a_grade_is_named_with_how_many_peers_share_it():
    made = Judgement("grade", place=Place(1, 10, 36), grade="Outstanding")
    assert place_words(made) == "Outstanding; 9 of 35 peers are"
    alone = Judgement("grade", place=Place(1, 1, 36), grade="Outstanding")
    assert place_words(alone) == "Outstanding; none of 35 peers is"
    one = Judgement("grade", place=Place(1, 2, 36), grade="Outstanding")
    assert place_words(one) == "Outstanding; 1 of 35 peers is"


def test_a_place_on_the_border_of_two_quarters_is_in_the_upper_one():
    # Of ten, the middle of the third place lies at a quarter of the way.
    assert [Place(one, one, 10).quarter for one in (2, 3, 5, 6, 8)] == [1, 2, 2, 3, 4]
