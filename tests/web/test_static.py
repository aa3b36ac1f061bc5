import asyncio
import gzip
import os
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from tests.web.running import run
from web.compressing import coding_for
from web.static import CompressedFiles, FilesFirst

TEXT = "England, Scotland, Wales, Northern Ireland. " * 100


class Answer(NamedTuple):
    status: int
    headers: Headers
    body: bytes


@pytest.fixture
def app(tmp_path: Path) -> FilesFirst:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "uk.json").write_text(TEXT)
    (tmp_path / "small.json").write_text("{}")
    (tmp_path / "font.woff2").write_bytes(os.urandom(4000))
    return FilesFirst(PlainTextResponse("from the app"), {"/files": CompressedFiles(tmp_path)})


def ask(app: FilesFirst, path: str, query: str = "", **headers: str) -> Answer:
    """One GET, as an ASGI server would put it."""
    sent: list[dict] = []

    async def send(message: dict) -> None:
        sent.append(message)

    async def receive() -> dict:
        return await asyncio.Event().wait()  # a reader who stays

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()],
    }
    run(app(scope, receive, send))
    start = sent[0]
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(start["status"], Headers(raw=start["headers"]), body)


def test_text_goes_out_gzipped_to_who_takes_it(app):
    answer = ask(app, "/files/maps/uk.json", accept_encoding="gzip, br;q=0")
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) == len(answer.body) < len(TEXT) / 10
    assert gzip.decompress(answer.body).decode() == TEXT


def test_text_goes_out_as_brotli_to_who_takes_it_and_denser_when_there_was_time(app):
    quick = ask(app, "/files/maps/uk.json", accept_encoding="gzip, deflate, br, zstd")
    app.folders["/files"].compressor.wait()
    dense = ask(app, "/files/maps/uk.json", accept_encoding="gzip, deflate, br, zstd")
    for answer in (quick, dense):
        assert answer.headers["content-encoding"] == "br"
        plain = pa.Codec("brotli").decompress(answer.body, len(TEXT), asbytes=True)
        assert plain.decode() == TEXT
    assert len(dense.body) < len(quick.body)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br", "br"),
        ("gzip;q=1.0, br;q=0.5", "br"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.000", None),
        ("GZIP", "gzip"),
        ("identity", None),
        ("", None),
    ],
)
def test_the_coding_is_one_that_the_browser_takes(accepted, coding):
    assert coding_for(accepted) == coding


def test_text_goes_out_plain_to_who_does_not(app):
    answer = ask(app, "/files/maps/uk.json")
    assert answer.body.decode() == TEXT
    assert answer.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("name", ["small.json", "font.woff2"])
def test_what_gzip_would_not_shrink_is_left(app, name):
    assert "content-encoding" not in ask(app, f"/files/{name}", accept_encoding="gzip").headers


def test_a_part_is_never_gzipped(app):
    answer = ask(app, "/files/maps/uk.json", accept_encoding="gzip", range="bytes=0-6")
    assert (answer.status, answer.body) == (206, b"England")


def test_a_changed_file_is_seen(app, tmp_path):
    ask(app, "/files/maps/uk.json", accept_encoding="gzip")
    changed = tmp_path / "maps" / "uk.json"
    changed.write_text(TEXT + "and later")
    os.utime(changed, ns=(1, 1))
    answer = ask(app, "/files/maps/uk.json", accept_encoding="gzip")
    assert gzip.decompress(answer.body).endswith(b"and later")


def test_a_named_version_is_kept_for_a_year_and_others_are_asked_for_again(app):
    assert "immutable" in ask(app, "/files/small.json", "v=2026").headers["cache-control"]
    plain = ask(app, "/files/small.json")
    assert plain.headers["cache-control"] == "no-cache"
    again = ask(app, "/files/small.json", if_none_match=plain.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("path", ["/files/none.json", "/files/../secret", "/files/maps", "/files/"])
def test_nothing_else_is_given_away(app, tmp_path, path):
    (tmp_path.parent / "secret").write_text("secret")
    assert ask(app, path).status == 404


def test_a_file_of_ours_stands_in_and_is_checked_at_each_use(tmp_path):
    for name in ("all.1a2b.woff2", "few.woff2"):
        (tmp_path / name).write_text(name)
    instead = {"all.": tmp_path / "few.woff2"}
    files = CompressedFiles(tmp_path, always_fresh=True, instead=instead)
    app = FilesFirst(PlainTextResponse("from the app"), {"/files": files})
    answer = ask(app, "/files/all.1a2b.woff2")
    assert (answer.body, answer.headers["cache-control"]) == (b"few.woff2", "no-cache")
    again = ask(app, "/files/all.1a2b.woff2", if_none_match=answer.headers["etag"])
    assert again.status == 304
    assert "immutable" in ask(app, "/files/few.woff2").headers["cache-control"]


def test_other_addresses_reach_the_app(app):
    assert ask(app, "/filesystem").body == b"from the app"


def test_a_file_that_goes_while_it_is_asked_for_is_not_found(app, monkeypatch):
    """Maps are put together anew under their readers: it was a fault of the server's."""

    def gone(*_: object) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr("web.compressing.Compressor.body", gone)
    assert ask(app, "/files/maps/uk.json", accept_encoding="br").status == 404
