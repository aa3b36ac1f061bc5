"""One level of confidence, and what follows from it."""

import pytest

from inference.comparison import level
from inference.comparison.level import level_words, two_sided_z


def test_the_levels_are_the_written_ones():
    assert (level.LEVEL, level.OUTER_LEVEL, level.PUBLISHED_LEVEL) == (0.95, 0.998, 0.95)
    assert pytest.approx(1.959964, abs=5e-7) == level.Z == level.PUBLISHED_Z
    assert pytest.approx(3.090232, abs=5e-7) == level.OUTER_Z
    # At each end half of what lies outside, and both ends together.
    assert pytest.approx(0.025) == level.TAIL
    assert pytest.approx(0.05) == level.BY_CHANCE


def test_a_level_is_a_share_from_a_half_on():
    assert two_sided_z(0.5) == pytest.approx(0.67448975)
    for wrong in (0.4999, 1.0, 1.5, 95):
        with pytest.raises(ValueError, match="confidence is a share"):
            two_sided_z(wrong)
    assert two_sided_z(0.55) == pytest.approx(0.75541503)


def test_a_level_is_said_in_per_cent():
    assert [level_words(one) for one in (0.95, 0.998, 0.5)] == ["95%", "99.8%", "50%"]
