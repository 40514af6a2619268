"""Numbers that were torn, lost digits, or cannot be."""

import re
from collections.abc import Iterator

from reconcile.extract.garbles.prose import Prose
from reconcile.lexicon.load import words
from reconcile.model.marks import Mark
from reconcile.model.spans import Span

_TORN = re.compile(r"(?<![\w.,:/$-])(?P<head>\d{1,2}) (?P<tail>\d{1,2})(?P<after>(?: [a-z]{3,}){1,3})")
_TORN_GROUP = re.compile(r"(?<=[a-z] )(?P<head>\d) (?P<tail>00|9\d\d)(?= [a-z]|[,.](?!\d))")
_SPACED_THOUSANDS = re.compile(r"(?<!\d )(?<![\w.,])\d{2,3} \d{3}(?= [a-z])")
_SHORT_GROUP = re.compile(
    r"(?<![\w.,:/-])(?:[$\u00a3\u20ac]\s?)?(?P<number>\d{1,3}(?:,\d{3})*,(?:\d{2}|\d{4,6}))(?![\d,:/-])"
)
_SCALE = re.compile(
    r"(?P<number>\d) ?(?P<scale>(?:m ?illion|mi ?llion|mil ?lion|mill ?ion|milli ?on|millio ?n|b ?illion|bi ?llion|bil ?lion|bill ?ion|billi ?on|billio ?n|tr ?illion|tri ?llion|trill ?ion|h ?undred|hun ?dred|t ?housand|thou ?sand|per ?c ?ent|p ?ercent))\b"
)
_TWO_POINTS = re.compile(
    r"(?<![\w.])(?P<head>\d{1,6})(?P<points>\.\.|,\.|\.,)(?P<tail>\d{1,3})(?:(?![\w.])|(?=[ap]\.?m\b))"
)
_LETTER = re.compile(
    r"(?<![\w-])(?P<number>\d+[OIl]\d+|\d+[O](?=\b)|\d{1,3}(?:,[\dOl]{3}){0,8},(?:[\d][Ol][\dOl]|[Ol]\d[\dOl]))(?![\w-])"
)
_SHARE = re.compile(
    r"\b(?P<number>1\d\d|[2-9]\d\d|\d{4,})(?:\.\d+)?(?P<unit> ?%| percent| per cent) of (?:all |the |its |their |our |those )?(?P<nouns>(?:\w+ ){0,2}[a-z]+)"
)


_WHOLE = ("100%", "100 %", "100 p")


def find(prose: Prose) -> Iterator[Mark]:
    """Broken numbers of the readable prose."""
    yield from _torn(prose)
    yield from _torn_groups(prose)
    for match in prose.matches(_SHORT_GROUP):
        if not _in_list(prose.text, match):
            span = Span(*match.span("number"))
            yield prose.mark("number_mangled", span, "digit-group", None, 0.8, number=match["number"])
    for match in prose.matches(_SCALE):
        whole = f"{match['number']} {match['scale'].replace(' ', '')}"
        written = match.group()
        if " " in match["scale"] and match["scale"] != "per cent":
            yield prose.mark("number_mangled", Span(*match.span()), "torn-scale", whole, 0.9, number=written)
    for match in prose.matches(_TWO_POINTS):
        fixed = f"{match['head']}.{match['tail']}"
        yield prose.mark("number_mangled", Span(*match.span()), "two-points", fixed, 0.8, number=match.group())
    for match in prose.matches(_LETTER):
        fixed = match["number"].replace("O", "0").replace("l", "1").replace("I", "1")
        yield prose.mark(
            "number_mangled", Span(*match.span("number")), "letter-for-digit", fixed, 0.75, number=match["number"]
        )
    for match in prose.matches(_SHARE):
        if match.group().startswith(_WHOLE):
            continue
        if words("numbers", "wholes").intersection(match["nouns"].split()):
            yield prose.mark(
                "number_mangled",
                Span(match.start(), match.end("unit")),
                "share-past-whole",
                None,
                0.75,
                number=match["number"],
            )


def _torn(prose: Prose) -> Iterator[Mark]:
    """ "3 6 hours", but not "won 6 4 on Sunday", "Formula 1 2 weeks ago", "July 4 12 people"."""
    for match in prose.matches(_TORN):
        before = prose.text[max(0, match.start() - 30) : match.start()].strip()
        name = re.search(r"(?P<opener>^|[.!?\n]\s+)?(?P<word>[\w.]+)$", before)
        if name is None or name["word"][0].isdigit():
            continue
        is_opener = name["opener"] is not None and name["word"].lower() in words("prose", "function_words")
        if name["word"][0].isupper() and not is_opener and not _is_timed(match):
            continue
        nouns = match["after"].split()
        if not any((noun.endswith("s") and len(noun) > 3) or noun in words("numbers", "counted") for noun in nouns):
            continue
        joined = match["head"] + match["tail"]
        yield prose.mark(
            "number_mangled", Span(match.start(), match.end("tail")), "torn-number", joined, 0.75, number=match.group()
        )


def _torn_groups(prose: Prose) -> Iterator[Mark]:
    """ "5 00 men", "1 995": digits that are no number by themselves; where thousands are set apart so, it is a style."""
    found = list(prose.matches(_TORN_GROUP))
    if len(found) > 1 or any(True for _ in prose.matches(_SPACED_THOUSANDS)):
        return
    for match in found:
        yield prose.mark(
            "number_mangled",
            Span(*match.span()),
            "torn-number",
            match["head"] + match["tail"],
            0.65,
            number=match.group(),
        )


def _is_timed(match: re.Match[str]) -> bool:
    """After a name only what no count can be: "Blair 1 0 days ago", not "Formula 1 2 weeks ago"."""
    return match["tail"] == "0" and match["after"].split()[0] in words("numbers", "units_of_time")


def _in_list(text: str, match: re.Match[str]) -> bool:
    """ "rooms 12,14 and 16" is a list; "July 4,2013" a date."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 8]
    month = re.search(r"\b[A-Z][a-z]{2,8}\.? $", before)
    return bool(
        re.match(r"\s?(?:,|and |or |&)\s?\d", after)
        or re.search(r"\d,? $", before)
        or (month and re.search(r",(?:19|20)\d\d$", match["number"]))
    )
