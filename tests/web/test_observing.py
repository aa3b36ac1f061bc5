"""Counts and log lines say what is done, never by whom or for what."""

import io
import json
import logging

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import ClientDisconnect

import tally
from queries import ask
from tests.web.running import run
from web.log_lines import Lines, without_readers
from web.metrics import KeptInside
from web.observing import KINDS, Observed, kind_of
from web.origins import SameOrigin
from web.patience import Gone

READER = "203.0.113.77"


def counted(name: str, **labels: str) -> float:
    """The sample `name` with `labels`, read as Prometheus reads it; 0 where it is not there yet."""
    families = text_string_to_metric_families(tally.told().decode())
    found = [s for family in families for s in family.samples if s.name == name]
    return sum(s.value for s in found if labels.items() <= s.labels.items())


class Answers:
    """An app that answers every request with one status and counts who came through."""

    def __init__(self, status: int = 200) -> None:
        self.status, self.came = status, 0

    async def __call__(self, scope, receive, send) -> None:
        self.came += 1
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        await send({"type": "http.response.start", "status": self.status, "headers": []})
        await send({"type": "http.response.body", "body": b"12345"})


def asked(app, path: str, client: str | None = "127.0.0.1", kind: str = "http", **headers) -> list:
    got: list[dict] = []

    async def receive() -> dict:
        return {"type": "http.request"}

    async def send(message: dict) -> None:
        got.append(message)

    scope = {"type": kind, "method": "GET", "path": path, "query_string": b"find=SW1A"}
    scope["headers"] = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope["client"] = (client, 1) if client else None
    run(app(scope, receive, send))
    return got


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "page"),
        ("/council", "page"),
        ("/takeover", "page"),
        ("/take/payments.csv", "download"),
        ("/api/v1/values.csv", "api"),
        ("/feed/changes.xml", "feed"),
        ("/brief/leeds.pdf", "brief"),
        ("/_stcore/stream", "socket"),
        ("/_stcore/upload_file/a/b", "upload"),
        ("/health", "health"),
    ],
)
def test_a_path_has_a_kind(path, kind):
    assert kind_of(path) == kind


def test_every_route_of_our_own_has_a_kind():
    """A route more is counted among the pages until KINDS names it."""
    import serve

    own = {route.path.split("{")[0].rstrip("/.") for route in serve.build_app()._user_routes}
    unnamed = {path for path in own if kind_of(path) == "page"} - {"/robots.txt"}
    assert unnamed == set()


def test_requests_and_refusals_are_counted_by_kind():
    before = counted("public_pound_requests_total", kind="brief", status="429")
    asked(Observed(Answers(429)), "/brief/leeds.pdf")
    assert counted("public_pound_requests_total", kind="brief", status="429") == before + 1


@pytest.mark.parametrize(
    ("error", "status"), [(ClientDisconnect, 499), (Gone, 499), (ValueError, 500)]
)
def test_who_leaves_in_the_middle_is_no_fault_and_a_fault_is_counted(error, status):
    """A file that was broken off filled sixty lines of the log; a fault counted as a client's."""

    async def app(scope, receive, send) -> None:
        raise error

    before = counted("public_pound_requests_total", kind="upload", status=str(status))
    try:
        asked(Observed(app), "/_stcore/upload_file/a/b")
    except (ValueError, Gone):
        assert error is not ClientDisconnect
    assert counted("public_pound_requests_total", kind="upload", status=str(status)) == before + 1


def test_a_socket_is_an_open_page_while_it_lasts():
    seen = []

    async def app(scope, receive, send) -> None:
        seen.append(counted("public_pound_open_pages"))
        await send({"type": "websocket.close", "code": 1013})

    before = counted("public_pound_requests_total", kind="socket", status="403")
    asked(Observed(app), "/_stcore/stream", kind="websocket")
    assert seen == [counted("public_pound_open_pages") + 1]
    assert counted("public_pound_requests_total", kind="socket", status="403") == before + 1


def test_queries_are_timed_by_folder(world):
    before = counted("public_pound_query_seconds_count", folder="council", door="answers")
    ask("council/names")
    assert counted("public_pound_query_seconds_count", folder="council", door="answers") == (
        before + 1
    )


@pytest.mark.parametrize(
    ("error", "end"), [(None, "done"), (ValueError, "failed"), (KeyboardInterrupt, "left")]
)
def test_a_run_is_counted_by_its_end(error, end):
    before = counted("public_pound_runs_total", page="tried", end=end)
    try:
        with tally.run_of("tried"):
            if error:
                raise error
    except BaseException as raised:
        assert type(raised) is error
    assert counted("public_pound_runs_total", page="tried", end=end) == before + 1


@pytest.mark.parametrize("path", ["/metrics", "/metrics/", "/_stcore/metrics"])
@pytest.mark.parametrize(
    ("client", "status"),
    [("127.0.0.1", 200), ("::1", 200), ("10.1.2.3", 200), ("8.8.8.8", 404), (None, 404)],
)
def test_counts_are_for_the_own_network(path, client, status):
    """Streamlit's were public to anybody who knew the address."""
    assert asked(KeptInside(Answers()), path, client)[0]["status"] == status


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_nobody_finds_counts_through_a_proxy(header):
    """A proxy in a cluster has a private address, and might pass everything on."""
    assert asked(KeptInside(Answers()), "/metrics", "10.1.2.3", **{header: "x"})[0]["status"] == 404


def test_other_addresses_are_for_all():
    assert asked(KeptInside(Answers()), "/council", "8.8.8.8")[0]["status"] == 200


@pytest.mark.parametrize(
    ("origin", "comes"),
    [
        ("https://councils.example.org", 1),
        ("http://localhost:9999", 0),
        ("http://127.0.0.1", 0),
        ("https://evil.example", 0),
        ("https://councils.example.org.evil.example", 0),
        ("https://embeds.example", 1),
        ("null", 0),
        ("http://[", 0),
        ("", 0),
    ],
)
def test_a_socket_is_opened_by_a_page_of_the_same_address(origin, comes):
    """localhost of any port could; a foreign one made the server ask another host for its own."""
    inner = Answers()
    app = SameOrigin(inner, ["https://embeds.example/"])
    headers = {"origin": origin, "host": "councils.example.org"}
    asked(app, "/_stcore/stream", kind="websocket", **headers)
    assert inner.came == comes


def test_a_program_without_an_origin_is_let_in():
    inner = Answers()
    asked(SameOrigin(inner), "/_stcore/stream", kind="websocket", host="councils.example.org")
    assert inner.came == 1


@pytest.fixture
def lines():
    """What loggers write as lines of JSON, parsed."""
    place = io.StringIO()
    handler = logging.StreamHandler(place)
    handler.setFormatter(Lines())
    logger = logging.getLogger("public_pound.requests")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in place.getvalue().splitlines()]
    logger.removeHandler(handler)
    logger.setLevel(level)


def test_a_request_is_told_without_its_reader(lines):
    asked(Observed(Answers()), "/council", READER)
    (line,) = lines()
    assert (line["kind"], line["status"], line["bytes"]) == ("page", 200, 5)
    assert READER not in json.dumps(line) and "SW1A" not in json.dumps(line)


def test_files_of_the_frame_are_counted_and_not_told(lines):
    asked(Observed(Answers()), "/static/js/main.js", READER)
    assert lines() == []


def test_a_librarys_warning_loses_addresses_and_queries(lines):
    logger = logging.getLogger("public_pound.requests")
    try:
        raise OSError(f"reset by {READER}:4711")
    except OSError:
        logger.exception("('%s', 4711) asked /council?find=SW1A+2AA, [2001:db8::17]:80", READER)
    (line,) = lines()
    assert line["error"] == "OSError"
    text = json.dumps(line)
    assert not any(word in text for word in (READER, "SW1A", "2001:db8"))


@pytest.mark.parametrize("text", ["took 10:42:33 in all", "version 1.2.3", "data/x.py:12"])
def test_what_is_no_address_stays(text):
    assert without_readers(text) == text


def test_kinds_are_asked_longest_first():
    """A kind is found by the first beginning that fits."""
    beginnings = list(KINDS)
    for place, one in enumerate(beginnings):
        assert not any(one.startswith(before + "/") for before in beginnings[:place])
