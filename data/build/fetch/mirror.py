"""A mirror: a folder that holds copies of the publishers' files at the paths of the records."""

from pathlib import Path

from data.build.fetch.errors import NotInMirror
from data.build.fetch.places import below, content_path
from data.build.fetch.verify import Found
from data.build.records import SourceFile


def in_mirror(file: SourceFile, mirror: Path) -> Found:
    """The file below ``mirror``, not yet verified.

    Where a mirror gzips (``gzip_by_mirror``) the publisher's own file, saved by hand without
    ``.gz``, does as well.
    """
    for path in (file.path, content_path(file)):
        place = below(mirror, path)
        if place.is_file():
            zipped = file.gzip_by_mirror and path == file.path
            return Found(place, origin=str(place), gzipped=zipped)
    raise NotInMirror(f"The mirror folder {mirror} has no file {file.path}.")
