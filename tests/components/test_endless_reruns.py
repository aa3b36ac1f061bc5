"""A page that leads to itself stands after a few runs."""

from types import SimpleNamespace

import pytest

from components import endless_reruns
from components.endless_reruns import MOST, Bounded


@pytest.fixture
def asked(monkeypatch):
    monkeypatch.setattr(endless_reruns.st, "session_state", {})
    return SimpleNamespace(times=0)


def test_one_message_of_a_client_is_no_work_without_an_end(asked):
    """A mark that nobody drew led to Payments with the same click: 13 runs a second."""

    def again() -> None:
        asked.times += 1

    bounded = Bounded(again)
    for _ in range(50):
        bounded()
    assert asked.times == MOST
    endless_reruns.came_through()
    bounded()
    assert asked.times == MOST + 1


def test_both_ways_to_run_again_are_bounded_once(monkeypatch):
    st = SimpleNamespace(rerun=lambda: None, switch_page=lambda: None)
    monkeypatch.setattr(endless_reruns, "st", st)
    endless_reruns.end_them()
    once = st.rerun, st.switch_page
    endless_reruns.end_them()
    assert (st.rerun, st.switch_page) == once
    assert all(isinstance(one, Bounded) for one in once)
