"""The door to cattrs: how each type is written and read; strict about primitive types, so that a wrong one has a path."""

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, cast, get_args

from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError, IterableValidationError, transform_error
from cattrs.gen import make_dict_unstructure_fn
from cattrs.v import format_exception

from reconcile.config import Config
from reconcile.errors import FormatError
from reconcile.model.entities import EntityValue
from reconcile.model.findings import Evidence, Finding, Side
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.reports import Report
from reconcile.model.results import Result
from reconcile.model.times import Interval, TimeValue

SlotValue = TimeValue | QuantityValue | EntityValue | None
_VALUES: dict[str, type] = {"time": TimeValue, "quantity": QuantityValue, "entity": EntityValue}
_NAMES = {kind: name for name, kind in _VALUES.items()}
# Written with every field; of the others those that hold their default are left out.
WHOLE = (Config, Evidence, Side, Finding, Report, Result)
T = TypeVar("T")
R = TypeVar("R", bound=Result)


def unstructure(result: Result) -> dict[str, object]:
    """The fields of a result as dicts, lists and primitives."""
    return cast(dict[str, object], _make().unstructure(result, unstructure_as=Result))


def structure(fields: Mapping[str, object], kind: type[R]) -> R:
    """A result from its fields. Raises :class:`FormatError` with the path to the first fault."""
    try:
        return _make().structure(fields, kind)
    except BaseValidationError as error:
        message, _, path = transform_error(error, path="$", format_exception=_in_words)[0].rpartition(" @ ")
        raise FormatError(f"{path}: {message}") from error


@cache
def _make() -> Converter:
    converter = Converter(forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={tuple: list})
    for kind in (str, bool):
        converter.register_structure_hook(kind, _only(kind))
    converter.register_structure_hook(int, _int)
    converter.register_structure_hook(float, _float)
    converter.register_unstructure_hook(float, float)
    converter.register_structure_hook(datetime, _datetime)
    converter.register_structure_hook(date, _date)
    converter.register_unstructure_hook(date, lambda value: value.isoformat())
    converter.register_unstructure_hook(datetime, lambda value: value.isoformat())
    converter.register_structure_hook(Reason, _reason)
    converter.register_unstructure_hook(Reason, lambda reason: {"code": reason.code, "params": dict(reason.params)})
    converter.register_structure_hook_func(_is_slot_value, lambda value, _: _slot_value(value, converter))
    converter.register_unstructure_hook_func(_is_slot_value, lambda value: _plain_value(value, converter))
    converter.register_structure_hook_func(_is_interval, _interval)
    converter.register_unstructure_hook_func(_is_interval, lambda value: [v and v.isoformat() for v in value])
    # Last, for each of them takes up the hooks of its fields as they stand then.
    for whole in WHOLE:
        hook = make_dict_unstructure_fn(whole, converter, _cattrs_omit_if_default=False)
        converter.register_unstructure_hook(whole, hook)
    return converter


def _in_words(error: BaseException, kind: type | None) -> str:
    """One fault in plain words, without its path."""
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown field {', '.join(sorted(map(str, error.extra_fields)))}"
    if isinstance(error, KeyError):
        return f"field {error.args[0]!r} is missing"
    if isinstance(error, TypeError | ValueError) and not isinstance(error, IterableValidationError):
        return str(error.args[0] if error.args else error)
    return format_exception(error, kind)


def _is_slot_value(kind: Any) -> bool:
    return bool(set(get_args(kind)) == set(get_args(SlotValue)))


def _is_interval(kind: Any) -> bool:
    return bool(kind == Interval)


def _got(value: object) -> str:
    return f"got {type(value).__name__} {value!r:.60}"


def _only(kind: type[T]) -> Callable[[object, object], T]:
    def check(value: object, _: object) -> T:
        if type(value) is not kind:
            raise TypeError(f"expected {kind.__name__}, {_got(value)}")
        return value

    return check


def _int(value: object, _: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"expected a whole number, {_got(value)}")
    return value


def _float(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"expected a number, {_got(value)}")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):  # JSON has no such numbers, Python's reader takes them
        raise ValueError(f"expected a finite number, {_got(value)}")
    return number


def _datetime(value: object, _: object) -> datetime:
    try:
        return datetime.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ValueError(f"expected an ISO 8601 date and time, {_got(value)}") from None


def _date(value: object, kind: object) -> date:
    if isinstance(value, str) and "T" not in value:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"expected an ISO 8601 date, {_got(value)}") from None
    return _datetime(value, kind)


def _interval(value: object, kind: object) -> tuple[datetime | None, ...]:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise ValueError(f"expected [start, end], {_got(value)}")
    return tuple(None if v is None else _datetime(v, kind) for v in value)


def _reason(value: object, _: object) -> Reason:
    if not isinstance(value, Mapping) or set(value) != {"code", "params"}:
        raise ValueError(f"expected an object with code and params, {_got(value)}")
    params = value["params"]
    if not isinstance(value["code"], str) or not isinstance(params, Mapping):
        raise TypeError(f"expected a string and an object, {_got(value)}")
    if not all(isinstance(v, str) for v in params.values()):
        raise TypeError(f"expected params of strings, {_got(params)}")
    return Reason(value["code"], dict(params))


def _slot_value(value: object, converter: Converter) -> object:
    if value is None:
        return None
    if not isinstance(value, Mapping) or value.get("kind_of_value") not in _VALUES:
        raise ValueError(f"expected an object with kind_of_value {', '.join(_VALUES)}, {_got(value)}")
    rest = {k: v for k, v in value.items() if k != "kind_of_value"}
    return converter.structure(rest, _VALUES[value["kind_of_value"]])


def _plain_value(value: object, converter: Converter) -> object:
    if value is None:
        return None
    return {"kind_of_value": _NAMES[type(value)], **converter.unstructure(value)}
