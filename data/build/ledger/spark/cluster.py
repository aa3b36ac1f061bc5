"""The one module that knows Apache Spark: jobs as tasks, with progress, and one wide sort."""

import os
import re
import shutil
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any, Self, TypeVar

import pyarrow as pa

from data.build import paths
from data.build.ledger.engines import ClusterFailed, Engine, NoSpark
from data.build.ledger.spark.tasks import write_sorted

JobT = TypeVar("JobT")
DoneT = TypeVar("DoneT")
Say = Callable[[str], None]

# A task whose worker was killed is given to another, so often.
ATTEMPTS = 4
TELL_EVERY_S = 15.0
# Tasks of one stage: enough to share out evenly, few enough for the driver to keep account of.
MOST_TASKS = 10_000
ROWS_AT_ONCE = 61_440
LOOPBACK = re.compile(r"local\b|spark://(localhost|127\.)")
# Each may be set otherwise by hand. A worker's Python works beside its Java: two
# threads of Polars in each of two workers would be four on two cores.
SETTINGS = {
    "spark.driver.memory": "1g",
    "spark.executor.memory": "1g",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.task.maxFailures": str(ATTEMPTS),
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(ROWS_AT_ONCE),
    "spark.executorEnv.POLARS_MAX_THREADS": "1",
}
LAST_WORDS = re.compile(r"^(?:\w+\.)*(\w+(?:Error|Exception|Code)): (.+)$", re.M)


class Cluster:
    """A session with a cluster, for the length of a ``with``."""

    def __init__(self, engine: Engine, say: Say) -> None:
        self.master, self.say = engine.master(ATTEMPTS), say
        self._settings = SETTINGS | engine.set_by_hand()

    def __enter__(self) -> Self:
        self._session = _session(self.master, self._settings)
        return self

    def __exit__(self, *_: object) -> None:
        self._session.stop()

    def run(self, what: str, task: Callable[[JobT], DoneT], jobs: list[JobT]) -> list[DoneT]:
        """Do every job as a task of its own, in no order. Raises ClusterFailed."""
        if not jobs:
            return []
        context = self._session.sparkContext
        shared = context.parallelize(jobs, min(len(jobs), MOST_TASKS)).map(task)
        return self._watched(what, shared.collect)

    def sort(self, source: Path, target: Path, order: list[str], parts: int) -> int:
        """Write the rows below ``source`` in another order, one file a range of its first column.

        Gives the number of rows. Nothing comes last, as in DuckDB's order.
        """
        from pyspark.sql import functions as column

        frame = self._session.read.option("recursiveFileLookup", "true").parquet(source.as_uri())
        ranged = frame.repartitionByRange(parts, order[0]).sortWithinPartitions(
            *(column.col(name).asc_nulls_last() for name in order)
        )
        written = ranged.mapInArrow(_writer(target), "payments BIGINT")
        rows = self._watched("Sorting by supplier", written.collect)
        return sum(row["payments"] for row in rows)

    def _watched(self, what: str, action: Callable[[], list[Any]]) -> list[Any]:
        """Run an action and say every few seconds how far it is."""
        context = self._session.sparkContext

        def act() -> list[Any]:
            context.setJobGroup(what, what)
            return action()

        with ThreadPoolExecutor(1) as pool:
            running = pool.submit(act)
            last = ""
            while not wait([running], TELL_EVERY_S).done:
                if (words := self._progress(what)) != last:
                    self.say(f"{what}: {words}")
                    last = words
            return _result(what, running)

    def _progress(self, group: str) -> str:
        tracker = self._session.sparkContext.statusTracker()
        jobs = [tracker.getJobInfo(one) for one in tracker.getJobIdsForGroup(group)]
        stages = [tracker.getStageInfo(one) for job in jobs if job for one in job.stageIds]
        known = [one for one in stages if one and one.numTasks]
        done = sum(one.numCompletedTasks for one in known)
        failed = sum(one.numFailedTasks for one in known)
        again = f", {failed:,} tried again" if failed else ""
        return f"{done:,} of {sum(one.numTasks for one in known):,} parts{again}"


def _session(master: str, settings: dict[str, str]) -> Any:
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise NoSpark(
            "Spark needs Java 17 or later: on Debian, apt install openjdk-17-jre-headless."
        )
    try:
        from pyspark import SparkConf
        from pyspark.sql import SparkSession
    except ImportError:
        raise NoSpark(
            "Spark is not installed: python -m pip install -r requirements-spark.txt."
        ) from None
    # It warns of every release of pandas from 3.0 on; frames of pandas are not used here.
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
    # Workers run this Python, and find the project where the driver has it.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = SparkConf()
    for name, value in settings.items():
        conf.set(name, value)
    conf.setIfMissing("spark.executorEnv.PYTHONPATH", str(paths.DATA.parent))
    if LOOPBACK.match(master):
        conf.setIfMissing("spark.driver.host", "127.0.0.1")
        conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1")
    builder = SparkSession.builder.master(master).appName("Public Pound ledger")
    session = builder.config(conf=conf).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _writer(target: Path) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def write(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from pyspark import TaskContext

        part = TaskContext.get().partitionId()
        payments = write_sorted(batches, target / f"part-{part:05}.parquet")
        yield pa.RecordBatch.from_pydict({"payments": [payments]})

    return write


def _result(what: str, running: Future[list[Any]]) -> list[Any]:
    try:
        return running.result()
    except Exception as error:
        # Java's exceptions have no type of ours; their last words are the worker's.
        found = LAST_WORDS.findall(str(error))
        words = found[-1][1] if found else str(error).partition("\n")[0]
        raise ClusterFailed(
            f"{what}: a part failed {ATTEMPTS} times, at last with: {words.strip()} "
            "What was finished is kept: run the same command again."
        ) from error
