"""Persons that a file by itself does not tell of: masked once the names of all files are known.

Another file of the same council may say by its type of creditor that a name is a person's. And
what is kept must stand on what is kept with it: a name that is read once more, or whose company
number turns out to be another supplier's, must be no person's by the same rule.
"""

import duckdb
import polars as pl

from data.build.privacy import PERSON, WORDS, kinds, told_elsewhere
from data.build.privacy.masking import own_words

# A company number that one row gives is the name's in all rows.
NAMES = """
SELECT council, name, max(company_number) OVER (PARTITION BY name) AS company_number
FROM (SELECT council, name, max(company_number) AS company_number FROM read
      WHERE kind = 'organisation' GROUP BY ALL)
ORDER BY ALL
"""

# What stands beside a masked name and may bear a word of it: a surname in a column of its own.
BESIDE = ("department", "category", "expense_code", "reference")
WITHHELD = f"""
    CASE WHEN person AND list_has_any(words, regexp_extract_all(lower({{0}}), '\\pL+'))
         THEN '{WORDS}' ELSE {{0}} END AS {{0}}"""
SHARD = f"""
CREATE VIEW shard AS
SELECT * EXCLUDE (told, person, words) REPLACE (
    CASE WHEN person THEN '{PERSON}' ELSE name END AS name,
    CASE WHEN person THEN 'person' ELSE kind END AS kind,
    CASE WHEN NOT coalesce(person, false) THEN company_number END AS company_number,
    CASE WHEN NOT coalesce(person, false) THEN vat_number END AS vat_number,
    CASE WHEN person AND purpose IS NOT NULL THEN '{WORDS}' ELSE purpose END AS purpose,
    CASE WHEN person AND detail IS NOT NULL THEN '{WORDS}' ELSE detail END AS detail,
    {", ".join(map(WITHHELD.format, BESIDE))}
)
FROM (FROM read LEFT JOIN person_elsewhere USING (council, name))
"""


def show_shard(database: duckdb.DuckDBPyConnection) -> None:
    """Make view shard of view ``read``: nothing is written from ``read`` itself."""
    database.execute(
        "CREATE TABLE person_elsewhere "
        "(council VARCHAR, name VARCHAR, person BOOLEAN, words VARCHAR[])"
    )
    database.execute(SHARD)


def mask_elsewhere(database: duckdb.DuckDBPyConnection) -> None:
    """Leave out of view shard whom the files of all councils tell of."""
    told = database.sql("SELECT DISTINCT council, told FROM read WHERE told IS NOT NULL").pl()
    names = database.sql(NAMES).pl()
    mask(database, told_elsewhere(names.select("council", "name"), told))
    mask(database, persons_in(names))


def mask(database: duckdb.DuckDBPyConnection, persons: pl.DataFrame) -> None:
    """Leave ``persons`` (council, name) out of view shard."""
    names = persons.select("council", "name").unique()
    words = [sorted(own_words(name)) for name in names["name"]]
    said = pl.Series("words", words, dtype=pl.List(pl.String))
    database.register("incoming", names.with_columns(said))
    database.execute(
        "INSERT INTO person_elsewhere SELECT council, name, true, words "
        "FROM incoming ANTI JOIN person_elsewhere USING (council, name)"
    )
    database.unregister("incoming")


def persons_in(names: pl.DataFrame) -> pl.DataFrame:
    """Keep of ``names`` (council, name, company_number) those that the rule of privacy takes for a
    person's, or for an organisation's with a person beside it."""
    read = kinds(names.select("name", "company_number").unique())
    persons = read.filter((pl.col("kind") == "person") | (pl.col("shown") != pl.col("name")))
    return names.join(persons, on=["name", "company_number"], how="semi", nulls_equal=True).select(
        "council", "name"
    )
