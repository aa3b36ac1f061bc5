"""`/figure/...` and `/embed/...` as ASGI apps, by the limits of the API and in its threads."""

from starlette.routing import BaseRoute, Route

from web.api.routes import Api
from web.figures.answering import embeds, figures
from web.figures.pages import Pages

FIGURE, EMBED = "/figure", "/embed"


def figure_routes(pages: Pages, api: Api) -> list[BaseRoute]:
    """`api` lends limits and threads: one allowance for whoever asks for rows and for figures."""
    return [
        Route(FIGURE + "/{path:path}", api.beside(figures(pages))),
        Route(EMBED + "/{path:path}", api.beside(embeds(pages))),
    ]
