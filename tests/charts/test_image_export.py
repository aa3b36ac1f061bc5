"""A picture carries its title, source and caveats, and leaves the figure on the page alone."""

import plotly.graph_objects as go
import pytest

from charts.image_export import MOST_LINES, picture
from charts.layout import figure_of, legend_above
from tests.charts.conftest import HOSTILE


@pytest.fixture
def plain() -> go.Figure:
    return figure_of([go.Scatter(x=[1, 2], y=[3, 4])], height=300, legend=legend_above())


def test_title_and_notes_are_in_it(plain):
    made = picture(plain, title="Bins, 2024", notes=["Source: the office.", "A caveat."])
    assert "Bins, 2024" in made.layout.title.text
    foot = made.layout.annotations[-1].text
    assert "Source: the office.<br>A caveat." in foot
    assert made.layout.height > 300
    assert made.layout.margin.b > plain.layout.margin.b
    assert made.layout.paper_bgcolor == "#ffffff"


def test_the_figure_on_the_page_stays_as_it_is(plain):
    before = plain.to_json()
    picture(plain, title="T", notes=["N"])
    assert plain.to_json() == before


def test_too_many_notes_are_said_to_be_missing(plain):
    foot = picture(plain, title="T", notes=["A caveat."] * 100).layout.annotations[-1].text
    assert foot.count("<br>") == MOST_LINES - 1
    assert foot.endswith("see the page itself.")


def test_a_hostile_title_is_text(plain):
    made = picture(plain, title=HOSTILE, notes=[HOSTILE])
    for text in (made.layout.title.text, made.layout.annotations[-1].text):
        assert "<script" not in text and "<a " not in text
