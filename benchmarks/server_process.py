"""Start the real server, or the same server around an empty page, as processes of their own."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from benchmarks import ROOT

STARTS_WITHIN_S = 60


class Serving(NamedTuple):
    """`log` is what it writes."""

    port: int
    process: subprocess.Popen
    log: BinaryIO

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        size = os.fstat(self.log.fileno()).st_size
        return os.pread(self.log.fileno(), size, 0).decode(errors="replace")

    @property
    def memory_mb(self) -> float:
        return memory_mb(self.process.pid)

    @property
    def processor_seconds(self) -> float:
        return processor_seconds(self.process.pid)


class Together(NamedTuple):
    """Several processes that readers meet at one port."""

    port: int
    pids: tuple[int, ...]

    @property
    def memory_mb(self) -> float:
        return sum(map(memory_mb, self.pids))

    @property
    def processor_seconds(self) -> float:
        return sum(map(processor_seconds, self.pids))


def memory_mb(pid: int) -> float:
    """Resident memory of a process now (Linux), 0.0 where that cannot be read."""
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


def processor_seconds(pid: int) -> float:
    """Processor time of a process until now, all threads (Linux), 0.0 elsewhere."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    # After the name, which may hold blanks: the 14th and 15th field of the whole line.
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(script: Path = ROOT / "app.py", root: Path = ROOT) -> Iterator[Serving]:
    """Serve `script` exactly as serve.py of the checkout `root` serves the dashboard."""
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "serve.py", "--port", "0", "--script", str(script)],
            cwd=root,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        try:
            yield Serving(_port(process, log), process, log)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _port(process: subprocess.Popen, log) -> int:
    deadline = time.monotonic() + STARTS_WITHIN_S
    said = ""
    while time.monotonic() < deadline and process.poll() is None:
        said = os.pread(log.fileno(), 100_000, 0).decode(errors="replace")
        if found := re.search(r" is at http://[^:]+:(\d+)", said):
            return int(found[1])
        time.sleep(0.01)
    raise RuntimeError(f"The server did not start. It said:\n{said}")
