import polars as pl

from components.words.spelling import plain_texts, spelled


def test_each_value_becomes_its_word_and_missing_stays_missing():
    words = spelled(pl.Series("status", ["a", None, "b"]), str.upper)
    assert words.name == "status"
    assert words.to_list() == ["A", None, "B"]


def test_an_empty_column_stays_text():
    assert spelled(pl.Series("status", [], dtype=pl.Int64), str).dtype == pl.String


def test_texts_of_a_table_cannot_turn_the_writing_beside_them():
    table = pl.DataFrame({"name": ["Honest \u202eDtl", None], "n": [1, 2]})
    assert plain_texts(table).rows() == [("Honest Dtl", 1), (None, 2)]
