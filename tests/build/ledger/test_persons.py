"""A name that one file says is a person's, by its type, is in none of the council's other files."""

from dataclasses import replace

import duckdb
import polars as pl
import pytest

from data.build.ledger.gathering import named
from data.build.ledger.persons import persons_in
from data.build.privacy import PERSON, WORDS
from data.build.suppliers import Resolution
from tests.build.ledger.mirror import HEADER, made

TYPED = f"""{HEADER}
05/04/2022,700.00,ZORBASON,SOLE,Adult Services,Sitting,A1
06/04/2022,900.00,Acme Care Ltd,LTD,Adult Services,Home care,A2
"""
UNTYPED = f"""{HEADER}
05/05/2022,800.00,Zorbason,BUSN,Adult Services: Zorbason household,Sitting again,A3
06/05/2022,950.00,Acme Care Ltd,LTD,Adult Services,Home care,A4
"""


@pytest.fixture
def written(tmp_path):
    folder = tmp_path / "mirror" / "payments" / "aldby"
    folder.mkdir(parents=True)
    (folder / "2022-04.csv").write_text(TYPED, "utf-8")
    (folder / "2022-05.csv").write_text(UNTYPED, "utf-8")
    return made(tmp_path / "mirror", tmp_path / "whole")


def test_the_type_of_one_file_counts_in_all_files_of_the_council(written):
    paid = f"""
        SELECT n.name, w.purpose, count(*)
        FROM '{written}/payment/*/*.parquet' JOIN '{written}/supplier_name.parquet' n
        USING (published_name) JOIN '{written}/wording.parquet' w USING (wording)
        GROUP BY ALL ORDER BY ALL"""
    assert duckdb.sql(paid).fetchall() == [
        ("Acme Care Ltd", "Home care", 2),
        (PERSON, WORDS, 2),
    ]


def test_a_department_that_bears_the_name_is_withheld_with_it(written):
    """Words beside a name that another file tells of were left as they were."""
    said = f"SELECT DISTINCT department FROM '{written}/wording.parquet' ORDER BY ALL"
    assert duckdb.sql(said).fetchall() == [("Adult Services",), (WORDS,)]


def test_the_name_is_in_no_file(written):
    for path in written.rglob("*.parquet"):
        assert b"zorbason" not in path.read_bytes().lower(), path.name


def test_what_is_kept_is_no_persons_by_what_is_kept_with_it():
    """A company number excuses a name; without one it has to stand on its words."""
    names = pl.DataFrame(
        {
            "council": ["MAA", "MAB", "MAC"],
            "name": ["Jane Exampleton", "Jane Exampleton", "Acme Care Ltd"],
            "company_number": ["01234567", None, None],
        }
    )
    assert persons_in(names).rows() == [("MAB", "Jane Exampleton")]


def test_a_number_that_is_nobodys_excuses_no_name():
    """Such names stopped the ledger at its proof: rows had a number, and the supplier none."""
    links = {"name": ["Jane Exampleton"], "council": ["MAA"], "supplier": [1], "rule": ["same"]}
    suppliers = {"supplier": [1], "kind": ["organisation"], "company_number": ["01234567"]}
    kept = Resolution(pl.DataFrame(suppliers), pl.DataFrame(links), pl.DataFrame())
    assert named(kept).is_empty()
    lost = pl.DataFrame(suppliers).with_columns(company_number=pl.lit(None, pl.String))
    assert named(replace(kept, suppliers=lost)).rows() == [("MAA", "Jane Exampleton")]
