"""A cluster with two workers makes the dataset that the local build makes, row for row.

Long: a real sample of councils' files and a worker that is killed (PUBLIC_POUND_LONG=1). It needs
requirements-spark.txt and a Java.
"""

import os
import threading
import time
from pathlib import Path

import pytest

from data.build.ledger.command import run
from data.build.ledger.comparing import differences
from data.build.ledger.engines import ClusterFailed, Engine
from tests.build.ledger.spark_cluster import cluster, is_installed, kill_an_executor

MIRROR = Path(os.environ.get("PUBLIC_POUND_MIRROR") or "absent")
SAMPLE = ["isles-of-scilly", "exeter", "oldham", "chelmsford", "hillingdon", "slough"]
KILLED_AFTER = 8
SMALL = ("spark.executor.memory=512m", "spark.driver.memory=512m")
pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("PUBLIC_POUND_LONG"), reason="PUBLIC_POUND_LONG is not set"
    ),
    pytest.mark.skipif(not is_installed(), reason="no Spark: requirements-spark.txt, and a Java"),
    pytest.mark.skipif(
        not (MIRROR / "payments" / "truth.csv").exists(),
        reason="PUBLIC_POUND_MIRROR names no mirror with payments/truth.csv",
    ),
]


def made(folder: Path, engine: Engine) -> tuple[Path, list[str]]:
    """Build the sample; give its folder and what was said."""
    said: list[str] = []
    run(MIRROR, folder, SAMPLE, engine, False, said.append)
    return folder, said


@pytest.fixture(scope="module")
def local(tmp_path_factory) -> Path:
    return made(tmp_path_factory.mktemp("local") / "whole", Engine())[0]


def accounts_in(folder: Path) -> dict[Path, int]:
    """Files that are read, and when."""
    found = folder.with_name(folder.name + ".parts").glob("*/read/*.account.json")
    return {path: path.stat().st_mtime_ns for path in found}


def test_a_worker_is_killed_and_the_dataset_is_the_local_one(local: Path, tmp_path: Path):
    killed: list[int] = []

    def kill_later() -> None:
        while len(accounts_in(tmp_path / "whole")) < KILLED_AFTER:
            time.sleep(0.2)
        killed.append(kill_an_executor(tmp_path / "cluster"))

    with cluster(tmp_path / "cluster") as address:
        threading.Thread(target=kill_later, daemon=True).start()
        whole, said = made(tmp_path / "whole", Engine(address, settings=SMALL))
    assert killed
    assert any(line.startswith("Reading: ") for line in said), "no progress was shown"
    assert differences(local, whole) == []
    assert not whole.with_name("whole.parts").exists()


def test_a_build_that_is_cut_off_reads_no_file_twice(local: Path, tmp_path: Path, monkeypatch):
    from data.build.ledger.spark import making

    def cut_off(*_):
        raise ClusterFailed("cut off")

    monkeypatch.setattr(making, "resolve_names", cut_off)
    with pytest.raises(ClusterFailed):
        made(tmp_path / "whole", Engine("spark", settings=SMALL))
    before = accounts_in(tmp_path / "whole")
    assert before
    monkeypatch.undo()
    # One is missing, as of a task that was cut off.
    missing = min(before)
    missing.unlink()
    seen: dict[Path, int] = {}
    gather = making._gather

    def gathered(*given) -> None:
        seen.update(accounts_in(tmp_path / "whole"))
        gather(*given)

    monkeypatch.setattr(making, "_gather", gathered)
    whole, said = made(tmp_path / "whole", Engine("spark", settings=SMALL))
    assert {path for path, time in seen.items() if time != before[path]} == {missing}
    assert any(f", {len(before) - 1:,} of them before" in line for line in said)
    assert differences(local, whole) == []
