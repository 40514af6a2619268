"""Settings, all with documented defaults; nothing is read from the environment."""

from collections.abc import Callable

from attrs import Attribute, field, fields, frozen

from reconcile.errors import ConfigError

RESOLUTIONS = ("range", "majority", "minimum", "source_order")
DATE_ORDERS = ("auto", "MDY", "DMY")


def _one_of(*allowed: str) -> Callable[[object, "Attribute[str]", object], None]:
    def check(instance: object, attribute: "Attribute[str]", value: object) -> None:
        if value not in allowed:
            raise ConfigError(f"Config.{attribute.name} must be one of {', '.join(allowed)}; got {value!r}")

    return check


def _share(instance: object, attribute: "Attribute[float]", value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        raise ConfigError(f"Config.{attribute.name} must be a number in [0, 1]; got {value!r}")


def _positive(instance: object, attribute: "Attribute[int]", value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ConfigError(f"Config.{attribute.name} must be a whole number of at least 1; got {value!r}")


@frozen
class Config:
    """How strictly to read and compare.

    ``resolution``: how a fact with several values is summed up: "range" (default), "majority" (of independent origins),
    "minimum", "source_order" (the first report's). The losers are always kept.
    ``date_order``: how "3/4/2023" is read: "auto" decides from the reports' other dates, else leaves it open.
    ``min_confidence``: findings below it are left out. ``name_threshold``: similarity at which two names are one.
    ``max_chars``: of a longer text only so many characters are read, the rest is told in ``Reconciliation.unchecked``;
    ``max_reports``: of more reports the first so many by id are read, the others are told there whole; ``max_findings``: the most important ones are kept.
    Raises :class:`ConfigError` for a value outside its range.
    """

    resolution: str = field(default="range", validator=_one_of(*RESOLUTIONS))
    date_order: str = field(default="auto", validator=_one_of(*DATE_ORDERS))
    min_confidence: float = field(default=0.0, validator=_share)
    name_threshold: float = field(default=0.7, validator=_share)
    max_chars: int = field(default=2_000_000, validator=_positive)
    max_reports: int = field(default=10_000, validator=_positive)
    max_findings: int = field(default=5_000, validator=_positive)

    @classmethod
    def from_dict(cls, mapping: dict[str, object]) -> "Config":
        """Build from a mapping of field names; an unknown name raises :class:`ConfigError` that lists the known ones."""
        known = [a.name for a in fields(cls)]
        for name in mapping:
            if name not in known:
                raise ConfigError(f"unknown setting {name!r}; known: {', '.join(known)}")
        return cls(**mapping)  # type: ignore[arg-type]
