"""Faults that an assembly, a build or a ledger meets: each begins with a project that is whole."""

import hashlib
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from database_sum import is_damaged
from tests.faults.copy_of_project import (
    ASSEMBLE,
    BUILD,
    LEDGER,
    MIRROR,
    answers,
    goes_through,
    has_name_spaces,
    in_a_small_place,
    refusal,
)
from tests.faults.running import said, started

# More than the files of the small country, less than its database needs: kB.
ROOM_KB = 6_000
# Files of each folder in which a bit is turned.
FLIPPED = 3
COMMANDS = {"an assembly": ASSEMBLE, "a build": [*BUILD, *MIRROR], "a ledger": LEDGER}


def faults_of_the_build(project: Path) -> Iterator[tuple[str, str]]:
    """Each fault and what went wrong; nothing when all went as it should."""
    yield "a first edition and ledger", _first(project)
    yield "two assemblies at once", _two_at_once(project)
    for folder in ("edition", "ledger_full", "ledger"):
        yield from _one_bit(project, folder)
    yield "one bit of the database", _one_bit_of_the_database(project)
    yield "no data/edition/value.parquet", _without(project, "data/edition/value.parquet")
    yield "a ledger without a table", _without(project, "data/ledger_full/payment_file.parquet")
    yield "no data/ledger nor ledger_full", _without_payments(project)
    yield "a file of another table", _of_another_table(project)
    yield "a published file that is damaged", _damaged_file(project)
    if has_name_spaces():
        for name, command in COMMANDS.items():
            yield f"a full disk under {name}", _full_disk(project, command)
            yield f"a folder that can't be written under {name}", _read_only(project, command)
    else:
        print("not tried: a full disk and a folder that can't be written (no name spaces here)")
    if shutil.which("faketime"):
        for name, command in COMMANDS.items():
            back = ["faketime", "2020-02-29 12:00:00", *command]
            yield f"a clock set back under {name}", goes_through(project, back)
    else:
        print("not tried: a clock set back (no faketime here)")
    yield "an assembly after all this", goes_through(project)


def _first(project: Path) -> str:
    """The ledger first, which says that there is no edition yet to put it into."""
    process = started(project, LEDGER)
    words = said(process)
    return refusal(process.returncode, words, "no edition") or goes_through(
        project, [*BUILD, *MIRROR]
    )


def _two_at_once(project: Path) -> str:
    both = [started(project, ASSEMBLE), started(project, ASSEMBLE)]
    words = [said(one) for one in both]
    wrong = [word for one, word in zip(both, words, strict=True) if one.returncode]
    if not any("waiting" in word for word in words):
        wrong.append("neither says that it waits")
    return "; ".join(wrong) or ("" if answers(project) else "no answer")


def _one_bit(project: Path, folder: str) -> Iterator[tuple[str, str]]:
    """In the largest files of `folder`, each at another place."""
    place = project / "data" / folder
    files = sorted(place.glob("*.parquet"), key=lambda path: path.stat().st_size)[-FLIPPED:]
    whole, away = project / "data" / "ledger_full", project / "kept whole"
    if folder == "ledger":
        # Those that come with the program are read where there is no whole dataset.
        whole.rename(away)
        yield "an assembly with the payments of the program alone", goes_through(project)
    for number, file in enumerate(files, 1):
        content = _flipped(file, number / (FLIPPED + 1))
        wrong = _refused(project, file, partial(file.write_bytes, content), file.name)
        yield f"one bit of {folder}/{file.name}", wrong
    if folder == "ledger":
        away.rename(whole)


def _flipped(file: Path, part: float) -> bytes:
    content = bytearray(file.read_bytes())
    content[int(len(content) * part)] ^= 1
    return bytes(content)


def _one_bit_of_the_database(project: Path) -> str:
    """What was assembled is noted: wherever the bit is, it is not taken for whole."""
    database = project / "data" / "councils.duckdb"
    kept, written = database.read_bytes(), database.stat()
    unseen = []
    for part in (0.1, 0.35, 0.6, 0.85):
        database.write_bytes(_flipped(database, part))
        os.utime(database, ns=(written.st_atime_ns, written.st_mtime_ns))
        if not is_damaged(database):
            unseen.append(f"the bit at {part:.0%} is not seen")
        database.write_bytes(kept)
    os.utime(database, ns=(written.st_atime_ns, written.st_mtime_ns))
    return "; ".join(unseen) or ("" if answers(project) else "no answer")


def _without(project: Path, name: str) -> str:
    place = project / name
    return _refused(project, place, place.unlink, place.name)


def _without_payments(project: Path) -> str:
    """Both folders are away: payments are not left out without a word."""
    folders = [project / "data" / name for name in ("ledger_full", "ledger")]
    kept = [folder.rename(project / f"kept {folder.name}") for folder in folders]
    process = started(project, ASSEMBLE)
    words = said(process)
    for folder, away in zip(folders, kept, strict=True):
        away.rename(folder)
    return refusal(process.returncode, words, "no payments") or (
        "" if answers(project) else "the last database is gone"
    )


def _of_another_table(project: Path) -> str:
    """A whole file with rows of another table, whose sum somebody wrote anew."""
    folder = project / "data" / "edition"
    sums, file = folder / "SHA256SUMS", folder / "council.parquet"
    kept = sums.read_bytes()
    other = (folder / "measure.parquet").read_bytes()

    def hurt() -> None:
        file.write_bytes(other)
        lines = [line for line in kept.decode().splitlines() if not line.endswith(file.name)]
        lines.append(f"{hashlib.sha256(other).hexdigest()}  {file.name}")
        sums.write_text("\n".join(sorted(lines, key=lambda line: line.split()[1])) + "\n")

    wrong = _refused(project, file, hurt, "council")
    sums.write_bytes(kept)
    return wrong


def _damaged_file(project: Path) -> str:
    """Of the publisher's: a build and a ledger must not read what is not what was recorded."""
    wrong = []
    for name, command in {"benches.csv": [*BUILD, *MIRROR], "aldby/2022-04.csv": LEDGER}.items():
        (file,) = (project / "data" / "mirror").rglob(name)
        content = file.read_bytes()

        def hurt(file: Path = file, content: bytes = content) -> object:
            return file.write_bytes(content[:-5])

        wrong.append(_refused(project, file, hurt, file.name, command))
    return "; ".join(filter(None, wrong))


def _refused(
    project: Path,
    place: Path,
    hurt: Callable[[], object],
    names: str,
    command: list[str] = ASSEMBLE,
) -> str:
    """What is wrong with the refusal of a project in which `place` was hurt; it is put right."""
    kept = project / "kept"
    (shutil.copytree if place.is_dir() else shutil.copyfile)(place, kept)
    hurt()
    process = started(project, command)
    words = said(process)
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
    kept.rename(place)
    return refusal(process.returncode, words, names) or (
        "" if answers(project) else "the last database is gone"
    )


def _full_disk(project: Path, command: list[str]) -> str:
    size = sum(path.stat().st_size for path in (project / "data").rglob("*") if path.is_file())
    code, words = in_a_small_place(
        project,
        f"size={size // 1_000 + ROOM_KB}k",
        f"rm -rf data/readings; set +e; {shlex.join(command)} 2>&1; code=$?; ls data; exit $code",
    )
    left = [word for word in words.split() if re.match(r"councils\.duckdb\..*part", word)]
    return refusal(code, words) or " ".join(left)


def _read_only(project: Path, command: list[str]) -> str:
    code, words = in_a_small_place(
        project,
        "size=2g",
        f"mount -o remount,ro none data; set +e; {shlex.join(command)} 2>&1",
    )
    return refusal(code, words)
