"""A matcher that counts its steps: the meaning of a pattern as Python's ``re`` has it, without its speed, for measuring growth.

A step is one try to match one character or to begin one group. A pattern whose steps grow with more than the length of a text can be
made to hang by somebody who writes the text.
"""

import re
import sys
from collections.abc import Callable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from attrs import define

Node = tuple[Any, Any]
Go = Callable[[int], bool]


class TooManyStepsError(Exception):
    """The limit of steps was reached."""


@define
class Steps:
    """One text against one pattern; ``count`` tells the steps so far."""

    text: str
    flags: int
    most: int = 2_000_000
    count: int = 0

    def search(self, nodes: list[Node]) -> bool:
        """Try to match at every place, as ``search`` and ``finditer`` do; a match goes on behind its end."""
        groups: dict[int, tuple[int, int]] = {}
        start, found = 0, False
        ends: list[int] = []
        while start <= len(self.text):
            ends.clear()
            if self._sequence(nodes, 0, start, groups, lambda at: ends.append(at) or True):  # type: ignore[func-returns-value]
                found = True
                start = max(start + 1, ends[-1])
            else:
                start += 1
        return found

    def _step(self) -> None:
        self.count += 1
        if self.count > self.most:
            raise TooManyStepsError

    def _sequence(self, nodes: Any, first: int, at: int, groups: dict[int, tuple[int, int]], go: Go) -> bool:
        if first == len(nodes):
            return go(at)
        return self._node(nodes[first], at, groups, lambda end: self._sequence(nodes, first + 1, end, groups, go))

    def _node(self, node: Node, at: int, groups: dict[int, tuple[int, int]], go: Go) -> bool:  # noqa: PLR0911
        kind, value = node
        if kind in _CHARACTERS:
            self._step()
            return at < len(self.text) and is_one(node, self.text[at], self.flags) and go(at + 1)
        match kind:
            case op.AT:
                return self._holds(value, at) and go(at)
            case op.BRANCH:
                self._step()
                return any(self._sequence(branch, 0, at, groups, go) for branch in value[1])
            case op.SUBPATTERN:
                return self._group(value, at, groups, go)
            case op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT:
                return self._repeat(kind, value, at, groups, go)
            case op.ATOMIC_GROUP:
                ends: list[int] = []
                return self._sequence(value, 0, at, groups, lambda e: ends.append(e) or True) and go(ends[-1])  # type: ignore[func-returns-value]
            case op.ASSERT | op.ASSERT_NOT:
                return self._looks(value, at, groups) == (kind == op.ASSERT) and go(at)
            case op.GROUPREF:
                first, last = groups.get(value, (0, 0))
                told = self.text[first:last]
                self.count += len(told)
                return self.text.startswith(told, at) and go(at + len(told))
            case op.GROUPREF_EXISTS:
                return self._sequence(value[1] if value[0] in groups else value[2] or [], 0, at, groups, go)
            case _:
                raise NotImplementedError(str(kind))

    def _group(self, value: Any, at: int, groups: dict[int, tuple[int, int]], go: Go) -> bool:
        number, _, _, nodes = value
        old = groups.get(number)

        def closed(end: int) -> bool:
            groups[number] = at, end
            if go(end):
                return True
            if old is None:
                groups.pop(number, None)
            else:
                groups[number] = old
            return False

        return self._sequence(nodes, 0, at, groups, closed if number is not None else go)

    def _repeat(self, kind: Any, value: Any, at: int, groups: dict[int, tuple[int, int]], go: Go) -> bool:
        least, most, nodes = value
        most = sys.maxsize if most == op.MAXREPEAT else most
        if len(nodes) == 1 and nodes[0][0] in _CHARACTERS:
            return self._run(kind, least, most, nodes[0], at, go)
        if kind == op.POSSESSIVE_REPEAT:
            ends: list[int] = []
            again = (op.MAX_REPEAT, value)
            return self._node(again, at, groups, lambda e: ends.append(e) or True) and go(ends[-1])  # type: ignore[func-returns-value]

        def more(times: int, here: int) -> bool:
            def once(end: int) -> bool:
                return end != here and more(times + 1, end)

            if times < least:
                return self._sequence(nodes, 0, here, groups, lambda e: more(times + 1, e))
            if kind == op.MIN_REPEAT and go(here):
                return True
            self._step()
            if times < most and self._sequence(nodes, 0, here, groups, once):
                return True
            return kind == op.MAX_REPEAT and go(here)

        return more(0, at)

    def _run(self, kind: Any, least: int, most: int, node: Node, at: int, go: Go) -> bool:
        """A repeat of single characters: taken in one go, given back one by one."""
        end = at
        while end - at < (least if kind == op.MIN_REPEAT else most) and end < len(self.text):
            self._step()
            if not is_one(node, self.text[end], self.flags):
                break
            end += 1
        if end - at < least:
            return False
        if kind == op.POSSESSIVE_REPEAT:
            return go(end)
        if kind == op.MAX_REPEAT:
            return any(self._given_back(e, go) for e in range(end, at + least - 1, -1))
        while not go(end):
            self._step()
            if end - at >= most or end >= len(self.text) or not is_one(node, self.text[end], self.flags):
                return False
            end += 1
        return True

    def _given_back(self, end: int, go: Go) -> bool:
        self._step()
        return go(end)

    def _looks(self, value: Any, at: int, groups: dict[int, tuple[int, int]]) -> bool:
        direction, nodes = value
        if direction > 0:
            return self._sequence(nodes, 0, at, groups, lambda _: True)
        width = parser.SubPattern(parser.State(), list(nodes)).getwidth()[0]
        return at >= width and self._sequence(nodes, 0, at - width, groups, lambda end: end == at)

    def _holds(self, where: Any, at: int) -> bool:
        before = at > 0 and _is_word(self.text[at - 1])
        after = at < len(self.text) and _is_word(self.text[at])
        if where in (op.AT_BEGINNING, op.AT_BEGINNING_STRING):
            lines = where == op.AT_BEGINNING and self.flags & re.MULTILINE
            return at == 0 or bool(lines and self.text[at - 1] == "\n")
        if where in (op.AT_END, op.AT_END_STRING):
            last = at == len(self.text) or (where == op.AT_END and at == len(self.text) - 1 and self.text[at] == "\n")
            return last or bool(where == op.AT_END and self.flags & re.MULTILINE and self.text[at] == "\n")
        return (before != after) is bool(where == op.AT_BOUNDARY)


_CHARACTERS = frozenset({op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY})


def is_one(node: Node, ch: str, flags: int) -> bool:
    """Whether a node of one character matches ``ch``."""
    kind, value = node
    match kind:
        case op.ANY:
            return ch != "\n" or bool(flags & re.DOTALL)
        case op.LITERAL:
            return _same(ch, value, flags)
        case op.NOT_LITERAL:
            return not _same(ch, value, flags)
        case _:
            negated = bool(value[0][0] == op.NEGATE)
            return any(_in(item, ch, flags) for item in value[negated:]) is not negated


def _same(ch: str, code: int, flags: int) -> bool:
    return ord(ch) == code or bool(flags & re.IGNORECASE and ch.lower() == chr(code).lower())


def _in(item: Node, ch: str, flags: int) -> bool:
    kind, value = item
    match kind:
        case op.LITERAL:
            return _same(ch, value, flags)
        case op.RANGE:
            forms = {ch, ch.lower(), ch.upper()} if flags & re.IGNORECASE else {ch}
            return any(value[0] <= ord(form) <= value[1] for form in forms if len(form) == 1)
        case _:
            return _category(value, ch)


def _category(kind: Any, ch: str) -> bool:
    name = str(kind).removeprefix("CATEGORY_").removeprefix("UNI_")
    plain = name.removeprefix("NOT_")
    found = {"DIGIT": ch.isdecimal(), "SPACE": ch.isspace(), "WORD": _is_word(ch)}[plain]
    return found != name.startswith("NOT_")


def _is_word(ch: str) -> bool:
    return ch.isalnum() or ch == "_"


_SAMPLES = "a1 A.,-'\"\n\u2019(x/:;$b0\u201c\u00e9Z?!@#%&*+<=>[]^_`{|}~)\t\u00b5\u00bc\u2013"


def sample(nodes: Any, flags: int, times: int = 0) -> str:
    """A short text that the nodes are likely to match, each repeat as often as it must and at least ``times`` times."""
    parts = []
    for kind, value in nodes:
        match kind:
            case op.SUBPATTERN:
                parts.append(sample(value[3], flags, times))
            case op.ATOMIC_GROUP:
                parts.append(sample(value, flags, times))
            case op.BRANCH:
                parts.append(sample(value[1][0], flags, times))
            case op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT:
                parts.append(sample(value[2], flags, times) * max(value[0], min(times, value[1])))
            case _ if kind in _CHARACTERS:
                parts.append(_character((kind, value), flags))
            case _:
                pass
    return "".join(parts)


def _character(node: Node, flags: int) -> str:
    if node[0] == op.LITERAL:
        return chr(node[1])
    return next((ch for ch in _SAMPLES if is_one(node, ch, flags)), "a")


def pumps(nodes: Any, flags: int, before: str = "", open_from: int = 8) -> Iterator[tuple[str, str]]:
    """For each repeat of more than ``open_from``: what leads to it, and what it repeats (every branch, and the first two characters)."""
    lead = before
    for kind, value in nodes:
        match kind:
            case op.MAX_REPEAT | op.MIN_REPEAT | op.POSSESSIVE_REPEAT:
                if value[1] == op.MAXREPEAT or value[1] > open_from:
                    for unit in dict.fromkeys(_units(value[2], flags)):
                        yield lead, unit
                yield from pumps(value[2], flags, lead, open_from)
            case op.SUBPATTERN:
                yield from pumps(value[3], flags, lead, open_from)
            case op.ATOMIC_GROUP:
                yield from pumps(value, flags, lead, open_from)
            case op.BRANCH:
                for branch in value[1]:
                    yield from pumps(branch, flags, lead, open_from)
            case op.ASSERT | op.ASSERT_NOT:
                yield from pumps(value[1], flags, lead, open_from)
            case _:
                pass
        lead += sample([(kind, value)], flags)


def _units(nodes: Any, flags: int) -> Iterator[str]:
    yield sample(nodes, flags) or "a"
    yield sample(nodes, flags, 1) or "a"
    if len(nodes) == 1 and nodes[0][0] == op.BRANCH:
        yield from (sample(branch, flags, 1) or "a" for branch in nodes[0][1][1])
    if len(nodes) == 1 and nodes[0][0] in _CHARACTERS:
        yield from [ch for ch in _SAMPLES if is_one(nodes[0], ch, flags)][:4]
