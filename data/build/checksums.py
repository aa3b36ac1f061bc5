"""SHA256SUMS of a folder: what its files were when they were written, in sha256sum's own form.

A flipped bit in a column of doubles is a double all the same: Parquet reads it without a word.
"""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


class Damaged(Exception):
    """Files that are not what they were when they were written."""


def write_checksums(folder: Path) -> None:
    """List every Parquet file of ``folder`` and below, by its path in it."""
    files = sorted(folder.rglob("*.parquet"))
    lines = [f"{digest_of(file)}  {file.relative_to(folder).as_posix()}\n" for file in files]
    partial = folder / f"{NAME}.part"
    partial.write_text("".join(lines), "utf-8")
    partial.replace(folder / NAME)


def require_whole(folder: Path, elsewhere: tuple[str, ...] = ()) -> None:
    """Raise Damaged for a file that changed, is gone, or stands there unlisted.

    A folder without a list was written before there were lists, and is read as it is. What is
    listed of the folders ``elsewhere`` is not looked for.
    """
    if not (folder / NAME).exists():
        return
    outside = tuple(f"{one}/" for one in elsewhere)
    listed = {
        name: digest
        for name, digest in listed_in(folder / NAME).items()
        if not outside or not name.startswith(outside)
    }
    there = {file.relative_to(folder).as_posix() for file in folder.rglob("*.parquet")}
    wrong = [
        *(f"{name} is gone" for name in sorted(listed.keys() - there)),
        *(f"{name} is not of it" for name in sorted(there - listed.keys())),
        *(
            f"{name} was changed"
            for name in sorted(listed.keys() & there)
            if digest_of(folder / name) != listed[name]
        ),
    ]
    if wrong:
        raise Damaged(
            f"The files in {folder} are not as they were written: {', '.join(wrong)}. Take them "
            f"again from where they came, or build them again. ({NAME} lists what they were; "
            "whoever changes a file on purpose takes that list away.)"
        )


def listed_in(file: Path) -> dict[str, str]:
    """Read a list: path in the folder -> SHA-256."""
    lines = file.read_text("utf-8", errors="replace").splitlines()
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return {name: digest for digest, name in pairs}


def digest_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
