"""What the modules that put matches together share: matches, their gaps, and forms with changed fields."""

from collections.abc import Sequence

from attrs import evolve

from reconcile.extract.times_lexer import Lexeme
from reconcile.model.times import TimeForm

# First token, token after the last, the form, the rule.
Found = tuple[int, int, TimeForm, str]
Tokens = Sequence[Lexeme]

# Forms that name one day, so that an hour or a number of days can be told from it.
DAYS = frozenset({"date", "iso", "numeric", "weekday", "day", "monthday", "holiday", "shift"})
POINTS = frozenset({*DAYS, "month", "unit", "year", "quarter", "season", "half", "decade"})


def with_fields(form: TimeForm, **more: str) -> TimeForm:
    """The form with further or changed fields; an empty one is taken away."""
    fields = dict(form.fields) | more
    return evolve(form, fields=tuple((k, v) for k, v in fields.items() if v))


def gap_between(tokens: Tokens, left: Found, right: Found) -> str:
    """The keys of the tokens between two matches, "?" for a word of no key."""
    return " ".join(t.key or "?" for t in tokens[left[1] : right[0]])
