"""Generates mutants: every small change of a module that a test should detect."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FLIPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}
# Annotations are checked by mypy, decorators and imports by Python itself.
_SKIPPED = {"annotation", "returns", "decorator_list"}
_DROPPED = (ast.AugAssign, ast.Raise, ast.Continue, ast.Break)


@dataclass(frozen=True)
class Mutant:
    """A mutation: module path (in the project), index within the module, line and description."""

    module: str
    place: int
    line: int
    what: str

    @property
    def package(self) -> str:
        """The package of the module."""
        return Path(self.module).parts[1]

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.what}"


@dataclass(frozen=True)
class _Change:
    what: str
    line: int
    parent: ast.AST
    field: str
    at: int | None
    new: ast.AST

    def make(self) -> None:
        if self.at is None:
            setattr(self.parent, self.field, self.new)
        else:
            getattr(self.parent, self.field)[self.at] = self.new


def mutants(root: Path, module: str) -> list[Mutant]:
    """Every mutant of one module."""
    tree = ast.parse((root / module).read_text(encoding="utf-8"))
    return [
        Mutant(module, place, change.line, change.what)
        for place, change in enumerate(_changes(tree))
    ]


def changed_code(root: Path, mutant: Mutant) -> str:
    """The source of the module with the mutation applied."""
    tree = ast.parse((root / mutant.module).read_text(encoding="utf-8"))
    list(_changes(tree))[mutant.place].make()
    return ast.unparse(ast.fix_missing_locations(tree))


def _changes(tree: ast.AST) -> Iterator[_Change]:
    types = {id(part) for node in ast.walk(tree) for part in _parts_of_types(node)}
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if field in _SKIPPED:
                continue
            children = value if isinstance(value, list) else [value]
            for position, child in enumerate(children):
                if not isinstance(child, ast.AST) or id(child) in types:
                    continue
                line = getattr(child, "lineno", getattr(parent, "lineno", 0))
                for what, new in _replacements(parent, field, child):
                    index = position if isinstance(value, list) else None
                    yield _Change(what, line, parent, field, index, new)


def _parts_of_types(node: ast.AST) -> Iterator[ast.AST]:
    """What only mypy reads: the values of a `Literal`, and the type that something is cast to."""
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
        yield from ast.walk(node.slice)
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "cast":
        yield from ast.walk(node.args[0])


def _replacements(parent: ast.AST, field: str, child: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """The possible replacements of a node, with descriptions."""
    if type(child) in _FLIPPED:
        new = _FLIPPED[type(child)]
        yield f"{type(child).__name__} → {new.__name__}", new()
    elif isinstance(child, ast.Constant) and not isinstance(parent, ast.Expr):
        yield from _other_constants(child)
    elif isinstance(child, ast.UnaryOp) and isinstance(child.op, ast.Not):
        yield "not dropped", child.operand
    elif isinstance(child, _DROPPED) or _is_call(child):
        yield f"dropped: {ast.unparse(child)[:60]}", ast.Pass()
    elif isinstance(child, ast.Return) and not _is_none(child.value):
        yield f"returns None: {ast.unparse(child)[:60]}", ast.Return(ast.Constant(None))
    if field in ("test", "ifs") and isinstance(child, (ast.Name, ast.Attribute, ast.Call)):
        yield f"negated: {ast.unparse(child)[:60]}", ast.UnaryOp(ast.Not(), child)


def _other_constants(child: ast.Constant) -> Iterator[tuple[str, ast.AST]]:
    value = child.value
    if isinstance(value, bool):
        yield f"{value} → {not value}", ast.Constant(not value)
    elif isinstance(value, (int, float)):
        yield f"{value} → {value + 1}", ast.Constant(value + 1)
    elif isinstance(value, str) and value:
        yield f"{value[:40]!r} emptied", ast.Constant("")


def _is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)


def _is_none(value: ast.expr | None) -> bool:
    return value is None or (isinstance(value, ast.Constant) and value.value is None)
