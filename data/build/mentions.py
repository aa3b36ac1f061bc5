"""What speaks of a service that is not declared: named file by file, before anything is read.

Whoever takes a service out of ``data/services.toml`` is told what else must go or change.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from data.build.records import Family, RecordError, Service, Source, content_of

COLUMN = "service"


def require_services(
    services: Iterable[Service],
    families: Iterable[Family],
    sources: Iterable[Source],
    areas: Path,
    records: Iterable[Path] = (),
) -> None:
    """Raises RecordError if measures, peer models, hand-kept lists or records name others."""
    known = {one.service for one in services}
    found: dict[str, dict[str, list[str]]] = {}
    for service, file, name in _mentions(families, sources, areas, records):
        if service not in known:
            found.setdefault(service, {}).setdefault(file, []).append(name)
    if found:
        raise RecordError(" ".join(_told(service, files) for service, files in found.items()))


def _told(service: str, files: dict[str, list[str]]) -> str:
    places = [
        f"data/{file} ({', '.join(filter(None, names))})" if any(names) else f"data/{file}"
        for file, names in files.items()
    ]
    return (
        f"{service!r} is no service of data/services.toml, but these speak of it: "
        f"{'; '.join(places)}."
    )


def _mentions(
    families: Iterable[Family], sources: Iterable[Source], areas: Path, records: Iterable[Path]
) -> Iterator[tuple[str, str, str]]:
    """Service, the file that names it, and what of the file, where that has a name."""
    for family in families:
        for measure in family.measures:
            yield measure.service, f"measures/{family.slug}.toml", measure.slug
    for source in sources:
        for model in source.peer_model:
            for service in model.usual_services:
                yield service, f"sources/{source.slug}.toml", model.model
    for path in sorted(areas.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row.get(COLUMN):
                    yield row[COLUMN], f"areas/{path.name}", ""
    for path in records:
        for service in _named(content_of(path)):
            yield service, path.as_posix().rpartition("/data/")[2], ""


def _named(content: object) -> Iterator[str]:
    """Every text under a key ``service``, however deep in a record.

    What a record marks as unclear is a name for doubt between services and none of them.
    """
    if isinstance(content, dict) and content.get("unclear"):
        return
    if isinstance(content, dict):
        for key, value in content.items():
            if key == COLUMN and isinstance(value, str):
                yield value
            else:
                yield from _named(value)
    elif isinstance(content, list):
        for one in content:
            yield from _named(one)
