"""What the library tells: findings with their evidence."""

from functools import total_ordering

from attrs import Attribute, field, frozen
from attrs.validators import in_

from reconcile.errors import ArgumentError
from reconcile.model.display import html, one_line
from reconcile.model.reasons import Reason

CATEGORIES = ("agreement", "contradiction", "garble", "single_source")
FACT_KINDS = ("quantity", "time", "place", "entity", "role", "event", "attribution")
CONFLICT_KINDS = ("quantity", "time", "place", "entity", "role", "polarity", "certainty", "attribution", "lexical")
GARBLE_KINDS = (
    "split_sentence", "wrong_entity", "duplicated_word", "stray_punctuation", "truncation", "fragment",
    "unbalanced_quote", "misspelt_name", "misspelt_word", "mojibake", "missing_space", "number_mangled",
    "weekday_mismatch", "boilerplate", "other",
)  # fmt: skip
KINDS = tuple(dict.fromkeys((*FACT_KINDS, *CONFLICT_KINDS, *GARBLE_KINDS)))
RELATIONS = ("exact", "compatible", "approximate", "conflict", "update", "")
SCOPES = ("cross", "within")


def _unit_interval(instance: object, attribute: "Attribute[float]", value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise ArgumentError(f"{type(instance).__name__}.{attribute.name} must lie in [0, 1], got {value!r}")


@total_ordering
@frozen
class Evidence:
    """The smallest phrase that carries a value: offsets into the report's text as received, ``text`` what stands there."""

    report_id: str
    start: int
    end: int
    text: str
    value: str = ""

    def __lt__(self, other: object) -> bool:
        """By report and place; written out, since a great many are sorted."""
        if not isinstance(other, Evidence):
            return NotImplemented
        own = self.report_id, self.start, self.end, self.text, self.value
        return own < (other.report_id, other.start, other.end, other.text, other.value)


@frozen
class Side:
    """One distinct value of a finding, with all passages that state it and the number of independent ``origins``."""

    value: str
    evidence: tuple[Evidence, ...]
    origins: int = 1


@frozen
class Finding:
    """One thing to tell an editor.

    ``category`` and ``kind`` are of the closed lists above; ``relation`` is exact, compatible or approximate for agreements,
    conflict or update for contradictions, empty elsewhere; ``scope`` is cross (between reports) or within (one report).
    ``confidence`` in [0, 1]. ``summary`` is one plain sentence, ``reasons`` are codes with parameters.
    ``suggestion`` holds the repaired words of a garble where one can be argued; ``fact_id`` the fact it is about.
    """

    id: str
    category: str = field(validator=in_(CATEGORIES))
    kind: str = field(validator=in_(KINDS))
    relation: str = field(validator=in_(RELATIONS))
    confidence: float = field(validator=_unit_interval)
    summary: str
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sides: tuple[Side, ...] = ()
    suggestion: str | None = None
    scope: str = field(default="cross", validator=in_(SCOPES))
    fact_id: str | None = None

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that the evidence stands in, sorted."""
        return tuple(sorted({e.report_id for e in self.evidence}))

    def __repr__(self) -> str:
        what = " ".join(filter(None, (self.category, self.kind, self.relation, f"{self.confidence:.2f}")))
        return f"<Finding {self.id} {what}, {len(self.evidence)} passages: {one_line(self.summary)}>"

    def _repr_html_(self) -> str:
        """Folded, for notebooks."""
        told = f"{self.category.replace('_', ' ')}, {self.kind.replace('_', ' ')}, {self.confidence:.2f}"
        passages = "".join(
            f"<li>{html(one_line(e.report_id))}: <mark>{html(one_line(e.text))}</mark></li>" for e in self.evidence
        )
        return f"<details><summary>{html(one_line(self.summary))} <small>({told})</small></summary><ul>{passages}</ul></details>"
