"""Write ``truth.csv`` from a mirror: ``python -m tests.build.ledger.independent.write MIRROR``."""

import csv
import sys
from multiprocessing import Pool
from pathlib import Path

from tests.build.ledger.independent.layouts import LAYOUTS
from tests.build.ledger.independent.reading import Found, read_plainly

TRUTH = Path(__file__).with_name("truth.csv")
COLUMNS = ("path", "rows", "pounds", "totals", "months")
# Files that another reader has counted stand in the mirror's own truth.csv.
COUNTED = Path("payments") / "truth.csv"


def files_of(mirror: Path) -> list[Path]:
    """Files of the bodies that have a layout, but for those that were counted before."""
    with (mirror / COUNTED).open(encoding="utf-8", newline="") as lines:
        counted = {f"{row['folder']}/{row['file']}" for row in csv.DictReader(lines)}
    return [
        path
        for folder in LAYOUTS
        for path in sorted((mirror / "payments" / folder).iterdir())
        if f"{folder}/{path.name}" not in counted
    ]


def as_row(path: str, found: Found) -> dict[str, str]:
    """One line of ``truth.csv``."""
    months = ";".join(f"{month}:{rows}" for month, rows in sorted(found.months.items()))
    values = (path, str(found.rows), f"{found.pounds:.2f}", str(found.totals), months)
    return dict(zip(COLUMNS, values, strict=True))


def main(mirror: Path) -> None:
    """Read all files and write the table."""
    files = files_of(mirror)
    with Pool(2) as pool:
        found = pool.map(read_plainly, files, chunksize=4)
    with TRUTH.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for path, one in zip(files, found, strict=True):
            writer.writerow(as_row(path.relative_to(mirror).as_posix(), one))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
