"""What cannot be answered gets a sentence, what comes nearest, and never more than that."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.api.calling import get, needed
from web.api.openapi import document
from web.api.problems import KINDS
from web.api.resources import RESOURCES

pytestmark = pytest.mark.usefixtures("world")
HOSTILE = [
    "'; DROP TABLE council; --",
    "<script>alert(1)</script>",
    "%00",
    "../../etc/passwd",
    "é" * 300,
]


@pytest.mark.parametrize(
    ("path", "query", "kind", "nearest"),
    [
        ("values", "mesure=x", "unknown-parameter", "measure"),
        ("values", "council=aldbey", "unknown-council", "aldby"),
        ("values", "council=aldby,atlantis", "unknown-council", None),
        ("values", "measure=no_such", "unknown-value", None),
        ("values", "nation=england", "unknown-value", "England"),
        ("values", "from=yesterday", "bad-value", None),
        ("values", "from=2023-02-30", "bad-value", None),
        ("values", "newest=perhaps", "bad-value", None),
        ("values", "limit=0", "bad-value", None),
        ("values", "limit=50001", "bad-value", None),
        ("values", "limit=-1", "bad-value", None),
        ("values", "limit=1&limit=2", "bad-value", None),
        ("values", "offset=1e3", "bad-value", None),
        ("peers", "", "missing-parameter", None),
        ("peers", "council=aldby,carrby", "unknown-council", None),
        ("places", "postcode=nowhere", "bad-value", None),
        ("places", "postcode=BT1+1AA", "unknown-value", None),
        ("standings", "council=aldby&framework=none", "unknown-value", None),
        ("value", "", "not-found", "values"),
        ("values.xlsx", "", "not-found", None),
        ("values/leeds", "", "not-found", None),
        ("councils", "x" * 9_000, "too-long", None),
        ("councils", "as_of=gone", "unknown-edition", None),
    ],
)
def test_it_is_said_what_is_wrong(path, query, kind, nearest):
    answer = get(path, query)
    told = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["type"] == f"docs#{kind}"
    assert (answer.status, told["status"], told["title"]) == (KINDS[kind][0], *KINDS[kind])
    assert told["detail"].endswith((".", "!")) or told["detail"]
    if nearest:
        assert nearest in told["nearest"]


def test_a_format_that_is_not_made_is_refused():
    assert get("councils", headers={"Accept": "image/png"}).status == 406
    assert get("councils", headers={"Accept": "text/csv;q=0, application/json;q=0.1"}).json()


def test_what_is_told_back_is_short_and_plain():
    answer = get("values", f"council={'x' * 90}%1b[31m")
    assert b"\\u001b" not in answer.body and len(answer.body) < 2_000


@pytest.mark.parametrize("one", RESOURCES, ids=lambda one: one.path)
def test_hostile_words_in_any_parameter_are_words(one):
    for each in one.accepts:
        for text in HOSTILE:
            answer = get(one.path, f"{needed(one)}&{each.name}={text}")
            assert answer.status in {200, 400, 404}, (each.name, text)
            if answer.status == 200:
                assert answer.json()["data"] == [], (each.name, text)


NAMES = sorted({each.name for one in RESOURCES for each in one.accepts})


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    one=st.sampled_from(RESOURCES),
    kind=st.sampled_from(["", ".json", ".csv", ".parquet"]),
    asked=st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=20)), max_size=4),
    accept=st.text(max_size=20).filter(lambda text: text.isprintable() and text.isascii()),
)
def test_nothing_that_is_asked_makes_it_fail(one, kind, asked, accept):
    from urllib.parse import urlencode

    answer = get(one.path + kind, urlencode(asked, errors="replace"), {"Accept": accept})
    assert answer.status in {200, 400, 404, 406}
    assert answer.status == 200 or answer.json()["status"] == answer.status


def test_every_problem_is_on_the_documentation_page():
    page = get("docs").body.decode()
    for kind in KINDS:
        assert f'id="{kind}"' in page
    assert document()["components"]["schemas"]["problem"]["properties"]["type"]["enum"]
