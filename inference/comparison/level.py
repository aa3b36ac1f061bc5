"""The level of confidence of every interval, limit and word: said here and nowhere else.

Another level is another `LEVEL` (docs/adding.md shows it). Limits in the edition, the publishers'
own and those that the build makes of published counts, are at 95% whatever we choose;
`PUBLISHED_Z` turns them back into a standard error. Tests of whether something is there at all
(over-dispersion, trends, years before a change) are at levels of their own, named where they stand.
"""

from statistics import NormalDist

LEVEL = 0.95
# The outer limits of a funnel: three standard errors, by custom.
OUTER_LEVEL = 0.998
PUBLISHED_LEVEL = 0.95


def two_sided_z(level: float) -> float:
    """How many standard errors lie on either side of the middle at this level.

    Raises ValueError for what is no level: below a half, or one and above.
    """
    if not 0.5 <= level < 1:
        raise ValueError(f"confidence is a share such as 0.95, not {level}")
    return NormalDist().inv_cdf((1 + level) / 2)


def level_words(level: float) -> str:
    """95%, 99.8%."""
    return f"{round(100 * level, 4):g}%"


Z = two_sided_z(LEVEL)
OUTER_Z = two_sided_z(OUTER_LEVEL)
PUBLISHED_Z = two_sided_z(PUBLISHED_LEVEL)
TAIL = (1 - LEVEL) / 2
# Of councils that differ from the rest by chance alone, this share lies outside the limits.
BY_CHANCE = 1 - LEVEL
LEVEL_WORDS = level_words(LEVEL)
