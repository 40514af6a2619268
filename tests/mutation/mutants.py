"""The faults: operators, comparisons, conditions, constants and results changed one at a time in a module's syntax tree."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import CodeType
from typing import Any

from attrs import frozen

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
# What says nothing about the behaviour: types, defaults that a caller may give, and the wording of errors.
_SILENT = (ast.Import, ast.ImportFrom, ast.Raise, ast.Assert, ast.arguments)
_SILENT_FIELDS = frozenset({"annotation", "returns", "decorator_list", "format_spec"})
_MOST_SHOWN = 90


@frozen
class Mutant:
    """One fault: the ``number``-th of ``path``; ``where`` is the function ("Class.method", or "" for a constant of the module).

    ``line`` is where it stands today; :attr:`key` names it without lines, so that a list of keys outlives other edits.
    """

    path: Path
    number: int
    where: str
    line: int
    before: str
    after: str
    nth: int

    @property
    def key(self) -> str:
        """ "names.py similarity: a < b -> a <= b", with "#2" behind the second of its kind in one function."""
        again = f" #{self.nth}" if self.nth > 1 else ""
        return f"{self.path.name} {self.where or '(module)'}: {self.before} -> {self.after}{again}"


@frozen
class _Place:
    """One field of a node (or one element of a list) with what is put there, and how it reads."""

    owner: ast.AST
    field: str
    at: int | None
    new: object
    show: Callable[[], str]
    line: int

    def change(self, value: object) -> object:
        """Put ``value`` there; gives back what stood there."""
        held: Any = getattr(self.owner, self.field)
        if self.at is None:
            setattr(self.owner, self.field, value)
            return held
        held[self.at], old = value, held[self.at]
        return old


def mutants(path: Path) -> tuple[Mutant, ...]:
    """All faults of a module in the order of its text."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for number, (where, place) in enumerate(_places(ast.parse(path.read_text(encoding="utf-8")))):
        before = place.show()
        old = place.change(place.new)
        after = place.show()
        place.change(old)
        seen[where, before, after] += 1
        found.append(Mutant(path, number, where, place.line, before, after, seen[where, before, after]))
    return tuple(found)


def code_of(mutant: Mutant) -> CodeType:
    """The code of the function with the fault in it, or of the statement of the module."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    place = next(place for number, (_, place) in enumerate(_places(tree)) if number == mutant.number)
    place.change(place.new)
    ast.fix_missing_locations(tree)
    if mutant.where == "":
        statement = next(s for s in tree.body if s.lineno <= mutant.line <= (s.end_lineno or s.lineno))
        return compile(ast.Module([statement], []), str(mutant.path), "exec")
    code = compile(tree, str(mutant.path), "exec")
    for name in mutant.where.split("."):
        code = next(c for c in code.co_consts if isinstance(c, CodeType) and c.co_name == name)
    return code


def _places(tree: ast.Module) -> Iterator[tuple[str, _Place]]:
    """Every place that can be changed, with the function in which it lies."""
    for statement in tree.body:
        for where, part in _parts(statement):
            for node, parent in _walk(part, None):
                yield from ((where, place) for place in _changes(node, parent))


def _parts(statement: ast.stmt) -> Iterator[tuple[str, ast.AST]]:
    """What runs in a statement of the module: bodies of functions and methods, and values of constants."""
    match statement:
        case ast.FunctionDef():
            yield from ((statement.name, part) for part in statement.body)
        case ast.ClassDef():
            for inner in statement.body:
                if isinstance(inner, ast.FunctionDef):
                    yield from ((f"{statement.name}.{inner.name}", part) for part in inner.body)
        case ast.Assign(value=ast.Call(func=ast.Name("TypeVar" | "ParamSpec"))):
            return
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            yield "", value


def _walk(node: ast.AST, parent: ast.AST | None) -> Iterator[tuple[ast.AST, ast.AST | None]]:
    """The node and what lies in it in the order of the text, each with what it lies in."""
    if isinstance(node, _SILENT) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        return
    yield node, parent
    for field, value in ast.iter_fields(node):
        if field in _SILENT_FIELDS:
            continue
        children = value if isinstance(value, list) else [value]
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "cast"
            and field == "args"
        ):
            children = children[1:]  # the first is a type
        for child in children:
            if isinstance(child, ast.AST):
                yield from _walk(child, node)


def _changes(node: ast.AST, parent: ast.AST | None) -> Iterator[_Place]:
    line = getattr(node, "lineno", 0)
    show = partial(_short, node)
    match node:
        case ast.Compare():
            for at, operator in enumerate(node.ops):
                if type(operator) in _COMPARE:
                    yield _Place(node, "ops", at, _COMPARE[type(operator)](), show, line)
        case ast.BoolOp():
            yield _Place(node, "op", None, ast.And() if isinstance(node.op, ast.Or) else ast.Or(), show, line)
        case ast.BinOp() | ast.AugAssign() if type(node.op) in _BINARY:
            yield _Place(node, "op", None, _BINARY[type(node.op)](), show, line)
        case ast.UnaryOp(op=ast.Not()):
            yield _Place(node, "operand", None, ast.UnaryOp(ast.Not(), node.operand), show, line)
        case ast.UnaryOp(op=ast.USub()):
            yield _Place(node, "op", None, ast.UAdd(), show, line)
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield _Place(node, "value", None, ast.Constant(None), show, line)
        case ast.Constant():
            other = _other(node.value)
            if other is not None:
                show = partial(_within, parent, node)
                yield _Place(node, "value", None, other, show, line)
        case _:
            yield from _conditions(node)


def _conditions(node: ast.AST) -> Iterator[_Place]:
    """Conditions turned round; a comparison or a negation has a change of its own."""
    told = ast.Compare | ast.UnaryOp
    match node:
        case ast.If() | ast.While() | ast.IfExp() if not isinstance(node.test, told):
            new = ast.UnaryOp(ast.Not(), node.test)
            yield _Place(node, "test", None, new, lambda: f"if {_short(node.test)}", node.test.lineno)
        case ast.comprehension():
            for at, test in enumerate(node.ifs):
                if not isinstance(test, told):
                    shown = partial(lambda n, i: f"if {_short(n.ifs[i])}", node, at)
                    yield _Place(node, "ifs", at, ast.UnaryOp(ast.Not(), test), shown, test.lineno)


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= _MOST_SHOWN else f"{text[:60]}...{text[-27:]}"


def _within(parent: ast.AST | None, node: ast.AST) -> str:
    """A constant in what it lies in: of a display of many only the item, with the key before it."""
    if isinstance(parent, ast.Dict):
        return next(
            f"{_short(k)}: {_short(v)}" for k, v in zip(parent.keys, parent.values, strict=True) if k and node in (k, v)
        )
    many = ast.List | ast.Set | ast.Tuple | ast.JoinedStr
    return _short(parent if isinstance(parent, ast.expr) and not isinstance(parent, many) else node)


def _other(value: object) -> object:
    """Another constant of the type of ``value``; None where there is none to try."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return f"XX{value}XX"
        case _:
            return None
