"""Files that lie on the server's disk, as links past the app."""

from html import escape
from pathlib import Path

from components.answers import answer
from components.branding import brand
from components.words.quantities import size

FOLDER = Path(__file__).parents[2] / "static" / "downloads"
# Relative to the page, so that it holds wherever the app is mounted.
ADDRESS = "app/static/downloads"
LOOK = """<style>
.downloads {width: 100%; border-collapse: collapse}
.downloads th, .downloads td {text-align: left; vertical-align: top; padding: .5rem .5rem .5rem 0;
  border-bottom: 1px solid var(--line)}
.downloads td + td, .downloads th + th {white-space: nowrap}
.downloads a, .downloads a:visited {color: var(--accent); text-decoration: underline}
.downloads code {overflow-wrap: anywhere}
</style>"""
NOT_LAID_OUT = (
    "The files to take away are not laid out on this server yet. Whoever runs it can do so with: "
    "python -m data.build assemble"
)


def laid_out(file: str) -> bool:
    """Whether the file lies on this server."""
    return (FOLDER / file).exists()


def table(rows: list[str]) -> str:
    """Lines as a table, with its look."""
    return (
        f'{LOOK}<table class="downloads"><thead><tr><th scope="col">Table</th>'
        '<th scope="col">Take it as</th></tr></thead><tbody>' + "".join(rows) + "</tbody></table>"
    )


def line(name: str, meaning: str, files: list[tuple[str, str]]) -> str:
    """A row of the table; ``files`` are (file, kind)."""
    told = f"<code>{escape(name)}</code><br>{escape(meaning)}"
    links = "<br>".join(_link(file, kind) for file, kind in files)
    return f"<tr><td>{told}</td><td>{links}</td></tr>"


def _link(file: str, kind: str) -> str:
    """A plain link: the browser fetches the file from disk, past the app."""
    stat = (FOLDER / file).stat()
    saved_as = f"{_slug()}-{answer('edition/about').one()['name']}-{file}"
    version = f"{stat.st_mtime_ns:x}"
    return (
        f'<a href="{ADDRESS}/{escape(file)}?v={version}" download="{escape(saved_as)}" '
        f'aria-label="{escape(file)}, {size(stat.st_size)}">{kind}, {size(stat.st_size)}</a>'
    )


def _slug() -> str:
    return "".join(c if c.isalnum() else "-" for c in brand().name.lower()).strip("-")
