"""All payments of a search as files: whole, parseable, harmless, and not too many at once."""

import asyncio
import io
import json
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pyarrow.parquet as pq
import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.routing import Route

import queries
from queries import ask
from tests.web.running import run
from web import patience
from web.clients import NoPlace, Places
from web.payments import routes, sending
from web.payments.routes import PATH, Payments
from web.payments.routes import route as the_route

pytestmark = pytest.mark.usefixtures("world")
NOTHING = ("supplier_words", "supplier_slug", "councils", "service", "category", "first", "last")
NOTHING += ("least_gbp", "most_gbp", "words_like")
WHOLE = dict.fromkeys(NOTHING) | {"way": "by_place", "cards": "with", "credits": "with"}


class Answer(NamedTuple):
    status: int
    headers: Headers
    parts: list[bytes]

    @property
    def body(self) -> bytes:
        return b"".join(self.parts)

    def csv(self) -> pl.DataFrame:
        return pl.read_csv(self.body)


def get(kind: str, query: str = "", payments: Payments | None = None, method="GET") -> Answer:
    """One request, as an ASGI server would put it."""
    routes = [Route(PATH, payments, methods=["GET"])] if payments else [the_route()]
    app, sent = Starlette(routes=routes), []

    async def send(message: dict) -> None:
        sent.append(message)

    async def receive() -> dict:
        return await asyncio.Event().wait()  # a reader who stays

    scope = {
        "type": "http",
        "method": method,
        "path": f"/take/payments.{kind}",
        "query_string": query.encode(),
        "headers": [],
    }
    run(app(scope, receive, send))
    parts = [message.get("body", b"") for message in sent[1:]]
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), parts)


@pytest.mark.parametrize(
    ("query", "given"),
    [
        ("", {}),
        ("council=aldby,carrby", {"councils": ["MAA", "MAC"]}),
        ("supplier=acme+care", {"supplier_words": ["acme", "care"], "way": "by_supplier"}),
        ("words=refuse&from=2022-06", {"words_like": "%refuse%", "first": "2022-06-01"}),
        ("credits=only", {"credits": "only"}),
        ("category=none&least=4000", {"category": "none", "least_gbp": 4_000.0}),
    ],
)
def test_a_download_has_the_payments_and_the_sum_of_the_page(query, given):
    parts = ask("payments/found", **WHOLE | given)
    page = parts.filter(part="all").row(0, named=True)
    csv = get("csv", query).csv()
    parquet = pl.read_parquet(io.BytesIO(get("parquet", query).body))
    for frame in (csv, parquet):
        assert frame.height == page["payments"] > 0
        assert round(float(frame["amount_gbp"].sum()), 2) == round(page["amount_gbp"], 2)
    assert csv["line"].to_list() == parquet["line"].to_list()
    assert parquet.schema["amount_gbp"] == pl.Decimal(18, 2)


def test_nothing_found_is_a_header_and_no_rows():
    csv = get("csv", "supplier=nobody+at+all").csv()
    assert csv.is_empty() and "amount_gbp" in csv.columns
    assert pl.read_parquet(io.BytesIO(get("parquet", "supplier=nobody+at+all").body)).is_empty()


def test_text_in_the_csv_is_no_formula_and_the_parquet_keeps_it():
    csv = get("csv", "council=aldby").body.decode("utf-8-sig")
    assert "'=HYPERLINK" in csv and "'=1+1" in csv
    assert ",=" not in csv and ',"=' not in csv
    kept = pl.read_parquet(io.BytesIO(get("parquet", "council=aldby").body))
    assert any(name.startswith("=HYPERLINK") for name in kept["supplier"])


def test_a_mark_that_turns_the_writing_is_not_in_the_csv():
    assert "\u202e" not in get("csv", "council=aldby").body.decode()


def test_every_row_names_its_publisher_licence_and_edition():
    frame = get("csv", "council=aldby").csv()
    for column in ("publisher", "licence", "edition", "file", "line"):
        assert frame[column].null_count() == 0, column


def test_caveats_go_with_the_file():
    notes = get("txt", "council=carrby&words=refuse").body.decode()
    assert "words: refuse" in notes and "from £250 on" in notes
    assert "Open Government" in notes or "OGL" in notes
    held = pq.read_schema(io.BytesIO(get("parquet", "council=carrby").body)).metadata
    assert "from £250 on" in held[b"notes"].decode()


@pytest.mark.parametrize(
    "query",
    ["council=atlantis", "from=yesterday", "least=much", "cards=%3Cb%3E", "paid=" + "x" * 999],
)
def test_a_bad_address_is_a_sentence(query):
    answer = get("csv", query)
    assert answer.status == 400
    assert b"not held here" in answer.body
    assert b"<b>" not in answer.body


def test_another_kind_of_file_is_refused():
    assert get("exe").status == 404


def test_the_name_of_the_file_is_ours():
    name = get("csv", "supplier=%22%0d%0aSet-Cookie:x").headers["content-disposition"]
    assert name == 'attachment; filename="payments-2025-01-01-world.csv"'


def test_what_is_coming_can_be_asked_without_it():
    answer = get("csv", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")


def test_too_many_at_once_are_asked_to_wait_and_the_place_is_given_back():
    busy = get("csv", payments=Payments(1, 0))
    assert (busy.status, busy.headers["retry-after"]) == (503, "60")
    assert get("csv", payments=Payments(0, 1)).status == 429
    one = Payments(1, 1)
    assert [get("csv", payments=one).status for _ in range(3)] == [200] * 3
    assert get("csv", "council=x", one).status == 400
    assert not one.places.taken


def test_slow_clients_leave_places_for_the_others():
    """Three of them closed downloads for everybody."""
    places = Places(2, 20)
    with ExitStack() as held:
        for _ in range(2):
            held.enter_context(places.one("slow"))
        with pytest.raises(NoPlace), places.one("slow"):
            pass
        with places.one("another"):
            assert places.taken["another"] == 1
    assert not places.taken


def test_whoever_has_a_file_may_ask_for_the_next_at_once():
    """The place was given back after the client knew of the end: its next request got 429."""
    payments, taken = Payments(), []

    async def send(message: dict) -> None:
        taken.append(payments.places.taken.total())

    async def receive() -> dict:
        return await asyncio.Event().wait()

    scope = {"type": "http", "method": "GET", "path": "/take/payments.csv", "headers": []}
    run(Starlette(routes=[Route(PATH, payments)])(scope | {"query_string": b""}, receive, send))
    assert taken[:-1] == [1] * (len(taken) - 1) and taken[-1] == 0
    assert not payments.places.taken


def leaving(after: int, how: type[BaseException] | None = None) -> list[bytes]:
    """What a client gets that leaves, or takes nothing more, after so many messages."""
    got: list[bytes] = []
    payments = Payments()

    async def send(message: dict) -> None:
        got.append(message.get("body", b""))
        if len(got) > after:
            if how:
                raise how
            await asyncio.Event().wait()

    async def receive() -> dict:
        return await asyncio.Event().wait()

    scope = {"type": "http", "method": "GET", "path": "/take/payments.csv", "headers": []}
    scope |= {"query_string": b"", "asgi": {"version": "3.0", "spec_version": "2.4"}}
    with suppress(patience.Gone):
        run(Starlette(routes=[Route(PATH, payments)])(scope, receive, send))
    assert not payments.places.taken
    return got


@pytest.mark.parametrize("how", [OSError, None])
def test_an_edition_is_let_go_when_its_client_leaves_or_falls_silent(monkeypatch, how):
    """It was held open, and every page waited for it."""
    monkeypatch.setattr(sending, "PIECE_BYTES", 500)
    monkeypatch.setattr(routes, "patient", lambda send: patience.patient(send, 0.1))
    assert len(leaving(3, how)) == 4
    assert queries._downloads._now is not None
    assert queries._downloads._now.readers == 0


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_what_wants_too_much_memory_is_told_to_come_again(monkeypatch, kind):
    """Of six large files at once two broke off behind a 200, with a traceback each."""
    import web.payments.search_request as asked

    def full(*_: object, **__: object):
        raise queries.TookTooLong
        yield

    monkeypatch.setattr(asked, "stream", full)
    answer = get(kind)
    assert (answer.status, answer.headers["retry-after"]) == (503, "60")


def test_it_goes_out_in_parts(monkeypatch):
    """What is held of it at once does not grow with its length."""
    import web.payments.search_request as asked
    from queries import stream

    monkeypatch.setattr(asked, "stream", lambda name, **takes: stream(name, 50, **takes))
    whole = get("csv")
    assert len([part for part in whole.parts if part]) == 11
    assert whole.csv().height == 537


def test_its_address_is_the_one_the_page_links_to():
    from components.links.payments_files import file_address

    assert f"/{file_address('{kind}', '')}" == PATH


def test_the_columns_of_the_notes_are_those_of_the_file():
    from web.payments.file_notes import COLUMNS

    told = {word.strip(",") for word in COLUMNS.split()}
    assert set(get("csv", "council=aldby").csv().columns) - told == set()


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_payment_can_be_joined_and_its_file_opened(kind):
    answer = get(kind, "council=aldby&paid=acme-care")
    rows = answer.csv() if kind == "csv" else pl.read_parquet(io.BytesIO(answer.body))
    row = rows.row(0, named=True)
    assert (row["gss"], row["supplier_slug"]) == ("E08000011", "acme-care")
    assert str(row["company_number"]).zfill(8) == "01234567"
    assert {"file_url", "file_copied"} <= row.keys()


def test_no_column_of_the_world_is_lost():
    """Purposes, references and cards stand as the council wrote them."""
    row = pl.read_parquet(io.BytesIO(get("parquet", "council=carrby&cards=only").body)).row(
        0, named=True
    )
    assert row["card"] is True and row["reference"].startswith("MAC")
    assert json.dumps(row["department"]) == '"Community"'
    assert Path(row["file"]).name == "all.csv"
