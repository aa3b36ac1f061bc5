"""OpenAPI, documentation page and docs/api.md are in step with what is answered."""

import json
import re
import threading
import time

import pytest
import uvicorn
from jsonschema import Draft202012Validator
from starlette.applications import Starlette

from tests.own_code import ROOT
from tests.web.api.calling import get, needed, patient
from web.api.documentation import example
from web.api.parameters import KINDS
from web.api.resources import RESOURCES
from web.api.routes import api_routes

pytestmark = pytest.mark.usefixtures("world")
EVERY = pytest.mark.parametrize("one", RESOURCES, ids=lambda one: one.path)
GUIDE = ROOT / "docs" / "api.md"


def document() -> dict:
    return get("openapi.json").json()


def test_it_is_openapi_of_one_piece():
    told = document()
    assert told["openapi"].startswith("3.1")
    ids = [operations["get"]["operationId"] for operations in told["paths"].values()]
    assert len(ids) == len(set(ids)) == len(RESOURCES)
    for pointer in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(told)):
        found = told
        for part in pointer.split("/"):
            found = found[part]
        assert found
    for schema in told["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


@EVERY
def test_answers_are_what_it_says(one):
    told = document()
    operation = told["paths"][f"/{one.path}"]["get"]
    content = operation["responses"]["200"]["content"]["application/json"]
    schema = {**content["schema"], "components": told["components"]}
    answer = get(one.path, needed(one) + "&limit=200").json()
    Draft202012Validator(schema).validate(answer)
    assert answer["data"] or one.path == "reorganisations"  # the world has none


@EVERY
def test_parameters_are_those_that_are_taken(one):
    declared = document()["paths"][f"/{one.path}"]["get"]["parameters"]
    assert [each["name"] for each in declared] == [each.name for each in one.accepts]
    assert {each.kind for each in one.accepts} <= set(KINDS)
    taken = {each.takes or each.name for each in one.parameters}
    if not (one.given or one.asks):
        assert taken | ({"rows", "skip"} & set(one.header.takes)) == set(one.header.takes)
    for each in declared:
        Draft202012Validator.check_schema(each["schema"])
        if each.get("example") is not None:
            Draft202012Validator(each["schema"]).validate(each["example"])
    assert get(one.path, needed(one) + "&surprise=1").status == 400


@EVERY
def test_every_column_is_described_where_the_contract_describes_it(one):
    rows = document()["components"]["schemas"][one.path]["properties"]
    assert list(rows) == list(one.columns)
    told = [name for name, schema in rows.items() if schema.get("description")]
    assert len(told) >= len(rows) / 3


def test_problems_are_what_it_says():
    told = document()
    schema = told["components"]["schemas"]["problem"]
    for query in ("nothing=1", "council=x", "limit=x"):
        Draft202012Validator(schema).validate(get("values", query).json())


def test_the_documentation_page_has_every_address_and_no_other_host():
    answer = get("docs")
    page = answer.body.decode()
    assert answer.headers["content-type"].startswith("text/html")
    for one in RESOURCES:
        assert f'id="{one.path}"' in page
        assert all(f"<code>{each.name}</code>" in page for each in one.accepts)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page) and "<script" not in page
    assert 'href="openapi.json"' in page


def test_the_root_leads_to_it():
    assert (get("").status, get("").headers["location"]) == (307, "v1/docs")


@EVERY
def test_its_examples_are_understood(one):
    """Names of the world are others than those of the edition: none may be misread for all that."""
    address, _, query = example(one).partition("?")
    assert (
        get(address, query).status in {200, 404}
        or "names nothing" in get(address, query).json()["title"]
    )


def test_the_guide_tells_every_address():
    text = GUIDE.read_text("utf-8")
    assert [one.path for one in RESOURCES if f"`{one.path}`" not in text] == []


def test_the_lines_of_python_run(capsys):
    """Against a server of its own, and of the world: with its measure for the one named."""
    measure = get("values", "newest=true&limit=1").json()["data"][0]["measure"]
    server = uvicorn.Server(
        uvicorn.Config(Starlette(routes=api_routes(patient())), port=0, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    [lines] = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    try:
        exec(
            lines.replace("localhost:8501", f"127.0.0.1:{port}").replace("recycling_rate", measure),
            {},
        )
    finally:
        server.should_exit = True
        thread.join(10)
    assert sum(map(bool, lines.splitlines())) <= 3 and "council_name" in capsys.readouterr().out
