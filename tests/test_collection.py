"""Every folder of tests is visited, and what is made once for a file is made in one process.

pytest passes over some names in silence, and two versions that do not know each other part a file's
tests among the processes without a word: each then makes everything again.
"""

import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
FOLDERS = sorted({path.parent for path in TESTS.rglob("test_*.py")} - {TESTS})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(TESTS)))
def test_no_folder_of_tests_is_passed_over(folder, request):
    passed_over = request.config.getini("norecursedirs")
    names = folder.relative_to(TESTS).parts
    assert not [name for name in names if any(fnmatch(name, rule) for rule in passed_over)]


SHARING = """
import pytest

@pytest.fixture(scope="module")
def made_once():
    return object()

@pytest.mark.parametrize("n", range(6))
def test_shares(made_once, n):
    assert made_once
"""


def test_tests_that_share_what_is_made_once_stay_in_one_process(tmp_path):
    (tmp_path / "conftest.py").write_text((TESTS / "conftest.py").read_text("utf-8"), "utf-8")
    (tmp_path / "test_sharing.py").write_text(SHARING, "utf-8")
    switches = ["-v", "-n", "2", "--dist", "loadgroup", "-p", "no:cacheprovider"]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *switches, "--rootdir", str(tmp_path), str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    workers = re.findall(r"^\[(gw\d)\].*PASSED", ran.stdout, re.M)
    assert len(workers) == 6, ran.stdout
    assert len(set(workers)) == 1
