"""Where a source file lies below a folder. A record never names a place outside of it."""

from pathlib import Path, PurePosixPath

from data.build.fetch.errors import UnsafePath
from data.build.records import SourceFile


def below(folder: Path, path: str) -> Path:
    """``folder/path`` for a relative path with forward slashes.

    Refuses what would lead elsewhere on any system (absolute, drive letter, backslash, ``..``)
    and characters that no file name should carry. Links inside the folder are the owner's own.
    """
    parts = PurePosixPath(path).parts
    odd = any(ord(c) < 32 or ord(c) == 127 or c in '\\:*?"<>|' for c in path)
    if not parts or odd or path.startswith("/") or ".." in parts:
        raise UnsafePath(
            f"The record names the file {path!r}, which is not a plain relative path; "
            "nothing was read or written."
        )
    return folder.joinpath(*parts)


def content_path(file: SourceFile) -> str:
    """The path of the publisher's own bytes: without the ``.gz`` that a mirror added."""
    return file.path.removesuffix(".gz") if file.gzip_by_mirror else file.path
