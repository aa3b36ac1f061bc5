"""The first regression of docs/council_panel.md, from the API of a running dashboard."""

import re
from contextlib import redirect_stdout
from io import StringIO

from tests.browser.server import ROOT, Server

GUIDE = ROOT / "docs" / "council_panel.md"


def test_the_first_regression_runs_in_under_ten_lines(server: Server):
    (block,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert len([line for line in block.splitlines() if line.strip()]) < 10
    made: dict[str, object] = {}
    with redirect_stdout(StringIO()):
        exec(block.replace("http://localhost:8501", server.url), made)
    assert made["fit"]._N > 1_000
