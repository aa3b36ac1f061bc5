"""A drawing is shared by those who would draw the same, and by nobody else."""

import json
from dataclasses import replace

import plotly.graph_objects as go
import polars as pl

from charts import image_export, trend
from charts.keeping import kept
from charts.palette import PALETTE

ROWS = {"period": ["2021-22", "2022-23"], "value": [1.0, 2.0], "status": ["reported"] * 2}


def drawn(name: str = "Leeds", **columns: object) -> go.Figure:
    return trend.draw(pl.DataFrame(ROWS | columns), council_name=name, unit="£")


def test_the_same_rows_are_drawn_once():
    assert drawn() is drawn()


def test_other_rows_words_and_colours_are_other_drawings():
    ours = drawn()
    assert drawn("Kent") is not ours
    assert drawn(value=[1.0, 3.0]).data != ours.data
    frame, other = pl.DataFrame(ROWS), replace(PALETTE, accent="#123456")
    assert trend.draw(frame, council_name="Leeds", unit="£", height=400) is not ours
    assert trend.draw(frame, council_name="Leeds", unit="£", palette=other) is not ours


def test_what_is_sent_of_it_is_what_plotly_would_send():
    ours = drawn()
    plain = go.Figure(ours)
    assert json.loads(ours.to_json()) == json.loads(plain.to_json())
    assert ours.to_dict() is ours.to_dict()


def test_a_picture_of_it_leaves_it_as_it_is():
    before = drawn().to_json()
    image_export.picture(drawn(), title="A title", notes=["A note"])
    assert drawn().to_json() == before


def test_what_cannot_be_told_apart_is_drawn_each_time():
    asked: list[int] = []

    @kept
    def draw(word) -> str:
        asked.append(1)
        return word()

    assert [draw(lambda: "a"), draw(lambda: "b")] == ["a", "b"]
    assert len(asked) == 2
