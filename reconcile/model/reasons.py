"""Reasons are codes with parameters; the wording is made in one place (findings/wording.py)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import field, frozen

from reconcile.model.pickled import by_fields

Params = Mapping[str, object] | Iterable[tuple[str, object]]


def _sorted_params(params: Params) -> tuple[tuple[str, str], ...]:
    items = params.items() if isinstance(params, Mapping) else params
    return tuple(sorted((str(k), str(v)) for k, v in items))


@by_fields
@frozen
class Reason:
    """A ``code`` such as "quantity.disjoint" with named parameters, kept sorted for determinism."""

    code: str
    params: tuple[tuple[str, str], ...] = field(default=(), converter=_sorted_params)

    @classmethod
    def of(cls, code: str, **params: object) -> "Reason":
        """Build from keyword parameters; every value becomes a string. Equal reasons are mostly one object."""
        return _shared(code, *((k, str(v)) for k, v in params.items()))

    def __iter__(self) -> Iterator[object]:
        yield self.code
        yield dict(self.params)


@lru_cache(maxsize=16_384)
def _shared(code: str, *params: tuple[str, str]) -> Reason:
    """A large event has hundreds of thousands of reasons, most of them the same few."""
    return Reason(code, params)
