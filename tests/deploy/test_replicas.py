"""What `make replicas` runs is the sample proxy, and it can be run and ended by anybody."""

import os
import shutil
import subprocess
import urllib.error
import urllib.request
from http.client import HTTPResponse

import pytest

from deploy import proxy_here as making
from deploy.proxy_here import SAMPLE, SampleChanged, proxy_conf
from deploy.replicas import NotStarted, started
from queries import EDITION

NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
needs_nginx = pytest.mark.skipif(not NGINX, reason="nginx is not installed")


def test_only_places_change(tmp_path):
    """The rules that are tried are the rules that are deployed."""
    made = proxy_conf(tmp_path, "127.0.0.1", 8080, [8101, 8102, 8103])
    kept = {line for line in SAMPLE.read_text("utf-8").splitlines() if line.strip()}
    lost = {line.strip() for line in kept - set(made.splitlines())}
    assert lost == {
        "listen 80;",
        "server 127.0.0.1:8501 max_fails=0;",
        "server 127.0.0.1:8502 max_fails=0;",
    }
    assert made.count("    server 127.0.0.1:") == 3
    assert f"proxy_temp_path {tmp_path}/" in made


def test_a_sample_without_its_places_is_refused(tmp_path, monkeypatch):
    changed = tmp_path / "nginx.conf"
    changed.write_text(SAMPLE.read_text("utf-8").replace("listen 80;", "listen 81;"))
    monkeypatch.setattr(making, "SAMPLE", changed)
    with pytest.raises(SampleChanged, match="listen 80"):
        proxy_conf(tmp_path, "127.0.0.1", 8080, [8101])


def test_servers_may_stand_without_a_word_behind_them(tmp_path, monkeypatch):
    """The plainest of configurations ended in a traceback."""
    plain = tmp_path / "nginx.conf"
    plain.write_text(SAMPLE.read_text("utf-8").replace(":8501 max_fails=0;", ":8501;"))
    plain.write_text(plain.read_text("utf-8").replace(":8502 max_fails=0;", ":8502;"))
    monkeypatch.setattr(making, "SAMPLE", plain)
    made = proxy_conf(tmp_path, "127.0.0.1", 8080, [8101])
    assert "    server 127.0.0.1:8101;\n" in made


@needs_nginx
def test_nginx_takes_the_configuration(tmp_path):
    conf = tmp_path / "nginx.conf"
    conf.write_text(proxy_conf(tmp_path, "127.0.0.1", 8080, [8101, 8102]))
    command = [NGINX, "-t", "-e", "stderr", "-p", str(tmp_path), "-c", str(conf)]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "test is successful" in tried.stderr, tried.stderr
    assert "[warn]" not in tried.stderr


def test_without_nginx_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(NotStarted, match="apt install"), started(1):
        pass


@needs_nginx
@pytest.mark.skipif(not EDITION.exists(), reason="needs the assembled edition: make run makes it")
def test_readers_stay_with_their_replica_and_outlive_it():
    """One of two is killed: everybody is answered by the other."""
    with started(2) as running:
        first = _asked(running.url)
        assert "replica=" in first.headers["Set-Cookie"]
        cookie = first.headers["Set-Cookie"].partition(";")[0]
        assert _asked(running.url, Cookie=cookie).headers["Set-Cookie"] is None
        assert [_status(f"{running.url}{path}") for path in ("/metrics", "/_stcore/metrics")] == [
            404,
            404,
        ]
        running.servers[0].kill()
        assert {_asked(f"{running.url}/health").status for _ in range(8)} == {200}
        processes = [running.proxy, *running.servers]
    assert all(process.poll() is not None for process in processes)


def _asked(address: str, **headers: str) -> HTTPResponse:
    asking = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(asking, timeout=30) as answer:
        return answer


def _status(address: str) -> int:
    try:
        return _asked(address).status
    except urllib.error.HTTPError as refused:
        return refused.code
