"""A page of one figure alone, to stand in a frame of another site's page.

The drawing is in the HTML; where scripts run, plotly's own takes its place at the frame's width.
Everything comes from this host.
"""

import json
from collections.abc import Mapping, Sequence
from html import escape
from importlib.metadata import version
from textwrap import shorten
from typing import Any

from charts.picture.page import svg
from web.figures.asking import Asked
from web.figures.files import source_words
from web.figures.pages import Figure, Pages

# The drawing is the light one: where the screen is dark, it lies on paper.
SCHEME = """:root { color-scheme: KIND; --text: COLOUR; --ground: GROUND; --accent: ACCENT;
  --muted: MUTED; --rule: RULE; }
"""
PAPER = """.paper { background: PAPER; color: INK; border-radius: 6px; padding: 8px; }
"""
MUTED = {"light": "#505a5f", "dark": "#b4bcc2"}
RULES = {"light": "#dfe4e8", "dark": "#3a4248"}
DRAWN_WIDTH = 720
MOST_ROWS = 500
LONGEST_FINDING = 300
# From embed/<page>/<figure> to the app, whatever stands in front of it.
UP = "../../"
STYLE = """
SCHEMES
* { box-sizing: border-box; }
body { margin: 0; padding: 12px; font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto,
  "Noto Sans", "Liberation Sans", sans-serif; color: var(--text); background: var(--ground); }
h1 { font-size: 1.15rem; line-height: 1.25; margin: 0 0 .4rem; }
p { margin: .3rem 0; }
.finding { color: var(--muted); }
#drawing svg { width: 100%; height: auto; display: block; }
footer { font-size: .85rem; color: var(--muted); margin-top: .5rem; }
a { color: var(--accent); }
.box { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; padding: .2rem .7rem .2rem 0; border-bottom: 1px solid var(--rule);
  vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; padding: .2rem 0; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
"""


def page_of(one: Figure, asked: Asked, pages: Pages) -> str:
    drawing, facts = one.drawing(), one.facts()
    finding = shorten(one.finding, LONGEST_FINDING, placeholder=" …")
    body = [
        f"<h1>{escape(one.title)}</h1>",
        f'<p class="finding">{escape(finding)}</p>',
        _drawn(one, drawing),
        _table(one),
        _foot(facts, asked, pages),
    ]
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(one.title)} · {escape(pages.name)}'
        f'</title><link rel="canonical" href="{escape(asked.address())}">'
        f"<style>{_style(pages, asked.theme)}</style></head><body><main>{''.join(body)}</main>"
        f"{_scripts(drawing)}</body></html>"
    )


def _drawn(one: Figure, drawing: dict[str, Any] | None) -> str:
    if drawing is None:
        return ""
    picture = svg(drawing, DRAWN_WIDTH, title=one.title, words=one.finding)
    return (
        f'<div class="paper"><div id="drawing" role="img" aria-label="{escape(one.finding)}">'
        f"{picture}</div></div>"
    )


def _table(one: Figure) -> str:
    shown = one.table.head(MOST_ROWS)
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in shown.columns)
    rows = "".join(
        "<tr>" + "".join(_cell(value) for value in row) + "</tr>" for row in shown.iter_rows()
    )
    more = one.table.height - shown.height
    rest = f"<p>And {more:,} rows more: they are in the file.</p>" if more else ""
    return (
        f'<details{"" if one.drawing() else " open"}><summary>Table</summary><div class="box" '
        f'tabindex="0" role="region" aria-label="Table"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{rest}</details>"
    )


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f'<td class="n">{value:,.2f}</td>'.replace("-", "−").replace(".00<", "<")
    if isinstance(value, int) and not isinstance(value, bool):
        return f'<td class="n">{value:,}</td>'.replace("-", "−")
    return f"<td>{escape('' if value is None else str(value))}</td>"


def _foot(facts: dict[str, object], asked: Asked, pages: Pages) -> str:
    said = f"{facts['unit']}, {facts['period']}. Source: {source_words(facts)}."
    caveats = facts["caveats"]
    bear = (
        f"<details><summary>To bear in mind</summary><ul>{_listed(caveats)}</ul></details>"
        if isinstance(caveats, (list, tuple)) and caveats
        else ""
    )
    return (
        f"<footer><p>{escape(said)}</p>{bear}<p>"
        f'<a href="{escape(asked.address())}" target="_blank" rel="noopener">'
        f"{escape(pages.name)}</a>, edition {escape(str(facts['edition']))}.</p></footer>"
    )


def _listed(caveats: Sequence[object]) -> str:
    return "".join(f"<li>{escape(str(one))}</li>" for one in caveats)


def _style(pages: Pages, theme: str) -> str:
    """`theme` is light, dark or auto, which follows what the reader prefers."""
    light = _scheme("light", pages.colours)
    dark = _scheme("dark", pages.dark or pages.colours)
    paper = PAPER.replace("PAPER", pages.colours["ground"]).replace("INK", pages.colours["text"])
    dark += paper
    schemes = {
        "light": light,
        "dark": dark,
        "auto": f"{light}@media (prefers-color-scheme: dark) {{\n{dark}}}",
    }
    return STYLE.replace("SCHEMES", schemes[theme])


def _scheme(kind: str, colours: Mapping[str, str]) -> str:
    said = {
        "KIND": kind, "COLOUR": colours["text"], "GROUND": colours["ground"],
        "ACCENT": colours["accent"], "MUTED": MUTED[kind], "RULE": RULES[kind],
    }  # fmt: skip
    style = SCHEME
    for name, value in said.items():
        style = style.replace(name, value)
    return style


def _scripts(drawing: dict[str, Any] | None) -> str:
    own = f'<script src="{UP}app/static/look/embed.js" defer></script>'
    if drawing is None:
        return own
    told = json.dumps(
        {"data": drawing["data"], "layout": drawing["layout"] | {"autosize": True}},
        ensure_ascii=False,
        default=_plain,
    ).replace("<", "\\u003c")
    plotly = f"{UP}app/plotly/plotly.min.js?v={version('plotly')}"
    return (
        f'<script type="application/json" id="figure">{told}</script>'
        f'<script src="{plotly}" defer></script>{own}'
    )


def _plain(value: Any) -> Any:
    return value.tolist() if hasattr(value, "tolist") else str(value)
