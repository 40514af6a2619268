"""Times of day with their zones, and parts of the day."""

from typing import cast

from attrs import evolve

from reconcile.extract.times_grammar import Read, Rule, form, rule
from reconcile.extract.times_numbers import values
from reconcile.lexicon.load import table, words
from reconcile.model.times import TimeForm

PARTS = {
    "morning": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
    "tonight": "NI",
}


def zone_of(read: Read) -> str:
    """Minutes from UTC, "local" for local time, "" where none is told or its offset is not known."""
    if read.has("local"):
        return "local"
    if not read.has("zone"):
        return ""
    minutes = cast(dict[str, int], table("times")["zones"]["minutes"])
    return str(minutes.get(read.key("zone"), ""))


_CLOCK_CUES = frozenset("at around about by from to until since before after between - and or ( of near till".split())


def _clock(read: Read) -> TimeForm | None:
    """ "9:30" by itself may be a score, a verse or the length of a film: it needs a half, a zone, a cue or a date beside it."""
    written = read.key("clock").replace("h", ":").replace(".", ":").split(":")
    found = _time(read, int(written[0]), int(written[1]))
    is_sure = read.has("half") or read.has("zone") or read.has("local") or read.before() in _CLOCK_CUES
    return found if is_sure or found is None else evolve(found, fields=(*found.fields, ("loose", "1")))


def _hour(read: Read) -> TimeForm | None:
    key = read.key("hour")
    return _time(read, int(values().get(key, key)), 0)


def _hour_of_part(read: Read) -> TimeForm | None:
    """ "At six in the morning"; "four in the morning" alone may be people."""
    return _hour(read) if read.before() in _CLOCK_CUES else None


def _military(read: Read) -> TimeForm | None:
    key = read.key("clock")
    return _time(read, int(key[:2]), int(key[2:])) if int(key[2:]) < 60 else None


def _time(read: Read, hour: int, minute: int) -> TimeForm | None:
    half = read.key("half")
    part = read.key("part")
    if half in ("am", "pm") and not 1 <= hour <= 12:
        half = "" if hour <= 24 else "?"
    if hour > 24 or half == "?" or (hour == 24 and minute):
        return None
    if (half == "pm" or part in ("afternoon", "evening", "night")) and hour < 12 and not (part == "night" and hour < 5):
        hour += 12
    if (half == "am" or part == "morning") and hour == 12:
        hour = 0
    exact = "minute" if read.has("clock") or read.has("side") else "hour"
    return form(
        "clock",
        "TIME",
        hour=hour,
        minute=minute,
        zone=zone_of(read),
        grain=exact,
        open="" if half or part or hour > 12 else "1",
    )


def _half_hour(read: Read) -> TimeForm | None:
    hour = int(values().get(read.key("hour"), read.key("hour")))
    return _time(read, hour, 30)


HOURS_OF_DIAL = 12
_QUARTER = 15
SPOKEN_MINUTES = frozenset({5, 10, 15, 20, 25})
_SPOKEN_CUES = frozenset(
    "at around about by from until till since before after past nearly almost just between".split()
)


def _spoken(read: Read) -> TimeForm | None:
    """ "Ten past four", "a quarter to six": "five to nine" may be a range, and needs a cue before it and no noun behind it."""
    minute = _QUARTER if read.key("minute") == "quarter" else int(read.key("minute"))
    hour = int(read.key("hour"))
    if minute not in SPOKEN_MINUTES or not 1 <= hour <= HOURS_OF_DIAL:
        return None
    if read.key("side") == "past":
        return _time(read, hour, minute)
    it_was = read.before() in ("is", "was") and read.before(2) == "it"
    if read.key("minute") != "quarter" and (
        not (it_was or read.before() in _SPOKEN_CUES) or read.tag_after()[:2] in ("NN", "AJ")
    ):
        return None
    if read.key("minute") != "quarter" and read.before() == "by" and read.before(2) in words("times_cues", "voted"):
        return None
    return _time(read, hour - 1 or HOURS_OF_DIAL, 60 - minute)


def _noon(read: Read) -> TimeForm | None:
    name = read.key("name")
    return form(
        "clock", "TIME", hour="24" if name == "midnight" else "12", minute="0", grain="hour", zone=zone_of(read)
    )


# "The dawn of an era", "a view of the sunset": times only after a preposition of time.
_TWILIGHTS = frozenset({"dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall"})


def _part(read: Read) -> TimeForm | None:
    key = read.key("part")
    twilight = read.token("part").text.lower() in _TWILIGHTS
    if twilight and (
        read.after() == "of" or read.before() not in ("at", "by", "before", "after", "until", "since", "from")
    ):
        return None
    if (
        not read.has("det")
        and read.before() not in ("in", "on", "by", "during", "at", "until", "since", "mid", "before", "after")
        and not read.has("phase")
    ):
        return form("part", "TIME", part=PARTS.get(key, "MO"), loose="1")
    rel = read.key("det")
    offset = {"last": -1, "next": 1, "previous": -1, "following": 1}.get(rel, 0)
    this = "1" if rel in ("this", "last", "next") or key == "tonight" else ""
    return form("part", "TIME", part=PARTS.get(key, "MO"), offset=offset, this=this)


def _tonight(read: Read) -> TimeForm | None:
    return form("part", "TIME", part="NI", this="1")


def _overnight(read: Read) -> TimeForm | None:
    return form("part", "TIME", part="NI", loose="" if read.tag_after()[:2] not in ("NN", "AJ") else "1", overnight="1")


_ZONE = r"(?: LPAREN (?P<zone2> ZONE ) RPAREN | (?P<zone> ZONE ) time? | (?P<local> local time ) )"
_HALF = r"(?P<half> HALVE )"

RULES: tuple[Rule, ...] = (
    rule("clock.digital", rf"(?P<clock> CLOCK ) {_HALF}? (?: hours )? {_ZONE}?", _clock),
    rule("clock.hour-half", rf"(?P<hour> HOUR | SMALL ) {_HALF} {_ZONE}?", _hour),
    rule(
        "clock.o-clock",
        rf"(?P<hour> HOUR ) clock (?: in the (?P<part> PLAINDAY ) | at (?P<part2> night ) | {_HALF} )? {_ZONE}?",
        _hour,
    ),
    rule(
        "clock.hour-of-part",
        rf"(?P<hour> HOUR ) (?: in the (?P<part> morning | afternoon | evening ) | at (?P<part2> night ) ) {_ZONE}?",
        _hour_of_part,
    ),
    rule("clock.military", r"(?P<clock> MILITARY ) hours? (?P<zone> ZONE )", _military),
    rule("clock.half-past", rf"half past (?P<hour> HOUR ) {_HALF}?", _half_hour),
    rule(
        "clock.spoken",
        rf"(?: a )? (?P<minute> quarter | SMALL ) (?: minutes )? (?P<side> past | to ) (?P<hour> HOUR ) (?: in the (?P<part> PLAINDAY ) | at (?P<part2> night ) | {_HALF} )? {_ZONE}?",
        _spoken,
    ),
    rule("clock.noon", rf"(?P<name> noon | midnight ) {_ZONE}?", _noon),
    rule(
        "clock.part",
        r"(?: (?P<det> this | last | the | that | next | same | previous | following | early | late ) )? (?: (?P<phase> early | late | mid | later | earlier ) -? )? (?P<part> PLAINDAY )",
        _part,
    ),
    rule(
        "clock.this-part",
        r"(?: (?P<phase> early | late | mid | later | earlier ) )? (?P<det> this | last | the | that ) (?P<part> PLAINDAY )",
        _part,
    ),
    rule("clock.tonight", r"(?: early | late | later )? tonight", _tonight),
    rule("clock.overnight", r"overnight", _overnight),
)
