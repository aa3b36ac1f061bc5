"""The scale and the regions of a model of need, in words."""

import numpy as np
import polars as pl

from charts.comparison_words import fit_words
from inference.need.expectation import expect
from inference.need.scale import Scale


def test_the_scale_and_the_regions_of_a_model_are_said():
    chance = np.random.default_rng(3)
    pay = chance.normal(600, 60, 120)
    places = np.arange(120) % 4
    shares = 100 / (1 + np.exp(-(pay - 600) / 60 - places + chance.normal(0, 0.3, 120)))
    frame = pl.DataFrame(
        {
            "council": [f"C{i:03d}" for i in range(120)],
            "value": shares,
            "pay": pay,
            "region": [f"Region {place}" for place in places],
        }
    )
    words = fit_words(expect(frame, ["pay"], scale=Scale("logit", 0.05)), {}, "%", 1)
    assert "adjusted R squared, of logits" in words
    assert " percentage points at " in words
    assert "What is left lies together by region (F test, p < 0.001), so each region has" in words
    few = fit_words(expect(frame.head(38), ["pay"], scale=Scale("logit", 0.05)), {}, "%", 1)
    assert "the councils are too few" in few
