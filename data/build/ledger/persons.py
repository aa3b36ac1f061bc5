"""Persons that a file by itself does not tell of: masked once the names of all files are known.

Another file of the same council may say by its type of creditor that a name is a person's. And
what is kept must stand on what is kept with it: a name that is read once more, or whose company
number turns out to be another supplier's, must be no person's by the same rule.
"""

import duckdb
import polars as pl

from data.build.privacy import PERSON, WORDS, kinds, told_elsewhere

# A company number that one row gives is the name's in all rows.
NAMES = """
SELECT council, name, max(company_number) OVER (PARTITION BY name) AS company_number
FROM (SELECT council, name, max(company_number) AS company_number FROM read
      WHERE kind = 'organisation' GROUP BY ALL)
ORDER BY ALL
"""

SHARD = f"""
CREATE VIEW shard AS
SELECT * EXCLUDE (told, person) REPLACE (
    CASE WHEN person THEN '{PERSON}' ELSE name END AS name,
    CASE WHEN person THEN 'person' ELSE kind END AS kind,
    CASE WHEN NOT coalesce(person, false) THEN company_number END AS company_number,
    CASE WHEN NOT coalesce(person, false) THEN vat_number END AS vat_number,
    CASE WHEN person AND purpose IS NOT NULL THEN '{WORDS}' ELSE purpose END AS purpose,
    CASE WHEN person AND detail IS NOT NULL THEN '{WORDS}' ELSE detail END AS detail
)
FROM (FROM read LEFT JOIN person_elsewhere USING (council, name))
"""


def show_shard(database: duckdb.DuckDBPyConnection) -> None:
    """Make view shard of view ``read``: nothing is written from ``read`` itself."""
    database.execute(
        "CREATE TABLE person_elsewhere (council VARCHAR, name VARCHAR, person BOOLEAN)"
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
    database.register("incoming", persons.select("council", "name"))
    database.execute(
        "INSERT INTO person_elsewhere SELECT *, true FROM (FROM incoming "
        "EXCEPT SELECT council, name FROM person_elsewhere)"
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
