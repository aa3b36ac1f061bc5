"""docs/adding.md, "Another level of confidence", followed in a copy of the inference."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from tests.own_code import ROOT

LINE = re.compile(r"^LEVEL = .*$", re.M)
RECIPE = re.compile(r"```python\n# (\S+): the line that says it\n(LEVEL = \S+)\n```")
ASKED = """
import json
import numpy as np, polars as pl
from inference.comparison.level import LEVEL_WORDS, PUBLISHED_Z, Z
from inference.comparison.rank_interval import rank_intervals
from inference.comparison.scale import Scale
from inference.comparison.word import words
from inference.funnel.limits import chance_limits
from inference.intervals import wilson

gaps = [1.5, 1.8, 2.2, 2.8]
beside = pl.DataFrame({
    "gap": gaps, "error": 1.0, "median_error": 0.0, "tau": 0.0, "left_out_because": None,
    "joint": False, "peers_n": 20, "funnel_place": "above",
}, schema_overrides={"left_out_because": pl.String})
low, high = chance_limits(Scale("arcsine", 100), 30.0, np.array([500.0]), Z)
value = np.arange(30.0)
best, worst = rank_intervals(value, value - 3, value + 3)
print(json.dumps({
    "words": words(beside, polarity="higher", describes="council", graded=False)["word"].to_list(),
    "funnel": float(high[0] - low[0]),
    "ranks": float((worst - best).mean()),
    "said": LEVEL_WORDS,
    "published_z": PUBLISHED_Z,
    "wilson": [float(end[0]) for end in wilson(30, 100)],
}))
"""


@pytest.fixture(scope="module")
def at(tmp_path_factory):
    """line of level.py -> what the copy says with it."""

    def answers(line: str) -> dict:
        folder = tmp_path_factory.mktemp("level")
        kept = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "inference", folder / "inference", ignore=kept)
        path = folder / "inference" / "comparison" / "level.py"
        text, changed = LINE.subn(line, path.read_text("utf-8"))
        assert changed == 1
        path.write_text(text, "utf-8")
        asked = [sys.executable, "-c", ASKED]
        found = subprocess.run(asked, cwd=folder, capture_output=True, text=True, check=True)
        return json.loads(found.stdout)

    lines = {"usual": "LEVEL = 0.95", "wide": recipe(), "narrow": "LEVEL = 0.9"}
    return {name: answers(line) for name, line in lines.items()}


def recipe() -> str:
    path, line = RECIPE.search((ROOT / "docs" / "adding.md").read_text("utf-8")).groups()
    assert path == "inference/comparison/level.py"
    return line


def test_the_words_follow_the_level(at):
    """1.645, 1.96 and 2.576 errors."""
    assert at["narrow"]["words"] == ["similar", "better", "better", "better"]
    assert at["usual"]["words"] == ["similar", "similar", "better", "better"]
    assert at["wide"]["words"] == ["similar", "similar", "similar", "better"]


@pytest.mark.parametrize("kind", ["funnel", "ranks"])
def test_limits_widen_with_the_level(at, kind):
    assert at["narrow"][kind] < at["usual"][kind] < at["wide"][kind]


def test_sentences_say_the_level(at):
    assert [at[name]["said"] for name in ("narrow", "usual", "wide")] == ["90%", "95%", "99%"]


def test_what_is_published_stays_at_its_own_level(at):
    for kind in ("published_z", "wilson"):
        assert at["narrow"][kind] == at["usual"][kind] == at["wide"][kind]


def test_the_level_is_said_nowhere_else():
    """No module of the inference has a normal or t quantile of its own at 95%."""
    number = re.compile(r"(?<![\d.])(0\.975|1\.96|1\.95996\d*|0\.025)(?!\d)")
    for path in (ROOT / "inference").rglob("*.py"):
        code = re.sub(r'"""(.*?)"""|#.*', "", path.read_text("utf-8"), flags=re.S)
        code = "\n".join(re.sub(r"#.*", "", line) for line in code.splitlines())
        assert not number.search(code), path
