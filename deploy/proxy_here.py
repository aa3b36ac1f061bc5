"""The sample proxy's configuration made to run on this machine for anybody: no root, no /etc.

Only where it listens, what it stands before and where it writes are put in; every other line is
nginx.conf's own, so that what is tried here is what a host will run.
"""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

SAMPLE = Path(__file__).with_name("nginx.conf")
LISTEN = re.compile(r"listen 80;")
SERVERS = re.compile(r"(?:[ \t]*server 127\.0\.0\.1:\d+( [^;]*)?;\n)+")
# From this version of nginx on, HTTP/2 is said apart from the address.
HTTP2_ON = (1, 25, 1)
CERTIFICATE = (
    *("openssl", "req", "-x509", "-nodes", "-days", "30", "-subj", "/CN=localhost"),
    *("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
    *("-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
)
WHOLE = """\
# Made from deploy/nginx.conf.
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
worker_processes auto;
{user}events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{rules}
}}
"""


class SampleChanged(ValueError):
    """deploy/nginx.conf has no longer the one place that something is put into."""


def proxy_conf(
    folder: Path,
    host: str,
    port: int,
    replicas: Sequence[int],
    user: str | None = None,
    secure: str = "",
) -> str:
    """A whole configuration; `folder` is where nginx may write, `replicas` are ports.

    `user` is whom nginx's workers become, for root alone; `secure` is what `with_certificate` gave.
    Raises SampleChanged.
    """
    listen = f"listen {host}:{port} {secure}" if secure else f"listen {host}:{port};"
    rules = _put(LISTEN, listen, SAMPLE.read_text("utf-8"))
    found = SERVERS.search(rules)
    how = (found[1] or "") if found else ""
    servers = "".join(f"    server 127.0.0.1:{one}{how};\n" for one in replicas)
    rules = _put(SERVERS, servers, rules)
    return WHOLE.format(folder=folder, rules=rules, user=f"user {user};\n" if user else "")


def with_certificate(folder: Path, nginx: str) -> str:
    """HTTP/2 with a certificate that nobody has signed but we, made in `folder` by openssl.

    Raises OSError or subprocess.CalledProcessError where openssl is missing or refuses.
    """
    pem, key = folder / "here.pem", folder / "here.key"
    subprocess.run(
        [*CERTIFICATE, "-keyout", str(key), "-out", str(pem)], check=True, capture_output=True
    )
    told = subprocess.run([nginx, "-v"], capture_output=True, text=True, check=True).stderr
    version = re.search(r"nginx/(\d+)\.(\d+)\.(\d+)", told)
    later = version is not None and tuple(map(int, version.groups())) >= HTTP2_ON
    how = "ssl; http2 on;" if later else "ssl http2;"
    return f"{how} ssl_certificate {pem}; ssl_certificate_key {key};"


def _put(where: re.Pattern[str], words: str, text: str) -> str:
    changed, times = where.subn(lambda _: words, text)
    if times != 1:
        raise SampleChanged(f"deploy/nginx.conf has '{where.pattern}' {times} times, not once.")
    return changed
