"""What the code imports is pinned, once and exactly, so that a later clone runs what was tested."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.own_code import MODULES, ROOT, imports

# Imported where a cluster builds the payments, and by no installation that does not ask for it.
ON_SPARK = {"pyspark"}


def pinned(name: str) -> list[str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "requirements-spark.txt"]
)
def test_pins_are_exact_and_sorted(name):
    lines = pinned(name)
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9][\w.]*", line)] == []
    assert lines == sorted(lines)


def test_the_project_declares_the_same_pins():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert declared["project"]["dependencies"] == pinned("requirements.txt")
    assert declared["dependency-groups"]["dev"] == pinned("requirements-dev.txt")


def test_the_lock_holds_the_pins_with_their_hashes_and_no_address():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    locked = re.findall(
        r"^([a-z0-9._-]+==[^\s;]+)[^\n]*\\\n +--hash=sha256:[0-9a-f]{64}", text, re.M
    )
    every = re.findall(r"^([a-z0-9._-]+==[^\s;]+)", text, re.M)
    assert set(pinned("requirements.txt") + pinned("requirements-dev.txt")) <= set(locked)
    assert locked == every, "a package without a hash"
    assert "://" not in text


def test_the_newest_release_is_the_projects_version():
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    version, date = re.findall(r"^## (\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d)$", changes, re.M)[0]
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert (declared["project"]["version"], len(date)) == (version, 10)


def test_every_imported_library_is_pinned():
    allowed = {line.split("==")[0] for line in pinned("requirements.txt")}
    for_tests = allowed | {line.split("==")[0] for line in pinned("requirements-dev.txt")}
    own = {module.part for module in MODULES} | {"tests"}
    distributions = packages_distributions()
    missing = set()
    for module in MODULES:
        for name in {name.split(".")[0] for name in imports(module.tree)} - own:
            if name in sys.stdlib_module_names:
                continue
            names = {d.lower().replace("_", "-") for d in distributions.get(name, [name])}
            if not names & (for_tests if module.part == "benchmarks" else allowed | ON_SPARK):
                missing.add(f"{module.name} imports {name}")
    assert missing == set()
