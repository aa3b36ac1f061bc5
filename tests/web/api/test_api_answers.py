"""Every address in every format: whole, paged, narrowed, fresh, harmless."""

from urllib.parse import urlsplit

import polars as pl
import pytest

from queries import ask
from tests.web.api.calling import get, needed, patient
from web.api.parameters import MOST_ROWS
from web.api.resources import RESOURCES

pytestmark = pytest.mark.usefixtures("world")
EVERY = pytest.mark.parametrize("one", RESOURCES, ids=lambda one: one.path)
# The small world is not reorganised; tests of the edition have it.
EMPTY = {"reorganisations"}
PAGED = [one for one in RESOURCES if one.path not in {"editions", "places", "frameworks"}]


@EVERY
def test_json_csv_and_parquet_are_the_same_rows(one):
    told = get(one.path, needed(one) + "&limit=50000").json()
    rows = told["data"]
    assert len(rows) == told["total"]
    assert rows or one.path in EMPTY
    for kind in ("csv", "parquet"):
        frame = get(f"{one.path}.{kind}", needed(one)).frame()
        assert frame.columns == [*one.columns, "edition"]
        assert frame.height == len(rows)
        assert set(frame["edition"]) == {told["edition"]} or not rows
        for name, type_ in one.columns.items():
            if type_ == "double":
                assert frame[name].cast(pl.Float64).to_list() == [row[name] for row in rows], name


@EVERY
def test_the_format_may_be_said_in_accept(one):
    asked = {
        "csv": "text/csv",
        "parquet": "application/vnd.apache.parquet",
        "json": "text/html, */*",
    }
    for kind, accept in asked.items():
        answer = get(one.path, needed(one), {"Accept": accept})
        assert answer.status == 200
        assert kind in answer.headers["content-type"]
        assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("one", PAGED, ids=lambda one: one.path)
def test_pages_follow_one_another_to_the_end_and_none_twice(one):
    whole = get(one.path, needed(one) + "&limit=50000").json()
    size = max(1, whole["total"] // 3)
    address, met = f"{one.path}?{needed(one)}&limit={size}", []
    while address:
        parts = urlsplit(address)
        answer = get(parts.path, parts.query)
        told = answer.json()
        assert (told["total"], int(answer.headers["x-total-count"])) == (whole["total"],) * 2
        assert f'<{told["next"]}>; rel="next"' in answer.headers["link"] or not told["next"]
        met += told["data"]
        address = told["next"]
    assert met == whole["data"]


def test_past_the_end_there_are_no_rows_and_still_the_total():
    told = get("values", "offset=99999999").json()
    assert told["data"] == [] and told["total"] > 0 and told["next"] is None


@pytest.mark.parametrize(
    ("path", "query", "true_of"),
    [
        ("councils", "nation=Scotland", lambda row: row["nation"] == "Scotland"),
        ("councils", "standing=false", lambda row: row["ends"] is not None),
        ("values", "council=aldby,carrby", lambda row: row["council"] in {"MAA", "MAC"}),
        ("values", "council=MAA&council=MAC", lambda row: row["council"] in {"MAA", "MAC"}),
        ("values", "period=2022-23", lambda row: row["period"] == "2022-23"),
        ("values", "status=published", lambda row: row["status"] == "published"),
        (
            "values",
            "from=2023-04-01&to=2024-03-31",
            lambda row: "2023-04-01" <= row["ends"] <= "2024-03-31",
        ),
        ("judgements", "model=same_class", lambda row: row["model"] == "same_class"),
        ("judgements", "word=not_judged", lambda row: row["word"] == "not_judged"),
        ("spending", "service=environment", lambda row: row["service"] == "environment"),
        (
            "spending",
            "component=running_expenses",
            lambda row: row["component"] == "running_expenses",
        ),
        ("peers", "council=aldby&model=same_class", lambda row: row["model"] == "same_class"),
        ("measures", "kind=outcome", lambda row: row["kind"] == "outcome"),
    ],
)
def test_a_filter_leaves_what_it_names_and_all_of_it(path, query, true_of):
    found = get(path, query + "&limit=50000").json()["data"]
    everything = get(path, query.split("&")[0] * (path == "peers") + "&limit=50000").json()["data"]
    assert found and found == [row for row in everything if true_of(row)]


def test_newest_is_the_period_that_pages_compare():
    rows = get("values", "newest=true&limit=50000").json()["data"]
    keys = [(row["measure"], row["council"]) for row in rows]
    assert len(keys) == len(set(keys)) > 0


def test_it_is_whole_or_refused_as_a_file(monkeypatch):
    monkeypatch.setattr("web.api.answering.MOST_ROWS", 10)
    answer = get("values.csv")
    assert answer.status == 400
    assert answer.json()["type"] == "docs#too-many-rows" and "limit" in answer.json()["detail"]
    assert get("values.csv", "limit=10").frame().height == 10
    assert MOST_ROWS == 50_000


def test_what_has_not_changed_is_not_sent_again():
    first = get("values", "limit=5")
    tag = first.headers["etag"]
    assert first.json()["edition"] in tag
    again = get("values", "limit=5", {"If-None-Match": f'"x", {tag}'})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert get("values", "limit=5", {"If-None-Match": '"old"'}).status == 200
    assert get("values.csv", "limit=5").headers["etag"] != tag


def test_another_edition_has_another_tag(monkeypatch):
    tag = get("councils").headers["etag"]
    monkeypatch.setattr("web.api.answering.present_edition", lambda _key: "2030-01-01-other")
    assert get("councils").headers["etag"] != tag


def test_as_of_takes_the_edition_that_is_here():
    name = get("editions").json()["data"][0]["name"]
    assert get("councils", f"as_of={name}").status == 200
    refused = get("councils", "as_of=2020-01-01-gone")
    assert refused.status == 404 and name in refused.json()["detail"]


def test_other_sites_may_read_and_nobody_may_write():
    assert get("councils").headers["access-control-allow-origin"] == "*"
    preflight = get("values", method="OPTIONS")
    assert preflight.status == 204 and "GET" in preflight.headers["access-control-allow-methods"]
    assert get("councils", "nothing=1").headers["access-control-allow-origin"] == "*"
    refused = get("values", method="POST")
    assert refused.status == 405 and "GET" in refused.headers["allow"]


def test_it_is_zipped_for_those_who_take_it():
    plain, zipped = get("values"), get("values", headers={"Accept-Encoding": "gzip, br"})
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.body == plain.body and len(zipped.raw) < len(plain.raw) / 2
    assert (
        "content-encoding" not in get("values.parquet", headers={"Accept-Encoding": "gzip"}).headers
    )


def test_head_tells_the_length_without_the_rows():
    answer = get("councils", method="HEAD")
    assert answer.raw == b"" and int(answer.headers["content-length"]) == len(get("councils").raw)


def test_text_in_the_csv_is_no_formula(monkeypatch):
    rows = pl.DataFrame({"service": ["=1+1"], "plain_name": ["@SUM(A1)"], "n": [-5]})
    monkeypatch.setattr(
        "web.api.answering.ask", lambda name, **_: rows if name == "api/services" else ask(name)
    )
    assert b"'=1+1,'@SUM(A1),-5" in get("services.csv").body
    assert get("services").json()["data"][0]["service"] == "=1+1"


def test_the_file_says_whose_it_is():
    said = get("values.csv").headers["content-disposition"]
    assert said == 'attachment; filename="values-2025-01-01-world.csv"'


def test_a_postcode_leads_to_its_council():
    answer = get("places", "postcode=AA1+1ZZ").json()["data"]
    assert (
        [row["slug"] for row in answer]
        == ask("place/postcode", postcode="AA11ZZ", sector="AA1 1", outward="AA1")["slug"].to_list()
        != []
    )


def test_a_failure_is_a_sentence_and_tells_nothing_of_the_machine(monkeypatch, caplog):
    def fail(*_args, **_given):
        raise RuntimeError("/secret/place")

    monkeypatch.setattr("web.api.answering.ask", fail)
    answer = get("values", api=patient())
    assert answer.status == 500 and b"secret" not in answer.body
    assert "secret" in caplog.text
