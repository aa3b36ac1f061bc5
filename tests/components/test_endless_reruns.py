"""A page that leads to itself stands after a few runs."""

from types import SimpleNamespace

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from components import endless_reruns, frame
from components.endless_reruns import MOST, SAID, Bounded


@pytest.fixture
def ended(monkeypatch):
    """As the server has it; what others find afterwards is as it was."""
    for name in ("rerun", "switch_page"):
        monkeypatch.setattr(streamlit, name, getattr(streamlit, name))
    for name in ("_head", "_foot"):
        monkeypatch.setattr(frame, name, lambda *_: None)
    endless_reruns.end_them()


def leading_to_itself() -> None:
    from types import SimpleNamespace

    import streamlit as st

    from components.frame import framed

    with framed(SimpleNamespace(here="home")):
        st.session_state["runs"] = st.session_state.get("runs", 0) + 1
        st.rerun()
        st.title("What stands behind it")


def following_clicks() -> None:
    from types import SimpleNamespace

    import streamlit as st

    from components.frame import framed

    with framed(SimpleNamespace(here="home")):
        if st.button("On"):
            st.rerun()
        st.title("The page")


def failing_behind_a_run() -> None:
    from types import SimpleNamespace

    import streamlit as st

    from components.frame import framed

    with framed(SimpleNamespace(here="home")):
        if st.button("On"):
            st.rerun()
        raise ValueError("a fault of the page")


def test_one_message_of_a_client_is_no_work_without_an_end(ended):
    """A mark that nobody drew led to Payments with the same click: 13 runs a second. The run that
    was the last went on behind what should have ended it."""
    app = AppTest.from_function(leading_to_itself).run()
    assert app.session_state["runs"] == MOST + 1
    assert [one.value for one in app.warning] == [SAID]
    assert not app.title
    # The next message has as many.
    assert app.run().session_state["runs"] == 2 * (MOST + 1)


def test_a_reader_may_click_as_often_as_he_likes(ended):
    app = AppTest.from_function(following_clicks).run()
    for _ in range(MOST + 1):
        app.button[0].click().run()
    assert (len(app.title), len(app.warning)) == (1, 0)


def test_a_page_that_ends_in_a_fault_counts_for_no_other(ended):
    """The sixth click on it was no run any more."""
    app = AppTest.from_function(failing_behind_a_run).run()
    for _ in range(MOST + 1):
        app.button[0].click().run()
    assert (len(app.exception), len(app.warning)) == (1, 0)


def test_both_ways_to_run_again_are_bounded_once(monkeypatch):
    st = SimpleNamespace(rerun=lambda: None, switch_page=lambda: None)
    monkeypatch.setattr(endless_reruns, "st", st)
    endless_reruns.end_them()
    once = st.rerun, st.switch_page
    endless_reruns.end_them()
    assert (st.rerun, st.switch_page) == once
    assert all(isinstance(one, Bounded) for one in once)
