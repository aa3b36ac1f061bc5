"""OpenAPI 3.1, made of what the resources and the headers of their queries declare."""

from functools import lru_cache
from typing import Any

from queries import ask, edition_key
from web.api.formats import MEDIA_TYPES
from web.api.parameters import (
    DEEPEST,
    LIMIT,
    LONGEST,
    MOST_POUNDS,
    MOST_ROWS,
    MOST_VALUES,
    USUAL_ROWS,
    Parameter,
    values_of,
)
from web.api.problems import KINDS, MEDIA_TYPE
from web.api.resources import RESOURCES, Resource

VERSION = "1.0.0"
TITLE = "What councils spend and what comes of it"
ABOUT = (
    "Reading only, no key. JSON where nothing is said; CSV and Parquet by extension (values.csv) "
    "or Accept. Pages by limit and offset; Link and X-Total-Count say what is left. ETag changes "
    "with the edition. Figures carry unit, prices, period, status, source and note; a missing "
    "figure has a status that says why. Addresses in Link, next and type are relative to the "
    "request."
)
TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "double": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "text[]": {"type": "array", "items": {"type": "string"}},
}
# Begins with a letter that is seen, and has none that nobody sees; of a list, no comma either.
UNSEEN = r"\x00-\x1f\x7f-\x9f"
TEXT = {"type": "string", "pattern": rf"^[^\s{UNSEEN}][^{UNSEEN}]{{0,{LONGEST - 1}}}$"}
OF_A_LIST = {"type": "string", "pattern": rf"^[^\s,{UNSEEN}][^,{UNSEEN}]{{0,{LONGEST - 1}}}$"}
PLAIN: dict[str, dict[str, Any]] = {
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "month": {"type": "string", "pattern": "^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$"},
    "number": {"type": "number", "minimum": -MOST_POUNDS, "maximum": MOST_POUNDS},
    "whole number": {"type": "integer", "minimum": 0, "maximum": DEEPEST},
    # Of Great Britain; one of Northern Ireland is answered with where else to ask.
    "postcode": {
        "type": "string",
        "pattern": "^(?!BT)[A-Z]{1,2}[0-9][A-Z0-9]?( [0-9]([A-Z]{2})?)?$",
    },
    "texts": OF_A_LIST,
    "councils": OF_A_LIST,
}


def document() -> dict[str, Any]:
    return _document(edition_key())


@lru_cache(maxsize=2)
def _document(_edition: str) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": VERSION, "description": ABOUT},
        "servers": [{"url": "."}],
        "paths": {f"/{one.path}": {"get": _operation(one)} for one in RESOURCES},
        "components": {
            "schemas": {one.path: _row(one) for one in RESOURCES} | {"problem": _problem()},
            "responses": {"problem": _said_problem()},
        },
    }


def _operation(one: Resource) -> dict[str, Any]:
    return {
        "operationId": one.path,
        "summary": one.summary,
        "description": one.header.question,
        "parameters": [_parameter(each) for each in one.accepts],
        "responses": {
            "200": {
                "description": "Rows, one per " + ", ".join(_key(one)) + ".",
                "headers": _headers(),
                "content": {
                    MEDIA_TYPES["json"]: {"schema": _envelope(one)},
                    "text/csv": {"schema": {"type": "string"}},
                    MEDIA_TYPES["parquet"]: {"schema": {"type": "string", "format": "binary"}},
                },
            },
            "304": {"description": "Nothing has changed since the ETag that was sent along."},
            "default": {"$ref": "#/components/responses/problem"},
        },
    }


def _key(one: Resource) -> list[str]:
    return ["edition" if name == "query" else name for name in one.header.key]


def _headers() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "ETag": {"description": "Changes with the edition.", "schema": text},
        "Link": {"description": "first, prev, next and last page.", "schema": text},
        "X-Total-Count": {"description": "Rows of all pages.", "schema": {"type": "integer"}},
        "X-Edition": {"description": "Name of the edition.", "schema": text},
    }


def _parameter(one: Parameter) -> dict[str, Any]:
    schema = _value(one)
    if one.usual is not None:
        schema["default"] = int(one.usual) if one.kind == "whole number" else one.usual
    told: dict[str, Any] = {
        "name": one.name,
        "in": "query",
        "required": one.required,
        "description": one.says,
        "schema": schema,
    }
    if one.many:
        told |= {"style": "form", "explode": False, "example": _examples(one)}
    elif one.example:
        told["example"] = _example(one)
    return told


def _examples(one: Parameter) -> list[str]:
    """Those of the declaration, as far as this edition has them."""
    values, said = values_of(one), one.example.split(",")
    return [each for each in said if not values or each in values] or [values[0]]


def _value(one: Parameter) -> dict[str, Any]:
    kind: dict[str, Any] = dict(PLAIN.get(one.kind, TEXT))
    if values := values_of(one):
        kind = {"type": "string", "enum": list(values)}
    if one is LIMIT:
        kind |= {"minimum": 1, "maximum": MOST_ROWS}
    if one.many:
        return {"type": "array", "items": kind, "minItems": 1, "maxItems": MOST_VALUES}
    return kind


def _example(one: Parameter) -> object:
    match one.kind:
        case "whole number":
            return int(one.example)
        case "number":
            return float(one.example)
        case "boolean":
            return one.example == "true"
    values = values_of(one)
    return one.example if not values or one.example in values else values[0]


def _envelope(one: Resource) -> dict[str, Any]:
    whole = {"type": "integer", "minimum": 0}
    told = {
        "edition": {"type": "string", "description": "Name of the edition."},
        "licence": {"type": "string"},
        "total": {**whole, "description": "Rows of all pages."},
        "limit": {**whole, "description": f"Most rows of this page; {USUAL_ROWS} if unsaid."},
        "offset": whole,
        "next": {"type": ["string", "null"], "description": "The next page, relative."},
        "data": {"type": "array", "items": {"$ref": f"#/components/schemas/{one.path}"}},
    }
    return _object(told)


def _row(one: Resource) -> dict[str, Any]:
    meanings = _meanings(one)
    told = {}
    for name, kind in one.columns.items():
        schema = dict(TYPES[kind])
        # A successor may be unknown, although it is a part of the key.
        schema["type"] = [schema["type"], "null"]
        if meanings.get(name):
            schema["description"] = meanings[name]
        told[name] = schema
    return {**_object(told), "description": one.summary}


def _meanings(one: Resource) -> dict[str, str]:
    """Column -> its words in the contract; the first table that has the column tells."""
    found: dict[str, str] = {}
    for table in reversed(one.tables):
        rows = ask("data/columns", table=table).select("name", "meaning").iter_rows()
        found |= {name: meaning for name, meaning in rows if meaning}
    return found | dict(one.meanings)


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _problem() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "A problem as RFC 9457 describes it.",
        "properties": {
            "type": {"type": "string", "enum": [f"docs#{kind}" for kind in KINDS]},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "parameter": {"type": "string"},
            "nearest": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["type", "title", "status", "detail"],
    }


def _said_problem() -> dict[str, Any]:
    return {
        "description": "What was wrong, in a sentence.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/problem"}}},
    }
