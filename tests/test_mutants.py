"""The changes that a mutation run makes, and that its list names what is there."""

import tomllib

import pytest

from tests.mutants.__main__ import TARGETS, mutants_of
from tests.mutants.python_mutants import python_mutants
from tests.mutants.sql_mutants import sql_mutants
from tests.own_code import ROOT

LISTED = tomllib.loads(TARGETS.read_text("utf-8"))["target"]


def test_python_is_changed_in_one_place_at_a_time():
    made = dict(python_mutants("def f(a):\n    return not a < 0.025 or max(a) + 1\n"))
    assert made == {
        "line 2: Or -> And": "def f(a):\n    return not a < 0.025 and max(a) + 1",
        "line 2: without Not": "def f(a):\n    return not not a < 0.025 or max(a) + 1",
        "line 2: Lt -> LtE": "def f(a):\n    return not a <= 0.025 or max(a) + 1",
        "line 2: 0.025 -> 0.03": "def f(a):\n    return not a < 0.03 or max(a) + 1",
        "line 2: Add -> Sub": "def f(a):\n    return not a < 0.025 or max(a) - 1",
        "line 2: max -> min": "def f(a):\n    return not a < 0.025 or min(a) + 1",
        "line 2: 1 -> 2": "def f(a):\n    return not a < 0.025 or max(a) + 2",
    }


def test_what_is_only_said_is_left_alone():
    source = "def f(a: 'int | 3') -> 5:\n    '''1 < 2'''\n    raise ValueError(f'{a + 1}')\n"
    assert list(python_mutants(source)) == []


def test_sql_is_changed_in_macros_and_views_alone():
    text = (
        "CREATE TABLE t (a INTEGER CHECK (a > 1));\n"
        "-- AND\nCREATE MACRO m(a) AS a >= 2 AND NOT b = 'x AND y';\n"
        "COMMENT ON COLUMN t.a IS '1 AND 2';\n"
    )
    assert [words for words, _ in sql_mutants(text)] == [
        "line 3: >= -> >",
        "line 3: 2 -> 3",
        "line 3: AND -> OR",
        "line 3: NOT -> nothing",
        "line 3: = -> <>",
    ]


@pytest.mark.parametrize("target", LISTED, ids=lambda one: one["file"])
def test_every_target_and_its_tests_are_there(target):
    assert all((ROOT / name).exists() for name in target["tests"])
    changes = [words for words, _ in mutants_of(ROOT / target["file"], target)]
    assert changes
    stale = {one["change"] for one in target.get("alike", [])} - set(changes)
    assert stale == set(), "named alike, but no such change is made any more"


def test_every_module_of_comparison_is_tried():
    there = set((ROOT / "inference" / "comparison").glob("*.py"))
    tried = {ROOT / target["file"] for target in LISTED}
    assert {path.name for path in there - tried} == {"__init__.py"}
