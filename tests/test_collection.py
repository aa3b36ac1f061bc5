"""Every folder of tests is visited: pytest passes over some names in silence."""

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
