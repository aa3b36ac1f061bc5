"""Serve the dashboard from this machine: `python serve.py --port 8501`.

Streamlit's own command collects garbage after every run and leaves small packets waiting in the
socket. The same app under uvicorn answers an empty page in 6 ms where it took 96.
"""

import argparse
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from components.branding import Brand, BrandError, brand

if TYPE_CHECKING:
    from web.figures.pages import Pages
    from web.first_html import Installation

ROOT = Path(__file__).parent
EDITION = ROOT / "data" / "councils.duckdb"
# 4,000 icons weigh 375 KB; those that Streamlit and our pages name, 19 (MATERIAL-SYMBOLS.txt).
ICONS = ROOT / "static" / "fonts" / "material-symbols-rounded.woff2"
INSTEAD = {"media/MaterialSymbols-Rounded.": ICONS}
MOST_SOCKETS = 65_536
LARGEST_MESSAGE_BYTES = 256 * 1024


def main() -> None:
    options = _options()
    if not EDITION.exists():
        sys.exit(
            "There is no edition to show yet. `make run` assembles it, or by hand: "
            "`python -m data.build assemble`."
        )
    # One thread for linear algebra, said before numpy is there: a small fit that waits for threads
    # on a busy machine took seventy times as long.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.chdir(ROOT)  # where Streamlit looks for .streamlit/config.toml
    try:
        brand()
    except BrandError as error:
        sys.exit(str(error))
    _serve(options.script.resolve(), options.host, options.port, options.log == "json")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Serve the dashboard.")
    parser.add_argument(
        "--host",
        default=os.environ.get("PUBLIC_POUND_HOST", "127.0.0.1"),
        help="address to listen on; 0.0.0.0 for every network (or PUBLIC_POUND_HOST)",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=os.environ.get("PUBLIC_POUND_PORT", "8501"),
        help="port to listen on; 0 for any free one (or PUBLIC_POUND_PORT)",
    )
    parser.add_argument(
        "--script", type=Path, default=ROOT / "app.py", help="another script to serve the same way"
    )
    parser.add_argument(
        "--log",
        choices=["plain", "json"],
        default=os.environ.get("PUBLIC_POUND_LOG", "plain"),
        help="warnings for a terminal, or a line of JSON for each request and warning, without "
        "anything about a reader (or PUBLIC_POUND_LOG)",
    )
    return parser.parse_args()


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text[:6]) > 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is no port: it is a number from 0 to 65535")
    return int(text)


def theme(one: Brand) -> dict[str, str]:
    """The installation's colours under Streamlit's names for them."""
    return {
        f"theme.{kind}.{option}": colour
        for kind, colours in (("light", one.colours), ("dark", one.dark))
        for option, colour in {
            "primaryColor": colours.accent,
            "linkColor": colours.accent,
            "textColor": colours.text,
            "backgroundColor": colours.ground,
            "secondaryBackgroundColor": colours.panel,
        }.items()
    }


def installation(one: Brand) -> "Installation":
    """What the first HTML wears."""
    from web.first_html import Installation

    mark = (one.logo or one.mark).removeprefix("static/")
    light, dark = (asdict(colours) for colours in (one.colours, one.dark))
    return Installation(one.name, one.strapline, mark, light, dark)


def pages_of(script: Path) -> "Pages":
    """The app's pages, to be run for one of their figures."""
    from components.figure.page_run import page_names, run_page
    from web.figures.pages import Pages

    one = brand()
    light, dark = asdict(one.colours), asdict(one.dark)
    return Pages(page_names(script), partial(run_page, script), one.name, light, dark)


def build_app(script: Path = ROOT / "app.py"):
    """The ASGI app. Streamlit is heavy, so what can be refused is refused before it is imported."""
    import streamlit
    from starlette.middleware import Middleware
    from streamlit import config
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.web.bootstrap import load_config_options

    from brief.document import Imprint
    from components import endless_reruns
    from components.forged_values import give_the_usual_instead
    from web import health, metrics, robots, stopping, warm
    from web.api.apart import Apart
    from web.api.routes import AT_ONCE, Api, api_routes
    from web.bounds import Bounds
    from web.brief.routes import Briefs, brief_routes
    from web.bundle import Bundle
    from web.catalogue_page import catalogue_routes
    from web.edition_files import edition_routes
    from web.feeds.answering import feed_routes
    from web.figures.routes import figure_routes
    from web.first_html import FirstHtml
    from web.headers import KeepToThisHost
    from web.observing import Observed
    from web.origins import SameOrigin
    from web.payments import routes
    from web.static import CompressedFiles, FilesFirst

    # Refused here and not to each reader.
    try:
        health.edition_name()
    except ValueError as error:
        sys.exit(str(error))

    # Until app.py has called st.navigation once, a folder named pages/ means Streamlit's older
    # scheme: the first reader to follow a link would get that page without its frame.
    PagesManager.uses_pages_directory = False

    give_the_usual_instead()
    endless_reruns.end_them()
    load_config_options(theme(brand()))
    imprint = Imprint(brand().name, brand().strapline, brand().colours.accent)

    apart, briefs = Apart(AT_ONCE), Briefs(imprint)
    api = Api(apart=apart)

    @asynccontextmanager
    async def lifespan(_app: streamlit.App) -> AsyncIterator[None]:
        warm.start(ROOT)
        yield
        stopping.end([apart, briefs.apart])

    bundle = Path(streamlit.__file__).parent / "static" / "static"
    folders = {
        "/static": CompressedFiles(bundle, always_fresh=True, instead=INSTEAD),
        "/app/static": CompressedFiles(ROOT / "static"),
        # The chart library once more, for figures that stand alone: Streamlit's is part of its own.
        "/app/plotly": CompressedFiles(_folder_of("plotly") / "package_data"),
    }
    return streamlit.App(
        script,
        lifespan=lifespan,
        routes=[
            routes.route(),
            health.route(),
            metrics.route(),
            robots.route(),
            *api_routes(api),
            *figure_routes(pages_of(script), api),
            *feed_routes(api, brand().name),
            *edition_routes(),
            *catalogue_routes(api, brand().name, brand().strapline, brand().contact),
            *brief_routes(imprint, briefs),
        ],
        middleware=[
            Middleware(Observed),
            Middleware(metrics.KeptInside),
            Middleware(SameOrigin, others=config.get_option("server.corsAllowedOrigins")),
            Middleware(Bounds),
            Middleware(KeepToThisHost),
            Middleware(FilesFirst, folders=folders),
            Middleware(FirstHtml, installation=installation(brand()), bundle=Bundle(bundle)),
        ],
    )


def _folder_of(library: str) -> Path:
    """Where it lies; its code is not needed here."""
    found = find_spec(library)
    assert found is not None and found.origin is not None
    return Path(found.origin).parent


def address_of(host: str, port: int) -> str:
    """What a browser on this machine opens."""
    shown = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


class Announced(uvicorn.Server):
    """Says where the dashboard is once it can be reached, and only then."""

    async def startup(self, sockets: list | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            print(f"{brand().name} is at {address_of(host, port)} (Ctrl+C stops it)", flush=True)

    async def shutdown(self, sockets: list | None = None) -> None:
        from web import stopping

        stopping.say_nothing_of_what_is_broken_off()
        await super().shutdown(sockets)


def _take_all_sockets() -> None:
    """As many as the system lets this process have, and never fewer: an open page holds one."""
    try:
        import resource
    except ImportError:  # Windows knows no such limit
        return
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_SOCKETS if most == resource.RLIM_INFINITY else min(most, MOST_SOCKETS)
    if now != resource.RLIM_INFINITY and now < wanted:
        # A system may know a limit of its own that it does not tell.
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def _serve(script: Path, host: str, port: int, lines: bool) -> None:
    from web import log_lines
    from web.sockets import Patient

    _take_all_sockets()
    app = build_app(script)
    if lines:
        log_lines.begin()
    settings = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=Patient,
        ws="websockets-sansio",
        # What a page asks for is an address and its choices; files come another way.
        ws_max_size=LARGEST_MESSAGE_BYTES,
        ws_per_message_deflate=True,
        access_log=False,
        **({"log_config": None} if lines else {}),
        log_level="warning",
        # Open pages hold a socket each; without a limit Ctrl+C would wait for their readers.
        timeout_graceful_shutdown=2,
    )
    Announced(settings).run()


if __name__ == "__main__":
    main()
