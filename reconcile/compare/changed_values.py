"""Changed words that are a value: another time, number, office or name than in the near copy."""

from reconcile.compare import names, places
from reconcile.compare.passages import Judged, Side, touched
from reconcile.compare.roles import are_two_offices, compare_roles
from reconcile.compare.sides import FITTING
from reconcile.lexicon.load import words
from reconcile.measure.events import event_classes
from reconcile.measure.kin import kin
from reconcile.measure.orders import is_one_order
from reconcile.measure.quantities import relation as quantity_relation
from reconcile.measure.times import relation as time_relation
from reconcile.model.claims import Claim
from reconcile.model.comparisons import Member
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.reasons import Reason
from reconcile.model.spans import Span

_LONGEST_OFFICE = 4
_OF_SAYING = 0.75


def time(left: Side, right: Side) -> Judged | None:
    """Two days, or two times of day, that cannot both be right; when somebody spoke is less sure, since one may speak twice."""
    a, b = touched(left.times, left), touched(right.times, right)
    if a is None or b is None or a.value.type != b.value.type or a.value.type not in ("DATE", "TIME"):
        return None
    found = time_relation(a.value, b.value)
    reason = Reason.of("time.relation", relation=found, left=a.value.timex, right=b.value.timex)
    firm = found in ("before", "after") and a.value.mod == b.value.mod
    firm = firm and _is_to_come(left) == _is_to_come(right)
    told = any(_is_of_saying(s, m.span) for s, m in ((left, a), (right, b)))
    return Judged("time", a.span, b.span, (_OF_SAYING if told else 1.0) if firm else 0.0, reason)


def _is_to_come(side: Side) -> bool:
    """Whether the passage tells a plan: what will be done again was done at another time."""
    return any(t.lower in ("will", "shall", "'ll", "\u2019ll") for t in side.tokens)


def _is_of_saying(side: Side, span: Span) -> bool:
    """Whether the time says when somebody spoke: one statement may be made on two days."""
    before = [t for t in side.tokens if t.span.end <= span.start and t.pos not in ("PREP", "DET", "PUNCT")][-2:]
    return any(event_classes(t.lemma.lower(), "VERB")[:1] == ("say",) for t in before)


def quantity(left: Side, right: Side) -> Judged | None:
    """Two numbers of one thing that exclude each other."""
    a, b = touched(left.quantities, left), touched(right.quantities, right)
    if a is None or b is None:
        return _digits(left, right)
    reason = Reason.of("quantity.disjoint", what=a.value.of or a.value.unit or a.value.kind)
    apart = _are_of_one_kind(a.value, b.value) and _exclude(a.value, b.value)
    return Judged("quantity", a.span, b.span, 1.0 if apart else 0.0, reason)


def _are_of_one_kind(a: QuantityValue, b: QuantityValue) -> bool:
    noun = a.of == b.of or (a.of is not None and b.of is not None and kin(a.of) == kin(b.of))
    return a.kind == b.kind and a.unit == b.unit and noun and a.former == b.former and is_one_order(a, b)


def _exclude(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether no number fits both; in the same words "at least six" and "at least nine" are two figures as well."""
    bounds = (a.low is None, a.high is None), (b.low is None, b.high is None)
    if bounds[0] == bounds[1] != (False, False):
        return (a.low, a.high) != (b.low, b.high)
    return quantity_relation(a, b) == "disjoint"


def _digits(left: Side, right: Side) -> Judged | None:
    """Numbers that count nothing: flights, scores, ranks."""
    if len(left.changed) != 1 or len(right.changed) != 1:
        return None
    a, b = left.changed[0], right.changed[0]
    written_out = all(t.pos in ("NUM", "ORD") for t in (a, b))
    in_digits = all(any(ch.isdigit() for ch in t.text) for t in (a, b))
    ranks = [t.pos == "ORD" or t.lower.endswith(("st", "nd", "rd", "th")) for t in (a, b)]
    if (
        not (written_out or in_digits)
        or ranks[0] != ranks[1]
        or any(m.span.overlaps(t.span) for s, t in ((left, a), (right, b)) for m in s.times)
    ):
        return None
    plain = [t.lower.replace(",", "") for t in (a, b)]
    reason = Reason.of("quantity.disjoint", what="number")
    return Judged("quantity", a.span, b.span, 0.0 if plain[0] == plain[1] else 0.9, reason)


def name(left: Side, right: Side) -> Judged | None:
    """Two places of which neither holds the other, two persons or firms, or two spellings of which one is wrong."""
    a, b = touched(left.entities, left), touched(right.entities, right)
    if a is None or b is None or not (_in_name(a, left) and _in_name(b, right)):
        return None
    if a.value.kind == b.value.kind == "place":
        verdict, _, reasons = places.compare(a.value, b.value)
        return Judged("place", a.span, b.span, 0.0 if verdict in FITTING else 1.0, reasons[0])
    verdict, _, reasons = names.compare(a.value, b.value)
    reason = Reason.of("person.other", left=a.value.name, right=b.value.name)
    if verdict == "CONFLICT":
        return Judged("lexical", a.span, b.span, 1.0, reasons[0])
    if verdict in FITTING or _is_known(left, right, a.value, b.value):
        return Judged("entity", a.span, b.span, 0.0, reason)
    if a.value.kind == b.value.kind:
        return Judged("entity", a.span, b.span, 1.0, reason)
    one_name = {a.value.kind, b.value.kind} == {"person", "organization"} and not (
        _is_other_throughout(a, left) and _is_other_throughout(b, right)
    )
    return Judged("entity", a.span, b.span, 0.0 if one_name else 0.9, reason)


def _is_other_throughout(mention: Mention[EntityValue], side: Side) -> bool:
    """Whether every word of the name is among the changed ones: a man and a firm of one name are not told apart by a first name."""
    changed = {t.span.start for t in side.changed}
    return all(t.span.start in changed for t in side.tokens if mention.span.contains(t.span) and t.pos != "PUNCT")


def _in_name(mention: Mention[EntityValue], side: Side) -> bool:
    """Whether the changed words lie in the name itself, not in the title before it."""
    name = mention.value.name.casefold().replace("-", " ")
    return any(t.lower.replace("-", " ") in name for t in side.changed)


def _is_known(left: Side, right: Side, a: EntityValue, b: EntityValue) -> bool:
    """Whether each report names the other's person or firm too: then they tell of two."""
    return b.name in left.document.text and a.name in right.document.text


def role(left: Side, right: Side) -> Judged | None:
    """Two offices of one person."""
    a, b = (_role_at(s) for s in (left, right))
    if a is None or b is None:
        return None
    (first, one), (second, other) = a, b
    holders = Member(first, None), Member(second, None)
    verdict, _, reasons = compare_roles(*holders)
    told = (_offices(left) and _offices(right) and not (_tells_rank(left) and _tells_rank(right))) or are_two_offices(
        *holders
    )
    apart = verdict not in ("SAME", "EQUIVALENT", "MISSING") and told
    reason = reasons[0] if reasons else Reason.of("role.words", left="", right="")
    return Judged("role", one, other, 0.95 if apart else 0.0, reason)


def _role_at(side: Side) -> tuple[Claim, Span] | None:
    for claim in side.roles:
        slot = claim.slot("role")
        if slot is not None and side.span is not None and slot.span.overlaps(side.span):
            return claim, slot.span
    return None


def _tells_rank(side: Side) -> bool:
    """ "Boss" and "manager" say that somebody leads, and no office."""
    return bool(side.changed) and all(t.lemma.lower() in words("roles", "generic") - {"deputy"} for t in side.changed)


def _offices(side: Side) -> bool:
    """Whether the changed words are of an office, not what is said of it by the way ("the embattled", "the 47-year-old")."""
    return len(side.changed) <= _LONGEST_OFFICE and any(t.pos in ("NOUN", "PROPN", "X") for t in side.changed)
