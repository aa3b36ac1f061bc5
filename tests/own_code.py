"""The project's own files and what its Python imports and says, for tests that read the code."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Module(NamedTuple):
    path: Path
    tree: ast.Module

    @property
    def part(self) -> str:
        return self.path.relative_to(ROOT).parts[0].removesuffix(".py")

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()


def tracked() -> list[Path]:
    """Files of the project: what git follows or would follow."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return sorted({ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()})


FILES = tracked()
MODULES = [
    Module(path, ast.parse(path.read_text("utf-8")))
    for path in FILES
    if path.suffix == ".py" and path.relative_to(ROOT).parts[0] != "tests"
]


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module imported anywhere, also inside a function: `polars`, `queries.header`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def texts(tree: ast.Module) -> Iterator[str]:
    """String constants, the plain parts of f-strings among them, without docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def of(*parts: str) -> list[Module]:
    return [m for m in MODULES if m.path.relative_to(ROOT).parts[0] in parts]
