"""The bundle: a folder, and the same as one zip, that an archive of research data takes whole.

Everything that differs from one making to the next (times, the order of files) is left out or set
by the edition, so that who makes it again gets the same bytes.
"""

import json
import shutil
import tempfile
import tomllib
import zipfile
from datetime import datetime
from pathlib import Path

import duckdb

from catalogue import PANELS, TABLES, About, File, as_dcat
from data.build import paths
from data.build.assembling import EditionMissing, assemble
from data.build.bundle.citing import citation, read_zenodo, zenodo
from data.build.bundle.tables_described import describe_tables
from data.build.checksums import NAME, digest_of, require_whole
from data.build.council_panel.writing import write_council_panels
from data.build.keeping import name_of
from data.build.panel.writing import write_panel

ROOT = paths.DATA.parent
README = Path(__file__).with_name("readme.md")
AS_THEY_ARE = {
    "LICENSE": "LICENSE",
    "DATA-LICENCE.md": "DATA-LICENCE.md",
    "docs/data.md": "docs/data.md",
    "docs/glossary.md": "docs/glossary.md",
    "docs/council_panel.md": "docs/council_panel.md",
    "docs/panel.md": "docs/panel.md",
    "data/schema.sql": "docs/schema.sql",
}
ABOUT = "SELECT name, before FROM edition"
SPAN = """
SELECT min(starts), max(ends) FROM period SEMI JOIN (
    SELECT period FROM value WHERE value IS NOT NULL
    UNION SELECT period FROM spending WHERE value_gbp IS NOT NULL
) USING (period)
"""
SOURCES = "SELECT title, publisher, landing_url FROM source WHERE use <> 'check' ORDER BY source"


def make_bundle(edition: Path, target: Path) -> Path:
    """Write ``target``/public-pound-<edition>/ and the zip of it beside; gives the zip.

    Raises EditionMissing, EditionUnknown and Damaged.
    """
    if not (edition / "edition.parquet").exists():
        raise EditionMissing(f"There is no edition in {edition} to bundle.")
    require_whole(edition)
    name = name_of(edition)
    folder = target / f"public-pound-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("edition", "panels", "docs"):
        (folder / part).mkdir(parents=True)
    for file in edition.glob("*.parquet"):
        shutil.copyfile(file, folder / "edition" / file.name)
    for original, copy in AS_THEY_ARE.items():
        shutil.copyfile(ROOT / original, folder / copy)
    with tempfile.TemporaryDirectory(dir=target) as made:
        database_path = Path(made) / "councils.duckdb"
        assemble(edition, paths.CONTRACT, database_path)
        with duckdb.connect(database_path, read_only=True) as database:
            write_panel(database, folder / "panels")
            write_council_panels(database, folder / "panels")
            _describe(database, folder)
    _sum(folder)
    return _zipped(folder, name)


def _describe(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    ((edition, before),) = database.execute(ABOUT).fetchall()
    ((first, last),) = database.execute(SPAN).fetchall()
    sources = database.sql(SOURCES).pl().rows(named=True)
    brand = tomllib.loads((ROOT / "brand.toml").read_text("utf-8"))
    told = read_zenodo(ROOT / ".zenodo.json")
    about = {
        "title": told["title"],
        "description": f"{brand['name']}: {brand['strapline']}.",
        "edition": edition,
        "sources": sources,
    }
    panels = sorted(folder / "panels" / f"{name}.csv" for name in PANELS)
    panels = [file for file in panels if file.exists()]
    _write(folder / "datapackage.json", describe_tables(database, about, folder, panels))
    words = About(
        brand["name"],
        brand["strapline"],
        edition,
        before,
        (first.isoformat(), last.isoformat()) if first else None,
        list(dict.fromkeys(row["landing_url"] for row in sources)),
        contact=brand["contact"],
    )
    _write(folder / "catalogue.jsonld", as_dcat(words, _files(folder)))
    words_of = README.read_text("utf-8")
    (folder / "README.md").write_text(words_of.format(**about), "utf-8")
    original = (ROOT / "CITATION.cff").read_text("utf-8")
    (folder / "CITATION.cff").write_text(citation(original, edition), "utf-8")
    (folder / ".zenodo.json").write_text(zenodo(told, edition), "utf-8")


def _files(folder: Path) -> dict[str, list[File]]:
    found: dict[str, list[File]] = {}
    for part, whose in (("edition", lambda _name: TABLES), ("panels", _panel_of)):
        for file in sorted((folder / part).iterdir()):
            address = f"{part}/{file.name}"
            one = File(file.name, address, file.stat().st_size, digest_of(file))
            found.setdefault(whose(file.name), []).append(one)
    return found


def _panel_of(name: str) -> str:
    return next(panel for panel in PANELS if name.startswith(panel))


def _write(file: Path, told: dict[str, object]) -> None:
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _sum(folder: Path) -> None:
    """List every file of the bundle, not the Parquet files alone."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    lines = [f"{digest_of(file)}  {file.relative_to(folder).as_posix()}\n" for file in files]
    (folder / NAME).write_text("".join(lines), "utf-8")


def _zipped(folder: Path, name: str) -> Path:
    day = datetime.fromisoformat(name[:10])
    target = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            place = f"{folder.name}/{file.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(place, (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            # Parquet is packed already.
            packed = file.suffix == ".parquet"
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            with file.open("rb") as content, archive.open(entry, "w") as part:
                shutil.copyfileobj(content, part)
    return target
