"""Checks: ``data/checks/<name>.sql`` returns wrong rows; its header says stop or warn."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from sql_header import fields

FIELDS = ("check", "level")


@dataclass(frozen=True)
class Finding:
    """A check that returned rows."""

    check: str
    level: str
    says: str
    rows: pl.DataFrame


class ChecksFailed(Exception):
    """At least one check that stops a build found wrong rows."""


def run_checks(
    database: duckdb.DuckDBPyConnection, folder: Path, left_out: frozenset[str] = frozenset()
) -> list[Finding]:
    """Run every check in name order, but for those left out; give those that found something."""
    findings = []
    for path in sorted(path for path in folder.glob("*.sql") if path.stem not in left_out):
        text = path.read_text("utf-8")
        about = fields(text, FIELDS)
        try:
            rows = database.sql(text.strip().rstrip(";")).pl()
        except duckdb.Error as error:
            raise ChecksFailed(f"checks/{path.name} cannot run: {error}") from error
        if len(rows):
            findings.append(Finding(path.stem, about["level"], about["check"], rows))
    return findings


def require_sound(findings: list[Finding]) -> None:
    """Stop the build when a check at level stop found rows; the message shows the first of them."""
    wrong = [finding for finding in findings if finding.level == "stop"]
    if wrong:
        texts = [f"{f.check}: {f.says} ({len(f.rows)} rows)\n{f.rows.head(8)}" for f in wrong]
        raise ChecksFailed(
            "The edition is not sound; the last good one stays.\n" + "\n".join(texts)
        )
