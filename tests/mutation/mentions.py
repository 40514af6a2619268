"""Which definitions of a stage speak of which: what a fault in a constant or in a remembered table can change."""

import ast
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen


@frozen
class Definition:
    """A function, class or constant of a module. A table is worked out once: a constant, or a cached function without arguments."""

    path: Path
    name: str
    first: int
    last: int
    is_constant: bool
    is_table: bool
    mentions: frozenset[str]


def definitions(path: Path) -> tuple[Definition, ...]:
    """What a module defines at its top."""
    return tuple(_definitions(path, ast.parse(path.read_text(encoding="utf-8"))))


def _definitions(path: Path, tree: ast.Module) -> Iterator[Definition]:
    for node in tree.body:
        first, last = node.lineno, node.end_lineno or node.lineno
        match node:
            case ast.FunctionDef():
                cached = any("cache" in ast.unparse(d) for d in node.decorator_list)
                table = cached and not (node.args.args or node.args.kwonlyargs or node.args.vararg)
                yield Definition(path, node.name, first, last, False, table, _names(node))
            case ast.ClassDef():
                yield Definition(path, node.name, first, last, False, False, _names(node))
            case ast.Assign() | ast.AnnAssign():
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for name in (n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)):
                    yield Definition(path, name, first, last, True, True, _names(node) - {name})
            case _:
                pass


def _names(node: ast.AST) -> frozenset[str]:
    used = (
        n.id if isinstance(n, ast.Name) else n.attr for n in ast.walk(node) if isinstance(n, ast.Name | ast.Attribute)
    )
    return frozenset(used)


def users(name: str, all_of: tuple[Definition, ...], only_through_tables: bool) -> tuple[Definition, ...]:
    """The definitions that speak of ``name``, and those that speak of them; past a table only, if asked for."""
    found: dict[tuple[Path, str], Definition] = {}
    queue = [name]
    while queue:
        now = queue.pop()
        for one in all_of:
            if now in one.mentions and one.name != now and (one.path, one.name) not in found:
                found[one.path, one.name] = one
                if one.is_table or not only_through_tables:
                    queue.append(one.name)
    return tuple(found.values())
