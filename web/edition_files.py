"""`/edition/<name or day>/<file>`: every file of an edition at an address that stays.

Of the one in place and of those that are kept alike, so that what is cited today opens tomorrow.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from queries import EditionMissing, EditionUnknown
from web.api.editions import Edition, held, meant
from web.api.parameters import nearest, shown
from web.api.problems import Problem, problem_response

ROOT = Path(__file__).parents[1]
DOWNLOADS = ROOT / "static" / "downloads"
TABLES = ROOT / "data" / "edition"
LIST = "SHA256SUMS"
KINDS = {".parquet", ".csv", ".dta", ".json", ".duckdb"}
CORS = {"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff"}
# A kept edition is never written again; the one in place may be assembled anew under its name.
FOR_A_YEAR, ASK_AGAIN = "public, max-age=31536000", "no-cache"


def edition_routes() -> list[BaseRoute]:
    return [
        Route("/edition/", _listed),
        Route("/edition/{as_of}/", _files),
        Route("/edition/{as_of}/{file}", _file),
    ]


async def _listed(_request: Request) -> Response:
    return await run_in_threadpool(_said, _all)


async def _files(request: Request) -> Response:
    return await run_in_threadpool(_said, lambda: _list_of(request.path_params["as_of"]))


async def _file(request: Request) -> Response:
    as_of, file = request.path_params["as_of"], request.path_params["file"]
    return await run_in_threadpool(_said, lambda: _sent(as_of, file))


def _said(make: Callable[[], Response]) -> Response:
    try:
        response = make()
    except Problem as problem:
        response = problem_response(problem, "../../api/v1/docs")
    except (EditionMissing, EditionUnknown):
        none = Problem("no-edition", "There is no edition to take from yet.")
        response = problem_response(none, "../../api/v1/docs")
    response.headers.update(CORS)
    return response


def _all() -> Response:
    rows = [
        {"name": one.name, "in_force_from": one.since.isoformat(), "files": f"{one.name}/"}
        for one in reversed(held())
    ]
    return JSONResponse({"editions": rows}, headers={"Cache-Control": ASK_AGAIN})


def _list_of(as_of: str) -> Response:
    one = meant(as_of)
    if one.name != as_of:
        return RedirectResponse(f"../{one.name}/", 307)
    sums = sums_of(one)
    rows = [
        {"file": name, "bytes": size, "sha256": sums.get(name)}
        for name, path in sorted(files_of(one).items())
        if (size := size_of(path)) is not None
    ]
    told = {"edition": one.name, "in_force_from": one.since.isoformat(), "files": rows}
    return JSONResponse(told, headers={"Cache-Control": ASK_AGAIN})


def _sent(as_of: str, file: str) -> Response:
    one = meant(as_of)
    if one.name != as_of:
        # Relative: it holds under a path of a proxy's choosing.
        return RedirectResponse(f"../{one.name}/{file}" if _plain(file) else f"../{one.name}/", 307)
    there = files_of(one)
    found = _stat_of(there[file]) if file in there else None
    if found is None:
        raise Problem(
            "not-found",
            f"The edition {one.name} has no file “{shown(file)}”.",
            nearest=nearest(file, there),
            files=sorted(there),
        )
    headers = {"Cache-Control": FOR_A_YEAR if one.kept else ASK_AGAIN, "X-Edition": one.name}
    kind = "text/plain" if file == LIST else None
    name = None if file == LIST else f"{Path(file).stem}-{one.name}{Path(file).suffix}"
    return FileResponse(
        there[file], headers=headers, filename=name, media_type=kind, stat_result=found
    )


def size_of(path: Path) -> int | None:
    """Bytes of a file, or None when it has gone: an edition may be put together meanwhile."""
    found = _stat_of(path)
    return found.st_size if found else None


def _stat_of(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def files_of(one: Edition) -> dict[str, Path]:
    """Name -> file: of the tables, of what is made of them, and the list of checksums."""
    folders = (DOWNLOADS, TABLES) if one.kept is None else (one.kept.files, one.kept.tables)
    found = {}
    for folder in folders:
        for path in folder.glob("*"):
            # Payments are no part of an edition: their files have addresses of their own.
            own = path.suffix in KINDS and not path.name.startswith("ledger.")
            if own or path.name == LIST:
                found[path.name] = path
    return found


def sums_of(one: Edition) -> dict[str, str]:
    """File -> sha256, of the edition's own tables."""
    file = files_of(one).get(LIST)
    try:
        lines = file.read_text("utf-8").splitlines() if file else []
    except FileNotFoundError:
        return {}
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return {name: digest for digest, name in pairs}


def _plain(file: str) -> bool:
    return bool(re.fullmatch(r"[\w.-]{1,120}", file, re.ASCII))
