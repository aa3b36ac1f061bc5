"""Several servers behind nginx on this machine: `make replicas N=2`, or python -m deploy.replicas.

For tests and demonstrations, with the rules of deploy/nginx.conf. Ends with Ctrl+C, and when one of
its processes ends by itself.
"""

import argparse
import getpass
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from deploy.proxy_here import SampleChanged, proxy_conf, with_certificate

ROOT = Path(__file__).parents[1]
MOST = 16
STARTS_WITHIN_S = 120.0
ENDS_WITHIN_S = 10.0
# Whether the certificate that was made here is one to be trusted is not what is looked for.
ANYBODY = ssl._create_unverified_context()
NGINX = "nginx is not installed. On Debian or Ubuntu: apt install nginx-light"


class NotStarted(RuntimeError):
    """nginx is not there, or one of the processes did not answer in time."""


class Replicas(NamedTuple):
    """`port` is the proxy's; `servers` answer on `ports` of their own."""

    port: int
    proxy: subprocess.Popen[bytes]
    servers: list[subprocess.Popen[bytes]]
    ports: list[int]
    scheme: str = "http"

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"


def main() -> None:
    options = _options()
    # Both end it in order, also where a shell that starts it beside others ignores Ctrl+C.
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, signal.default_int_handler)
    try:
        with started(options.number, options.port, options.host, https=options.https) as running:
            ports = ", ".join(map(str, running.ports))
            print(f"{options.number} replicas (ports {ports}) are at {running.url}", flush=True)
            print("Ctrl+C stops them.", flush=True)
            _until_one_ends(running)
    except (NotStarted, SampleChanged) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        print("Stopped.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Serve from several processes behind nginx.")
    parser.add_argument("number", type=int, choices=range(1, MOST + 1), metavar="N", help="servers")
    parser.add_argument("--port", type=int, default=8080, help="of the proxy; 0 for any free one")
    parser.add_argument("--host", default="127.0.0.1", help="address that the proxy listens on")
    parser.add_argument(
        "--https", action="store_true", help="HTTP/2, with a certificate that only this one signed"
    )
    return parser.parse_args()


@contextmanager
def started(
    number: int,
    port: int = 0,
    host: str = "127.0.0.1",
    *,
    https: bool = False,
    roots: Sequence[Path] = (),
) -> Iterator[Replicas]:
    """`number` servers and the proxy before them, all answering. Raises NotStarted.

    `roots` are checkouts, one for each server, where they are not all this one.
    """
    nginx = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    if not nginx:
        raise NotStarted(NGINX)
    ports = _free_ports(number + 1)
    port, ports = port or ports[0], ports[1:]
    scheme = "https" if https else "http"
    with tempfile.TemporaryDirectory(prefix="replicas-") as name, ExitStack() as stack:
        folder = Path(name)
        secure = _certified(folder, nginx) if https else ""
        places = roots or [ROOT] * number
        servers = [
            stack.enter_context(_process(serve(one), place))
            for one, place in zip(ports, places, strict=True)
        ]
        conf = folder / "nginx.conf"
        user = getpass.getuser() if os.geteuid() == 0 else None
        conf.write_text(proxy_conf(folder, host, port, ports, user, secure))
        for one, process in zip(ports, servers, strict=True):
            wait_for(f"http://127.0.0.1:{one}/health", process, f"The server on port {one}")
        command = [nginx, "-e", "stderr", "-p", name, "-c", str(conf)]
        proxy = stack.enter_context(_process(command))
        wait_for(f"{scheme}://{host}:{port}/health", proxy, f"nginx on port {port}")
        yield Replicas(port, proxy, servers, ports, scheme)


def _certified(folder: Path, nginx: str) -> str:
    try:
        return with_certificate(folder, nginx)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotStarted(f"No certificate could be made with openssl: {error}") from None


def serve(port: int) -> list[str]:
    return [sys.executable, "serve.py", "--host", "127.0.0.1", "--port", str(port)]


@contextmanager
def _process(command: list[str], root: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    # In a group of its own: Ctrl+C comes to us alone, and we end the others in order.
    process = subprocess.Popen(command, cwd=root, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(address: str, process: subprocess.Popen[bytes], who: str) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_S
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=10, context=ANYBODY) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise NotStarted(f"{who} did not start; what it said stands above.")


def _free_ports(number: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def _until_one_ends(running: Replicas) -> None:
    every = [running.proxy, *running.servers]
    while all(process.poll() is None for process in every):
        time.sleep(0.5)
    raise NotStarted("One of the processes ended by itself; the others are stopped.")


if __name__ == "__main__":
    main()
