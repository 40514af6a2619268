"""What each report tells besides the two numbers that are compared: the other number, and the firms that it names."""

from collections.abc import Iterable, Mapping

from reconcile.compare.numbers_things import number_of
from reconcile.compare.persons import Known
from reconcile.lexicon.load import words
from reconcile.measure.kin import kin
from reconcile.measure.units import dollars
from reconcile.model.claims import Claim
from reconcile.model.comparisons import Member
from reconcile.model.quantities import QuantityValue

Figure = tuple[str, str | None, float]
Figures = Mapping[str, Mapping[Figure, frozenset[str]]]


def name_other_firms(left: Member, right: Member, known: Known) -> bool:
    """Sales of two reports that name firms, and none in common but where shares are traded; a turnout is of no firm."""
    held = [m.claim.slot("holder") for m in (left, right)]
    accounts = words("fluctuating", "accounts") | words("pronouns", "all")
    if all(h is not None and h.head not in accounts for h in held):
        return False
    firms = [
        {e for e in known.get(m.claim.report_id, ()) if e.startswith("organization:") and "exchange" not in e}
        for m in (left, right)
    ]
    return bool(firms[0] and firms[1]) and not firms[0] & firms[1]


def figures_of(claims: Iterable[Claim]) -> dict[str, dict[Figure, frozenset[str]]]:
    """For each report every exact number that it tells as right, with the nouns that are counted ("" where none is)."""
    found: dict[str, dict[Figure, frozenset[str]]] = {}
    for claim in claims:
        told = claim.kind == "quantity" and not (claim.superseded or claim.background or _is_of_earlier(claim))
        slot = claim.slot("quantity") if told else None
        value = slot.value if slot is not None else None
        if isinstance(value, QuantityValue) and value.low is not None and value.low == value.high:
            own = found.setdefault(claim.report_id, {})
            figure = (value.kind, _money(value.unit), value.low)
            own[figure] = own.get(figure, frozenset()) | {kin(value.of or "")}
    return found


def _money(unit: str | None) -> str | None:
    """A unit; all dollars are one: a paper writes "$180 million" of its own."""
    return "dollar" if unit in dollars() else unit


def _is_of_earlier(claim: Claim) -> bool:
    """ "Last month a man hurt nine in another town": what is dated by a month or a year gone by is not what the news counts."""
    return any(s.text.lower() in _EARLIER for s in claim.all("occasion"))


_EARLIER = frozenset(
    f"{gone} {unit}"
    for gone in ("last", "the previous")
    for unit in ("month", "year", "summer", "autumn", "winter", "spring")
)


def tells_too(member: Member, other: QuantityValue, figures: Figures) -> bool:
    """Whether the report of one number tells the other one as well: it has told two things apart.

    A number that everybody uses must count the same noun.
    """
    if other.low is None or other.low != other.high or other.kind == "age":
        return False
    nouns = figures.get(member.claim.report_id, {}).get((other.kind, _money(other.unit), other.low), frozenset())
    if nouns and (other.low >= _SELDOM or other.low != int(other.low) or kin(other.of or "") in nouns):
        return True
    return _tells_in_parts(member, other.low, figures.get(member.claim.report_id, {}))


def _tells_in_parts(member: Member, whole: float, figures: Mapping[Figure, frozenset[str]]) -> bool:
    """218 patients who had the drug and 214 who had none are the 432 of the other report; $500,000 of $750,000 leave $250,000."""
    own = number_of(member)
    if own is None or own.low is None or whole < _SELDOM:
        return False
    if own.kind == "money":
        return any(("money", _money(own.unit), n) in figures for n in (abs(whole - own.low), whole + own.low))
    return own.kind == "count" and kin(own.of or "") in figures.get((own.kind, own.unit, whole - own.low), frozenset())


_SELDOM = 10
