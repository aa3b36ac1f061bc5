"""The dashboard as `make run` starts it, on a free port."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
STARTS_WITHIN_S = 60


class Server(NamedTuple):
    url: str
    log: Path

    def said(self) -> str:
        return self.log.read_text("utf-8", errors="replace")


@contextmanager
def running(database: Path | None = None) -> Iterator[Server]:
    """Start serve.py, on another database than the edition if one is given, and stop it afterwards.

    RuntimeError with its own words if it fails.
    """
    start = ["-m", "tests.browser.world_server", str(database)] if database else ["serve.py"]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "server.log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, *start, "--host", "127.0.0.1", "--port", "0"],
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=ROOT,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )
        try:
            yield Server(f"http://127.0.0.1:{_port(process, log)}", log)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _port(process: subprocess.Popen, log: Path) -> int:
    """Wait until the server has named the port it took."""
    deadline = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r" is at http://[^:]+:(\d+)", log.read_text("utf-8")):
            return int(found[1])
        time.sleep(0.05)
    raise RuntimeError(f"The server did not start. It said:\n{log.read_text('utf-8')}")
