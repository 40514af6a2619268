"""Claims about one value: a quantity with what it counts or measures, a name."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reconcile.claims.arguments import named, owners, preposition
from reconcile.claims.clauses import Clause
from reconcile.claims.content import noun_phrase_end, phrase_span
from reconcile.claims.drafts import Draft, Materials, slot
from reconcile.claims.holders import Holder, holder
from reconcile.claims.parts import parts
from reconcile.lexicon.load import words
from reconcile.measure.events import event_classes
from reconcile.model.claims import Slot
from reconcile.model.documents import Document, Phrase, Quote, Sentence
from reconcile.model.entities import EntityValue
from reconcile.model.mentions import Mention
from reconcile.model.quantities import QuantityValue
from reconcile.model.spans import Span
from reconcile.model.times import TimeValue


def quantity_drafts(
    document: Document, sentence: Sentence, found: Sequence[Clause], materials: Materials
) -> Iterator[Draft]:
    """One draft for each quantity; its predicate is what is counted, its classes those of the clause it stands in."""
    homes = owners(sentence, found, [m.span for m in materials.quantities])
    whole = [m for m in materials.times if m.value.type in ("DATE", "TIME")]
    dated = _by_clause(sentence, found, whole)
    stretches = _stretch_words(sentence) if materials.quantities else []
    for mention, home in zip(materials.quantities, homes, strict=True):
        clause = found[home] if home is not None else None
        lemma = sentence.tokens[clause.verb.head].lemma.lower() if clause is not None else ""
        extent = clause.span(sentence) if clause is not None else sentence.span
        of = holder(sentence, found, home, mention.span)
        value = _as_age(sentence, clause, of, mention, materials) or mention.value
        slots = [slot(document, "quantity", mention.span, value.of or "", value=value)]
        slots += parts(document, sentence, found, home, mention, materials)
        slots += [
            slot(document, "occasion", t.span, "", value=t.value, prep=preposition(sentence, t.span))
            for t in dated.get(home) or _of_whole(sentence, clause, whole)
        ]
        slots += _stretches(document, stretches, extent, mention.span)
        slots += _owner(document, sentence, mention.span, materials)
        if _CONVERTED.search(document.text[sentence.span.start : mention.span.start]):
            slots.append(slot(document, "conversion", mention.span, ""))
        if clause is not None and lemma in words("measuring", "required"):
            slots.append(slot(document, "threshold", sentence.tokens[clause.verb.head].span, lemma))
        if of is not None:
            slots += _holder_slots(document, sentence, of, materials)
        elif value.kind == "age":
            slots += _aged(document, sentence, clause, mention.span, materials)
        yield Draft(
            "quantity",
            value.of or value.unit or "",
            mention.span,
            tuple(slots),
            event_classes(lemma, "VERB"),
            clause.verb if clause is not None else None,
            extent.join(mention.span),
        )


# The amount that another one in brackets behind it is converted from: "NZ$186 million ($122m)".
_CONVERTED = re.compile(r"(?<![\d,.])\d[\d,.]{0,20}(?: ?[a-z]{1,8}){0,2} ?\((?:about |around |some |or )?$")


def _owner(document: Document, sentence: Sentence, number: Span, materials: Materials) -> Iterator[Slot]:
    """Whose it is, where a name in the genitive stands right before the number: "Ms Nestor's 6,105 votes"."""
    at = bisect_left(sentence.tokens, number.start, key=lambda t: t.span.start)
    if at < 1 or sentence.tokens[at - 1].pos != "POS":
        return
    end = sentence.tokens[at - 1].span.start
    for mention in materials.entities:
        if mention.span.end in (end, sentence.tokens[at - 1].span.end) and mention.span in materials.names:
            yield slot(document, "owner", mention.span, mention.value.name, entity=materials.names[mention.span])


def _stretches(
    document: Document, told: Sequence[tuple[Span, Span, str]], extent: Span, number: Span
) -> Iterator[Slot]:
    """Those of the sentence that belong to a number: of its clause, or "since" right behind that."""
    for before, span, word in told:
        follows = word == "since" and span.start > number.start and before.end == extent.end
        if follows or extent.contains(span):
            yield slot(document, "stretch", span, word)


def _stretch_words(sentence: Sentence) -> list[tuple[Span, Span, str]]:
    """What else tells the time over which a number was counted: "last season", "in 2022/23", "since the breach was made public"."""
    found = []
    for before, token in pairwise(sentence.tokens):
        word = "season" if _SEASON.fullmatch(token.text) else token.lemma.lower()
        if word == "since" or word in words("fluctuating", "seasons"):
            found.append((before.span, token.span, word))
    return found


_SEASON = re.compile(r"(?:19|20)\d\d/\d\d")


def _by_clause(
    sentence: Sentence, found: Sequence[Clause], points: Sequence[Mention[TimeValue]]
) -> Mapping[int | None, Sequence[Mention[TimeValue]]]:
    """The points in time of each clause, by its number: when that happened which a number belongs to."""
    dated: dict[int | None, list[Mention[TimeValue]]] = defaultdict(list)
    for mention, home in zip(points, owners(sentence, found, [m.span for m in points]), strict=True):
        dated[home].append(mention)
    return dated


def _of_whole(
    sentence: Sentence, clause: Clause | None, points: Sequence[Mention[TimeValue]]
) -> list[Mention[TimeValue]]:
    """The times of a sentence for a clause that has none: days, and of months and years those that open the sentence or the clause.

    "A memoir published in 1931" and "the lowest since it began ten years ago" do not date the number beside them.
    """
    verbs = [p for p in sentence.phrases if p.kind == "VG"]
    opens = sentence.tokens[verbs[0].first].span.start if verbs else sentence.span.end
    start = None if clause is None else sentence.tokens[clause.verb.first].span.start
    told = []
    for point in points:
        before = [
            t for t in sentence.tokens if t.span.start >= point.span.end and (start is None or t.span.end <= start)
        ]
        near = start is not None and point.span.end <= start and len(before) <= _NEAR
        if point.value.granularity not in _COARSE or point.span.end <= opens or near:
            told.append(point)
    return told


_NEAR = 4
_COARSE = frozenset({"month", "season", "quarter", "year", "decade", "century"})


def _holder_slots(document: Document, sentence: Sentence, of: Holder, materials: Materials) -> Iterator[Slot]:
    """What the number is of, the words that qualify it, and the names that hang on it ("bid for NXP")."""
    span = phrase_span(sentence, of.phrase)
    value, entity = named(span, sentence.tokens[of.phrase.head].span, materials)
    yield slot(document, "holder", span, of.head, value=value, entity=entity)
    for modifier in of.modifiers:
        yield slot(document, "modifier", span, modifier)
    if span in materials.owners:
        yield slot(document, "name before", span, of.head, entity=materials.owners[span])
    end = _end_past_time(sentence, of.phrase, materials)
    reach = Span(span.start, sentence.tokens[end - 1].span.end)
    for mention in materials.entities:
        if reach.contains(mention.span) and not mention.value.demonym and mention.span in materials.names:
            side = "name before" if mention.span.start < sentence.tokens[of.phrase.head].span.start else "name after"
            yield slot(document, side, mention.span, mention.value.name, entity=materials.names[mention.span])


def _aged(
    document: Document, sentence: Sentence, clause: Clause | None, span: Span, materials: Materials
) -> Iterator[Slot]:
    """Who "the 27-year-old", "the singer, 39," and "a nurse aged 41" is; whose age "who died aged 66" tells."""
    whole = next((p for p in sentence.phrases if p.kind == "NP" and phrase_span(sentence, p).contains(span)), None)
    comma = whole is not None and whole.first > 0 and sentence.tokens[whole.first - 1].text == ","
    before = next(
        (p for p in sentence.phrases if comma and whole and p.kind == "NP" and p.last == whole.first - 1), None
    )
    phrase = before or whole
    entity = materials.meant.get(phrase_span(sentence, phrase)) if phrase is not None else None
    if phrase is None or entity is None:
        phrase = _of_age(sentence, clause, span)
        entity = _person(sentence, phrase, materials) if phrase is not None else None
    if phrase is not None and entity is not None:
        yield slot(document, "holder", phrase_span(sentence, phrase), entity.partition(":")[2], entity=entity)


def _as_age(
    sentence: Sentence, clause: Clause | None, of: Holder | None, mention: Mention[QuantityValue], materials: Materials
) -> QuantityValue | None:
    """ "Marlon was 66": a bare number that a form of "be" tells of a named person."""
    value, tokens = mention.value, sentence.tokens
    bare = value.kind == "count" and value.of is None and value.low is not None and value.low == value.high
    if not bare or clause is None or of is None or not _AGES[0] <= (value.low or 0.0) <= _AGES[1]:
        return None
    told = tokens[clause.verb.head].lemma.lower() == "be" and tokens[clause.verb.last : clause.verb.last + 1]
    if not told or told[0].span != mention.span or _person(sentence, of.phrase, materials) is None:
        return None
    after = tokens[clause.verb.last + 1].lower if clause.verb.last + 1 < len(tokens) else "."
    return QuantityValue(value.low, value.high, "year", kind="age") if after in _AFTER_AGES else None


_AGES = (10, 115)
_AFTER_AGES = frozenset({".", ",", ";", "when", "and", "but", "\u201d", '"'})


def _of_age(sentence: Sentence, clause: Clause | None, span: Span) -> Phrase | None:
    """The noun phrase right before "aged 41", or the subject of the clause that ends in it."""
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.span.overlaps(span)), None)
    if first is None or not (tokens[first].lower in ("aged", "age") or tokens[first - 1].lower == "aged"):
        return None
    at = first - (tokens[first].lower not in ("aged", "age"))
    subject = clause.subject if clause is not None and clause.verb.first < at else None
    before = tokens[at - 1].text
    if tokens[at - 1].pos in ("NOUN", "PROPN"):
        return next((p for p in sentence.phrases if p.kind == "NP" and p.last == at and p is not subject), subject)
    return subject if before == "," or tokens[at - 1].pos in ("VERB", "ADV", "PREP", "DET") else None


def _person(sentence: Sentence, phrase: Phrase, materials: Materials) -> str | None:
    """The person that a noun phrase names or stands for."""
    _, entity = named(phrase_span(sentence, phrase), sentence.tokens[phrase.head].span, materials)
    return entity if entity is not None and entity.startswith("person:") else None


def _end_past_time(sentence: Sentence, phrase: Phrase, materials: Materials) -> int:
    """Where the noun phrase ends with the phrases that hang on it, a time among them left aside: "its bid in October 2016 for NXP"."""
    end = noun_phrase_end(sentence.tokens, sentence.phrases, phrase, len(sentence.tokens))
    dated = next(
        (m.span for m in materials.times if any(m.span.overlaps(t.span) for t in sentence.tokens[end : end + 2])), None
    )
    dated = dated or next((m.span for m in materials.times if m.span.overlaps(sentence.tokens[end - 1].span)), None)
    if dated is None:
        return end
    after = next((i for i, t in enumerate(sentence.tokens) if t.span.start >= dated.end), len(sentence.tokens))
    if after >= len(sentence.tokens) or sentence.tokens[after].lower not in ("for", "of", "with"):
        return end
    named = next((p for p in sentence.phrases if p.kind == "NP" and p.first == after + 1), None)
    return end if named is None else named.last


_NAMED = frozenset({"person", "organization", "vehicle", "work", "event", "place", "other"})


def name_drafts(
    document: Document, sentence: Sentence, quotes: Sequence[Quote], materials: Materials, told: set[str]
) -> Iterator[Draft]:
    """One draft for each name that the report has not used before; ``told`` collects them. A quoted title is a name too."""
    for quote in quotes:
        words = [t for t in sentence.tokens if quote.span.contains(t.span)]
        name = " ".join(t.text for t in words)
        is_title = 2 <= len(words) <= 5 and all(
            t.text[:1].isupper() for t in words if t.pos not in ("PREP", "DET", "CONJ")
        )
        if is_title and name not in told and not any(quote.span.overlaps(m.span) for m in materials.entities):
            told.add(name)
            titled = slot(document, "name", quote.span, name, value=EntityValue("work", name))
            yield Draft("name", "work", quote.span, (titled,))
    for mention in materials.entities:
        value = mention.value
        if value.demonym or value.kind not in _NAMED or value.name in told or mention.span not in materials.names:
            continue
        told.add(value.name)
        named_slot = slot(document, "name", mention.span, value.name, value=value, entity=materials.names[mention.span])
        yield Draft("name", value.kind, mention.span, (named_slot,))
