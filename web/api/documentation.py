"""The documentation page of the API: the OpenAPI document as HTML, no script and no other host."""

from html import escape
from typing import Any
from urllib.parse import urlencode

from web.api.limits import BURST, PER_SECOND
from web.api.openapi import document
from web.api.parameters import EVERYWHERE
from web.api.problems import KINDS
from web.api.resources import RESOURCES, Resource

# A longer list is the answer of an address of its own.
MOST_LISTED = 20
STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem; }
h1, h2 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
.box { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
  border-bottom: 1px solid #8884; }
nav ul { columns: 14rem; padding-left: 1.2rem; }
"""


def page_of() -> str:
    told = document()
    info = told["info"]
    body = [
        '<p><a href="../../">The dashboard</a></p>',
        f"<h1>{escape(info['title'])}: the API</h1>",
        f"<p>{escape(info['description'])}</p>",
        f'<p>Machines read <a href="openapi.json">openapi.json</a> (OpenAPI '
        f"{told['openapi']}). A client is answered {PER_SECOND:g} times a second after a burst of "
        f"{BURST}. The columns mean what "
        '<a href="../../data?section=codebook">the codebook</a> says.</p>',
        _contents(),
        "<h2>Parameters of every address</h2>",
        _parameters([one.name for one in EVERYWHERE], told["paths"]["/councils"]["get"]),
    ]
    body += [_section(one, told) for one in RESOURCES]
    body.append(_problems())
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>API · {escape(info['title'])}</title><style>{STYLE}</style></head>"
        f"<body><main>{''.join(body)}</main></body></html>"
    )


def _contents() -> str:
    names = [one.path for one in RESOURCES]
    listed = "".join(f'<li><a href="#{name}">{name}</a></li>' for name in names)
    problems = '<li><a href="#problems">problems</a></li>'
    return f'<nav aria-label="Addresses"><ul>{listed}{problems}</ul></nav>'


def _section(one: Resource, told: dict[str, Any]) -> str:
    operation = told["paths"][f"/{one.path}"]["get"]
    own = _parameters([each.name for each in one.parameters], operation)
    row = told["components"]["schemas"][one.path]["properties"]
    address = example(one)
    files = ", ".join(
        f'<a href="{escape(example(one, kind))}">{name}</a>'
        for kind, name in (("csv", "CSV"), ("parquet", "Parquet"))
    )
    return (
        f'<h2 id="{one.path}"><code>/{one.path}</code></h2><p>{escape(one.summary)}</p>'
        f'<p><a href="{escape(address)}"><code>{escape(address)}</code></a> · {files}</p>{own}'
        f"<details><summary>{len(row)} columns</summary>{_columns(row)}</details>"
    )


def example(one: Resource, extension: str = "") -> str:
    """An address, relative to this page, that asks for something by what must be given."""
    asked = [(each.name, each.example) for each in one.parameters if each.required]
    asked = asked or [(each.name, each.example.split(",")[0]) for each in one.parameters[:1]]
    name = f"{one.path}.{extension}" if extension else one.path
    return f"{name}?{urlencode(asked)}" if asked else name


def _parameters(names: list[str], operation: dict[str, Any]) -> str:
    rows = [
        [
            f"<code>{escape(each['name'])}</code>" + (" (required)" if each["required"] else ""),
            escape(each["description"]) + _allowed(each["schema"]),
            f"<code>{escape(_text(each.get('example', '')))}</code>",
        ]
        for each in operation["parameters"]
        if each["name"] in names
    ]
    return _table(["Parameter", "What it asks for", "Example"], rows) if rows else ""


def _allowed(schema: dict[str, Any]) -> str:
    values = schema.get("enum") or schema.get("items", {}).get("enum")
    if not values or len(values) > MOST_LISTED:
        return ""
    return f" One of: {', '.join(map(escape, values))}."


def _text(example: object) -> str:
    if isinstance(example, list):
        return ",".join(example)
    return str(example).lower() if isinstance(example, bool) else str(example)


def _columns(row: dict[str, Any]) -> str:
    rows = [
        [f"<code>{name}</code>", schema["type"][0], escape(schema.get("description", ""))]
        for name, schema in row.items()
    ]
    return _table(["Column", "Type", "Meaning"], rows)


def _problems() -> str:
    rows = [
        [f'<code id="{kind}">{kind}</code>', str(status), escape(title)]
        for kind, (status, title) in KINDS.items()
    ]
    return (
        '<h2 id="problems">Problems</h2><p>A request that cannot be answered gets '
        "<code>application/problem+json</code> (RFC 9457): what was wrong, at which parameter, and "
        "what comes nearest. After 429 and 503 the header Retry-After says when to ask again.</p>"
        + _table(["Kind", "Status", "Title"], rows)
    )


def _table(heads: list[str], rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    body = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in rows)
    return (
        f'<div class="box" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
