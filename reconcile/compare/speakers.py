"""Who said it? The speakers of one quote."""

import re
from collections.abc import Sequence

from reconcile.lexicon.load import word_list, words
from reconcile.measure.humans import is_human
from reconcile.model.claims import Slot
from reconcile.model.comparisons import Member
from reconcile.model.reasons import Reason

Verdict = tuple[str, float, tuple[Reason, ...]]

# Whom a pronoun stands for is likely, not sure; and a few words two people may both have said.
_FEW_WORDS, _SAME_WORDS = 6, 4
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "him", "her", "them"})


def compare_speakers(left: Member, right: Member) -> Verdict:
    """CONFLICT where both name a speaker and the speakers are two entities; an office alone, or a pronoun beside a few words, is UNCLEAR."""
    if left.slot is None or right.slot is None:
        return "MISSING", 0.0, ()
    if _is_retold(left) != _is_retold(right):
        return "UNCLEAR", 0.5, (Reason.of("speaker.retold"),)
    a, b = _words(left.slot.text), _words(right.slot.text)
    if left.slot.entity is not None and left.slot.entity == right.slot.entity:
        if _is_for_another(left.slot.text) != _is_for_another(right.slot.text):
            return "CONFLICT", 0.8, (Reason.of("speaker.spokesman", left=left.slot.text, right=right.slot.text),)
        return "SAME", 1.0, ()
    if (a & b) - word_list("light_words") - words("prose", "function_words"):
        return "COARSER", 0.8, ()
    if not (_is_person(left.slot) and _is_person(right.slot)):
        return "UNCLEAR", 0.5, ()
    pronouns = sum(bool(told & _PRONOUNS) for told in (a, b))
    if pronouns and _are_few(_quoted(left), _quoted(right), sure=pronouns == 1):
        return "UNCLEAR", 0.5, (Reason.of("speaker.pronoun"),)
    return "CONFLICT", 0.8, (Reason.of("speaker.other", left=left.slot.text, right=right.slot.text),)


def _quoted(member: Member) -> list[str]:
    """The words that are quoted."""
    quoted = member.claim.slot("words")
    return quoted.head.split() if quoted is not None else []


def _are_few(left: Sequence[str], right: Sequence[str], *, sure: bool) -> bool:
    """Whether two people may well have said so many words; where one is ``sure``, of the same sentence fewer are enough than of parts."""
    return min(len(left), len(right)) < (_SAME_WORDS if sure and left == right else _FEW_WORDS)


def _is_for_another(text: str) -> bool:
    """ "The mayor's spokesman", "her aide"; "police spokeswoman Katrien Maes" speaks herself."""
    told = text.split()
    at = next((n for n, w in enumerate(told) if w.lower().strip(".,") in words("roles", "voices")), None)
    return at is not None and not any(w[:1].isupper() for w in told[at + 1 : at + 2])


def _is_retold(member: Member) -> bool:
    """ "He said, 'You can't run a plant on loyalty'": the speaker gives the words of somebody else."""
    quoted = member.claim.slot("words")
    return quoted is not None and _RETOLD.search(quoted.text) is not None


_RETOLD = re.compile(r"\b(?:said|says|told \w+|asked|wrote)[,:] ?['\u2018\"\u201c]", re.IGNORECASE)


def _is_person(slot: Slot) -> bool:
    """Whether it names a person: by a name that is known for one, or by a name after a noun for one ("his wife Sophie")."""
    if slot.entity is None:
        return False
    before = slot.text.lower().split()[-2:-1]
    return slot.entity.startswith("person:") or (slot.entity.startswith("other:") and any(map(is_human, before)))


def _words(text: str) -> frozenset[str]:
    return frozenset(w.strip(".,'") for w in text.lower().split())
