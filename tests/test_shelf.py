"""Things are made once for a key, leave when room is short, and are never taken for another."""

import threading
import time

import polars as pl
import pytest

from shelf import Shelf, content


def test_a_thing_is_made_once():
    made: list[str] = []
    shelf: Shelf[str] = Shelf(most=3)
    for _ in range(2):
        assert shelf.get("a", lambda: made.append("a") or "A") == "A"
    assert made == ["a"]


def test_nothing_is_a_thing_too():
    shelf: Shelf[None] = Shelf(most=3)
    shelf.get("a", lambda: None)
    assert shelf.get("a", lambda: pytest.fail("made twice")) is None


def test_the_one_asked_for_longest_ago_makes_room():
    shelf: Shelf[int] = Shelf(most=2)
    for key in ("a", "b", "a", "c"):
        shelf.get(key, lambda: 0)
    assert shelf.get("a", lambda: 1) == 0
    assert shelf.get("b", lambda: 1) == 1


def test_the_weight_is_bounded_too():
    shelf: Shelf[str] = Shelf(most=100, heaviest=10, weight=len)
    for key in range(5):
        shelf.get(key, lambda: "four")
    assert (len(shelf), shelf.weighs) == (2, 8)


def test_what_is_too_heavy_is_given_and_not_kept():
    shelf: Shelf[str] = Shelf(most=100, heaviest=10, weight=len)
    shelf.get("a", lambda: "four")
    assert shelf.get("b", lambda: "more than ten") == "more than ten"
    assert len(shelf) == 1


def test_a_look_makes_nothing():
    shelf: Shelf[int] = Shelf(most=3)
    assert shelf.held("a") is None
    shelf.get("a", lambda: 7)
    assert shelf.held("a") == 7


def test_what_fails_is_tried_again():
    shelf: Shelf[int] = Shelf(most=3)
    with pytest.raises(ZeroDivisionError):
        shelf.get("a", lambda: 1 // 0)
    assert shelf.get("a", lambda: 7) == 7


def test_readers_at_once_wait_for_the_first():
    made: list[int] = []
    shelf: Shelf[int] = Shelf(most=3)

    def make() -> int:
        time.sleep(0.05)
        made.append(1)
        return 1

    readers = [threading.Thread(target=shelf.get, args=("a", make)) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert made == [1]


def test_frames_are_told_apart_by_their_content():
    frame = pl.DataFrame({"a": [1, 2]})
    assert content(frame, "x") == content(pl.DataFrame({"a": [1, 2]}), "x")
    others = [
        (pl.DataFrame({"a": [1, 3]}), "x"),
        (pl.DataFrame({"b": [1, 2]}), "x"),
        (frame.cast(pl.Float64), "x"),
        (frame, "y"),
    ]
    assert len({content(*other) for other in [(frame, "x"), *others]}) == 5


def test_a_function_of_the_moment_has_no_content():
    assert content(lambda: 1) is None
