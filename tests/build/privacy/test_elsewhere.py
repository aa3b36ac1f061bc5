"""What one file of a council says of a name counts in its other files. All names are made up."""

import polars as pl

from data.build.privacy import PERSON, digest, kinds, masked, told_by_type, told_elsewhere

TYPED = pl.DataFrame(
    {
        "name": ["ZORBASON", "Jane Exampleton", "Acme Widgets Ltd", "QUILLWORTH", None],
        "creditor_type": ["SOLE", "SOLE", "SOLE", "BUSN", None],
    }
)


def test_only_names_that_the_type_alone_tells_have_a_digest():
    told = told_by_type(kinds(TYPED, listed=()))
    assert told["told"].to_list() == [digest("ZORBASON"), None, None, None, None]
    assert masked(told, listed=())["name"].to_list()[0] == PERSON


def test_another_file_of_the_same_council_is_asked_whatever_the_order_of_words():
    told = pl.DataFrame({"council": ["DEV"], "told": [digest("Zorba Zorbason")]})
    names = pl.DataFrame(
        {
            "council": ["DEV", "DEV", "LDS", "DEV", "DEV"],
            "name": ["ZORBASON ZORBA", "Zorba, Zorbason", "Zorba Zorbason", "Zorbason Ltd", None],
        }
    )
    assert told_elsewhere(names, told).rows() == [
        ("DEV", "ZORBASON ZORBA"),
        ("DEV", "Zorba, Zorbason"),
    ]


def test_nothing_told_masks_nothing():
    told = pl.DataFrame(schema={"council": pl.String, "told": pl.String})
    names = pl.DataFrame({"council": ["DEV"], "name": ["Zorbason"]})
    assert told_elsewhere(names, told).is_empty()
