"""What a record says of files: which are its own, of cards, of which month, published anew."""

from datetime import date

import pytest

from data.build.ledger.listing import (
    FilesDiffer,
    check_listed,
    list_mirror,
    load_listed,
    numbered,
    save_listed,
)
from data.build.ledger.publishers import publisher_of
from data.build.records import RecordError
from tests.build.ledger.mirror import ALDBY, BEXHOLME, FILES, PUBLISHERS


@pytest.mark.parametrize(
    ("pattern", "path", "month"),
    [
        ("a/%Y-%m.csv", "payments/a/2013-02.csv", date(2013, 2, 1)),
        ("a/all-%B-%Y*.csv.gz", "payments/a/all-sept-2013.csv.gz", date(2013, 9, 1)),
        ("a/all-%B-%Y*.csv.gz", "payments/a/all-August-2013-corrected.csv.gz", date(2013, 8, 1)),
        ("a/%Y-%m.csv", "payments/a/2013-13.csv", None),
        ("a/%Y-%m.csv", "payments/b/2013-02.csv", None),
        ("a/%B-%Y.csv", "payments/a/spring-2013.csv", None),
    ],
)
def test_the_month_is_told_by_the_name_where_the_record_says_so(pattern, path, month):
    assert ALDBY.model_copy(update={"months": [pattern]}).month_of(path) == month


def test_a_name_that_tells_no_month_can_be_named():
    one = ALDBY.model_copy(update={"months": ["a/%Y-%m.csv"], "no_month": ["a/2010-09.csv"]})
    assert one.month_of("a/2010-09.csv") is None
    assert one.month_of("a/2010-10.csv") == date(2010, 10, 1)


def test_cards_and_files_published_anew_are_told_by_pattern():
    assert BEXHOLME.has_cards("payments/bexholme/2022-04_p.csv")
    assert not BEXHOLME.has_cards("payments/bexholme/2022-04_i.csv")
    assert ALDBY.superseding("payments/aldby/old-2022-06.csv").by == "aldby/2022-06.csv"
    assert ALDBY.superseding("payments/aldby/2022-06.csv") is None


def test_a_file_belongs_to_one_record():
    with pytest.raises(RecordError, match="no record"):
        publisher_of("payments/nowhere/1.csv", PUBLISHERS)
    twice = PUBLISHERS | {"again": ALDBY.model_copy(update={"slug": "again"})}
    with pytest.raises(RecordError, match="aldby and again"):
        publisher_of("payments/aldby/2022-04.csv", twice)


def test_the_list_of_files_is_kept_as_it_was_found(payments_mirror, tmp_path):
    listed = list_mirror(payments_mirror, PUBLISHERS, [])
    assert {one.path for one in listed} == {f"payments/{name}" for name in FILES}
    save_listed(listed, tmp_path / "files.csv")
    assert load_listed(tmp_path / "files.csv") == sorted(listed, key=lambda one: one.path)
    assert [file for file, _, _ in numbered(listed, PUBLISHERS)] == list(range(1, len(FILES) + 1))
    check_listed(payments_mirror, listed)


def test_a_file_that_changed_or_is_gone_is_refused_with_a_sentence(payments_mirror, tmp_path):
    listed = list_mirror(payments_mirror, PUBLISHERS, [])
    changed = tmp_path / listed[0].path
    changed.parent.mkdir(parents=True)
    changed.write_text("Date,Amount\n")
    with pytest.raises(FilesDiffer) as error:
        check_listed(tmp_path, listed)
    said = str(error.value)
    assert f"{listed[0].path} holds other bytes" in said
    assert f"{listed[1].path} is not in the mirror" in said
    assert "--accept-new-editions" in said
