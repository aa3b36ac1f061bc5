"""Made-up councils by years, for tests: with gaps, and with errors that hang together."""

import numpy as np
import polars as pl


def made_panel(councils=40, years=10, seed=5, gaps=0.15) -> pl.DataFrame:
    """council, year, outcome, share, need, pay, children; outcome falls 0.08 a point of share."""
    chance = np.random.default_rng(seed)
    council = np.repeat(np.arange(councils), years)
    year = np.tile(np.arange(2010, 2010 + years), councils)
    own, common = chance.normal(0, 10, councils), chance.normal(0, 3, years)
    drift = chance.normal(0, 0.6, (councils, years)).cumsum(axis=1).ravel()
    share = 40 + own[council] + common[year - 2010] + chance.normal(0, 6, council.size)
    need, pay = chance.normal(50, 8, council.size), chance.normal(600, 40, council.size)
    outcome = 60 - 0.08 * share + 0.1 * need + 0.5 * own[council] - 0.4 * common[year - 2010]
    frame = pl.DataFrame(
        {
            "council": [f"C{i:03d}" for i in council],
            "year": year,
            "outcome": outcome + drift + chance.normal(0, 1, council.size),
            "share": share,
            "need": need,
            "pay": pay,
            "children": chance.lognormal(5, 0.8, council.size),
        }
    )
    return frame.filter(pl.Series(chance.uniform(size=council.size) > gaps))
