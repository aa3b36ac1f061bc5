"""A name that one file says is a person's, by its type, is in none of the council's other files."""

import duckdb
import pytest

from data.build.privacy import PERSON, WORDS
from tests.build.ledger.mirror import HEADER, made

TYPED = f"""{HEADER}
05/04/2022,700.00,ZORBASON,SOLE,Adult Services,Sitting,A1
06/04/2022,900.00,Acme Care Ltd,LTD,Adult Services,Home care,A2
"""
UNTYPED = f"""{HEADER}
05/05/2022,800.00,Zorbason,BUSN,Adult Services,Sitting again,A3
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


def test_the_name_is_in_no_file(written):
    for path in written.rglob("*.parquet"):
        assert b"zorbason" not in path.read_bytes().lower(), path.name
