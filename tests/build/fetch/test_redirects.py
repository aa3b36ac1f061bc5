import pytest
from requests import Session
from requests.adapters import HTTPAdapter

from data.build.fetch import errors
from data.build.fetch import publisher as fetch_publisher
from data.build.fetch.redirects import check_step
from tests.build.fetch.conftest import BODY, record
from tests.build.fetch.server import cut, redirect, whole


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_redirects_are_followed(publisher, desk, code):
    publisher.serve("/c.csv", whole(BODY))
    publisher.serve("/files/b.csv", redirect("../c.csv", code))
    url = publisher.serve("/a.csv", redirect(publisher.url("/files/b.csv"), code))
    assert desk.want(record(url=url)).read_bytes() == BODY


def test_a_redirected_file_is_resumed(publisher, desk):
    publisher.serve("/b.csv", cut(BODY, 1000, ETag='"one"'), whole(BODY, ETag='"one"'))
    url = publisher.serve("/a.csv", redirect("/b.csv"))
    assert desk.want(record(url=url)).read_bytes() == BODY
    assert publisher.ranges("/b.csv") == [None, "bytes=1000-"]


def test_a_redirect_loop_ends(publisher, refuses):
    publisher.serve("/b.csv", redirect("/a.csv"))
    url = publisher.serve("/a.csv", redirect("/b.csv"))
    assert "redirected more than 5 times" in refuses(errors.Refused, record(url=url))
    assert len(publisher.requests["/a.csv"]) + len(publisher.requests["/b.csv"]) == 6


@pytest.mark.parametrize("to", ["ftp://127.0.0.1/a.csv", "file:///etc/hostname", "http://["])
def test_a_redirect_off_the_web_is_refused(publisher, refuses, to):
    url = publisher.serve("/a.csv", redirect(to))
    assert "web address" in refuses(errors.Refused, record(url=url))


class OverTls(HTTPAdapter):
    """Answers for https://publisher.test from the plain server, as if encrypted."""

    def __init__(self, server: str) -> None:
        super().__init__()
        self.server = server

    def send(self, request, **options):
        request.url = request.url.replace("https://publisher.test", self.server)
        return super().send(request, **options)


@pytest.fixture
def tls(publisher, monkeypatch):
    def session() -> Session:
        made = Session()
        made.mount("https://publisher.test", OverTls(publisher.url("")))
        return made

    monkeypatch.setattr(fetch_publisher, "Session", session)
    return "https://publisher.test/a.csv"


def test_a_redirect_from_https_to_http_is_refused(publisher, refuses, tls):
    publisher.serve("/a.csv", redirect("http://publisher.test/b.csv"))
    assert "unprotected address http://publisher" in refuses(errors.Refused, record(url=tls))


def test_a_redirect_from_https_to_this_machine_is_followed(publisher, desk, tls):
    publisher.serve("/a.csv", redirect(publisher.url("/b.csv")))
    publisher.serve("/b.csv", whole(BODY))
    assert desk.want(record(url=tls)).read_bytes() == BODY


@pytest.mark.parametrize(
    "host", ["127.0.0.1.publisher.test", "localhost.publisher.test", "10.0.0.1"]
)
def test_only_the_loopback_counts_as_this_machine(host):
    with pytest.raises(errors.Refused):
        check_step("https://publisher.test/", f"http://{host}/a.csv")
