"""What the words around a noun phrase tell of what it may stand for."""

from reconcile.lexicon import gazetteer
from reconcile.lexicon.load import words
from reconcile.measure.events import event_classes
from reconcile.measure.humans import is_human
from reconcile.model.documents import Phrase, Sentence, Token


def is_subject(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a noun phrase stands where no preposition governs it."""
    return phrase.first == 0 or sentence.tokens[phrase.first - 1].pos != "PREP"


def speaks(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Her daughter said", "said her daughter"."""
    before = sentence.tokens[phrase.first - 1] if phrase.first else None
    return says(sentence, phrase) or _is_speech(before)


def says(sentence: Sentence, phrase: Phrase) -> bool:
    """ "She said"; not "said she died"."""
    return _is_speech(next((t for t in sentence.tokens[phrase.last : phrase.last + 3] if t.pos == "VERB"), None))


def _is_speech(token: Token | None) -> bool:
    if token is None or token.pos != "VERB":
        return False
    return bool(set(event_classes(token.lemma.lower(), "VERB")[:1]) & words("speech", "acts"))


def goes_on(sentence: Sentence, phrase: Phrase) -> bool:
    """ "He added", "she also continued": of whoever spoke last."""
    following = (t for t in sentence.tokens[phrase.last : phrase.last + 3] if t.pos != "ADV")
    verb = next(following, None)
    return verb is not None and verb.pos == "VERB" and verb.lemma.lower() in words("anaphors", "going_on")


def dies(sentence: Sentence, phrase: Phrase) -> bool:
    """ "She died", "he was killed": of somebody who no longer speaks."""
    following = sentence.tokens[phrase.last : phrase.last + 4]
    verb = next((t.lemma.lower() for t in following if t.pos == "VERB"), "")
    is_passive = any(t.lemma == "be" for t in following)
    return verb in words("anaphors", "dying") or (is_passive and "die" in event_classes(verb, "VERB"))


def is_empty(sentence: Sentence, phrase: Phrase) -> bool:
    """ "It is unclear whether", "it took hours to": the pronoun stands for a clause; "it rained": for nothing."""
    following = sentence.tokens[phrase.last : phrase.last + 7]
    verbs = [t.lemma for t in following if t.pos in ("VERB", "AUX")]
    if not verbs:
        return False
    if next((v for v in verbs if v not in ("be", "have", "do", "will", "begin", "start")), "") in words(
        "anaphors", "weather"
    ):
        return True
    opened = any(t.lower in words("anaphors", "clause") or t.pos == "TO" for t in following)
    supposed = any(t.lemma in words("anaphors", "passive_to") for t in following)
    return opened and not supposed and any(t.lemma in words("anaphors", "impersonal") for t in following)


def takes_place(sentence: Sentence, phrase: Phrase) -> bool:
    """ "It happened at noon": what happens is no train and no firm."""
    following = sentence.tokens[phrase.last : phrase.last + 4]
    verb = next((t.lemma for t in following if t.pos == "VERB"), "")
    return verb in words("anaphors", "taking_place")


def tells_of_person(sentence: Sentence, phrase: Phrase) -> bool:
    """ "The 27-year-old", "the Uruguayan", "the singer": a person told of before, by what he or she is."""
    head = sentence.tokens[phrase.head]
    if head.pos == "ADJ":
        return head.lower.endswith("-year-old") or gazetteer.is_one_national(head.text)
    return head.pos == "NOUN" and head.tag != "NN2" and head.lemma.lower() in words("anaphors", "calling")


def describes_person(sentence: Sentence, phrase: Phrase) -> bool:
    """ "The 36-year-old former roofer", "the Czech ace, 29,", "the mother of four": somebody told of before, by what tells no office.

    A noun alone ("the driver") may bring somebody new in.
    """
    tokens, head = sentence.tokens, sentence.tokens[phrase.head]
    noun = head.lemma.lower()
    if head.pos != "NOUN" or head.tag == "NN2" or head.text[:1].isupper():
        return False
    parent, _, rest = noun.partition("-of-")
    if _is_parent(parent) and (rest or _counts_children(sentence, phrase)):
        return True
    if not is_human(noun) or noun in words("roles", "office"):
        return False
    before = tokens[phrase.first + 1 : phrase.head]
    return any(_is_identity(t) for t in before) or _has_age(sentence, phrase.last)


def _is_parent(noun: str) -> bool:
    """ "Mum", "grandfather"."""
    return noun.removeprefix("grand").removeprefix("step") in words("anaphors", "parents")


def _counts_children(sentence: Sentence, phrase: Phrase) -> bool:
    following = sentence.tokens[phrase.last : phrase.last + 2]
    return len(following) == 2 and following[0].lower == "of" and following[1].pos == "NUM"


def _is_identity(token: Token) -> bool:
    word = token.lower
    return (
        word.endswith(("-year-old", "-born", "-based", "-turned"))
        or word in words("anaphors", "identity")
        or token.text in gazetteer.demonyms()
    )


def _has_age(sentence: Sentence, at: int) -> bool:
    """ ", 29,"."""
    found = sentence.tokens[at : at + 3]
    return len(found) == 3 and found[0].text == "," and found[1].pos == "NUM" and found[2].text == ","
