"""What the code imports is pinned, once and exactly, so that a later clone runs what was tested."""

import re
import sys
from importlib.metadata import packages_distributions

import pytest

from tests.own_code import MODULES, ROOT, imports


def pinned(name: str) -> list[str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_pins_are_exact_and_sorted(name):
    lines = pinned(name)
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9][\w.]*", line)] == []
    assert lines == sorted(lines)


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
            if not names & (for_tests if module.part == "benchmarks" else allowed):
                missing.add(f"{module.name} imports {name}")
    assert missing == set()
