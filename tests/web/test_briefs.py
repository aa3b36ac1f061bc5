"""Briefs over HTTP: limits and clear answers, kept files, hostile addresses."""

import asyncio
from collections.abc import Iterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from brief.document import Imprint
from brief.making import File, Wanted, make
from brief.reader import Refused
from tests.web.running import run
from web.api.limits import Buckets
from web.brief import routes
from web.brief.making_apart import Apart
from web.brief.routes import Briefs, brief_routes

IMPRINT = Imprint("Public Pound", "What councils spend", "#1d5b8f")


class Here(Apart):
    """Makes in this process what the server makes in another, and counts."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Wanted] = []

    async def made(self, wanted: Wanted, kind: str) -> File:
        self.asked.append(wanted)
        return make(wanted, kind)


class Slow(Here):
    async def made(self, wanted: Wanted, kind: str) -> File:
        self.asked.append(wanted)
        await asyncio.sleep(0.05)
        return File(b"%PDF-", f"{wanted.name}.{kind}", "one")


class Broken(Apart):
    async def made(self, wanted: Wanted, kind: str) -> File:
        raise TimeoutError


def client(apart: Apart, buckets: Buckets | None = None) -> TestClient:
    briefs = Briefs(IMPRINT, buckets, apart)
    return TestClient(Starlette(routes=brief_routes(IMPRINT, briefs)))


@pytest.fixture
def here() -> Iterator[Here]:
    yield Here()


def test_a_brief_is_made_once_and_known_by_its_tag(here):
    asks = client(here)
    first, second = asks.get("/brief/leeds.pdf"), asks.get("/brief/leeds.pdf")
    assert first.status_code == 200
    assert first.content[:5] == b"%PDF-"
    assert first.content == second.content
    assert len(here.asked) == 1
    known = asks.get("/brief/leeds.pdf", headers={"If-None-Match": first.headers["etag"]})
    assert known.status_code == 304
    head = asks.head("/brief/leeds.pdf")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(first.content))


def at_once(apart: Apart, addresses: list[str], most_waiting: int = 40) -> list[int]:
    """The statuses of answers that were asked for together."""
    briefs = Briefs(IMPRINT, None, apart, most_waiting)
    app = Starlette(routes=brief_routes(IMPRINT, briefs))

    async def asks() -> list[int]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://pound") as reader:
            answers = await asyncio.gather(*(reader.get(one) for one in addresses))
        return [one.status_code for one in answers]

    return asyncio.run(asks())


def test_many_who_open_one_link_wait_for_one_making():
    slow = Slow()
    assert at_once(slow, ["/brief/leeds.pdf"] * 12) == [200] * 12
    assert len(slow.asked) == 1


def test_no_more_wait_than_can_be_made_in_a_while():
    names = ["leeds", "york", "kent", "dover"]
    statuses = at_once(Slow(), [f"/brief/{name}.pdf" for name in names], most_waiting=2)
    assert sorted(statuses) == [200, 200, 503, 503]


def test_another_format_goes_to_the_bench_that_has_the_content():
    apart = Apart(2)
    first, second = apart._benches
    wanted = Wanted("council", "leeds", (), "", IMPRINT)
    first.lately.append(wanted)
    assert apart._bench_for(wanted) is first
    assert apart._bench_for(wanted._replace(name="york")) is second


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/brief/leedz.pdf", 404),
        ("/brief/leeds.exe", 404),
        ("/brief/.pdf", 404),
        ("/brief/service/nothing-of-this-name.pdf", 404),
        ("/brief/supplier/nobody-at-all.docx", 404),
        ("/brief/reorganisation/atlantis.pptx", 404),
        ("/brief/nonsense/leeds.pdf", 404),
        ("/brief/service/environment.pdf?where=mars", 400),
        ("/brief/%3Cscript%3E.pdf", 404),
        ("/brief/leeds.pdf?peers=%3Cscript%3E", 400),
        ("/brief/leeds.pdf?nonsense=1", 400),
        ("/brief/leeds.pdf?as_of=1999", 404),
        ("/brief/leeds.pdf?year=" + "9" * 5000, 414),
    ],
)
def test_what_cannot_be_made_is_a_problem_or_a_page(here, address, status):
    asks = client(here)
    problem = asks.get(address)
    assert problem.status_code == status
    assert problem.headers["content-type"] == "application/problem+json"
    assert problem.json()["status"] == status
    page = asks.get(address, headers={"Accept": "text/html"})
    assert page.status_code == status
    assert "<script" not in page.text


def test_only_reading_is_answered(here):
    assert client(here).post("/brief/leeds.pdf").status_code == 405


def test_a_client_that_asks_too_often_is_told_to_wait(here):
    asks = client(here, Buckets(1, 1))
    assert asks.get("/brief/leedz.pdf").status_code == 404
    told = asks.get("/brief/leedx.pdf")
    assert told.status_code == 429
    assert int(told.headers["retry-after"]) >= 1


def test_a_brief_that_takes_too_long_is_said_to(here):
    told = client(Broken()).get("/brief/leeds.pdf")
    assert (told.status_code, told.headers["retry-after"]) == (503, "5")


def test_a_host_that_is_none_stands_in_no_document(here):
    client(here).get("/brief/leeds.pdf", headers={"Host": "a b<c>"})
    assert here.asked[0].base == ""


def test_a_refusal_comes_whole_out_of_another_process():
    import pickle

    why = pickle.loads(pickle.dumps(Refused("unknown-value", "No such.", ["usual"])))
    assert (why.kind, why.said, why.nearest) == ("unknown-value", "No such.", ["usual"])


def test_nobody_waits_without_end_and_the_brief_is_made_all_the_same(monkeypatch):
    """On a busy machine sixty at once kept their readers for more than two minutes."""
    monkeypatch.setattr(routes, "WAITS_S", 0.01)
    slow = Slow()
    app = Starlette(routes=brief_routes(IMPRINT, Briefs(IMPRINT, None, slow)))

    async def asks() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://pound") as reader:
            first = await reader.get("/brief/leeds.pdf")
            await asyncio.sleep(0.1)
            return [first, await reader.get("/brief/leeds.pdf")]

    first, second = run(asks())
    assert (first.status_code, first.headers["retry-after"]) == (503, "30")
    assert "still being made" in first.text
    assert (second.status_code, len(slow.asked)) == (200, 1)
