"""Numbers as intervals with what they measure or count."""

from attrs import frozen

from reconcile.model.pickled import by_fields


@by_fields
@frozen
class QuantityValue:
    """An interval of numbers.

    ``low == high`` for an exact number; an open end is None ("at least 5": high None). ``unit`` is canonical
    ("percent", "USD", "metre"; None for a count), ``per`` the unit of the divisor of a rate ("hour"), ``of`` the
    lemma of the counted noun ("people"), ``modifiers`` the lemmas of its modifiers ("US"), ``approximate`` whether the
    text itself hedges ("about", "some") or the number is a vague one ("dozens").

    ``kind`` is count, share ("half of"), percent, money, duration, age, score, ordinal, temperature, angle, speed, magnitude
    or measure (any other unit). A score has its smaller number as ``low``. ``hedge`` keeps the direction of the hedge:
    at_least, more_than, at_most, less_than, about, nearly, just_over, vague, range or None. ``dimension`` is what is
    measured ("depth", "height", "length"...) where the text says so. ``population`` is the class of the counted in
    populations.toml ("people_dead"), ``event`` the lemma of the verb that governs the phrase ("kill"), ``share_of`` the
    total of "12 of the 21", ``total`` whether the text says that these are all ("all 21", "a total of 21"), ``included`` whether
    they are part of a number told before ("12, including two pilots"), ``restates`` whether the number before is told again
    in another form ("120 km (75 miles)", "twelve (12)"), ``former`` whether it held before and no longer ("rose from 10 to 12",
    "compared with 8").
    """

    low: float | None
    high: float | None
    unit: str | None = None
    per: str | None = None
    of: str | None = None
    modifiers: tuple[str, ...] = ()
    approximate: bool = False
    kind: str = "count"
    hedge: str | None = None
    dimension: str | None = None
    population: str | None = None
    event: str | None = None
    share_of: float | None = None
    total: bool = False
    included: bool = False
    restates: bool = False
    former: bool = False

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
