"""The lines of docs/programs.md, on a running dashboard: Python always, R where it is found."""

import re
import shutil
import subprocess
from contextlib import redirect_stdout
from io import StringIO

import pytest

from tests.browser.server import ROOT, Server

GUIDE = (ROOT / "docs" / "programs.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
R = re.findall(r"```r\n(.*?)```", GUIDE, re.DOTALL)
NEEDS_R = pytest.mark.skipif(
    shutil.which("Rscript") is None, reason="there is no Rscript (apt-get install r-base-core)"
)


def lines(block: str) -> int:
    return sum(map(bool, block.splitlines()))


def run_python(block: str, server: Server) -> tuple[dict[str, object], str]:
    made: dict[str, object] = {}
    with redirect_stdout(said := StringIO()):
        exec(block.replace("http://localhost:8501", server.url), made)
    return made, said.getvalue()


def run_r(block: str, server: Server, more: str = "") -> str:
    code = block.replace("http://localhost:8501", server.url) + more
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", code], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("blocks", [PYTHON, R], ids=["python", "r"])
def test_three_lines_each_and_a_regression_in_under_ten(blocks):
    assert [lines(one) for one in blocks[:2]] == [3, 3]
    assert lines(blocks[2]) < 10 and len(blocks) == 3


@pytest.mark.parametrize("block", PYTHON[:2], ids=["api", "file"])
def test_the_lines_of_python_run(block, server: Server):
    _, said = run_python(block, server)
    assert "recycling_rate" in GUIDE and len(said.splitlines()) > 10


@NEEDS_R
@pytest.mark.parametrize("block", R[:2], ids=["api", "file"])
def test_the_lines_of_r_run(block, server: Server):
    assert re.search(r"\d\d\.\d+", run_r(block, server))


def test_the_first_regression_runs_in_python(server: Server):
    made, _ = run_python(PYTHON[2], server)
    assert made["fit"]._N > 1_000


@NEEDS_R
def test_the_first_regression_is_the_same_in_r(server: Server):
    made, _ = run_python(PYTHON[2], server)
    told = run_r(R[2], server, '\ncat("\\n", format(coef(fit)["real_per_head_gbp"], digits = 12))')
    [ours] = made["fit"].coef()
    assert float(told.split()[-1]) == pytest.approx(ours, rel=1e-6)
