"""Source files: out of a mirror folder, or from their publishers; always verified.

A *mirror* is a folder with copies of the publishers' files at the paths that the records name.
Without one, each file is downloaded from its publisher into a cache folder of the same layout,
so a file that has to be fetched by hand can be saved in either.
"""

from collections.abc import Iterable
from pathlib import Path

from rich.progress import Progress

from data.build.fetch.errors import (
    FetchError,
    NotWritten,
    OtherEdition,
    SeveralMissing,
    Unreachable,
    UnsafePath,
)
from data.build.fetch.limits import Limits
from data.build.fetch.meter import bars
from data.build.fetch.mirror import in_mirror
from data.build.fetch.places import below, content_path
from data.build.fetch.publisher import from_publisher, has_address, place_of
from data.build.fetch.verify import Found, NewEdition, Report, check, matches, warn
from data.build.records import SourceFile

__all__ = [
    "DOWNLOADS",
    "FetchError",
    "Limits",
    "NewEdition",
    "bars",
    "locate",
    "locate_all",
    "place_of",
]

DOWNLOADS = Path("data/downloads")
DOWN_AFTER = 3  # files in a row that could not be reached before the network is taken as down


def locate(
    file: SourceFile,
    *,
    mirror: Path | None,
    cache: Path = DOWNLOADS,
    landing_url: str,
    progress: Progress | None = None,
    accept_new_editions: bool = False,
    report: Report = warn,
    limits: Limits | None = None,
) -> Path:
    """Where the verified ``file`` lies on this machine; downloads it when it must.

    From a mirror that gzips (``gzip_by_mirror``) the path ends in ``.gz``; a download of the same
    file is the publisher's plain bytes, so read by the suffix of what is returned.

    A file that is whole and plausible but has another sha256 than the record is refused, unless
    ``accept_new_editions``: then ``report`` is told what changed, at every build.

    Raises FetchError: a sentence with the landing page and the place to save the file by hand.
    """
    try:
        if mirror is not None:
            found = in_mirror(file, mirror)
            check(file, found, accept=accept_new_editions, report=report)
            return found.path
        return _cached_or_downloaded(
            file, cache, progress, accept_new_editions, report, limits or Limits()
        )
    except FetchError as error:
        error.advice = error.advice or _advice(error, file, mirror, cache, landing_url)
        raise
    except OSError as error:
        raise NotWritten(f"{file.path} could not be read or written: {error}.") from error


def locate_all(
    wanted: Iterable[tuple[SourceFile, str]], *, mirror: Path | None, **options
) -> dict[str, Path]:
    """``locate`` for (file, landing page) pairs in turn: record path -> place.

    Goes on after a failure, so that one run names every file that is missing; stops early only
    when nothing can be reached. ``options`` are those of ``locate``.
    """
    pairs, places, errors, unreached = list(wanted), {}, {}, 0
    for file, landing_url in pairs:
        try:
            places[file.path] = locate(file, mirror=mirror, landing_url=landing_url, **options)
            unreached = 0
        except FetchError as error:
            errors[file.path] = error
            unreached = unreached + 1 if isinstance(error, Unreachable) else 0
        if unreached == DOWN_AFTER:
            break
    if errors:
        raise SeveralMissing(errors, untried=len(pairs) - len(places) - len(errors))
    return places


def _cached_or_downloaded(
    file: SourceFile,
    cache: Path,
    progress: Progress | None,
    accept: bool,
    report: Report,
    limits: Limits,
) -> Path:
    """What lies in the cache if it is the recorded edition, or if another one may be used.

    Otherwise the publisher's is downloaded, and replaces it only once verified.
    """
    final = below(cache, content_path(file))
    if final.is_file():
        cached = Found(final, origin=str(final))
        if matches(file, cached):
            return final
        if accept or not has_address(file):
            check(file, cached, accept=accept, report=report)
            return final
    try:
        return from_publisher(
            file, final, limits=limits, progress=progress, accept=accept, report=report
        )
    except FetchError as error:
        if final.is_file():
            error.what += f" The file that lies at {final} is not the one of the record."
        raise


def _advice(
    error: FetchError, file: SourceFile, mirror: Path | None, cache: Path, landing_url: str
) -> str:
    if isinstance(error, UnsafePath):
        return f"Mend the record; the source's own page is {landing_url}."
    place = (mirror or cache) / content_path(file)
    words = f"Open {landing_url} in a browser, download the file there and save it as {place}"
    words += "." if mirror else " (or at that path below a mirror folder)."
    if isinstance(error, OtherEdition):
        words += " To use the edition found, build with --accept-new-editions."
    elif mirror:
        words += " Without a mirror folder the build downloads it where it can."
    return words
