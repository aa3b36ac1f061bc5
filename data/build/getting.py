"""Try the addresses of what is known and not held, one source at a time, and say how each went."""

import difflib
from collections.abc import Iterator
from pathlib import Path

from rich.progress import Progress

from data.build.fetch import FetchError, Limits
from data.build.fetch.unseen import bring
from data.build.records import Source


class UnknownSource(Exception):
    """No source of that name; the message says which are near it."""


def get(
    sources: dict[str, Source],
    slug: str,
    out: Path,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Iterator[str]:
    """Lines that say of each address what came of it; a file that fails stops no other."""
    if slug not in sources:
        near = difflib.get_close_matches(slug, sources, n=3, cutoff=0.4)
        near = near or [one for one, source in sources.items() if source.address]
        raise UnknownSource(f"There is no source {slug!r}. Near it: {', '.join(near)}.")
    source = sources[slug]
    if not source.address:
        yield f"{slug}: no address beyond its files is known. Its page: {source.landing_url}"
    for address in source.address:
        yield f"# {address.what}{', ' + address.period if address.period else ''}"
        try:
            came = bring(
                address,
                out / slug,
                landing_url=source.landing_url,
                progress=progress,
                limits=limits,
            )
        except FetchError as error:
            yield f"# not had: {error}"
            continue
        yield f"# {came.path}"
        yield came.record(f"{slug}/{came.path.name}", address)
