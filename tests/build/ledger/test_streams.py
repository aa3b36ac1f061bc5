"""Which months files cover, invoices and cards apart; what repeats; whose address a file has."""

from datetime import date

import polars as pl

from data.build.ledger.listing import list_mirror
from data.build.ledger.months import months_covered, with_months
from data.build.ledger.repeats import repeated_in
from tests.build.ledger.mirror import ALDBY, BEXHOLME, PUBLISHERS

APRIL, MAY, JUNE = date(2023, 4, 1), date(2023, 5, 1), date(2023, 6, 1)


def rows(*counts: tuple[date | None, int, bool]) -> pl.DataFrame:
    """So many payments of each month, by card or not."""
    return pl.DataFrame(
        [(month, card) for month, n, card in counts for _ in range(n)],
        schema={"month": pl.Date, "card": pl.Boolean},
        orient="row",
    )


def test_a_quarter_covers_its_months_and_not_those_of_a_few_late_invoices():
    found = rows((date(2022, 11, 1), 3, False), (APRIL, 90, False), (JUNE, 99, False))
    assert months_covered(found, None) == {False: [APRIL, JUNE]}


def test_a_file_whose_name_tells_the_month_covers_that_month_alone():
    assert months_covered(rows((APRIL, 9, False), (MAY, 90, False)), MAY) == {False: [MAY]}


def test_a_file_of_invoices_with_cards_in_it_covers_both():
    found = months_covered(rows((APRIL, 90, False), (APRIL, 5, True)), None)
    assert found == {False: [APRIL], True: [APRIL]}
    assert months_covered(rows((APRIL, 5, True)), None) == {True: [APRIL]}


def test_where_days_are_of_invoices_the_month_is_that_of_the_file():
    frame = pl.DataFrame({"date": [date(2022, 11, 9), None], "month_only": [False, False]})
    told, _ = with_months(frame, APRIL, None, of_days=False)
    assert told["month"].to_list() == [APRIL, APRIL]
    assert told["day"].to_list() == [date(2022, 11, 9), None]
    told, _ = with_months(frame, APRIL, None)
    assert told["month"].to_list() == [date(2022, 11, 1), APRIL]


def test_repeats_are_those_beyond_the_first_and_equal_in_every_word():
    made = pl.DataFrame(
        {
            "source_file": ["a"] * 4,
            "source_row": [2, 3, 4, 5],
            "month": [APRIL] * 4,
            "card": [False] * 4,
            "amount_pence": [500, 500, 500, 500],
            "supplier": ["Acme", "Acme", "Acme", "Bold"],
        }
    )
    assert repeated_in(made).rows() == [(APRIL, False, 2, 1000)]


def test_a_year_of_two_figures_tells_the_month():
    one = ALDBY.model_copy(update={"months": ["a/exp-%B-%y.csv"]})
    assert one.month_of("payments/a/exp-aug-23.csv") == date(2023, 8, 1)


def test_a_file_leads_to_its_publisher_or_to_the_copy_that_was_read(tmp_path):
    """None of Devon's, Manchester's and Warwickshire's files could be opened."""
    commit = "d5e2fb685157561d17065f1e59d8f04c3acebb3e"
    lines = ["path,asset_url,origin"]
    for folder, name, asset, origin in (
        ("aldby", "1.csv", "", f"Aldby-Council/spending@{commit}:files/1 a.csv"),
        ("aldby", "2.csv", "https://aldby.example/2.csv", f"someone/copies@{commit}:2.csv"),
        ("bexholme", "3.csv", "", f"someone/copies@{commit}:b/3.csv"),
        ("bexholme", "4.csv", "", "found in a drawer"),
    ):
        path = tmp_path / "payments" / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
        lines.append(f"payments/{folder}/{name},{asset},{origin}")
    (tmp_path / "manifest.csv").write_text("\n".join(lines) + "\n")
    aldby = ALDBY.model_copy(update={"repositories": ["Aldby-Council/spending"]})
    listed = list_mirror(tmp_path, PUBLISHERS | {"aldby": aldby}, [])
    found = {one.path.rsplit("/", 1)[1]: (one.url, one.copy) for one in listed}
    raw = "https://raw.githubusercontent.com"
    assert found == {
        "1.csv": (f"{raw}/Aldby-Council/spending/{commit}/files/1%20a.csv", ""),
        "2.csv": ("https://aldby.example/2.csv", f"{raw}/someone/copies/{commit}/2.csv"),
        "3.csv": ("", f"{raw}/someone/copies/{commit}/b/3.csv"),
        "4.csv": ("", ""),
    }
    assert BEXHOLME.repositories == []


def test_every_file_of_the_list_can_be_opened_somewhere():
    from data.build import paths
    from data.build.ledger.listing import load_listed

    listed = load_listed(paths.PUBLISHERS / "files.csv")
    assert [one.path for one in listed if not (one.url or one.copy)] == []
    devon = [one for one in listed if one.path.startswith("payments/devon")]
    assert devon and all(one.url for one in devon)
