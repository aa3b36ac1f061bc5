"""`/catalogue.jsonld`: the edition in place as a DCAT catalogue, its files where they stay."""

import json
from functools import lru_cache

import polars as pl
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from catalogue import PANELS, TABLES, About, File, as_dcat
from queries import ask, edition_key
from web.api.editions import held
from web.api.problems import Problem
from web.api.routes import Api
from web.edition_files import LIST, files_of, size_of, sums_of
from web.figures.asking import root_of

PATH = "/catalogue.jsonld"
MEDIA_TYPE = "application/ld+json"


def catalogue_routes(api: Api, name: str, strapline: str, contact: str) -> list[BaseRoute]:
    """Of the installation `name`, whose `contact` is an address or ""."""

    def answer(request: Request) -> Response:
        if request.scope["query_string"]:
            raise Problem("unknown-parameter", "The catalogue takes no parameters.")
        body = _made(edition_key(), root_of(request), name, strapline, contact)
        return Response(body, 200, {"Cache-Control": "public, no-cache"}, MEDIA_TYPE)

    return [Route(PATH, api.beside(answer))]


@lru_cache(maxsize=8)
def _made(_edition: str, root: str, name: str, strapline: str, contact: str) -> bytes:
    edition = ask("edition/about").row(0, named=True)
    first, last = ask("edition/span").row(0)
    sources = ask("source/all").filter(pl.col("use") != "check")["landing_url"]
    about = About(
        name,
        strapline,
        edition["name"],
        edition["before"],
        (first.isoformat(), last.isoformat()) if first else None,
        sources.unique(maintain_order=True).to_list(),
        root,
        contact,
    )
    told = as_dcat(about, _files(f"{root}edition/{edition['name']}/"))
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _files(address: str) -> dict[str, list[File]]:
    """Of the edition in place; a panel's stand with the panel, all others with the tables."""
    present = held()[-1]
    sums = sums_of(present)
    found: dict[str, list[File]] = {}
    for name, path in sorted(files_of(present).items()):
        if name == LIST or (path.suffix == ".csv" and name.partition(".")[0] not in PANELS):
            continue
        size = size_of(path)
        if size is None:
            continue
        dataset = next((panel for panel in PANELS if name.startswith(panel)), TABLES)
        one = File(name, f"{address}{name}", size, sums.get(name))
        found.setdefault(dataset, []).append(one)
    return found
