"""Some measure families built into the edition that is there; everything else of it stays.

What a family's SQL reads of published files is read again, or taken from the readings that are
kept; what it reads of the contract's tables (spending, residents) is taken from the edition. The
values are those of a whole build from the same files and the same tables.
"""

import difflib
from pathlib import Path

import duckdb
import polars as pl

from data.build import paths
from data.build.assembling import EditionMissing, require_known
from data.build.checking import Finding
from data.build.fetch import NewEdition
from data.build.joint_figures import load_joint_figures
from data.build.kept_readings import KeptReadings
from data.build.lineage import datasets_of, describe_lineage
from data.build.pipeline import Say, add_measures, begin, conclude, fetch_all
from data.build.publishing import contract_tables, recover
from data.build.reading import Bench, read_sources
from data.build.recording import (
    declare_areas,
    describe_edition,
    describe_files,
    describe_periods,
    describe_sources,
)
from data.build.records import Family, Source, load_families, load_sources
from data.build.resolving import KINDS
from data.build.tables import in_order
from sql_text import quoted

# Made here, not taken over as they are: codes of places first, because reading needs them.
FIRST = ("source", "period", "council", "place_code")
MADE = (
    "measure",
    "measure_source",
    "value",
    "source_address",
    "source_file",
    "reading",
    "issue",
    "edition",
    "edition_change",
)
LISTED = "(SELECT unnest(CAST($names AS VARCHAR[])))"
REFER_TO_MEASURES = """
SELECT DISTINCT table_name FROM duckdb_constraints()
WHERE constraint_type = 'FOREIGN KEY' AND constraint_text LIKE '%REFERENCES measure(%'
"""


class UnknownFamily(Exception):
    """No measure family of that name; the message says which are near it."""


def build_only(
    slugs: list[str], mirror: Path | None, say: Say, *, accept_new_editions: bool = False
) -> list[Finding]:
    """Build these families into the edition; gives the warnings. On failure it stays as it was."""
    recover(paths.EDITION)
    families = load_families(paths.MEASURES)
    wanted = chosen(families, slugs)
    require_edition(paths.EDITION)
    sources = sources_read(load_sources(paths.SOURCES), wanted, paths.EDITION)
    revised: list[NewEdition] = []
    say(f"Collecting the files of {len(sources)} sources")
    files = fetch_all(
        sources, mirror, accept_new_editions=accept_new_editions, report=revised.append
    )
    with duckdb.connect() as database:
        bench = begin(database, revised, KeptReadings(paths.READINGS))
        make_only(bench, paths.EDITION, families, wanted, sources, files, say, revised)
        left_out = checks_of_other_files(sources)
        if left_out:
            say(f"Checks of files that were not read: left out ({', '.join(sorted(left_out))})")
        return conclude(database, say, left_out, as_they_are(database))


def as_they_are(database: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """The tables that are taken over whole."""
    return frozenset(contract_tables(database)) - {"source", "period", *MADE}


def chosen(families: dict[str, Family], slugs: list[str]) -> list[Family]:
    """The families of these names, in the order of the codebook. Raises UnknownFamily."""
    for slug in slugs:
        if slug not in families:
            near = difflib.get_close_matches(slug, families, n=3, cutoff=0.4) or sorted(families)
            raise UnknownFamily(
                f"There is no measure family {slug!r} (a pair of files data/measures/{slug}.toml "
                f"and .sql). Near it: {', '.join(near)}."
            )
    return [family for slug, family in families.items() if slug in slugs]


def require_edition(folder: Path) -> None:
    """Raises EditionMissing or EditionUnknown where there is nothing to build into."""
    if not (folder / "edition.parquet").exists():
        raise EditionMissing(
            f"There is no edition in {folder} to build a family into: "
            "run python -m data.build without --only first."
        )
    require_known(folder / "edition.parquet")


def sources_read(
    sources: dict[str, Source], families: list[Family], edition: Path
) -> dict[str, Source]:
    """Sources that the families' SQL reads files of, and any that they name and are new."""
    datasets = {name for family in families for name in datasets_of(family.sql)}
    rows = duckdb.sql(f"SELECT source FROM {quoted(edition / 'source.parquet')}").fetchall()
    old = {source for (source,) in rows}
    named = {s for family in families for one in family.measures for s in one.sources}
    return {
        slug: source
        for slug, source in sources.items()
        if datasets & {table.name for table in source.table} or slug in named - old
    }


def make_only(
    bench: Bench,
    edition: Path,
    families: dict[str, Family],
    wanted: list[Family],
    sources: dict[str, Source],
    files: dict[str, Path],
    say: Say,
    revised: list[NewEdition],
) -> None:
    """Fill every contract table: what is wanted anew, the rest from the edition."""
    given = Given(bench, edition)
    touched = list(sources)
    given.rows("source", f"source NOT IN {LISTED}", touched)
    describe_sources(bench, sources)
    for table in FIRST[1:]:
        given.rows(table)
    declare_areas(bench.database, paths.AREAS)
    say("Reading")
    read_sources(bench, sources, files, placed=False)
    read_sources(bench, sources, files, placed=True)
    describe_periods(bench)
    rest = [one for one in contract_tables(bench.database) if one not in (*FIRST, *MADE)]
    refer = {name for (name,) in bench.database.execute(REFER_TO_MEASURES).fetchall()}
    for table in (one for one in rest if one not in refer):
        given.rows(table)
    _measures(bench, given, families, wanted, load_sources(paths.SOURCES), say)
    for table in (one for one in rest if one in refer):
        given.rows(table)
    for table in ("source_address", "source_file", "reading"):
        given.rows(table, f"source NOT IN {LISTED}", touched)
    given.rows("issue", f"source NOT IN {LISTED} OR NOT ({_met_or_declared(edition)})", touched)
    describe_lineage(bench.database, in_order(paths.TABLES), families)
    describe_files(bench, sources, revised)
    describe_edition(bench)


def _met_or_declared(edition: Path) -> str:
    """Which issues come from reading a source's files or from its record: those are made anew."""
    met = ", ".join(f"'{kind}'" for kind in KINDS)
    return (
        f"kind IN ({met}) OR EXISTS (FROM {quoted(edition / 'source.parquet')} s "
        "WHERE s.source = issue.source AND list_contains(s.known_problems, issue.explanation))"
    )


def _measures(
    bench: Bench,
    given: "Given",
    families: dict[str, Family],
    wanted: list[Family],
    sources: dict[str, Source],
    say: Say,
) -> None:
    """Codebook and values: the wanted families', and all others as they are."""
    order = [measure.slug for family in families.values() for measure in family.measures]
    anew = [measure.slug for family in wanted for measure in family.measures]
    gone = f"SELECT measure FROM {quoted(given.edition / 'measure.parquet')} WHERE family IN "
    gone += "(" + ", ".join(f"'{family.slug}'" for family in wanted) + ")"
    others = f"measure NOT IN {LISTED} AND measure NOT IN ({gone})"
    for table in ("measure", "measure_source", "value"):
        given.rows(table, others, anew)
    places = pl.DataFrame({"measure": order, "place": range(len(order))})
    bench.database.register("places", places)
    bench.database.execute(
        "UPDATE measure SET position = p.place FROM places p WHERE p.measure = measure.measure"
    )
    bench.database.unregister("places")
    joint = load_joint_figures(paths.AREAS / "joint_figures.toml")
    for family in wanted:
        add_measures(bench, family, order.index(family.measures[0].slug), sources, joint, say)


class Given:
    """The tables of the edition that is there."""

    def __init__(self, bench: Bench, edition: Path) -> None:
        self.bench = bench
        self.edition = edition

    def rows(self, table: str, where: str = "true", names: list[str] | None = None) -> None:
        """Take over the rows of a table for which ``where`` holds; it may speak of ``$names``."""
        if not (self.edition / f"{table}.parquet").exists():
            raise EditionMissing(
                f"The edition has no {table}.parquet: it was made before there was such a table. "
                "Run python -m data.build without --only first."
            )
        takes = {} if names is None else {"names": names}
        self.bench.database.execute(
            f"INSERT INTO {table} BY NAME FROM {quoted(self.edition / f'{table}.parquet')} {table} "
            f"WHERE {where}",
            takes,
        )


def checks_of_other_files(sources: dict[str, Source]) -> frozenset[str]:
    """Names of the checks that look into datasets of which not every source was read."""
    everything = load_sources(paths.SOURCES)
    whole = {table.name for source in everything.values() for table in source.table}
    for slug, source in everything.items():
        if slug not in sources:
            whole -= {table.name for table in source.table}
    return frozenset(
        path.stem
        for path in paths.CHECKS.glob("*.sql")
        if datasets_of(path.read_text("utf-8")) - whole
    )
