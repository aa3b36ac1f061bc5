"""`/health`: whether a reader would get figures now, asked of the edition itself.

Streamlit's own answer says that the process runs; it said so while no page could be opened.
"""

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from queries import EditionMissing, EditionUnknown, ask, require_whole

PATH = "/health"
# Longer than the slowest question of a page on a busy machine, shorter than a prober waits.
PATIENCE_S = 5.0


async def answer(_request: Request) -> PlainTextResponse:
    """200 and the edition's name, or 503 and a sentence."""
    try:
        name = await asyncio.wait_for(run_in_threadpool(edition_name), PATIENCE_S)
    except TimeoutError:
        return _ill(f"The edition did not answer within {PATIENCE_S:.0f} seconds.")
    except (EditionMissing, EditionUnknown) as error:
        return _ill(str(error))
    return PlainTextResponse(f"ok {name}\n", headers={"Cache-Control": "no-store"})


def edition_name() -> str:
    """The edition's name, once it is known to be whole, and a query more.

    Raises EditionMissing or EditionUnknown.
    """
    require_whole()
    ask("council/names")
    return str(ask("edition/about")["name"].item())


def _ill(why: str) -> PlainTextResponse:
    return PlainTextResponse(f"{why}\n", 503, {"Cache-Control": "no-store", "Retry-After": "10"})


def route() -> Route:
    return Route(PATH, answer, methods=["GET"])
