"""What of Streamlit's own bundle a page will need, said to the browser with the first HTML.

The bundle's scripts ask for further ones when the first words of a page arrive, and for the chart
library when the first chart does: on a slow line each such turn is a wait for nothing. The names
carry a hash of the content and change with each release of Streamlit, so they are looked up; what
is not found is not said, and the browser finds it later by itself.
"""

import re
from pathlib import Path

# Chunks by the name before their hash. Every page has the masthead's links and its search box.
EVERY_PAGE = ("Html", "PageLink", "TextInput")
CHARTS = ("PlotlyChart",)
# First views that draw no chart: no megabyte is fetched for them.
WITHOUT_CHART = ("/changes", "/data", "/glossary", "/local_outcomes", "/supplier")
IMPORTED = re.compile(r'(?:from|import)\s*[`"\']\./([\w.-]+\.js)[`"\']')
TEXT_FONT = re.compile(r'<link\s+rel="preload"\s+(href="\./static/media/SourceSansVF[^>]*>)')
SWAPPED = (
    '<style>@font-face{{font-family:"Source Sans";font-weight:100 900;font-style:normal;'
    'font-display:swap;src:url("./static/media/{}") format("woff2")}}</style>'
)
# Once the scripts are there; the socket is opened and the page run in the meantime.
FETCH_LATER = (
    '<script>addEventListener("load",()=>{for(const one of document.querySelectorAll('
    '"link[data-later]"))one.rel=one.dataset.later})</script>'
)
END_OF_HEAD = "</head>"


class Bundle:
    """Streamlit's bundle as it lies in `folder` (js/, css/, media/)."""

    def __init__(self, folder: Path) -> None:
        self.words = self._needed(folder, EVERY_PAGE)
        self.charts = self._needed(folder, CHARTS)
        fonts = sorted(path.name for path in (folder / "media").glob("SourceSansVF-Upright*.woff2"))
        self.font = SWAPPED.format(fonts[0]) if len(fonts) == 1 else ""

    def hinted(self, html: str, path: str) -> str:
        """`html` with what the page at `path` will need, each file once, text before charts."""
        charts = () if path.rstrip("/").endswith(WITHOUT_CHART) else self.charts
        words = [_hint(name) for name in self.words if name not in html]
        later = [_later(name) for name in charts if name not in html and name not in self.words]
        # Words need not wait for their letters: they stand in the system's until these are there.
        html = TEXT_FONT.sub(r'<link data-later="preload" \1', html, count=1) if self.font else html
        head = "\n".join([self.font, *words, *later, FETCH_LATER, END_OF_HEAD])
        return html.replace(END_OF_HEAD, head, 1)

    def _needed(self, folder: Path, stems: tuple[str, ...]) -> tuple[str, ...]:
        """The chunks of `stems` and all that they import, in the order they are named."""
        found: dict[str, None] = {}
        for stem in stems:
            chunks = sorted(path.name for path in (folder / "js").glob(f"{stem}.*.js"))
            if len(chunks) == 1:
                _follow(folder / "js", chunks[0], found)
        return tuple(found)


def _follow(folder: Path, name: str, found: dict[str, None]) -> None:
    if name in found or not (folder / name).is_file():
        return
    found[name] = None
    for imported in IMPORTED.findall((folder / name).read_text("utf-8")):
        _follow(folder, imported, found)


def _hint(name: str) -> str:
    return f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'


def _later(name: str) -> str:
    """A low priority is not enough: on one slow line it takes its share from the words."""
    return f'<link data-later="modulepreload" crossorigin href="./static/js/{name}">'
