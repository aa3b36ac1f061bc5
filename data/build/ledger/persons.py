"""Persons that only one file of a council tells of are masked in its other files as well."""

import duckdb

from data.build.privacy import PERSON, WORDS, told_elsewhere

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


def mask_elsewhere(database: duckdb.DuckDBPyConnection) -> None:
    """Make view shard of view ``read``: nothing is written from ``read`` itself."""
    told = database.sql("SELECT DISTINCT council, told FROM read WHERE told IS NOT NULL").pl()
    names = database.sql("SELECT DISTINCT council, name FROM read WHERE kind = 'organisation'").pl()
    database.register("incoming", told_elsewhere(names, told))
    database.execute("CREATE TABLE person_elsewhere AS SELECT *, true AS person FROM incoming")
    database.unregister("incoming")
    database.execute(SHARD)
