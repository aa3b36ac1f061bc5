"""A figure as SVG: each mark where its figure puts it, each word as text, nothing that runs."""

import re
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from charts.layout import axis, figure_of, legend_above
from charts.picture.choropleth import areas
from charts.picture.nested_areas import squarified
from charts.picture.page import svg
from charts.picture.raster import SHARPNESS, png
from charts.picture.scales import axis_of, ticks
from charts.picture.text import width, words
from tests.charts.conftest import HOSTILE

NAME = "{http://www.w3.org/2000/svg}"


def drawn(*traces: go.Figure, **layout: object) -> ElementTree.Element:
    made = figure_of(traces, height=300, **{"margin": {"l": 0, "r": 0, "t": 0, "b": 0}} | layout)
    return ElementTree.fromstring(svg(made.to_dict(), 500))


def test_marks_stand_where_their_figures_are():
    root = drawn(
        go.Scatter(x=[0, 5, 10], y=[0, 30, None], mode="markers"),
        xaxis={"range": [0, 10], "visible": False},
        yaxis={"range": [0, 30], "visible": False},
    )
    places = [(float(c.get("cx")), float(c.get("cy"))) for c in root.iter(f"{NAME}circle")]
    assert places == [(0, 300), (250, 0)]


def test_a_line_is_broken_where_a_figure_is_missing():
    root = drawn(go.Scatter(x=[1, 2, 3, 4, 5], y=[1, 2, None, 4, 5], mode="lines"))
    lines = [p.get("d") for p in root.iter(f"{NAME}path") if p.get("stroke-width") == "2"]
    assert [line.count("M") for line in lines] == [2]


@pytest.mark.parametrize(("mode", "tops"), [("stack", [200, 0]), ("overlay", [200, 100])])
def test_bars_are_as_long_as_their_figures(mode, tops):
    root = drawn(
        go.Bar(x=[1], y=[10]),
        go.Bar(x=[1], y=[20]),
        barmode=mode,
        yaxis={"range": [0, 30], "visible": False},
        xaxis={"range": [0, 2], "visible": False},
    )
    bars = [r for r in root.iter(f"{NAME}rect") if r.get("fill") == "#444444"]
    assert [float(bar.get("y")) for bar in bars] == tops
    assert [float(bar.get("height")) for bar in bars] == [100, 200]


def test_bars_below_nought_go_the_other_way():
    root = drawn(
        go.Bar(x=[-5], y=[1], orientation="h", width=1),
        xaxis={"range": [-10, 10], "visible": False},
        yaxis={"range": [0, 2], "visible": False},
    )
    (bar,) = [r for r in root.iter(f"{NAME}rect") if r.get("fill") == "#444444"]
    assert (float(bar.get("x")), float(bar.get("width"))) == (125, 125)


def test_words_are_text_and_run_nothing():
    root = drawn(
        go.Scatter(x=[1], y=[1], name=HOSTILE, showlegend=True, mode="markers"),
        showlegend=True,
        legend=legend_above(),
        annotations=[{"text": HOSTILE, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper"}],
        yaxis=axis(tickmode="array", tickvals=[1], ticktext=[HOSTILE]),
    )
    assert {one.tag.removeprefix(NAME) for one in root.iter()} <= {
        "svg", "title", "desc", "defs", "clipPath", "g", "path", "rect", "circle", "polygon",
        "text", "tspan",
    }  # fmt: skip


def test_bold_goes_on_in_the_next_line():
    made = words("<b>one<br>two</b> &amp; three", 0, 0, size=10, colour="#000000")
    assert made.count('font-weight="bold"') == 2
    assert "&amp; three" in made


def test_a_wider_word_is_taken_for_wider():
    assert width("mmmm", 10) > width("iiii", 10) > 0
    assert width("a<br>bbbb", 10) == width("bbbb", 10)


def test_areas_of_a_treemap_are_in_proportion_and_fill_the_box():
    boxes = squarified([6, 3, 1], (0, 0, 100, 50))
    sizes = [wide * high for _, _, wide, high in boxes]
    assert sizes == pytest.approx([3000, 1500, 500])


@pytest.mark.parametrize(
    ("said", "values", "words"),
    [
        ({"range": [0, 10]}, [], ["0", "2", "4", "6", "8", "10"]),
        ({}, ["b", "a", "b"], ["b", "a"]),
        ({"type": "log", "range": [0, 3]}, [], ["1", "10", "100", "1,000"]),
        ({"range": [-10, 0], "tickvals": [-5, 20], "ticktext": ["x", "y"]}, [], ["x"]),
    ],
)
def test_ticks(said, values, words):
    assert [text for _, text in ticks(said, axis_of(said, values, 0, 100))] == words


def test_a_map_reads_no_file_but_those_of_static():
    trace = {"geojson": "/app/static/../../pyproject.toml", "locations": [], "z": []}
    with pytest.raises(ValueError, match="static"):
        areas(trace, {}, (0, 0, 1, 1))


def test_what_is_not_drawn_here_is_refused():
    with pytest.raises(ValueError, match="pie"):
        svg(go.Figure(go.Pie(values=[1])).to_dict(), 100)


def test_a_png_has_the_size_of_the_drawing():
    made = png(svg(figure_of([go.Scatter(x=[1], y=[1])], height=120).to_dict(), 200))
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    size = [int.from_bytes(made[n : n + 4], "big") for n in (16, 20)]
    assert size == [200 * SHARPNESS, 120 * SHARPNESS]


def test_what_is_drawn_says_what_it_shows():
    made = svg(figure_of([], height=100).to_dict(), 100, title="A & B", words="<none>")
    assert re.search(r"<title>A &amp; B</title><desc>&lt;none&gt;</desc>", made)
