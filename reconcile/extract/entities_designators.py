"""Vehicles, events and works: "Ilyushin Il-62M", "Flight 7Q-204", "HMS Lantern", "Hurricane Mara", the film "Salt Road"."""

import re
from bisect import bisect_left, bisect_right

from reconcile.extract.entities_drafts import LIKELY, STRONG, Draft, Scene
from reconcile.lexicon.load import words

_MODEL = re.compile(
    r"[A-Z][A-Za-z]{0,4}-?\d{1,4}[A-Za-z]{0,3}(?:-\d{1,4}[A-Za-z]{0,3})?|\d{3}-\d{1,4}[A-Za-z]{0,3}|[A-Z]-\d{1,3}"
)
_NUMBERED = re.compile(r"(?P<name>[A-Z][A-Za-z]{2,40})-(?:\d{1,3}[A-Z]?|[IVX]{1,4})")
_FLIGHT_NUMBER = re.compile(r"(?:[A-Z]{1,3}|[A-Z]\d|\d[A-Z])?-?\d{1,4}[A-Z]?")
_REGISTRATION = re.compile(r"[A-Z]{1,2}-[A-Z]{3,4}|N\d{2,5}[A-Z]{0,2}|RA-\d{5}")
MAX_QUOTED_CHARS = 60
_NO_MODELS = re.compile(r"(?:G|P|Q|H|FY|CO|B|D|COVID|Covid|M|F|AK|MH|I)-?\d{1,2}|Covid-19|COVID-19|[A-Z]\d")


def match(scene: Scene, at: int) -> Draft | None:
    """The vehicle, event or work that begins at token ``at``."""
    if scene.case == "upper" or not (scene.capitals[at] or scene.tokens[at].text[0].isdigit()):
        return None
    return _ship(scene, at) or _flight(scene, at) or _vehicle(scene, at) or _event(scene, at)


def _ship(scene: Scene, at: int) -> Draft | None:
    """ "USS Orlan", "MV Bright Star": the prefix and the capitalised or quoted words after it."""
    tokens = scene.tokens
    if tokens[at].text not in words("designators", "ship_prefixes") or at + 1 >= len(tokens):
        return None
    i = at + 1
    if tokens[i].text in ('"', "\u201c"):
        i += 1
    begun = i
    while (
        i < len(tokens)
        and i - begun < 4
        and scene.capitals[i]
        and scene.is_joined(i)
        and not tokens[i].tag.startswith("VV")
    ):
        i += 1
    if i == begun:
        return None
    return Draft(
        at, i, "vehicle", scene.text(at, i).replace('"', "").replace("\u201c", ""), "entities_designators.ship", STRONG
    )


def _vehicle(scene: Scene, at: int) -> Draft | None:
    """A maker with its model, or a model beside a vehicle noun or a maker: "Boeing 737-800", "an Il-62M aircraft"."""
    tokens, i = scene.tokens, at
    makers = words("designators", "makers")
    while i < len(tokens) and i - at < 2 and tokens[i].text in makers:
        i += 1
    if i > at:
        return _with_model(scene, at, i)
    text = tokens[at].text
    if (named := _NUMBERED.fullmatch(text)) and (named["name"] in makers or _near_vehicle(scene, at)):
        return Draft(at, at + 1, "vehicle", text, "entities_designators.numbered", STRONG)
    if _REGISTRATION.fullmatch(text) and _near_vehicle(scene, at):
        return Draft(at, at + 1, "vehicle", text, "entities_designators.registration", STRONG)
    if not _MODEL.fullmatch(text) or not scene.capitals[at]:
        return None
    is_near = _near_vehicle(scene, at)
    if is_near or (
        not _NO_MODELS.fullmatch(text)
        and "-" in text
        and text.partition("-")[0] in words("designators", "model_letters")
    ):
        return Draft(at, at + 1, "vehicle", text, "entities_designators.model", STRONG)
    return None


def _with_model(scene: Scene, at: int, i: int) -> Draft | None:
    tokens, begun = scene.tokens, i
    while i < len(tokens) and i - begun < 3 and scene.is_joined(i):
        text = tokens[i].text
        if (
            _MODEL.fullmatch(text)
            or (i == begun and re.fullmatch(r"\d{1,4}(?:-\d+)?", text))
            or (i > at and text in words("designators", "model_words"))
        ):
            i += 1
        else:
            break
    if (
        i > begun
        or _near_vehicle(scene, at)
        or (i < len(tokens) and tokens[i].lower in words("designators", "vehicle_nouns"))
    ):
        return Draft(at, i, "vehicle", scene.text(at, i), "entities_designators.maker", STRONG)
    return None


def _near_vehicle(scene: Scene, at: int) -> bool:
    """A vehicle noun within two tokens on either side."""
    nouns = words("designators", "vehicle_nouns")
    around = scene.tokens[max(0, at - 2) : at] + scene.tokens[at + 1 : at + 3]
    return any(t.lemma in nouns or t.lower in nouns for t in around) or any(
        t.text in words("designators", "makers") for t in scene.tokens[max(0, at - 1) : at]
    )


def _flight(scene: Scene, at: int) -> Draft | None:
    """ "Flight 7Q204", "Orlan Airways Flight 204", "flight KQ 102" with a number; never "flight 36 hours later"."""
    tokens, i = scene.tokens, at
    while i < len(tokens) and i - at < 5 and scene.capitals[i] and tokens[i].lower not in ("flight", "train"):
        i += 1
    if i + 1 >= len(tokens) or tokens[i].lower not in ("flight", "flug") or not scene.capitals[at]:
        return None
    number = i + 1
    if tokens[number].text in ("No", "No.", "number"):
        number += 1
    if (
        number + 1 < len(tokens)
        and re.fullmatch(r"[A-Z0-9]{2}", tokens[number].text)
        and re.fullmatch(r"\d{1,4}", tokens[number + 1].text)
    ):
        return Draft(at, number + 2, "vehicle", scene.text(at, number + 2), "entities_designators.flight", STRONG)
    if (
        number < len(tokens)
        and _FLIGHT_NUMBER.fullmatch(tokens[number].text)
        and any(c.isdigit() for c in tokens[number].text)
    ):
        return Draft(at, number + 1, "vehicle", scene.text(at, number + 1), "entities_designators.flight", STRONG)
    return None


def _event(scene: Scene, at: int) -> Draft | None:
    """ "Hurricane Mara", "Operation Lantern Light", "2012 Summer Games": by the first word or by the last."""
    tokens = scene.tokens
    if at in scene.openers and tokens[at].text in words("name_parts", "openers"):
        return None
    if tokens[at].text in words("designators", "event_first") and at + 1 < len(tokens) and scene.capitals[at + 1]:
        last = at + 2
        while (
            last < len(tokens)
            and last - at < 4
            and scene.capitals[last]
            and tokens[at].text in ("Operation", "Exercise")
        ):
            last += 1
        return Draft(at, last, "event", scene.text(at, last), "entities_designators.event-first", LIKELY)
    return _event_by_head(scene, at)


def _event_by_head(scene: Scene, at: int) -> Draft | None:
    tokens, i, last = scene.tokens, at, None
    if scene.case != "prose":
        return None
    while (
        i < len(tokens)
        and i - at < 6
        and (scene.capitals[i] or (i == at and re.fullmatch(r"(?:19|20)\d\d", tokens[i].text)))
        and (i == at or scene.is_joined(i))
    ):
        if i > at and tokens[i].text in words("designators", "event_heads"):
            last = i + 1
        i += 1
    if last is None or i != last or not any(scene.capitals[k] for k in range(at, last - 1)):
        return None
    return Draft(at, last, "event", scene.text(at, last), "entities_designators.event-head", LIKELY)


def quoted(scene: Scene) -> list[Draft]:
    """Ships and works in quotation marks: the ferry "Bright Star", the film "Salt Road"."""
    quotes, tokens = scene.document.quotes, scene.tokens
    first = bisect_left(quotes, scene.sentence.span.start, key=lambda q: q.span.start)
    last = bisect_right(quotes, scene.sentence.span.end, key=lambda q: q.span.start)
    found = []
    for quote in quotes[first:last]:
        if quote.closed and len(quote.span) <= MAX_QUOTED_CHARS and scene.sentence.span.contains(quote.span):
            begin = bisect_left(tokens, quote.span.start, key=lambda t: t.span.start)
            end = bisect_right(tokens, quote.span.end, key=lambda t: t.span.end)
            draft = _quoted(scene, list(range(begin, end)))
            if draft:
                found.append(draft)
    return found


def _quoted(scene: Scene, inside: list[int]) -> Draft | None:
    if not 1 <= len(inside) <= 6 or not all(
        scene.capitals[i]
        or scene.tokens[i].lower in words("designators", "small_words")
        or scene.tokens[i].pos == "NUM"
        for i in inside
    ):
        return None
    first, last = inside[0], inside[-1] + 1
    while last > first and not scene.tokens[last - 1].text[-1].isalnum():
        last -= 1
    if last == first or not scene.capitals[first]:
        return None
    around = [t.lemma for t in scene.tokens[max(0, first - 4) : max(0, first - 1)]] + [
        t.lemma for t in scene.tokens[last + 1 : last + 3]
    ]
    if any(w in words("designators", "work_nouns") for w in around):
        return Draft(first, last, "work", scene.text(first, last), "entities_designators.quoted-work", STRONG)
    if any(w in words("designators", "vehicle_nouns") for w in around[:3]):
        return Draft(first, last, "vehicle", scene.text(first, last), "entities_designators.quoted-vehicle", STRONG)
    return None
