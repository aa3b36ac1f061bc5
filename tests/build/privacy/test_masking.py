"""Names and words of private persons leave before anything is written."""

import polars as pl
import pytest

from data.build.privacy import BY_COUNCIL, PERSON, WORDS, digest, kinds, masked
from data.build.privacy.takedown import take_down, taken_down

ROWS = pl.DataFrame(
    {
        "name": ["Mrs Jane Exampleton", "REDACTED UNDER DP ACT", "Acme Widgets Ltd", None],
        "council": ["LDS", "DEV", "LDS", "LDS"],
        "purpose": ["Fee for J Exampleton", "Direct payment", "Widgets", None],
    }
)


def test_persons_lose_their_name_and_the_words_beside_it():
    done = masked(kinds(ROWS, listed=()), words=["purpose"])
    assert done["name"].to_list() == [PERSON, BY_COUNCIL, "Acme Widgets Ltd", None]
    assert done["purpose"].to_list() == [WORDS, "Direct payment", "Widgets", None]


def test_an_installation_with_the_right_to_can_show_persons():
    done = masked(kinds(ROWS, listed=()), words=["purpose"], mask=False)
    assert done["name"].to_list()[0] == "Mrs Jane Exampleton"
    assert done["purpose"].to_list()[0] == "Fee for J Exampleton"


def test_a_cell_that_holds_no_name_becomes_a_missing_name():
    names = pl.DataFrame({"name": ["N/A", "  ", "#N/A", "-"]})
    assert masked(kinds(names, listed=()))["name"].to_list() == [None] * 4


def test_words_beside_a_person_that_is_left_out_go_too():
    rows = pl.DataFrame({"name": ["Nowhere Club - Jane Exampleton"], "purpose": ["Fee, Jane"]})
    assert masked(kinds(rows, listed=()), words=["purpose"])["purpose"].item() == WORDS


@pytest.fixture
def takedowns(tmp_path):
    path = tmp_path / "takedown.csv"
    path.write_text("sha256,added,reason\n", encoding="utf-8")
    return path


def test_a_name_that_was_taken_down_is_masked_however_it_is_written(takedowns):
    take_down("Zorba Quill", "asked by the person", takedowns)
    listed = taken_down(takedowns)
    names = pl.DataFrame({"name": ["ZORBA QUILL", "Quill, Zorba", "Mr Zorba Quill", "Quill Ltd"]})
    assert kinds(names, listed=listed)["kind"].to_list() == [*["person"] * 3, "organisation"]


def test_the_list_names_nobody_and_holds_a_name_once(takedowns):
    for _ in range(2):
        take_down("Zorba Quill", "asked, by letter", takedowns)
    text = takedowns.read_text("utf-8")
    assert text.count(digest("Zorba Quill")) == 1
    assert "zorba" not in text.lower()


def test_a_list_that_is_damaged_stops_the_build(takedowns):
    takedowns.write_text("sha256,added,reason\nJane Exampleton,2026-01-01,asked\n", "utf-8")
    with pytest.raises(ValueError, match="not a sha256"):
        taken_down(takedowns)


def test_the_list_that_is_kept_can_be_read():
    assert isinstance(taken_down(), frozenset)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Nowhere Chambers Ltd (Jane Exampleton)", "Nowhere Chambers Ltd (name left out)"),
        ("Nowhere Cricket Club - Jane Exampleton", "Nowhere Cricket Club - name left out"),
        ("NOWHERE CARE LIMITED/MR J EXAMPLETON", "NOWHERE CARE LIMITED/name left out"),
        ("Jane Exampleton (Nowhere Chambers)", PERSON),
        ("Jane Exampleton - Happy Nowhere Nursery", PERSON),
        ("Jane Exampleton (Nowhere) Ltd", "Jane Exampleton (Nowhere) Ltd"),
        ("Exampleton Care Ltd (Nowhere Lodge)", "Exampleton Care Ltd (Nowhere Lodge)"),
        ("Exampleton Ltd t/a Nowhere Care", "Exampleton Ltd t/a Nowhere Care"),
    ],
)
def test_a_person_beside_an_organisation_is_left_out(name, shown):
    assert masked(kinds(pl.DataFrame({"name": [name]}), listed=()))["name"].item() == shown


def test_a_surname_in_a_column_of_its_own_does_not_stay():
    rows = pl.DataFrame(
        {
            "name": ["Jane Exampleton", "Jane Exampleton", "Nowhere Ltd"],
            "department": ["Exampleton", "Adult care", "Exampleton"],
            "reference": ["EXAMPLETON 0423", "4711", "4712"],
        }
    )
    told = masked(kinds(rows), labels=["department"], references=["reference"], listed=())
    assert told["department"].to_list() == [WORDS, "Adult care", "Exampleton"]
    assert told["reference"].to_list() == [WORDS, "4711", "4712"]
