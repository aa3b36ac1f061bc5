"""Made-up rows under the real records: a family's own SQL and declarations, tiny raw tables."""

from datetime import date

import duckdb
import polars as pl

from data.build import paths, periods
from data.build.contract import create_contract
from data.build.joint_figures import load_joint_figures
from data.build.measuring import compute
from data.build.reading import Bench
from data.build.recording import describe_periods, describe_services
from data.build.records import load_families, load_services, load_sources

FAMILIES = load_families(paths.MEASURES)
SOURCES = load_sources(paths.SOURCES)
SERVICES = load_services(paths.SERVICES)
JOINT = load_joint_figures(paths.AREAS / "joint_figures.toml")
# Real codes where a rule names them, made-up ones elsewhere.
COUNCILS = [
    ("AAA", "unitary", "England", None, None),
    ("BBB", "metropolitan_district", "England", None, None),
    ("DDD", "district", "England", None, None),
    ("YYY", "county", "England", None, None),
    ("HCK", "london_borough", "England", None, None),
    ("LND", "london_borough", "England", None, None),
    ("CON", "unitary", "England", None, None),
    ("IOS", "unitary", "England", None, None),
    ("BRY", "metropolitan_district", "England", None, None),
    ("CAB", "district", "England", None, None),
    ("SCA", "district", "England", None, None),
    ("MSU", "district", "England", None, None),
    ("BAB", "district", "England", None, None),
    ("MEN", "district", "England", None, date(2023, 3, 31)),
    ("SOM", "county", "England", None, date(2023, 3, 31)),
    ("BKM", "county", "England", None, date(2020, 3, 31)),
    ("BUC", "unitary", "England", date(2020, 4, 1), None),
    ("DOR", "county", "England", None, date(2019, 3, 31)),
    ("DST", "unitary", "England", date(2019, 4, 1), None),
    ("BPC", "unitary", "England", date(2019, 4, 1), None),
    ("OLD", "district", "England", None, date(2023, 3, 31)),
    ("WWW", "welsh", "Wales", None, None),
    ("SSS", "scottish", "Scotland", None, None),
]
TIERS = {"county": "upper", "district": "lower"}


class SmallWorld:
    """Councils, services and periods; add raw rows, then compute a family."""

    def __init__(self) -> None:
        self.database = duckdb.connect()
        create_contract(self.database)
        self.database.execute("CREATE SCHEMA raw")
        for name in ("childrens_counts", "childrens_counts_other"):
            self.database.execute(
                f"CREATE TABLE raw.{name} (measure VARCHAR, council VARCHAR, period VARCHAR, "
                "number VARCHAR, numerator DOUBLE, denominator DOUBLE)"
            )
        self.bench = Bench(self.database)
        describe_services(self.bench, SERVICES)
        for council, kind, nation, starts, ends in COUNCILS:
            row = {"council": council, "name": council, "official_name": council}
            row |= {"slug": council.lower(), "class": kind, "tier": TIERS.get(kind, "single")}
            row |= {"nation": nation, "sparse": False, "starts": starts, "ends": ends}
            texts = {"other_names": pl.Series([[]], dtype=pl.List(pl.String))}
            texts["gss_before"] = texts["other_names"]
            dates = {"starts": pl.Date, "ends": pl.Date}
            frame = pl.DataFrame([row]).with_columns(pl.col(n).cast(t) for n, t in dates.items())
            self.bench.insert("council", frame.with_columns(**texts))
        self.database.execute(
            "INSERT INTO responsibility BY NAME SELECT service, council, comparison_group "
            "FROM declared.service_class JOIN council USING (class)"
        )

    def raw(self, name: str, rows: list[dict], **texts: str) -> None:
        """A raw table; ``texts`` are columns that every row shares."""
        frame = pl.DataFrame([texts | row for row in rows], infer_schema_length=None)
        nulls = [c for c in frame.columns if frame[c].dtype == pl.Null]
        frame = frame.with_columns(pl.col(nulls).cast(pl.Float64))
        self.database.register("incoming", frame)
        self.database.execute(f"CREATE TABLE raw.{name} AS FROM incoming")
        self.database.unregister("incoming")
        if "period" in frame.columns:
            for label in frame["period"].unique():
                self._period(label)

    def _period(self, label: str) -> None:
        found = periods.of_label(label)
        if found:
            self.bench.periods[label] = found

    def run(self, family: str) -> dict[tuple[str, str, str], dict]:
        """(measure, council, period) -> the value's row."""
        for label in ("2023-24", "2024-25"):
            self._period(label)
        describe_periods(self.bench)
        frame = compute(self.database, FAMILIES[family], SOURCES, JOINT)
        return {(r["measure"], r["council"], r["period"]): r for r in frame.iter_rows(named=True)}
