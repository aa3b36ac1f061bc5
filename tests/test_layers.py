"""Imports point one way, SQL lives in .sql files, and a source declares itself in its record."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.own_code import FILES, MODULES, ROOT, imports, of, texts

# What each part of the project may import of the others.
MAY_IMPORT = {
    "app": {"pages", "components", "queries", "inference"},
    "pages": {"components", "findings", "charts", "queries", "inference"},
    "components": {
        "archive",
        "findings",
        "charts",
        "queries",
        "inference",
        "shelf",
        "spreadsheet",
        "tally",
    },
    "brief": {"findings", "charts", "queries", "inference", "shelf", "spreadsheet"},
    "findings": {"charts", "queries", "inference"},
    "charts": {"inference", "shelf"},
    "queries": {"database_sum", "far_ledger", "inference", "sql_header", "sql_text", "tally"},
    "inference": set(),
    "archive": set(),
    "catalogue": set(),
    "database_sum": set(),
    "far_ledger": set(),
    "shelf": set(),
    "spreadsheet": set(),
    "sql_header": set(),
    "sql_text": set(),
    "tally": set(),
    "data": {
        "archive",
        "catalogue",
        "database_sum",
        "far_ledger",
        "inference",
        "spreadsheet",
        "sql_header",
        "sql_text",
    },
    "web": {
        "archive",
        "brief",
        "catalogue",
        "queries",
        "charts",
        "shelf",
        "spreadsheet",
        "tally",
    },
    "serve": {"web", "brief", "components"},
    "deploy": set(),
    "benchmarks": {"data", "deploy", "queries", "serve", "shelf", "sql_text"},
}
# Rooms of components/ whose pieces stand on several pages; every other folder serves one page.
SHARED_ROOMS = {"figure", "ledger", "links", "masthead", "peers", "search", "words"}
# Heavy or telling libraries, and the only parts that may know of them.
ONLY_IN = {
    "streamlit": {"app", "pages", "components", "serve", "benchmarks"},
    "duckdb": {"queries", "data", "benchmarks"},
    "plotly": {"charts"},
    "prometheus_client": {"tally"},
    "folium": {"charts", "components"},
    "geopandas": {"data"},
    "uvicorn": {"serve", "web", "benchmarks"},
    "starlette": {"serve", "web", "benchmarks"},
    "requests": {"data"},
    "pyspark": {"data"},
}
RUNS_PYTHON = {"map_batches", "map_elements", "map_groups", "map_rows", "rolling_map"}
VAGUE = {"common", "core", "helper", "helpers", "misc", "shared", "util", "utils"}
ONLINE = ("app.py", "pages", "components", "findings", "brief", "charts", "queries", "inference")

SQL = re.compile(
    r"\b(select\s.+\sfrom\s|insert\s+into\s|create\s+(or\s+replace\s+)?(table|view)\s|"
    r"update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\()",
    re.IGNORECASE | re.DOTALL,
)
PLACE = re.compile(rb"shared/sources|(?<![\w.$}/-])/(work|tmp|root|home/\w+)/")
# Not sources but services that sources' records are resolved through, and their pages.
RESOLVERS = {
    "https://www.gov.uk/api/content/",
    "https://www.gov.uk/",
    "https://api.stats.gov.wales/v2/",
    "https://stats.gov.wales/en-GB/",
}
# Names that the standards for CSV metadata and for drawings prescribe; nobody fetches them.
NAMESPACES = {"http://www.w3.org/ns/csvw", "https://schema.org", "http://www.w3.org/2000/svg"}
ADDRESS = re.compile(r"https?://(?!127\.0\.0\.1|localhost)[^\s\"'{]", re.IGNORECASE)


def is_sql(text: str) -> bool:
    """SQL has its first word all small or all large; "Select a place from the list" is English."""
    found = SQL.search(text)
    return bool(found) and not found[0].split()[0].istitle()


@pytest.mark.parametrize(
    ("finds", "text"),
    [
        (is_sql, "select name\nfrom council"),
        (is_sql, "WITH peers AS (SELECT 1)"),
        (ADDRESS.search, "see https://example.org/file.csv"),
        (PLACE.search, b'open("/' + b'tmp/x.csv")'),
    ],
)
def test_the_patterns_find_what_they_are_for(finds, text):
    assert finds(text)


@pytest.mark.parametrize("text", ["Select a council from the list", "http://127.0.0.1:8501/"])
def test_the_patterns_leave_plain_words_alone(text):
    assert not ADDRESS.search(text)
    assert not is_sql(text)


def test_every_part_is_known():
    assert {module.part for module in MODULES} <= MAY_IMPORT.keys()


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_point_one_way(part):
    wrong = [
        f"{module.name} imports {name}"
        for module in MODULES
        if module.part == part
        for name in imports(module.tree)
        if (other := name.split(".")[0]) in MAY_IMPORT
        and other != part
        and other not in MAY_IMPORT[part]
    ]
    assert wrong == []


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_in_its_parts(library):
    wrong = [
        module.name
        for module in MODULES
        if module.part not in ONLY_IN[library]
        and any(name.split(".")[0] == library for name in imports(module.tree))
    ]
    assert wrong == []


def test_sql_is_in_sql_files_only():
    wrong = [
        f"{module.name}: {text[:60]!r}"
        for module in of(
            "app.py", "pages", "components", "findings", "brief", "charts", "inference", "web"
        )
        for text in texts(module.tree)
        if is_sql(text)
    ]
    assert wrong == []


def test_no_python_runs_inside_polars_where_readers_share_a_process():
    """Two readers are enough: one's frame waits for Python inside Polars' threads, the other's
    conversion holds Python and waits for those threads, and the server answers nobody again.
    Use replace_strict, or map the Python list.
    """
    wrong = [
        f"{module.name}:{node.lineno} {node.attr}"
        for module in of(*ONLINE)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in RUNS_PYTHON
    ]
    assert wrong == []


def test_no_page_opens_the_edition_or_another_file():
    wrong = [
        f"{module.name}: {node.func.id}()"
        for module in of("pages", "charts")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    ]
    assert wrong == []


def test_no_module_without_a_job():
    assert [m.name for m in MODULES if VAGUE & {m.path.stem, m.path.parent.name}] == []


def room_of(name: str) -> str | None:
    """The page that a module of components/ serves: `components.map.areas` -> map.

    None for the shared rooms and for the modules of no room.
    """
    parts = name.split(".")
    if parts[0] != "components" or len(parts) < 2 or parts[1] in SHARED_ROOMS:
        return None
    return parts[1] if (ROOT / "components" / parts[1]).is_dir() else None


def test_a_pages_room_serves_that_page_alone():
    wrong = []
    for module in of("app.py", "pages", "components"):
        dotted = module.name.removesuffix(".py").replace("/", ".")
        page = dotted.split(".")[1] if module.part == "pages" else room_of(dotted)
        wrong += [
            f"{module.name} imports {name}"
            for name in imports(module.tree)
            if (room := room_of(name)) and room != page
        ]
    assert wrong == []


def test_every_room_belongs_to_a_page_or_to_several():
    rooms = {path.name for path in (ROOT / "components").iterdir() if path.is_dir()}
    pages = {module.path.stem for module in of("pages")}
    assert rooms - SHARED_ROOMS - pages - {"__pycache__"} == set()


def test_no_module_is_called_like_a_function_of_its_own():
    """`from overview import overview` names neither the room nor the deed."""
    wrong = [
        module.name
        for module in MODULES
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name == module.path.stem
    ]
    assert wrong == []


def test_what_the_reader_sees_comes_from_this_host():
    wrong = [
        f"{module.name}: {text[:80]!r}"
        for module in of(*ONLINE)
        for text in texts(module.tree)
        if ADDRESS.search(text) and text not in NAMESPACES
    ]
    assert wrong == []


def test_the_build_names_no_address_and_no_sheet():
    """A source declares its addresses and sheets in its record, data/sources/*.toml."""
    sheets = {
        sheet
        for path in (ROOT / "data" / "sources").glob("*.toml")
        for sheet in re.findall(r'^\s*sheets?\s*=\s*"([^"]{4,})"', path.read_text("utf-8"), re.M)
    }
    wrong = [
        f"{module.name}: {text[:80]!r}"
        for module in of("data")
        for text in texts(module.tree)
        if (ADDRESS.search(text) and text not in RESOLVERS | NAMESPACES) or text in sheets
    ]
    assert wrong == []


def test_no_file_knows_where_one_machine_keeps_things():
    allowed = {".ci/run", ".gitignore", Path(__file__).relative_to(ROOT).as_posix()}
    wrong = [
        name
        for path in FILES
        if path.suffix not in {".parquet", ".png", ".xls", ".xlsx", ".ods", ".gz"}
        and (name := path.relative_to(ROOT).as_posix()) not in allowed
        and PLACE.search(path.read_bytes())
    ]
    assert wrong == []


def test_the_server_and_the_queries_mean_the_same_edition():
    import queries
    import serve

    assert serve.EDITION == queries.EDITION


def test_the_build_and_the_queries_mean_the_same_contract():
    import queries
    from data.build import recording

    assert recording.SCHEMA_VERSION == queries.SCHEMA_VERSION


def test_the_server_starts_without_waiting_for_heavy_libraries():
    """What serve.py itself imports delays the first answer; web/warm.py sees to the rest."""
    code = "import serve, sys; print({'streamlit', 'pandas', 'duckdb'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "set()", done.stdout + done.stderr
