"""A treemap adds up, keeps the missing apart, and names what it cannot draw."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.hierarchy import below_zero, tree
from charts.treemap import alt, draw, not_drawn, path_of
from tests.charts.conftest import HOSTILE

COLUMNS = ["service", "class", "name", "value", "status"]
ROWS = [
    ("Education", "County", "Aa", 500.0, "published"),
    ("Education", "Unitary", "Bb", 300.0, "published"),
    ("Parking", "County", "Aa", -40.0, "published"),
    ("Parking", "Unitary", "Bb", 60.0, "published"),
    ("Parking", "Unitary", "Cc", None, "not_submitted"),
    ("Fire", "Unitary", "Cc", None, "not_submitted"),
    ("Fire", "Unitary", "Bb", None, "not_responsible"),
]


def frame(rows):
    kinds = {"value": pl.Float64, "service": pl.String, "class": pl.String, "name": pl.String}
    return pl.DataFrame(rows, schema=COLUMNS, orient="row", schema_overrides=kinds)


FRAME = frame(ROWS)
TWO = {"levels": ["service", "class"], "root_name": "England"}
ONE = {"levels": ["service"], "root_name": "England"}


def cells(figure):
    (trace,) = figure.data
    return {
        tuple(path): (value, text, hover)
        for path, value, text, hover in zip(
            trace.customdata, trace.values, trace.text, trace.hovertext, strict=True
        )
    }


def test_every_sum_is_the_sum_of_all_its_rows():
    root = tree(FRAME, ["service", "class"], "England")
    assert root.value == 820.0
    assert {child.name: child.value for child in root.children} == {
        "Education": 800.0,
        "Parking": 20.0,
        "": None,
    }


def test_what_did_not_report_is_a_cell_of_its_own_with_its_reason():
    made = cells(draw(FRAME, **TWO))
    assert made[("",)][1] == "1 body"
    assert "Cc: The council did not submit this return" in made[("",)][2]
    assert ("Parking", "") in made
    (trace,) = draw(FRAME, **TWO).data
    hatched = dict(zip(map(tuple, trace.customdata), trace.marker.pattern.shape, strict=True))
    assert {path for path, shape in hatched.items() if shape} == {("",), ("Parking", "")}


def test_a_body_that_does_not_run_the_service_is_nobodys_missing_figure():
    assert "Bb: " not in str(cells(draw(FRAME.filter(service="Fire"), **ONE)))


def test_no_share_is_given_while_a_body_is_missing():
    assert "%" not in cells(draw(FRAME, **TWO))[("Education",)][1]
    whole = FRAME.filter(pl.col("value").is_not_null())
    assert cells(draw(whole, **ONE))[("Education",)][1] == "£800, 97.6%"


def test_the_id_of_an_area_says_where_it_stands():
    (trace,) = draw(FRAME, **TWO).data
    paths = [[name for name in path if name] for path in trace.customdata]
    assert [path_of(one) for one in trace.ids] == paths


def test_no_share_is_given_of_a_sum_that_lacks_a_part():
    whole = FRAME.filter(pl.col("value").is_not_null())
    assert cells(draw(whole, **ONE, shares=False))[("Education",)][1] == "£800"
    assert "%" not in alt(whole, **ONE, title="T", period="2023-24", shares=False)


def test_below_zero_is_counted_and_named_but_not_drawn():
    made = cells(draw(FRAME, **TWO))
    assert ("Parking", "County") not in made
    assert "County −£40: counted, not drawn" in made[("Parking",)][2]
    root = tree(FRAME, ["service", "class"], "England")
    assert [node.path for node in below_zero(root)] == [("England", "Parking", "County")]
    assert not_drawn(root) == " Below zero, so counted but not drawn: Parking, County −£40."


def test_the_levels_come_in_any_order():
    by_class = tree(FRAME, ["class", "service"], "England")
    assert by_class.value == 820.0
    assert {child.name: child.value for child in by_class.children} == {
        "County": 460.0,
        "Unitary": 360.0,
    }


amounts = st.one_of(st.none(), st.integers(-1000, 100_000).map(float))
leaves = st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from("xyz"), amounts), max_size=40)


@given(leaves, st.randoms(use_true_random=False))
def test_areas_add_up_and_the_order_of_the_rows_changes_nothing(found, shuffle):
    rows = [
        (service, kind, f"B{i}", value, "published" if value is not None else "not_submitted")
        for i, (service, kind, value) in enumerate(found)
    ]
    made = draw(frame(rows), **TWO)
    known = [value for *_, value, _ in rows if value is not None]
    root = tree(frame(rows), ["service", "class"], "England")
    assert root.value == (pytest.approx(sum(known)) if known else None)
    if made is None:
        assert not root.absent
        assert all(part.value <= 0 for child in root.children for part in child.children)
        return
    (trace,) = made.data
    assert len(set(trace.ids)) == len(trace.ids)
    areas = dict(zip(trace.ids, trace.values, strict=True))
    below = {}
    for key, parent in zip(trace.ids, trace.parents, strict=True):
        below[parent] = below.get(parent, 0.0) + areas[key]
    for parent, area in below.items():
        if parent:
            assert area == pytest.approx(areas[parent])
    shuffle.shuffle(rows)
    assert draw(frame(rows), **TWO).to_json() == made.to_json()


def test_the_finding_in_words():
    assert alt(FRAME, **ONE, title="Net spending", period="2023-24") == (
        "Net spending, England, 2023-24: £820 reported by 2 bodies. Largest parts: Education £800 "
        "and Parking £20. 1 body without a figure, so no shares are given: Cc."
    )
    words = alt(FRAME, **TWO, title="Net spending", period="2023-24")
    assert words.endswith("Below zero, so counted but not drawn: Parking, County −£40.")


def test_amounts_per_head_keep_their_pence():
    made = cells(draw(FRAME.with_columns(pl.col("value") / 100), **ONE, unit="£ per head"))
    assert made[("Education",)][1] == "£8.00 per head"


def test_nothing_to_draw_and_hostile_names():
    assert draw(FRAME.clear(), **TWO) is None
    assert "no figures" in alt(FRAME.clear(), **TWO, title="T", period="2023")
    hostile = FRAME.with_columns(
        pl.lit(HOSTILE).alias("service"), pl.lit(HOSTILE).alias("name"), note=pl.lit(HOSTILE)
    )
    (trace,) = draw(hostile, levels=["service", "class"], root_name=HOSTILE).data
    for words in [*trace.labels, *trace.text, *trace.hovertext]:
        assert "<script" not in words
        assert "<a " not in words
    with pytest.raises(ValueError, match="A tree of amounts needs the columns status"):
        draw(FRAME.drop("status"), **TWO)
    with pytest.raises(ValueError, match="one or two levels, not 3"):
        draw(FRAME, levels=["service", "class", "name"], root_name="England")
