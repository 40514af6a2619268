"""Vague times: now, recently, soon, in the past. Their value is PRESENT_REF, PAST_REF or FUTURE_REF."""

from reconcile.extract.times_grammar import Builder, Read, Rule, form, rule
from reconcile.model.times import TimeForm


def _ref(value: str) -> Builder:
    def build(_: Read) -> TimeForm | None:
        return form("ref", value=value)

    return build


def _soon(read: Read) -> TimeForm | None:
    """Not "as soon as", nor "soon after the attack", which hangs on another time."""
    return None if read.before() == "as" or read.after() in ("after", "before") else form("ref", value="FUTURE_REF")


def _then(read: Read) -> TimeForm | None:
    """ "At the time" is a time by itself where no clause says of what."""
    return (
        form("ref", value="PAST_REF")
        if read.before() == "at"
        and read.after() not in ("of", "when", "that")
        and not read.tokens[read.first - 1].text[0].isupper()
        else None
    )


def _at_present(read: Read) -> TimeForm | None:
    return form("ref", value="PRESENT_REF") if read.before() in ("at", "for") else None


def _the_past(read: Read) -> TimeForm | None:
    return (
        form("ref", value="PAST_REF")
        if read.tag_after()[:2] not in ("NN", "AJ", "NP") or read.before() != "in"
        else None
    )


def _future(read: Read) -> TimeForm | None:
    """ "The future", not "the future king"."""
    return None if read.tag_after()[:2] in ("NN", "AJ", "NP") else form("ref", value="FUTURE_REF")


def _term(read: Read) -> TimeForm | None:
    return form("ref", value="FUTURE_REF") if read.before() in ("in", "over", "for") else None


RULES: tuple[Rule, ...] = (
    rule("vague.now", r"(?: right | just )? PRESENT", _ref("PRESENT_REF")),
    rule("vague.at-present", r"the? (?: moment | present_noun time? )", _at_present),
    rule("vague.this-time", r"this (?: time | moment )", _at_present),
    rule("vague.these-days", r"these days", _ref("PRESENT_REF")),
    rule("vague.recently", r"(?: more | most | very | as )? PAST", _ref("PAST_REF")),
    rule("vague.past", r"the past (?! UNIT | NUMBER | few | couple | several | many )", _the_past),
    rule("vague.at-the-time", r"(?: the | that ) time", _then),
    rule("vague.soon", r"very? FUTURE", _soon),
    rule("vague.future", r"the (?: near | distant )? -? future", _future),
    rule("vague.term", r"the? (?: near | short | long ) -? term", _term),
)
