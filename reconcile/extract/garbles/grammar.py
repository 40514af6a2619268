"""Slips of grammar that have one form only: mixed verb forms, a missing "to", "could of", "its a"."""

import re
from collections.abc import Callable, Iterator, Sequence

from reconcile.extract.garbles.prose import Prose
from reconcile.lexicon.load import words
from reconcile.lexicon.spelling import frequency
from reconcile.model.documents import Sentence, Token
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being"})
_DO = frozenset({"do", "does", "did"})
_ARTICLES = frozenset({"a", "an"})
_JOINING = frozenset({"-", "/", '"', "'", "\u201d", "and", "or", "&"})
_AFTER_PLURAL = frozenset({"PREP", "CONJ", "PUNCT", "AUX", "DET"})

# (kind, rule, pattern, what stands in the place of the whole match)
_SLIPS: tuple[tuple[str, str, re.Pattern[str], str], ...] = tuple(
    (kind, rule, re.compile(pattern), new)
    for kind, rule, pattern, new in (
        ("misspelt_word", "its", r"\b(?P<i>[Ii])ts(?= (?:an?|been|going to|(?:not|just) (?:an?|the|going|clear|only|been|that|possible|enough))\b)", r"\g<i>t's"),
        ("misspelt_word", "of-for-have", r"\b(?P<m>[cw]ould|should|might|must)(?P<n>n't)? of(?= (?!course|all|late|necessity|the|a|an|his|her|its|my|our|your)\w)", r"\g<m>\g<n> have"),
        ("misspelt_word", "then-for-than", r"\b(?P<m>more|less|fewer|rather|greater|higher|lower|larger|bigger|smaller) then(?= (?:\d|half|twice|one|two|three|four|five|six|ten|ever|any|just|that of)\b)", r"\g<m> than"),
        ("misspelt_word", "form-for-from", r"\b(?P<m>away|far|apart|(?:com|rain|fall|suffer|rang|benefit|retir|escap|flee|return|stemm|hail|arriv|emerg|resign|withdraw)ing|came|fled|escaped|returned|ranged|suffers?|suffered|removed|excluded|prevented|banned|different) form\b", r"\g<m> from"),
        ("other", "as-well-as", r"(?<=, )as well (?P<a>an?)(?= \w)", r"as well as \g<a>"),
        ("other", "age-without-old", r"\b(?P<n>\d{1,3})-year(?= (?!olds?\b)(?:[a-z]+ ){0,2}(?:man|woman|boy|girl|male|female|teenager|suspect|father|mother|son|daughter|grandmother|grandfather|pensioner|toddler)\b)", r"\g<n>-year-old"),
    )
)  # fmt: skip
_TWO_PREPOSITIONS = re.compile(
    r"\b(?:from by|from of|with of|by of|for of|into of|to of|at of|of at of|on of|in of)\b(?! course)"
)
_TWO_ARTICLES = re.compile(
    r"\b(?:the an?|an? the|a an|an a|the my|the his|the their|the its|a his|a their|a its)(?= [a-z])(?! (?:cap+ella|priori|posteriori|fortiori|la)\b)"
)


def find(prose: Prose) -> Iterator[Mark]:
    """Slips of the readable prose."""
    for kind, rule, pattern, new in _SLIPS:
        for match in prose.matches(pattern):
            yield prose.mark(kind, Span(*match.span()), rule, match.expand(new), 0.75)
    for match in prose.matches(_TWO_PREPOSITIONS):
        yield prose.mark("other", Span(*match.span()), "two-prepositions", None, 0.65)
    for match in prose.matches(_TWO_ARTICLES):
        yield prose.mark("other", Span(*match.span()), "two-articles", None, 0.75)
    for sentence in prose.sentences():
        for judge in _JUDGES:
            yield from judge(prose, sentence)


def _mixed_forms(prose: Prose, sentence: Sentence) -> Iterator[Mark]:
    """ "was fell", "didn't went": a past tense where a participle or a base form must stand."""
    past = words("grammar", "past_only")
    tokens = sentence.tokens
    for at, token in enumerate(tokens[1:], 1):
        before = tokens[at - 1]
        helper = tokens[at - 2] if before.lower in ("n't", "not") and at > 1 else before
        if token.text in past and ((helper.lower in _DO and helper is not before) or before.lower in _BE):
            yield prose.mark("other", helper.span.join(token.span), "verb-form", None, 0.75)


def _article_with_plural(prose: Prose, sentence: Sentence) -> Iterator[Mark]:
    """ "takes a pictures as", but "a sports car", "a series of", "a Sears store"."""
    tokens, odd = sentence.tokens, words("grammar", "plural_in_form")
    for article, noun, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            article.text not in _ARTICLES
            or noun.tag != "NN2"
            or after.pos not in _AFTER_PLURAL
            or after.text in _JOINING
        ):
            continue
        word = noun.text
        if (
            not (word.isalpha() and word.islower() and word.endswith("s"))
            or word.endswith(("ss", "us", "is", "ics"))
            or word in odd
        ):
            continue
        if frequency(word[:-1]) * 2 > frequency(word) > 0:
            yield prose.mark("other", article.span.join(noun.span), "article-with-plural", None, 0.7)


def _missing_to(prose: Prose, sentence: Sentence) -> Iterator[Mark]:
    """ "was willing pay Qualcomm": an adjective that wants "to", and a bare verb with an object."""
    tokens, wanting = sentence.tokens, words("grammar", "wants_to")
    for be, adjective, verb, after in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if be.lower not in _BE or adjective.lower not in wanting or not verb.text.islower():
            continue
        if (
            verb.tag in ("VVB", "VVI", "NN1")
            and verb.lemma == verb.lower
            and after.pos in ("DET", "PROPN", "PRON", "NUM")
            and _is_base_verb(verb)
        ):
            suggestion = f"{adjective.text} to {verb.text}"
            yield prose.mark("other", adjective.span.join(verb.span), "missing-to", suggestion, 0.75)


def _is_base_verb(token: Token) -> bool:
    """Whether "-s" and "-ing" forms of the word are known: a verb, whatever its tag."""
    stem = token.lower.removesuffix("e")
    return bool(frequency(stem + "ing"))


def _agreement(prose: Prose, sentence: Sentence) -> Iterator[Mark]:
    """ "The scam consist of": a singular noun with its article at the head of the sentence and a bare verb."""
    tokens = sentence.tokens
    nouns = [t for t in tokens[1:4] if t.pos in ("NOUN", "ADJ")]
    if not nouns or tokens[0].lower not in ("the", "a", "an", "this", "that", "each", "every"):
        return
    at = 1 + len(nouns)
    if (
        tokens[1:at] != tuple(nouns)
        or at >= len(tokens)
        or nouns[-1].tag != "NN1"
        or nouns[-1].lower in words("grammar", "collective")
    ):
        return
    if tokens[at].text in words("grammar", "verbs_only"):
        verb = tokens[at]
        suggestion = f"{nouns[-1].text} {verb.text}s"
        yield prose.mark("other", nouns[-1].span.join(verb.span), "agreement", suggestion, 0.75)


def _same_twice(prose: Prose, sentence: Sentence) -> Iterator[Mark]:
    """ "alive and alive", but "more and more", "old and old-fashioned", "miles and miles"."""
    tokens = sentence.tokens
    for left, joint, right in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            joint.text == "and"
            and left.text == right.text
            and left.tag == right.tag == "AJ0"
            and left.text not in words("grammar", "paired")
        ):
            yield prose.mark(
                "duplicated_word", left.span.join(right.span), "same-twice", left.text, 0.65, word=left.text
            )


_Judge = Callable[[Prose, Sentence], Iterator[Mark]]
_JUDGES: Sequence[_Judge] = (_mixed_forms, _article_with_plural, _missing_to, _agreement, _same_twice)
