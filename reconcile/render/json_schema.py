"""The JSON Schema of a result's document, made from the types themselves; published in ``schema/result-1.json``.

Source: https://json-schema.org/draft/2020-12/schema
"""

import inspect
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from importlib.resources import files
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, has

from reconcile.model.claims import Claim, Fact
from reconcile.model.entities import EntityValue
from reconcile.model.findings import CATEGORIES, KINDS, RELATIONS, SCOPES, Finding
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.results import Result
from reconcile.model.reviews import VERDICTS, Review
from reconcile.model.times import Interval, TimeValue
from reconcile.render.conversion import WHOLE
from reconcile.render.interchange import FORMAT, FORMAT_VERSION

Schema = dict[str, Any]
_TAGGED = {"time": TimeValue, "quantity": QuantityValue, "entity": EntityValue}
_MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d(:\d\d)?)?$"
_DAY = r"^\d{4}-\d\d-\d\d$"
_PRIMITIVES: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "pattern": _MOMENT},
    date: {"anyOf": [{"type": "string", "pattern": _DAY}, {"type": "string", "pattern": _MOMENT}]},
}
_CLOSED: Mapping[tuple[type, str], tuple[str, ...]] = {
    (Finding, "category"): CATEGORIES,
    (Finding, "kind"): KINDS,
    (Finding, "relation"): RELATIONS,
    (Finding, "scope"): SCOPES,
    (Review, "verdict"): VERDICTS,
}


def published() -> Schema:
    """The schema as it is published with this version of the package."""
    text = files("reconcile.render").joinpath("schema", f"result-{FORMAT_VERSION}.json").read_text(encoding="utf-8")
    read: Schema = json.loads(text)
    return read


def build() -> Schema:
    """The schema made anew from the types; the tests hold the published one against it."""
    made = _Maker()
    body = made.of_class(Result)
    head = {"format": {"const": FORMAT}, "format_version": {"const": FORMAT_VERSION}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:reconcile:schema:result:{FORMAT_VERSION}",
        "title": "A reconciliation",
        **body,
        "required": [*head, *body["required"]],
        "properties": {**head, **body["properties"]},
        "$defs": dict(sorted(made.defined.items())),
    }


class _Maker:
    def __init__(self) -> None:
        self.defined: dict[str, Schema] = {}

    def of_class(self, kind: type) -> Schema:
        hints = get_type_hints(kind)
        properties = {a.name: self._field(kind, a.name, hints[a.name]) for a in fields(kind) if a.init}
        return {
            "type": "object",
            "description": (inspect.getdoc(kind) or "").split("\n\n")[0].split("\n")[0],
            "required": [a.name for a in fields(kind) if a.init and (kind in WHOLE or a.default is NOTHING)],
            "additionalProperties": False,
            "properties": properties,
        }

    def _field(self, kind: type, name: str, hint: object) -> Schema:
        if (kind, name) in _CLOSED:
            return {"enum": list(_CLOSED[kind, name])}
        if (kind, name) == (Fact, "claims"):
            return {"type": "array", "items": {"anyOf": [{"type": "string"}, self.of(Claim)]}}
        if (kind, name) == (Finding, "confidence"):
            return {"type": "number", "minimum": 0, "maximum": 1}
        if get_origin(hint) is tuple and get_args(hint) and get_origin(get_args(hint)[0]) is Mention:
            return {"type": "array", "items": self._mention()}
        return self.of(hint)

    def of(self, hint: object) -> Schema:
        """The schema of one annotation."""
        special = _SPECIAL.get(hint)
        if special is not None:
            return special(self)
        if hint in _PRIMITIVES:
            return _PRIMITIVES[hint]
        if isinstance(hint, type) and has(hint):
            return self._reference(hint)
        arguments = get_args(hint)
        if get_origin(hint) in (Union, UnionType):
            return {"anyOf": [self.of(a) for a in arguments]}
        if get_origin(hint) is tuple and arguments[1:] == (Ellipsis,):
            return {"type": "array", "items": self.of(arguments[0])}
        if get_origin(hint) is tuple:
            parts = [self.of(a) for a in arguments]
            return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}
        raise TypeError(f"no schema for {hint!r}")

    def _reference(self, kind: type) -> Schema:
        if kind.__name__ not in self.defined:
            self.defined[kind.__name__] = {}
            self.defined[kind.__name__] = self.of_class(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def _mention(self) -> Schema:
        if "Mention" not in self.defined:
            self.defined["Mention"] = {}
            hints = {**get_type_hints(Mention), "value": EntityValue}
            properties = {name: self.of(hint) for name, hint in hints.items()}
            self.defined["Mention"] = {
                "type": "object",
                "description": "An entity at a place in a report.",
                "required": list(properties),
                "additionalProperties": False,
                "properties": properties,
            }
        return {"$ref": "#/$defs/Mention"}

    def slot_value(self) -> Schema:
        choices: list[Schema] = [{"type": "null"}]
        for name, kind in _TAGGED.items():
            body = self.of_class(kind)
            tag = {"kind_of_value": {"const": name}}
            choices.append({**body, "required": [*tag, *body["required"]], "properties": {**tag, **body["properties"]}})
        return {"anyOf": choices}

    def reason(self) -> Schema:
        self.defined["Reason"] = {
            "type": "object",
            "description": "A code with named parameters.",
            "required": ["code", "params"],
            "additionalProperties": False,
            "properties": {
                "code": {"type": "string"},
                "params": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        }
        return {"$ref": "#/$defs/Reason"}

    def interval(self) -> Schema:
        ends = self.of(datetime | None)
        return {"type": "array", "prefixItems": [ends, ends], "minItems": 2, "maxItems": 2}


_SPECIAL: Mapping[object, Callable[[_Maker], Schema]] = {
    TimeValue | QuantityValue | EntityValue | None: _Maker.slot_value,
    Reason: _Maker.reason,
    Interval: _Maker.interval,
}
