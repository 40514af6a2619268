"""Numbers as intervals with what they measure or count."""

from attrs import frozen


@frozen
class QuantityValue:
    """An interval of numbers.

    ``low == high`` for an exact number; an open end is None ("at least 5": high None). ``unit`` is canonical
    ("percent", "USD", "metre"; None for a count), ``per`` the unit of the divisor of a rate ("hour"), ``of`` the
    lemma of the counted noun ("people"), ``modifiers`` the lemmas of its modifiers ("US"), ``approximate`` whether the
    text itself hedges ("about", "some") or the number is a vague one ("dozens").
    """

    low: float | None
    high: float | None
    unit: str | None = None
    per: str | None = None
    of: str | None = None
    modifiers: tuple[str, ...] = ()
    approximate: bool = False
    kind: str = "count"

    @property
    def is_exact(self) -> bool:
        """Whether it is one single number, stated without a hedge."""
        return self.low is not None and self.low == self.high and not self.approximate


@frozen
class Quantity:
    """A quantity as :func:`reconcile.find_quantities` gives it; offsets into the text as passed in."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str | None
    per: str | None
    of: str | None
    approximate: bool
    kind: str = "count"
    modifiers: tuple[str, ...] = ()
