"""A result as plain data and back, exactly.

The document is an object with ``format`` ("reconcile-result"), ``format_version`` and the fields of
:class:`reconcile.model.results.Result`. Fields of claims, slots and values that hold their default are left out. A fact names its claims by id where they stand in ``claims``, so that no claim is
written twice. Offsets count Unicode code points of the text as received; dates are ISO 8601; intervals are half-open.
"""

import json
import re
from collections.abc import Mapping
from typing import TypeVar, cast

from reconcile.errors import FormatError
from reconcile.model.results import Result
from reconcile.render.checking import check_places
from reconcile.render.view import views_by_finding

FORMAT = "reconcile-result"
FORMAT_VERSION = 1
_SURROGATE = re.compile("[\ud800-\udfff]")
R = TypeVar("R", bound=Result)


def to_dict(result: Result) -> dict[str, object]:
    """The result as dicts, lists, strings, numbers, booleans and None."""
    from reconcile.render.conversion import unstructure

    data = unstructure(result)
    known = {c.id: c for c in result.claims}
    facts = cast(list[dict[str, list[object]]], data["facts"])
    for fact, plain in zip(result.facts, facts, strict=True):
        plain["claims"] = [
            c.id if known.get(c.id) == c else whole for c, whole in zip(fact.claims, plain["claims"], strict=True)
        ]
    return {"format": FORMAT, "format_version": FORMAT_VERSION, **data}


def to_json(result: Result, *, indent: int | None = None) -> str:
    """The result as JSON text that UTF-8 can always carry (lone surrogates are escaped).

    Without ``indent`` every field and every item of a field's list has a line of its own: short, and good to compare.
    """
    data = to_dict(result)
    if indent is not None:
        return dumps(data, indent=indent)
    return "{\n" + ",\n".join(f"  {dumps(name)}: {_lined(value)}" for name, value in data.items()) + "\n}"


def _lined(value: object) -> str:
    if not isinstance(value, list) or not value:
        return dumps(value)
    return "[\n" + ",\n".join(f"    {dumps(item)}" for item in value) + "\n  ]"


def finding_lines(result: Result) -> str:
    """One line of JSON for every finding, most important first: its fields, the question to ask and whom."""
    plain = cast(list[dict[str, object]], to_dict(result)["findings"])
    views = views_by_finding(result)
    lines = [
        dumps({**fields, "question": view.question, "ask": list(view.ask)})
        for fields, view in zip(plain, views, strict=True)
    ]
    return "".join(f"{line}\n" for line in lines)


def dumps(data: object, *, indent: int | None = None) -> str:
    """JSON with readable characters, except lone surrogates, which UTF-8 cannot carry."""
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def from_json(document: str | bytes, kind: type[R]) -> R:
    """Read :func:`to_json`'s text back. Raises :class:`FormatError`."""
    try:
        data = json.loads(document)
    except (ValueError, TypeError, RecursionError) as error:
        raise FormatError(f"$: not JSON: {error}") from error
    return from_dict(data, kind)


def from_dict(data: object, kind: type[R]) -> R:
    """Read :func:`to_dict`'s mapping back. Raises :class:`FormatError` with the path to the first fault."""
    fields = dict(_checked_head(data))
    fields.pop("format")
    fields.pop("format_version")
    fields["facts"] = _with_claims(fields.get("facts"), fields.get("claims"))
    from reconcile.render.conversion import structure

    result = structure(fields, kind)
    check_places(result)
    return result


def _checked_head(data: object) -> Mapping[str, object]:
    if not isinstance(data, Mapping):
        raise FormatError(f"$: expected an object, got {type(data).__name__}")
    if data.get("format") != FORMAT:
        raise FormatError(f"$.format: expected {FORMAT!r}, got {data.get('format')!r}")
    if data.get("format_version") != FORMAT_VERSION:
        raise FormatError(f"$.format_version: this version reads {FORMAT_VERSION}, got {data.get('format_version')!r}")
    return data


def _with_claims(facts: object, claims: object) -> object:
    """Facts with claim ids replaced by the claims; whatever has another shape is left to the converter to refuse."""
    if not isinstance(facts, list) or not isinstance(claims, list):
        return facts
    known = {c["id"]: c for c in claims if isinstance(c, Mapping) and isinstance(c.get("id"), str)}
    resolved = []
    for number, fact in enumerate(facts):
        if not isinstance(fact, Mapping) or not isinstance(fact.get("claims"), list):
            resolved.append(fact)
            continue
        for place, claim in enumerate(fact["claims"]):
            if isinstance(claim, str) and claim not in known:
                raise FormatError(f"$.facts[{number}].claims[{place}]: no claim of id {claim!r}")
        resolved.append({**fact, "claims": [known[c] if isinstance(c, str) else c for c in fact["claims"]]})
    return resolved
