"""On which side of a reporting verb its content stands, and who its speaker is."""

from attrs import evolve, frozen

from reconcile.claims.complements import content_start, is_terminal, past_adjuncts
from reconcile.claims.cues import Cue, may_follow
from reconcile.claims.layouts import DASHES, Layout
from reconcile.claims.speakers import is_expletive, subject_after, subject_before
from reconcile.lexicon.load import words


@frozen
class Placed:
    """A cue with its speaker and place: "leading", "trailing" (content before) or "raised" (X is said to...)."""

    cue: Cue
    place: str
    clause: int
    after: int
    speaker: tuple[int, int] | None


def place(layout: Layout, cue: Cue) -> Placed | None:
    """Decides on which side of the cue its content stands. None for a verb that reports nothing here."""
    if cue.passive:
        return _place_passive(layout, cue)
    subject = subject_before(layout, cue.first)
    clause = subject[0] if subject is not None and subject[1] <= cue.first else cue.first
    clause = _clause_start(layout, cue, clause)
    if not _is_participle(layout, cue) and _closes_content(layout, cue.first):
        inverted = subject_after(layout, cue.last)
        if inverted is not None:
            after = past_adjuncts(layout, inverted[1])
            quote = layout.is_mark(cue.first - 1)
            spoken = cue.kinds != {"addressee"} and may_follow(cue.lemma, quote=quote)
            spoken = spoken and (quote or cue.lemma not in words("reporting", "directive"))
            if is_terminal(layout, after) and spoken:
                return Placed(cue, "trailing", cue.first, after, inverted)
    after = past_adjuncts(layout, cue.last, addressee="addressee" in cue.kinds)
    ends = _ends_there(layout, clause, after) and not _quote_follows(layout, clause, after)
    spoken = may_follow(cue.lemma, quote=layout.is_mark(clause - 1)) and not _is_participle(layout, cue)
    if subject is not None and ends and _closes_content(layout, clause) and spoken:
        return Placed(cue, "trailing", clause, after, cue.speaker or subject)
    return Placed(cue, "leading", clause, cue.last, cue.speaker or subject)


def _clause_start(layout: Layout, cue: Cue, subject_first: int) -> int:
    """The start of the cue's own clause: the subject where it stands directly before, the cue where it is elsewhere."""
    between = layout.tokens[subject_first : cue.first]
    near = all(t.pos not in ("VERB", "AUX", "CONJ") or t.lower in ("and", "who", "which") for t in between)
    return subject_first if near else cue.first


def _is_participle(layout: Layout, cue: Cue) -> bool:
    return layout.tokens[cue.first].tag in ("VVG", "VHG", "TO0")


def _closes_content(layout: Layout, at: int) -> bool:
    """Whether the token before ``at`` is a comma, dash or quotation mark, as between content and a trailing cue."""
    if layout.lower(at - 1) == "as" and layout.lower(at - 2) == ",":
        return True
    return at > 0 and (layout.is_mark(at - 1) or layout.tokens[at - 1].text in {",", "?", "!", *DASHES})


def _ends_there(layout: Layout, clause: int, after: int) -> bool:
    """Whether nothing told follows: the clause ends, or after a whole statement only a circumstance of the saying comes."""
    if is_terminal(layout, after):
        return True
    whole = any(g.last <= clause and not is_bare(layout, g.first) for g in layout.verb_groups)
    opener = next((t.lower for t in layout.tokens if not layout.is_mark(0) or t is not layout.tokens[0]), "")
    circumstance = layout.lower(after) in words("reporting", "circumstances")
    told = any(t.lower == "that" for t in layout.tokens[after : after + 12])
    return whole and circumstance and not told and opener not in words("reporting", "subordinators")


def _quote_follows(layout: Layout, clause: int, after: int) -> bool:
    """As in "Asked why, Miller said, "No."": the quote after the cue is its content, unless a quote stands before it too."""
    opens = after + 1 < len(layout.tokens) and layout.lower(after) == "," and layout.is_mark(after + 1)
    return opens and not layout.is_mark(clause - 1) and not layout.is_mark(clause - 2)


def _place_passive(layout: Layout, cue: Cue) -> Placed | None:
    subject = subject_before(layout, cue.first) or _noun_before_comma(layout, cue.first)
    clause = subject[0] if subject is not None else cue.first
    agent = _agent(layout, cue.last)
    if _is_raised(layout, cue):
        return Placed(cue, "raised", _clause_start(layout, cue, clause), cue.last, agent)
    if "accusation" in cue.kinds and content_start(layout, evolve(cue, kinds=frozenset({"accusation"}))) is not None:
        return Placed(
            evolve(cue, kinds=frozenset({"accusation"})), "leading", _clause_start(layout, cue, clause), cue.last, agent
        )
    expletive = subject is not None and is_expletive(layout, subject)
    if expletive or "addressee" in cue.kinds or layout.lower(cue.last) == "that":
        after = past_adjuncts(layout, cue.last)
        if expletive and is_terminal(layout, after) and _closes_content(layout, clause):
            return Placed(cue, "trailing", clause, after, agent)
        if ("addressee" in cue.kinds and not expletive) or layout.lower(after) in (
            "that",
            "whether",
            "if",
            "how",
            "why",
        ):
            return Placed(cue, "leading", clause, cue.last, agent)
    return None


def _is_raised(layout: Layout, cue: Cue) -> bool:
    """Whether an infinitive follows a passive of saying or believing, agent passed over: "is thought by many to have fled"."""
    at = cue.last
    if layout.lower(at) == "by":
        at = layout.chain_after(at + 1) or at
    follows = layout.lower(at) == "to" and layout.verb_at(at) is not None
    return follows and cue.lemma in words("reporting", "raising")


def _noun_before_comma(layout: Layout, first: int) -> tuple[int, int] | None:
    """As in "The missile, believed to be new,": the noun that a participle after a comma tells of."""
    if layout.lower(first - 1) != ",":
        return None
    start = layout.chain_before(first - 1)
    return (start, first - 1) if start is not None else None


def _agent(layout: Layout, at: int) -> tuple[int, int] | None:
    """As in "by the army" directly after a passive."""
    if layout.lower(at) != "by":
        return None
    end = layout.chain_after(at + 1)
    return (at + 1, end) if end is not None else None


def is_bare(layout: Layout, at: int) -> bool:
    """Whether the verb group at ``at`` is an infinitive or participle, no finite verb."""
    return layout.tokens[at].pos == "TO" or layout.tokens[at].tag in ("VVG", "VVI")
