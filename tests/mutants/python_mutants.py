"""Python source -> the same with one small change each: a comparison, a sign, a number."""

import ast
from collections.abc import Iterator
from typing import Any

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
# What is said or declared there changes no rule.
PASSED_OVER = (ast.Raise, ast.Assert, ast.JoinedStr, ast.Import, ast.ImportFrom)


def python_mutants(source: str) -> Iterator[tuple[str, str]]:
    """What was changed where, and the changed source, one mutant after the other."""
    for number in range(len(list(_places(ast.parse(source))))):
        tree = ast.parse(source)
        words = list(_places(tree))[number]()
        yield words, ast.unparse(ast.fix_missing_locations(tree))


def _places(tree: ast.AST) -> Iterator[Any]:
    """Deeds that each change the tree in one place and say how; in order of the source."""
    for node in _nodes(tree):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Compare):
            for at, operator in enumerate(node.ops):
                if type(operator) in SWAPPED:
                    yield _swap(line, node.ops, at)
        elif isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SWAPPED:
            yield _swap(line, node, "op")
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float, bool):
            yield _number(line, node)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
            yield _without(line, node)
        elif isinstance(node, ast.Name) and node.id in NAMES:
            yield _name(line, node)


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "decorator_list"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, PASSED_OVER):
                yield child
                yield from _nodes(child)


def _swap(line: int, holder: Any, at: Any) -> Any:
    def deed() -> str:
        old = holder[at] if isinstance(holder, list) else getattr(holder, at)
        new = SWAPPED[type(old)]()
        if isinstance(holder, list):
            holder[at] = new
        else:
            setattr(holder, at, new)
        return f"line {line}: {type(old).__name__} -> {type(new).__name__}"

    return deed


def _number(line: int, node: ast.Constant) -> Any:
    def deed() -> str:
        old: Any = node.value
        if isinstance(old, bool):
            node.value = not old
        else:
            node.value = old + 1 if isinstance(old, int) else (old * 1.2 or 0.1)
        return f"line {line}: {old} -> {node.value}"

    return deed


def _without(line: int, node: ast.UnaryOp) -> Any:
    def deed() -> str:
        name = type(node.op).__name__
        node.op = ast.UAdd() if isinstance(node.op, ast.USub) else node.op
        if isinstance(node.op, ast.Not):
            # Twice not: the truth of the operand.
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        return f"line {line}: without {name}"

    return deed


def _name(line: int, node: ast.Name) -> Any:
    def deed() -> str:
        old, node.id = node.id, NAMES[node.id]
        return f"line {line}: {old} -> {node.id}"

    return deed
