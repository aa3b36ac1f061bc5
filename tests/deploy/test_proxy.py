"""What nginx answers by itself is a sentence and says when to come again; what it holds, it holds.

Behind it stand two servers of a few lines: the rules of deploy/nginx.conf are what is tried.
"""

import getpass
import os
import shutil
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from typing import NamedTuple

import pytest

from deploy.proxy_here import proxy_conf, with_certificate
from deploy.replicas import ANYBODY, _free_ports

NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not installed")


class Answers(BaseHTTPRequestHandler):
    """Its own port; a download or a script waits until it is told to go on."""

    going_on = threading.Event()

    def do_GET(self) -> None:
        if self.path.startswith(("/take/", "/static/")):
            self.going_on.wait(20)
        body = f"{self.server.server_port} {self.headers['X-Forwarded-Proto']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Behind(ThreadingHTTPServer):
    # As many as ask in one instant.
    request_queue_size = 1_000


class Proxied(NamedTuple):
    port: int
    secure_port: int
    behind: list[ThreadingHTTPServer]


class Got(NamedTuple):
    status: int
    words: str
    headers: object


@pytest.fixture(scope="module")
def proxied(tmp_path_factory) -> Iterator[Proxied]:
    assert NGINX
    behind = [Behind(("127.0.0.1", 0), Answers) for _ in range(2)]
    for one in behind:
        threading.Thread(target=one.serve_forever, daemon=True).start()
    ports, replicas = _free_ports(2), [one.server_port for one in behind]
    user = getpass.getuser() if os.geteuid() == 0 else None
    running = []
    for name, port in zip(("plain", "secure"), ports, strict=True):
        folder = tmp_path_factory.mktemp(name)
        secure = with_certificate(folder, NGINX) if name == "secure" else ""
        conf = folder / "nginx.conf"
        conf.write_text(proxy_conf(folder, "127.0.0.1", port, replicas, user, secure))
        command = [NGINX, "-e", "stderr", "-p", str(folder), "-c", str(conf)]
        running.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))
    _wait(f"http://127.0.0.1:{ports[0]}/")
    _wait(f"https://127.0.0.1:{ports[1]}/")
    yield Proxied(*ports, behind)
    Answers.going_on.set()
    for process in running:
        process.terminate()
        process.wait(10)
    for one in behind:
        one.shutdown()


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            asked(address)
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"nothing answers at {address}")


def asked(address: str, body: bytes | None = None, **headers: str) -> Got:
    asking = urllib.request.Request(address, body, headers)
    try:
        with urllib.request.urlopen(asking, timeout=30, context=ANYBODY) as answer:
            return Got(answer.status, answer.read().decode(), answer.headers)
    except urllib.error.HTTPError as refused:
        return Got(refused.code, refused.read().decode(), refused.headers)


def test_counts_are_for_nobody_outside(proxied):
    found = [asked(f"http://127.0.0.1:{proxied.port}{path}").status for path in COUNTS]
    assert found == [404] * len(COUNTS)


COUNTS = ("/metrics", "/_stcore/metrics", "/%6detrics", "//metrics", "/x/../metrics")


def test_downloads_of_an_address_are_a_few_and_the_refusal_is_a_sentence(proxied):
    address = f"http://127.0.0.1:{proxied.port}/take/payments.csv"
    Answers.going_on.clear()
    with ThreadPoolExecutor(10) as pool:
        each = [pool.submit(asked, address) for _ in range(10)]
        # The six that are held wait until four have been refused, however slow the machine is.
        list(islice(as_completed(each), 4))
        Answers.going_on.set()
        got = [one.result() for one in each]
    assert sorted(one.status for one in got) == [200] * 6 + [429] * 4
    (refused, *_) = [one for one in got if one.status == 429]
    assert refused.headers["Retry-After"] == "30"
    assert refused.words.endswith("try again in half a minute.\n")
    assert refused.headers["Content-Type"] == "text/plain"


def test_first_visits_of_one_office_get_all_their_scripts(proxied):
    """Nginx counts each stream of HTTP/2: the four hundred and first script was refused, and
    a page is blank without one."""
    curl = shutil.which("curl")
    if not curl:
        pytest.skip("curl is not installed")
    address = f"https://127.0.0.1:{proxied.secure_port}/static/[1-85].js"
    command = [curl, "-sk", "--http2", "--parallel", "--parallel-max", "85", "-o", os.devnull]
    Answers.going_on.clear()
    visits = [
        subprocess.Popen([*command, "-w", "%{http_code}\n", address], stdout=subprocess.PIPE)
        for _ in range(5)
    ]
    threading.Timer(2, Answers.going_on.set).start()
    told = [visit.communicate(timeout=30)[0].decode().split() for visit in visits]
    assert [sorted(set(each)) for each in told] == [["200"]] * 5
    assert sum(map(len, told)) == 5 * 85


def test_a_file_that_is_too_large_is_refused_in_a_sentence(proxied):
    got = asked(f"http://127.0.0.1:{proxied.port}/", b"x" * 23_000_000)
    assert (got.status, got.words) == (413, "A file may have 20 MB.\n")


def test_http_2_with_a_certificate_of_our_own(proxied):
    address = f"https://127.0.0.1:{proxied.secure_port}/"
    assert asked(address).words.endswith(" https")
    if not (curl := shutil.which("curl")):
        pytest.skip("curl is not installed")
    told = subprocess.run(
        [curl, "-sk", "--http2", "-o", os.devnull, "-w", "%{http_version} %{http_code}", address],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told == "2 200"


def test_a_reader_stays_with_one_and_goes_on_when_it_is_gone(proxied):
    """Last of all: those behind are gone then."""
    address = f"http://127.0.0.1:{proxied.port}/"
    first = asked(address)
    cookie = {"Cookie": first.headers["Set-Cookie"].partition(";")[0]}
    assert {asked(address, **cookie).words for _ in range(6)} == {first.words}
    mine = next(one for one in proxied.behind if first.words.startswith(str(one.server_port)))
    mine.shutdown()
    mine.server_close()
    others = {asked(address, **cookie).words for _ in range(6)}
    assert len(others) == 1
    assert others != {first.words}
    for one in proxied.behind:
        one.shutdown()
        one.server_close()
    gone = asked(address)
    assert (gone.status, gone.headers["Retry-After"]) == (503, "30")
    assert gone.words.startswith("No server answers just now.")
