"""Does a sentence show what a section of a lexicon file is about? One runner for each file whose examples can be run."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import cast

from reconcile import find_entities, find_quantities, find_times
from reconcile.claims import attribution, stance
from reconcile.claims.clauses import clauses
from reconcile.config import Config
from reconcile.extract import marks, quantities
from reconcile.lexicon.load import table, words
from reconcile.measure.attributes import attributes, excluding
from reconcile.measure.conditions import conditions
from reconcile.measure.events import event_classes, exclusive
from reconcile.measure.qualities import antonym
from reconcile.model.documents import Document
from reconcile.model.reports import Report
from reconcile.model.spans import Span
from reconcile.text.reading import read

# An example is a sentence, or a pair of words.
Example = str | Sequence[str]
Runner = Callable[[str, str], bool]


@cache
def _document(text: str) -> Document:
    return read(Report(text), Config())


def in_zone(section: str, text: str) -> bool:
    """A block of that kind, as a paragraph of its own or at the head of one."""
    before = "The council met on Monday and agreed on a new bridge.\n\n"
    documents = (_document(before + text), _document(f"{before}{text} The road was closed on Tuesday."))
    return any(z.kind == section and z.span.start >= len(before) for d in documents for z in d.zones)


def has_time(_: str, text: str) -> bool:
    return bool(find_times(text))


def has_no_name_for_a_time(section: str, text: str) -> bool:
    """The word that looks like a time is a part of a name."""
    return not has_time(section, text)


def has_quantity(_: str, text: str) -> bool:
    return bool(find_quantities(text))


def is_attributed(_: str, text: str) -> bool:
    return bool(attribution.find(_document(text)))


def takes_stance(section: str, text: str) -> bool:
    """A clause or noun phrase of the sentence gets its polarity or certainty from the section."""
    document = _document(text)
    attributed = attribution.find(document)
    cues = [
        cue
        for sentence in document.sentences
        for phrase in sentence.phrases
        for cue in stance.of(
            sentence,
            phrase if phrase.kind == "VG" else None,
            Span(sentence.tokens[phrase.first].span.start, sentence.tokens[phrase.last - 1].span.end),
            attributed,
        ).cues
    ]
    return any(cue.startswith(f"{section}:") for cue in cues)


def has_event(section: str, text: str) -> bool:
    """A word or phrase of the sentence stands for the class."""
    tokens = [t for s in _document(text).sentences for t in s.tokens]
    phrases = [tokens[a:b] for a in range(len(tokens)) for b in range(a + 1, min(a + 4, len(tokens)) + 1)]
    return any(
        section in event_classes(" ".join((*(t.lower for t in p[:-1]), form)), p[-1].pos if len(p) == 1 else "")
        for p in phrases
        for form in {p[-1].lemma.lower(), p[-1].lower}
    ) or any(section in event_classes(" ".join((p[0].lemma, *(t.lower for t in p[1:]))), "VERB") for p in phrases)


def _marks(text: str) -> set[str]:
    return {mark.kind for mark in marks.find(_document(text))}


def may_be_doubled(_: str, text: str) -> bool:
    return "duplicated_word" not in _marks(text)


def has_slip_at_stop(section: str, text: str) -> bool:
    split = bool(_marks(text) & {"split_sentence", "fragment", "truncation", "stray_punctuation"})
    return split if section == "never_last" else not split


def has_slip_in_number(_: str, text: str) -> bool:
    return "number_mangled" in _marks(text)


def has_organization(_: str, text: str) -> bool:
    return any(e.kind == "organization" for e in find_entities(text))


def has_role(_: str, text: str) -> bool:
    return any(e.role for e in find_entities(text))


def has_person(_: str, text: str) -> bool:
    return any(e.kind == "person" for e in find_entities(text))


def has_place(_: str, text: str) -> bool:
    return any(e.kind == "place" for e in find_entities(text))


def holds_word_of(file: str) -> Runner:
    """The sentence has a word or phrase of the list, by its lemma or as it stands; of event classes, groups and dimensions one that is of them."""
    return lambda section, text: _holds(table(file)[section], _document(text))


def _holds(entry: Mapping[str, object], document: Document) -> bool:
    tokens = [t for s in document.sentences for t in s.tokens]
    listed = {
        str(w).lower()
        for name, values in entry.items()
        if isinstance(values, list) and name not in ("yes", "no")
        for w in values
    }
    sense = str(entry["sense"])
    if "event classes" in sense:
        return any(listed & set(event_classes(t.lemma.lower(), t.pos)[:1]) for t in tokens)
    if "groups of exclusive" in sense:
        groups = table("exclusive")
        listed = {str(w) for g in listed for side in cast(list[list[str]], groups[g]["sides"]) for w in side}
    if "dimensions" in sense or "properties" in sense:
        return any(m.value.dimension in listed for m in quantities.find(document))
    words = {t.lower for t in tokens} | {t.lemma.lower() for t in tokens}
    told = f" {' '.join(t.lower for t in tokens)} "
    return bool(listed & words) or any(f" {w} " in told for w in listed if " " in w)


def has_condition(section: str, text: str) -> bool:
    """A clause of the sentence tells of the group; of a list of nouns one stands in it."""
    if "sides" not in table("conditions")[section]:
        return holds_word_of("conditions")(section, text)
    told = (
        c.group
        for s in _document(text).sentences
        for clause in clauses(s)
        for c in conditions(s.tokens, clause.verb.head, clause.last)
    )
    return section in set(told)


def is_word_of(section: str, word: str) -> bool:
    """A code or a name of the section's list."""
    return word in words("scripts", section)


def are_two_kinds(section: str, left: str, right: str) -> bool:
    """Two words before one noun tell two kinds of that sort."""
    heads = table("attributes")[section].get("heads", ["thing"])
    head = str(next(iter(heads))) if isinstance(heads, list) else ""
    return excluding(*(attributes(f"the {word} {head}", head) for word in (left, right))) == section


RUNNERS: dict[str, Runner] = {
    **{
        file: holds_word_of(file)
        for file in (
            "acting",
            "denials",
            "fluctuating",
            "hypothetical",
            "measuring",
            "negators",
            "once",
            "onsets",
            "pronouns",
            "qualities",
            "speech",
        )
    },
    "conditions": has_condition,
    "doubling": may_be_doubled,
    "event_classes": has_event,
    "numbers": has_slip_in_number,
    "organizations": has_organization,
    "quantities": has_quantity,
    "regions": has_place,
    "reporting": is_attributed,
    "roles": has_role,
    "scripts": is_word_of,
    "sentences": has_slip_at_stop,
    "stance": takes_stance,
    "times": has_time,
    "times_holidays": has_time,
    "times_names": has_no_name_for_a_time,
    "titles": has_person,
    "zones": in_zone,
}


def shows(file: str, section: str, example: Example) -> bool:
    """Run one example; a pair of words is one of two that exclude each other in the section's class."""
    if isinstance(example, str):
        return RUNNERS[file](section, example)
    left, right = example
    if file == "qualities":
        return antonym(left)[0] == antonym(right)[0]
    if file == "attributes":
        return are_two_kinds(section, left, right)
    return exclusive(left, right) is not None
