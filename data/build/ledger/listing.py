"""The files that the payments are read from, with their hashes: ``data/payments/files.csv``."""

import csv
import gzip
import hashlib
import re
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from urllib.parse import quote

from data.build.ledger.publishers import Publisher, matches, publisher_of

FOLDER = "payments"
ORIGIN = re.compile(r"(?P<repository>[^/@]+/[^/@]+)@(?P<commit>[0-9a-f]{40}):(?P<path>.+)")
# How a file of a public repository is addressed.
REPOSITORIES = Path(__file__).parents[2] / "repositories.toml"


class FilesDiffer(Exception):
    """The mirror does not hold the files that are listed."""


class NoMirror(Exception):
    """There is nowhere to read the published files from."""


@dataclass(frozen=True)
class Listed:
    """One published file. sha256 and bytes are of the publisher's content, unpacked from gzip.

    ``url`` is its address at the publisher's, ``copy`` that of the copy which was read: each may
    be unknown.
    """

    path: str
    sha256: str
    bytes: int
    url: str
    copy: str = ""


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
    addresses = {one.path: (one.url, one.copy) for one in known} | _addresses(mirror, publishers)
    patterns = [pattern for one in publishers.values() for pattern in one.files]
    found = sorted(path for path in (mirror / FOLDER).rglob("*") if path.is_file())
    paths = {path: path.relative_to(mirror).as_posix() for path in found}
    return [
        _listed(path, place, *addresses.get(place, ("", "")))
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
    if _listed(path, one.path, one.url, one.copy) != one:
        return f"{one.path} holds other bytes than were listed"
    return ""


def _listed(path: Path, place: str, url: str, copy: str) -> Listed:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    return Listed(place, hashlib.sha256(content).hexdigest(), len(content), url, copy)


def _addresses(mirror: Path, publishers: dict[str, Publisher]) -> dict[str, tuple[str, str]]:
    """Give addresses that the mirror's own list knows, the publisher's and the copy's.

    A file in a repository of the publisher's own is at the publisher's.
    """
    file = mirror / "manifest.csv"
    if not file.exists():
        return {}
    address = tomllib.loads(REPOSITORIES.read_text("utf-8"))["file"]
    own = {name for one in publishers.values() for name in one.repositories}
    found = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            repository, copy = _in_repository(row["origin"], address)
            url = row["asset_url"] or (copy if repository in own else "")
            found[row["path"]] = (url, "" if url == copy else copy)
    return found


def _in_repository(origin: str, address: str) -> tuple[str, str]:
    """``owner/name@commit:folder/a file.csv``: the repository, and the file's address in it."""
    found = ORIGIN.fullmatch(origin)
    if not found or "*" in found["path"]:
        return "", ""
    said = found.groupdict() | {"path": quote(found["path"])}
    return found["repository"], address.format(**said)
