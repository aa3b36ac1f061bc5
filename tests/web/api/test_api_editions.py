"""`as_of`: an edition that is kept answers by its name and by a day, or a sentence says why not."""

import shutil
from datetime import date, timedelta

import duckdb
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import archive
from data.build.keeping import keep
from queries import ask
from sql_text import quoted
from tests.web.api.calling import get
from web import edition_files

EARLIER, ANCIENT = "2024-05-01-earlier", "2023-05-01-ancient"
PRESENT = "2025-01-01-world"


@pytest.fixture(scope="module")
def kept(world_database, tmp_path_factory):
    """An archive with an edition whose figures are one less, and one that is too old to ask."""
    folder = tmp_path_factory.mktemp("kept")
    for name, version, since in (
        (ANCIENT, 1, date(2023, 5, 2)),
        (EARLIER, 2, date(2024, 6, 1)),
    ):
        edition = folder / "made" / name
        shutil.copytree(world_database.parent / "edition", edition)
        (edition / "SHA256SUMS").unlink()
        named = f"* REPLACE ({quoted(name)} AS name, {version} AS schema_version)"
        for table, said in (("edition", named), ("value", "* REPLACE (value - 1 AS value)")):
            file = edition / f"{table}.parquet"
            duckdb.sql(f"SELECT {said} FROM {quoted(file)}").pl().write_parquet(file)
        keep(edition, folder / "archive", since)
    return folder / "archive"


@pytest.fixture(autouse=True)
def here(world, kept, monkeypatch):
    monkeypatch.setattr(archive, "FOLDER", kept)


def values(as_of):
    return get("values", f"as_of={as_of}&newest=true&limit=50").json()


@pytest.mark.parametrize("as_of", [EARLIER, "2024-06-01", "2024-12-31"])
def test_a_kept_edition_answers_by_its_name_and_by_a_day(as_of):
    told, now = values(as_of), values(PRESENT)
    assert (told["edition"], now["edition"]) == (EARLIER, PRESENT)
    pairs = [
        (a["value"], b["value"])
        for a, b in zip(told["data"], now["data"], strict=True)
        if b["value"] is not None
    ]
    assert pairs and all(a == pytest.approx(b - 1) for a, b in pairs)
    assert as_of in told["next"]


@pytest.mark.parametrize("as_of", [PRESENT, "2025-01-01", date.today().isoformat()])
def test_the_one_in_place_answers_for_its_own_days(as_of):
    assert values(as_of)["edition"] == PRESENT


def test_answers_of_two_editions_are_not_taken_for_one_another():
    tags = {get("values", f"as_of={one}").headers["etag"] for one in (EARLIER, PRESENT)}
    assert len(tags) == 2
    known = get("values", f"as_of={EARLIER}").headers["etag"]
    again = {"If-None-Match": known}
    assert get("values", f"as_of={EARLIER}", again).status == 304
    assert get("values", f"as_of={PRESENT}", again).status == 200


@pytest.mark.parametrize(
    ("as_of", "status", "says"),
    [
        ("2020-02-02-nowhere", 404, "not kept here"),
        ("2023-05-01", 404, "the oldest"),
        (ANCIENT, 410, "cannot ask"),
        ("2024-05-31", 410, ANCIENT),
        ((date.today() + timedelta(days=1)).isoformat(), 400, "still to come"),
        ("", 400, "without a value"),
        (f"{EARLIER}&as_of={PRESENT}", 400, "one value"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(as_of, status, says):
    answer = get("values", f"as_of={as_of}")
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    assert says in answer.json()["detail"]


def test_payments_are_no_part_of_an_edition():
    assert get("suppliers", f"as_of={EARLIER}").status == 404
    assert get("suppliers", f"as_of={PRESENT}").status == 200


def test_those_that_are_here_are_listed_newest_first():
    rows = get("editions").json()["data"]
    assert [(row["name"], row["in_place"], row["answers"]) for row in rows] == [
        (PRESENT, True, True),
        (EARLIER, False, True),
        (ANCIENT, False, False),
    ]
    assert [row["in_force_to"] for row in rows] == [None, "2024-12-31", "2024-05-31"]
    assert rows[1]["measures"] == rows[0]["measures"] == ask("edition/about")["measures"].item()


@pytest.fixture
def client():
    return TestClient(Starlette(routes=edition_files.edition_routes()))


def test_files_of_an_edition_have_addresses_that_stay(client, kept, world, monkeypatch, tmp_path):
    monkeypatch.setattr(edition_files, "DOWNLOADS", tmp_path)
    monkeypatch.setattr(edition_files, "TABLES", world.parent / "edition")
    for name, folder in (
        (EARLIER, kept / EARLIER / "edition"),
        (PRESENT, world.parent / "edition"),
    ):
        got = client.get(f"/edition/{name}/value.parquet")
        assert got.content == (folder / "value.parquet").read_bytes()
        assert got.headers["x-edition"] == name
    listed = client.get(f"/edition/{EARLIER}/").json()["files"]
    assert {"council_panel_upper.dta", "value.parquet", "SHA256SUMS"} <= {
        one["file"] for one in listed
    }
    [table] = [one for one in listed if one["file"] == "value.parquet"]
    assert len(table["sha256"]) == 64
    moved = client.get("/edition/2024-07-01/value.parquet", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (307, f"../{EARLIER}/value.parquet")
    names = [one["name"] for one in client.get("/edition/").json()["editions"]]
    assert names == [PRESENT, EARLIER, ANCIENT]


def test_a_file_that_goes_while_an_edition_is_put_together_is_not_there(client, kept, monkeypatch):
    """A file was looked for and had gone: it was a fault of the server's."""
    there = edition_files.files_of

    def with_one_that_went(one: edition_files.Edition):
        return there(one) | {"gone.csv": kept / "gone.csv", "SHA256SUMS": kept / "SHA256SUMS"}

    monkeypatch.setattr(edition_files, "files_of", with_one_that_went)
    assert client.get(f"/edition/{EARLIER}/gone.csv").status_code == 404
    listed = {one["file"] for one in client.get(f"/edition/{EARLIER}/").json()["files"]}
    assert "value.parquet" in listed and "gone.csv" not in listed


@pytest.mark.parametrize(
    "address", ["2020-01-01/value.parquet", "nowhere/", f"{EARLIER}/..%2Feditions.csv", "x/y"]
)
def test_no_other_file_has_one(client, address):
    got = client.get(f"/edition/{address}")
    assert got.status_code == 404 and got.headers["content-type"] in {
        "application/problem+json",
        "text/plain; charset=utf-8",
    }
