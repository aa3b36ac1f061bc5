"""The one level of confidence, against scipy's normal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from inference.comparison import level


def test_the_site_speaks_at_95_percent_and_funnels_have_three_errors_as_outer_limits():
    assert (level.LEVEL, level.OUTER_LEVEL, level.PUBLISHED_LEVEL) == (0.95, 0.998, 0.95)
    assert pytest.approx(norm.ppf(0.975)) == level.Z
    assert pytest.approx(norm.ppf(0.999)) == level.OUTER_Z
    assert pytest.approx(0.025) == level.TAIL
    assert pytest.approx(0.05) == level.BY_CHANCE


@given(st.floats(0.5, 0.9999))
def test_so_much_of_a_normal_lies_within_z_errors(share):
    z = level.two_sided_z(share)
    assert norm.cdf(z) - norm.cdf(-z) == pytest.approx(share)


@pytest.mark.parametrize("share", [0.0, 0.49, 1.0, 95])
def test_what_is_no_level_is_refused(share):
    with pytest.raises(ValueError, match="confidence is a share"):
        level.two_sided_z(share)


@pytest.mark.parametrize(("share", "words"), [(0.95, "95%"), (0.998, "99.8%"), (0.999, "99.9%")])
def test_a_level_in_words(share, words):
    assert level.level_words(share) == words
