"""Whether a checkout's database is the one that its files make now.

A stale one answers half the pages: what is measured then are errors, and they are quick.
"""

from pathlib import Path

DATABASE = Path("data", "councils.duckdb")
# What an assembly reads, as the Makefile lists it.
MADE_OF = (
    "data/edition/*.parquet",
    "data/ledger/*.parquet",
    "data/ledger_full/*.parquet",
    "data/*.sql",
    "data/build/judging.py",
    "data/payments/words/duty.toml",
    "data/build/ledger/ordering.py",
    "data/build/ledger/placing.py",
    "data/build/ledger/public_bodies.py",
    "data/build/ledger/summing.py",
    "data/build/suppliers/addresses.py",
    "data/build/suppliers/families.py",
    "data/build/suppliers/slugs.py",
    "inference/comparison/*.py",
    "inference/funnel/*.py",
)


class Stale(ValueError):
    """The database is not there, or older than what it is made of."""


def require_current(root: Path) -> str:
    """A sentence on the database of the checkout `root`. Raises Stale with another."""
    database, name = root / DATABASE, root.resolve().name
    if not database.exists():
        raise Stale(f"{name} has no database: make data/councils.duckdb there first.")
    made_s = database.stat().st_mtime
    newer = [
        path.relative_to(root)
        for pattern in MADE_OF
        for path in sorted(root.glob(pattern))
        if path.stat().st_mtime > made_s
    ]
    if newer:
        raise Stale(
            f"The database of {name} is older than {newer[0]} ({len(newer)} files are newer): "
            "make data/councils.duckdb there first."
        )
    return f"The database of {name} is the one that its files make."
