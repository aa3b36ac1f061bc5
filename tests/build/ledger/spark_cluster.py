"""A cluster of Spark's own kind on this machine: a master, and two workers in processes."""

import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STARTS_WITHIN_S = 120
EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend"
# Small: tests run beside others. The heap of the cluster's own processes, not of what they do.
MEMORY = {"SPARK_DAEMON_MEMORY": "256m", "SPARK_LOCAL_IP": "127.0.0.1"}


def is_installed() -> bool:
    """Whether there are Spark and a Java."""
    return bool(importlib.util.find_spec("pyspark") and shutil.which("java"))


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[str]:
    """Give the address of a cluster that ends with the ``with``."""
    port = _free_port()
    address = f"spark://127.0.0.1:{port}"
    class_of = "org.apache.spark.deploy."
    started = [
        _started(folder, f"{class_of}master.Master", "--host", "127.0.0.1", "--port", str(port))
    ]
    try:
        _wait(folder / "log-0.txt", "ALIVE")
        for number in range(1, workers + 1):
            place = folder / f"worker-{number}"
            options = ["--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "-d", str(place)]
            started.append(
                _started(folder, f"{class_of}worker.Worker", *options, address, number=number)
            )
        for number in range(1, workers + 1):
            _wait(folder / f"log-{number}.txt", "Successfully registered")
        yield address
    finally:
        for one in reversed(started):
            one.terminate()
        for one in started:
            one.wait()


def kill_an_executor(folder: Path) -> int:
    """End, as kill -9 does, a process that runs tasks for the cluster of ``folder``.

    Gives its number. It is known by where it works: no other cluster's is looked at.
    """
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().decode(errors="replace").split("\0")
            works_in = (place / "cwd").readlink()
        except OSError:
            continue
        if EXECUTOR in words and works_in.is_relative_to(folder.resolve()):
            os.kill(int(place.name), signal.SIGKILL)
            return int(place.name)
    raise AssertionError("no worker runs tasks")


def _started(folder: Path, *command: str, number: int = 0) -> subprocess.Popen[bytes]:
    import pyspark

    home = Path(pyspark.__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"log-{number}.txt").open("wb") as log:
        return subprocess.Popen(
            [home / "bin" / "spark-class", *command],
            env=os.environ | MEMORY | {"SPARK_HOME": str(home)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _wait(log: Path, words: str) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while not re.search(words, log.read_text("utf-8", errors="replace")):
        if time.monotonic() > until:
            raise AssertionError(f"{log.name}: {log.read_text('utf-8')[-500:]}")
        time.sleep(0.5)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
