"""Funnel plot: dots by size, limits as inferred, shapes by where they lie."""

import polars as pl
import pytest

from charts.funnel import alt, draw
from charts.palette import SIGNS
from inference.funnel.fitting import funnel
from tests.charts.conftest import HOSTILE, traces_named, words_of

SHOWN = {"unit": "%", "denominator_name": "households"}


def made(*extra, **options):
    shares = [0.3] * 30 + list(extra)
    people = [1000 + 50 * i for i in range(len(shares))]
    cases = [round(n * s) for n, s in zip(people, shares, strict=True)]
    frame = pl.DataFrame(
        {
            "council": [f"C{i:02d}" for i in range(len(shares))],
            "value": [100 * c / n for c, n in zip(cases, people, strict=True)],
            "numerator": cases,
            "denominator": people,
            "lower": None,
            "upper": None,
            "left_out_because": None,
        },
        schema_overrides={"left_out_because": pl.String},
    )
    return funnel(frame, interval_method="wilson", unit="%", decimals=1, **options)


NAMES = {f"C{i:02d}": f"Council {i}" for i in range(40)}


def test_every_council_is_one_dot_that_answers_with_its_key():
    figure = draw(made(0.9, 0.05), NAMES, **SHOWN)
    dots = [t for t in figure.data if t.customdata is not None]
    assert sorted(key for t in dots for key in t.customdata) == sorted(NAMES)[:32]
    assert sum(len(t.x) for t in dots) == 32


@pytest.mark.parametrize(
    ("polarity", "above", "below"),
    [
        ("higher", "better", "worse"),
        ("lower", "worse", "better"),
        ("neither", "higher", "lower"),
    ],
)
def test_only_a_polarity_colours_what_lies_outside(polarity, above, below):
    figure = draw(made(0.9, 0.05), NAMES, polarity=polarity, **SHOWN)
    for name, word in (("Above", above), ("Below", below)):
        (trace,) = traces_named(figure, name)
        assert (trace.marker.symbol, trace.marker.color) == (SIGNS[word].symbol, SIGNS[word].colour)


def test_between_the_limits_a_mark_is_hollow_and_the_key_names_a_side_once():
    figure = draw(made(0.325, 0.36), NAMES, polarity="higher", **SHOWN)
    above = traces_named(figure, "Above")
    assert [t.marker.symbol.endswith("-open") for t in above] == [False, True]
    assert [t.showlegend for t in above] == [True, False]


def test_chances_own_limits_are_drawn_only_beside_wider_ones():
    wide = made(*[0.1, 0.5] * 4)
    assert wide.adjusted == "additive"
    (chance,) = traces_named(draw(wide, NAMES, **SHOWN), "By chance alone")
    (limits,) = traces_named(draw(wide, NAMES, **SHOWN), "99.8% limits")
    assert list(chance.y)[:80] == wide.lines["lower_998"].to_list()
    assert list(limits.y)[:80] == wide.lines["lower_998_adjusted"].to_list()
    assert traces_named(draw(made(), NAMES, **SHOWN), "By chance alone") == []


def test_the_subject_is_ringed_and_named():
    figure = draw(made(), NAMES, subject="C03", **SHOWN)
    (ring,) = traces_named(figure, "Council 3")
    assert list(ring.x) == [1150]
    assert "<b>Council 3</b>" in words_of(figure)


def test_the_finding_in_words():
    words = alt(made(0.9, 0.05), NAMES, title="Recycled", period="2023-24", unit="%", subject="C30")
    assert words.startswith("Funnel of Recycled, 2023-24: 32 councils beside ")
    assert "phi = " in words
    assert "1 council above the 99.8% limit: Council 30." in words
    assert "1 council below the 99.8% limit: Council 31." in words
    assert "Council 30 is above the 99.8% limit: 90.0%." in words


def test_no_funnel_is_said_and_names_are_inert():
    assert draw(None, NAMES, **SHOWN) is None
    assert "too few councils" in alt(None, NAMES, title="T", period="2023", unit="%")
    hostile = dict.fromkeys(NAMES, HOSTILE)
    figure = draw(made(0.9), hostile, unit="%", denominator_name=HOSTILE, subject="C03")
    for words in [*words_of(figure), figure.layout.xaxis.title.text]:
        assert "<script" not in words
        assert "<a " not in words
