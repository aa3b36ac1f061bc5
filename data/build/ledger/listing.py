"""The files that the payments are read from, with their hashes: ``data/payments/files.csv``."""

import csv
import gzip
import hashlib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from data.build.ledger.publishers import Publisher, matches, publisher_of

FOLDER = "payments"


class FilesDiffer(Exception):
    """The mirror does not hold the files that are listed."""


class NoMirror(Exception):
    """There is nowhere to read the published files from."""


@dataclass(frozen=True)
class Listed:
    """One published file. sha256 and bytes are of the publisher's content, unpacked from gzip."""

    path: str
    sha256: str
    bytes: int
    url: str


def load_listed(file: Path) -> list[Listed]:
    """Read the list, in the order of the paths."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [Listed(**row | {"bytes": int(row["bytes"])}) for row in csv.DictReader(lines)]


def save_listed(listed: list[Listed], file: Path) -> None:
    """Write the list, in the order of the paths."""
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, [one.name for one in fields(Listed)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(one) for one in sorted(listed, key=lambda one: one.path))


def list_mirror(
    mirror: Path, publishers: dict[str, Publisher], known: list[Listed]
) -> list[Listed]:
    """List the files of a mirror that a record speaks of; addresses are those known before."""
    address = {one.path: one.url for one in known} | _addresses(mirror)
    patterns = [pattern for one in publishers.values() for pattern in one.files]
    found = sorted(path for path in (mirror / FOLDER).rglob("*") if path.is_file())
    paths = {path: path.relative_to(mirror).as_posix() for path in found}
    return [
        _listed(path, place, address.get(place, ""))
        for path, place in paths.items()
        if matches(place, patterns)
    ]


def check_listed(mirror: Path, listed: list[Listed]) -> None:
    """Raise FilesDiffer where a file is missing or holds other bytes than were listed."""
    wrong = [words for one in listed if (words := _difference(mirror, one))]
    if wrong:
        more = f" (and {len(wrong) - 5} more)" if len(wrong) > 5 else ""
        raise FilesDiffer(
            f"{'; '.join(wrong[:5])}{more}. If the publisher revised them, run again with "
            "--accept-new-editions: data/payments/files.csv then lists what is there."
        )


def numbered(
    listed: list[Listed], publishers: dict[str, Publisher]
) -> list[tuple[int, Listed, Publisher]]:
    """Give each file its number in this edition, and the record that it belongs to."""
    ordered = sorted(listed, key=lambda one: one.path)
    return [(n, one, publisher_of(one.path, publishers)) for n, one in enumerate(ordered, 1)]


def _difference(mirror: Path, one: Listed) -> str:
    path = mirror / one.path
    if not path.exists():
        return f"{one.path} is not in the mirror"
    if _listed(path, one.path, one.url) != one:
        return f"{one.path} holds other bytes than were listed"
    return ""


def _listed(path: Path, place: str, url: str) -> Listed:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    return Listed(place, hashlib.sha256(content).hexdigest(), len(content), url)


def _addresses(mirror: Path) -> dict[str, str]:
    """Publishers' addresses that the mirror's own list knows."""
    file = mirror / "manifest.csv"
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as lines:
        return {row["path"]: row["asset_url"] for row in csv.DictReader(lines) if row["asset_url"]}
