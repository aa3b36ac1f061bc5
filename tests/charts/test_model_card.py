"""Coefficients with their intervals around no association."""

import numpy as np
import polars as pl
import pytest

from charts.model_card import alt, draw
from inference.need.expectation import expect
from tests.charts.conftest import HOSTILE, traces_named, words_of

NAMES = {"pay": "Average pay", "density": "Density"}


@pytest.fixture(scope="module")
def model():
    chance = np.random.default_rng(9)
    pay, density = chance.normal(0, 1, 60), chance.normal(0, 1, 60)
    frame = pl.DataFrame(
        {
            "council": [f"C{i}" for i in range(60)],
            "value": 50 + 3 * pay + chance.normal(0, 1, 60),
            "pay": pay,
            "density": density,
        }
    )
    return expect(frame, ["pay", "density"], standardised=True)


def test_estimates_and_intervals_are_the_models_and_the_intercept_is_not_drawn(model):
    figure = draw(model, NAMES, unit="%", decimals=1)
    (marks,) = traces_named(figure, "Coefficient")
    (bars,) = traces_named(figure, "95% interval")
    card = model.coefficients[1:]
    assert list(marks.x) == card["estimate"].to_list()
    assert list(bars.x[:2]) == [card["lower"][0], card["upper"][0]]
    assert figure.layout.shapes[0].x0 == 0
    low, high = figure.layout.xaxis.range
    assert low < 0 < high


def test_the_hover_says_per_what_the_interval_and_the_inflation(model):
    hover = draw(model, NAMES, unit="%", decimals=1).data[1].hovertext[0].replace("<br>", " ")
    assert "Average pay: +" in hover
    assert "points for one standard deviation more (95% interval +" in hover
    assert "told apart from none" in hover
    assert "n = 60" in hover


def test_the_finding_in_words(model):
    words = alt(model, NAMES, title="Expected satisfaction", unit="%", decimals=1)
    assert words.startswith("Expected satisfaction. Expected from Average pay and Density, over 60")
    assert "association, not cause" in words
    density = words[words.index("Density: ") :]
    assert "told apart" not in density


def test_money_and_units_of_ones_own(model):
    shown = " ".join(words_of(draw(model, NAMES, unit="£ per head", decimals=0)))
    assert "<b>+£3</b>" in shown


def test_hostile_names_are_shown_as_text(model):
    for words in words_of(draw(model, dict.fromkeys(NAMES, HOSTILE), unit=HOSTILE)):
        assert "<script" not in words
        assert "<a " not in words
