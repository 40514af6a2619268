"""From a reading to its claims: clauses, event nouns, quantities and roles, each with slots, stance and attributions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache

from attrs import evolve, frozen

from reconcile.claims.arguments import clause_slots, joined_subjects
from reconcile.claims.attribution import covering
from reconcile.claims.attribution import find as find_attributions
from reconcile.claims.background import goes_on, is_background, is_of_past_event, names_former, of_own_clause, written
from reconcile.claims.clauses import Clause, clauses
from reconcile.claims.content import content_words, phrase_span
from reconcile.claims.drafts import Draft, Materials, materials
from reconcile.claims.embedding import is_embedded
from reconcile.claims.nominals import nominal_drafts
from reconcile.claims.questions import question_drafts
from reconcile.claims.quotes import quote_drafts
from reconcile.claims.roles import role_drafts, told_role_drafts
from reconcile.claims.stance import of as stance_of
from reconcile.claims.states import clause_states
from reconcile.claims.superseding import is_superseded
from reconcile.claims.values import name_drafts, quantity_drafts
from reconcile.claims.verdicts import called_false
from reconcile.config import Config
from reconcile.lexicon.load import table, words
from reconcile.measure.events import event_classes, negated_verb
from reconcile.model.claims import AttributedSpan, Attribution, Claim
from reconcile.model.documents import Document, Quote, Sentence
from reconcile.model.quantities import QuantityValue
from reconcile.model.readings import Anchored, Reading
from reconcile.model.spans import Span


def build(reading: Reading, anchored: Anchored, names: Mapping[Span, str], config: Config) -> tuple[Claim, ...]:
    """All claims of one report, in order of place; ``names`` gives the entity id of each entity mention by its span."""
    document = reading.document
    attributed = _by_sentence(document, find_attributions(document))
    stuff = materials(reading, anchored, names)
    quotes = _quotes_by_sentence(document)
    day = written(anchored.window, anchored.times)
    claims: list[Claim] = []
    told: set[str] = set()
    past: Sentence | None = None  # the last sentence, where it and what goes on from it is of long before
    for sentence in document.sentences:
        if sentence.kind == "boilerplate" or not sentence.tokens:
            continue
        past = sentence if goes_on(sentence, past, stuff[sentence.index].times, day) else None
        here = attributed.get(sentence.index, [])
        found = clauses(sentence)
        drafts = [
            *_drafts(document, sentence, found, stuff[sentence.index]),
            *quote_drafts(document, sentence, found, quotes.get(sentence.index, ()), here, stuff),
            *name_drafts(document, sentence, quotes.get(sentence.index, ()), stuff[sentence.index], told),
        ]
        ordered = sorted(drafts, key=lambda d: (d.span, d.kind, d.predicate))
        entities = _entities(stuff[sentence.index], sentence.span)
        home = _Home(sentence, content_words(sentence.tokens), entities, past is not None)
        claims += [_claim(document, home, n, draft, here, stuff, day) for n, draft in enumerate(ordered)]
    return tuple(claims)


@frozen
class _Home:
    """What all claims of a sentence have in common: its content words, the entities named or meant in it, whether it is of long ago."""

    sentence: Sentence
    words: tuple[str, ...]
    entities: tuple[str, ...]
    long_ago: bool = False


def _by_sentence(document: Document, spans: Sequence[AttributedSpan]) -> dict[int, list[AttributedSpan]]:
    grouped: dict[int, list[AttributedSpan]] = {}
    for span in spans:
        first, last = document.sentence_at(span.content.start), document.sentence_at(span.content.end - 1)
        for index in range(first.index if first else 0, last.index + 1 if last else 0):
            grouped.setdefault(index, []).append(span)
    return grouped


def _quotes_by_sentence(document: Document) -> dict[int, list[Quote]]:
    grouped: dict[int, list[Quote]] = {}
    for quote in document.quotes:
        first, last = document.sentence_at(quote.span.start), document.sentence_at(quote.span.end)
        for index in range(first.index if first else 0, last.index + 1 if last else 0):
            grouped.setdefault(index, []).append(quote)
    return grouped


_LONGEST_PHRASE = 3  # "take | into custody", "be | on the run"
_BEHIND = 4
_PHASES = frozenset({"begin", "end", "continue", "plan"})


def _is_placed(sentence: Sentence, clause: Clause, stuff: Materials) -> bool:
    """Whether a time or a place stands behind a form of "be": "the meeting is on Friday", not "the prize is worth $100"."""
    behind = sentence.tokens[clause.verb.last : clause.verb.last + _BEHIND]
    told = [m.span for m in (*stuff.times, *stuff.entities)]
    return any(span.overlaps(t.span) for span in told for t in behind)


def _absorbs(sentence: Sentence, clause: Clause, classes: Sequence[str]) -> bool:
    """Whether the clause says no more than that the event of its subject takes place, or what it is: "the visit aims to"."""
    lemma = sentence.tokens[clause.verb.head].lemma.lower()
    return bool(set(classes) & _PHASES) or lemma in ("be", "come", "happen", "occur", "take", "follow", "go")


def _drafts(document: Document, sentence: Sentence, found: Sequence[Clause], stuff: Materials) -> Iterator[Draft]:
    nominals = {d.span.start: d for d in nominal_drafts(document, sentence, stuff)}
    for number, clause in enumerate(found):
        draft = _clause_draft(document, sentence, found, number, clause, stuff)
        subject = nominals.get(draft.span.start)
        if subject is not None and clause.form == "finite" and _absorbs(sentence, clause, draft.classes):
            del nominals[draft.span.start]
            if draft.predicate != "be" or _is_placed(sentence, clause, stuff):
                told = (*subject.classes, *draft.classes)
                draft = evolve(draft, kind="event", classes=told, slots=(*draft.slots, *subject.slots))
        if draft.kind == "event" and draft.predicate != sentence.tokens[clause.verb.head].lemma.lower():
            nominals = {
                at: d for at, d in nominals.items() if d.predicate != draft.predicate or not draft.span.contains(d.span)
            }
        yield draft
    yield from nominals.values()
    yield from quantity_drafts(document, sentence, found, stuff)
    yield from role_drafts(document, sentence, stuff)
    yield from told_role_drafts(document, sentence, found, stuff)
    yield from question_drafts(document, sentence, found, stuff)


def _clause_draft(
    document: Document, sentence: Sentence, found: Sequence[Clause], number: int, clause: Clause, stuff: Materials
) -> Draft:
    head = sentence.tokens[clause.verb.head]
    lemma = head.lemma.lower()
    lemma = negated_verb(lemma) or lemma
    following = _words_from(sentence, clause.verb.last)
    behind = _words_from(sentence, clause.object.last) if clause.object is not None else ""
    classes = _verb_classes(lemma, following, behind)
    kind = "report" if classes[:1] == ("say",) else "state" if head.pos == "AUX" else "event"
    slots = tuple(clause_slots(document, sentence, found, number, stuff))
    since = [n for n, s in enumerate(slots) if s.name == "time" and _is_since(sentence, s.span)]
    begun = _begun(following) if lemma == "be" and since else None
    if begun is not None:
        kind, classes = "event", (begun,)
        slots = tuple(evolve(s, prep=None) if n in since else s for n, s in enumerate(slots))
    undergone = _undergone(sentence, clause, lemma)
    if undergone is not None:
        kind, lemma, classes = "event", undergone, event_classes(undergone, "NOUN")
        slots = tuple(evolve(s, name="patient") if s.name == "agent" else s for s in slots)
    span = clause.span(sentence)
    if clause.subject is not None and span.start <= phrase_span(sentence, clause.subject).start:
        for joined in joined_subjects(sentence, clause):
            span = span.join(phrase_span(sentence, joined))
    return Draft(
        kind,
        lemma,
        span,
        slots,
        classes,
        clause.verb,
        span,
        clause_states(sentence, clause),
        is_embedded(sentence, clause),
    )


def _words_from(sentence: Sentence, at: int) -> str:
    return " ".join(t.lower for t in sentence.tokens[at : at + _LONGEST_PHRASE])


def _verb_classes(lemma: str, following: str, behind: str) -> tuple[str, ...]:
    """The classes of a verb with the words that follow it, else with those behind its object: "took Renner into custody"."""
    alone = event_classes(lemma, "VERB")
    phrases = (event_classes(f"{lemma} {rest}", "VERB") for rest in (following, behind) if rest)
    return next((found for found in phrases if found != alone), alone)


def _undergone(sentence: Sentence, clause: Clause, lemma: str) -> str | None:
    """ "He was never under arrest", "the town came under attack": the event that happens to the subject."""
    behind = [t for t in sentence.tokens[clause.verb.last : clause.verb.last + _BEHIND] if t.pos not in ("ADV", "NEG")]
    if lemma not in ("be", "remain", "come") or not behind or behind[0].lower != "under":
        return None
    noun = next((t for t in behind[1:] if t.pos == "NOUN"), None)
    told = noun is not None and all(t.pos in ("ADJ", "ADV", "DET") for t in behind[1 : behind.index(noun)])
    return noun.lemma.lower() if noun is not None and told and event_classes(noun.lemma.lower(), "NOUN") else None


@cache
def _onsets() -> Mapping[str, str]:
    return {w: name for name in table("onsets") for w in words("onsets", name)}


def _is_since(sentence: Sentence, span: Span) -> bool:
    """Whether "since", or "since about", stands right before a time."""
    before = [t.lower for t in sentence.tokens if t.span.end <= span.start][-2:]
    return "since" in before


def _begun(following: str) -> str | None:
    """The event with which a state began that a form of "be" tells of: "missing since Saturday"."""
    return next((name for state, name in _onsets().items() if f"{following} ".startswith(f"{state} ")), None)


def _claim(
    document: Document,
    home: _Home,
    number: int,
    draft: Draft,
    attributed: Sequence[AttributedSpan],
    stuff: Mapping[int, Materials],
    day: datetime | None,
) -> Claim:
    sentence = home.sentence
    here = stuff[sentence.index]
    raw = document.to_raw(draft.span)
    extent = draft.span if draft.extent is None else draft.extent
    covers = covering(attributed, draft.span)
    inside = content_words(sentence.tokens_in(extent))
    return Claim(
        id=f"{document.report.id}:{sentence.index}:{number}",
        report_id=document.report.id,
        sentence=sentence.index,
        span=draft.span,
        start=raw.start,
        end=raw.end,
        text=document.report.text[raw.start : raw.end],
        predicate=draft.predicate,
        slots=draft.slots,
        stance=called_false(document, sentence, stance_of(sentence, draft.verb, draft.span, covers)),
        attributions=tuple(_attribution(document, a, stuff) for a in covers),
        kind=draft.kind,
        classes=draft.classes,
        words=inside,
        context=tuple(w for w in home.words if w not in inside),
        entities=_entities(here, extent),
        around=home.entities,
        nominal=draft.kind == "event" and draft.verb is None,
        states=draft.states,
        embedded=draft.embedded,
        background=home.long_ago
        or is_background(of_own_clause(sentence, draft.verb, extent, here.times), _reach(sentence, extent, here), day)
        or (_is_of_people(draft) and is_background(here.times, _past_verb(sentence, draft.span), day))
        or names_former(sentence, day)
        or is_of_past_event(sentence, draft.span, here.times, day),
        superseded=draft.kind == "quantity" and is_superseded(sentence, draft.span),
    )


def _is_of_people(draft: Draft) -> bool:
    """Whether a claim is a number of those whom something befell."""
    value = next((s.value for s in draft.slots if s.name == "quantity"), None) if draft.kind == "quantity" else None
    return isinstance(value, QuantityValue) and value.population is not None


def _past_verb(sentence: Sentence, span: Span) -> Span:
    """From a number to a date right behind its verb: "200 people died in September 2011", whatever clause stands before."""
    after = [t for t in sentence.tokens if t.span.start >= span.start]
    verb = next((n for n, t in enumerate(after[:_NEAR_TOKENS]) if t.pos == "VERB"), None)
    return span if verb is None else span.join(after[min(verb + _DATE_TOKENS, len(after) - 1)].span)


_NEAR_TOKENS, _DATE_TOKENS = 8, 4


def _reach(sentence: Sentence, extent: Span, stuff: Materials) -> Span:
    """The clause with a time that dates it from outside: "In February, the storm killed 21", "since 2009, when snipers killed three"."""
    first = sentence.tokens[min(1, len(sentence.tokens) - 1)].span
    if any(m.span.start <= first.start for m in stuff.times):
        return Span(sentence.span.start, extent.end)
    before = [t for t in sentence.tokens if t.span.start <= extent.start][-3:]
    when = next((t.span.start for t in before if t.lower == "when"), None)
    dated = next((m for m in stuff.times if when is not None and 0 < when - m.span.end <= _COMMA_AND_BLANK), None)
    return extent if dated is None else Span(dated.span.start, extent.end)


_COMMA_AND_BLANK = 2


def _entities(stuff: Materials, span: Span) -> tuple[str, ...]:
    named = (stuff.names.get(m.span) for m in stuff.entities if span.contains(m.span))
    meant = (entity for place, entity in stuff.meant.items() if span.contains(place))
    return tuple(sorted({e for e in (*named, *meant) if e is not None}))


def _attribution(document: Document, span: AttributedSpan, stuff: Mapping[int, Materials]) -> Attribution:
    if span.speaker is None:
        return Attribution(span.cue_lemma, None, None, span.mode)
    home = document.sentence_at(span.speaker.start)
    entity = stuff[home.index].entity_in(span.speaker) if home is not None else None
    return Attribution(
        span.cue_lemma, document.text[span.speaker.start : span.speaker.end], span.speaker, span.mode, entity
    )
