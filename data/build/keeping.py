"""An edition -> the archive: its tables, its panels, and the same assembled for the API.

Payments are no part of an edition, and are not kept with it.
"""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb

import archive
from data.build import paths
from data.build.assembling import EditionMissing, EditionUnknown, assemble
from data.build.checksums import NAME, require_whole, write_checksums
from data.build.council_panel.writing import write_council_panels
from data.build.panel.writing import write_panel
from sql_text import quoted


class NotKept(Exception):
    """An edition that is asked for and is not there."""


def keep(
    edition: Path,
    folder: Path,
    since: date | None = None,
    contract: Sequence[Path] = paths.CONTRACT,
) -> str:
    """Keep the edition in ``edition`` in the archive ``folder``; says what it did.

    ``since`` is the first day on which it was in force here: what was recorded goes before it, and
    the day in its name stands where neither is known. Raises EditionMissing and Damaged.
    """
    if not (edition / "edition.parquet").exists():
        raise EditionMissing(f"There is no edition in {edition} to keep.")
    require_whole(edition)
    name = name_of(edition)
    since = since or archive.own_day(name)
    target = archive.Kept(name, since, folder / name)
    archive.record(folder, name, since)
    if target.tables.is_dir() and target.database.exists():
        return f"Edition {name} is kept already"
    fresh = target._replace(folder=folder / f"{name}.new")
    shutil.rmtree(fresh.folder, ignore_errors=True)
    fresh.tables.mkdir(parents=True)
    for file in [*edition.glob("*.parquet"), *edition.glob(NAME)]:
        shutil.copyfile(file, fresh.tables / file.name)
    if not (fresh.tables / NAME).exists():
        write_checksums(fresh.tables)
    said = _made(fresh, contract)
    shutil.rmtree(target.folder, ignore_errors=True)
    fresh.folder.rename(target.folder)
    return f"Edition {name} is kept in {target.folder}{said}"


def make_again(folder: Path, contract: Sequence[Path] = paths.CONTRACT) -> list[str]:
    """Assemble every kept edition anew by the present contract; says how each went."""
    said = []
    for one in archive.kept_in(folder):
        require_whole(one.tables)
        told = _made(one, contract)
        said.append(f"Edition {one.name}{told or ' is assembled again'}")
    return said


def name_of(edition: Path) -> str:
    file = quoted(edition / "edition.parquet")
    with duckdb.connect() as database:
        ((name,),) = database.execute(f"SELECT name FROM {file}").fetchall()
    return str(name)


def folder_of(text: str, present: Path, folder: Path) -> Path:
    """The tables of an edition that is named: a folder, a name, a day. Raises NotKept."""
    if (Path(text) / "edition.parquet").exists():
        return Path(text)
    here = {one.name: one for one in archive.kept_in(folder)}
    name = name_of(present) if (present / "edition.parquet").exists() else ""
    if text == name:
        return present
    if text in here:
        return here[text].tables
    first = archive.since_of(folder).get(name) or archive.own_day(name)
    begun = [(one.name, one.since) for one in here.values() if one.name != name]
    begun += [(name, first)] if name else []
    day = archive.as_day(text)
    found = archive.in_force(begun, day) if day else None
    if found is None:
        listed = ", ".join(one for one, _ in begun) or "none"
        raise NotKept(f"No edition here is meant by {text}. Held: {listed}.")
    return present if found == name else here[found].tables


def _made(one: archive.Kept, contract: Sequence[Path]) -> str:
    """The database and the panels; says why, where this program can make none of them."""
    try:
        assemble(one.tables, contract, one.database, absent_is_empty=True)
    except (EditionUnknown, duckdb.Error) as error:
        one.database.unlink(missing_ok=True)
        first = str(error).partition("\n")[0]
        return f"; its files alone, since this program cannot ask it ({first})"
    files = one.files.with_name("files.new")
    shutil.rmtree(files, ignore_errors=True)
    files.mkdir()
    with duckdb.connect(one.database, read_only=True) as database:
        write_panel(database, files)
        write_council_panels(database, files)
    shutil.rmtree(one.files, ignore_errors=True)
    files.rename(one.files)
    return ""
