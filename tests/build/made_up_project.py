"""A made-up project with two surveys: records, files and an edition of its own, all in a folder."""

import hashlib
import shutil
from pathlib import Path

import duckdb

from data.build import paths
from data.build.only import build_only
from data.build.pipeline import build

SOURCE = """
title = "Survey of {what}"
publisher = "Made-up department"
licence = "{licence}"
attribution = "Made-up department"
landing_url = "https://example.org/"
published = "{published}"
coverage = "England"
use = "{use}"
about = "A test."
known_problems = ["Councils count as they like."]

[[file]]
path = "{what}.csv"
sha256 = "{sha256}"
bytes = {bytes}

[[table]]
name = "{what}"
place = {{ scheme = "gss", column = "gss" }}
period = {{ kind = "financial", column = "year" }}
numbers = ["good", "all"]
missing = {{ ".." = "not_submitted" }}
"""
FAMILY = """
[family]
service = "culture"
kind = "outcome"
describes = "council"
unit = "%"
decimals = 1
polarity = "higher"
numerator = "good ones"
denominator = "all of them"
interval_method = "wilson"
per = 100
nations = ["England"]
caveats = ["Made up."]
sources = ["{what}"]
"""
MEASURE = """
[[measure]]
slug = "{slug}"
title = "{slug}"
official_title = "{slug}"
question = "How good?"
"""
# The council's residents are of the contract's tables, all else of the published file.
SQL = """
SELECT m.measure, b.council, b.period, 100 * b.good / b."all" + 0 * p.residents AS value,
       b.good AS numerator, b."all" AS denominator,
       CASE WHEN b.good IS NULL THEN b.good_status END AS status
FROM member m CROSS JOIN raw.{what} b LEFT JOIN population p USING (council)
"""
TABLES = {
    "council": "SELECT * REPLACE (CAST(NULLIF(ends, '') AS DATE) AS ends), false AS sparse, "
    "[]::VARCHAR[] AS other_names, []::VARCHAR[] AS gss_before FROM declared.council",
    "place_code": "SELECT 'gss' AS scheme, gss AS code, council FROM council",
    "deflator": "SELECT '2022-23' AS period, 100.0 AS index, '2022-23' AS base, "
    "'outturn' AS status, 'benches' AS source",
    "population": "SELECT council, 2022 AS year, 1000 AS residents, 'benches' AS source "
    "FROM council",
    "spending": "SELECT council, '2022-23' AS period, 'culture' AS service, "
    "'net_current_expenditure' AS component, 5.5 AS value_gbp, 'published' AS status, "
    "'benches' AS source, 'benches.csv' AS source_file, 1 AS source_row, 'A' AS source_column "
    "FROM council",
}
COUNCILS = """council,name,official_name,slug,gss,class,tier,nation,region,ends
AAA,Aldby,Aldby,aldby,E08000011,metropolitan_district,single,England,North,
BBB,Bexholme,Bexholme,bexholme,E08000012,metropolitan_district,single,England,North,
CCC,Carrby,Carrby,carrby,E08000013,metropolitan_district,single,England,North,
"""
ROWS = """gss,year,good,all
E08000011,{year},20,400
E08000012,{year},33,{number}
E08000013,{year},..,100
E99999999,{year},1,10
"""


SERVICES = """
[[service]]
service = "culture"
plain_name = "Culture"
official_name = "Cultural services"
explanation = "Parks."
[service.groups]
upper = ["metropolitan_district"]
"""
SAID = {"published": "2023-10-05", "use": "publish", "licence": "OGL-UK-3.0"}
# Those of data.build.paths that are made up.
FOLDERS = ("sources", "measures", "tables", "checks", "areas")


class Country:
    """A made-up project: its records, its files and its edition, all below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mirror = folder / "mirror"
        self.said: list[str] = []
        for name in (*FOLDERS, "mirror"):
            (folder / name).mkdir()
        self.write("services.toml", SERVICES)
        self.write("none.toml", "")
        self.write("areas/council.csv", COUNCILS)
        self.write("areas/joint_figures.toml", "joint = []\n")
        for table, sql in TABLES.items():
            after = {"council": "", "place_code": "council"}.get(table, "council, place_code")
            self.write(f"tables/{table}.sql", f"-- makes: {table}\n-- after: {after}\n{sql}")
        shutil.copy(paths.TABLES / "responsibility.sql", folder / "tables")
        for check in ("published_sources_may_be_published", "limits_hold_the_value"):
            shutil.copy(paths.CHECKS / f"{check}.sql", folder / "checks")
        self.survey("benches", number=250)
        self.survey("bins", number=99, published="2024-02-01")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")

    def survey(
        self, what: str, *, number: int, year: str = "2022-23", measures: tuple = (), **said: str
    ) -> None:
        """Write a source, its file and the family of measures that reads it, or write them anew."""
        content = ROWS.format(year=year, number=number)
        self.write(f"mirror/{what}.csv", content)
        sha256, size = hashlib.sha256(content.encode()).hexdigest(), len(content)
        said = SAID | said
        record = SOURCE.format(what=what, sha256=sha256, bytes=size, **said)
        self.write(f"sources/{what}.toml", record)
        slugs = measures or (f"good_{what}",)
        family = FAMILY.format(what=what) + "".join(MEASURE.format(slug=slug) for slug in slugs)
        self.write(f"measures/{what}.toml", family)
        self.write(f"measures/{what}.sql", SQL.format(what=what))

    def whole(self) -> None:
        build(self.mirror, self.said.append)

    def only(self, *families: str) -> None:
        build_only(list(families), self.mirror, self.said.append)

    def rows(self, table: str, measure: str) -> list[tuple]:
        with duckdb.connect() as con:
            file = f"{paths.EDITION}/{table}.parquet"
            return con.execute(f"FROM '{file}' WHERE measure = $1", [measure]).fetchall()

    @property
    def tables(self) -> dict[str, bytes]:
        return {file.stem: file.read_bytes() for file in paths.EDITION.glob("*.parquet")}
