"""Codes in plain words: reasons, kinds, confidence, and the question that a desk should ask."""

from collections.abc import Mapping, Sequence
from string import Formatter

from reconcile.lexicon.load import table
from reconcile.model.findings import Finding
from reconcile.model.reasons import Reason
from reconcile.render.escaping import one_line

HIGH, MEDIUM = 0.8, 0.6
_MAX_CHARS = 80
_MOST_VALUES = 3
_MOST_ASKED = 4
_LONGEST_HEADLINE = 320


def label(section: str, code: str) -> str:
    """The name of a code for people; the code itself, readable, where the lexicon has none."""
    return str(table("labels").get(section, {}).get(code) or readable(code))


def readable(code: str) -> str:
    """A code as words: "quantity.part-whole" as "quantity: part whole"."""
    return code.replace(".", ": ").replace("_", " ").replace("-", " ")


def reason_in_words(reason: Reason) -> str:
    """The sentence of a reason's code with its parameters; the code and parameters where the lexicon has no sentence."""
    params = {name: one_line(value) for name, value in reason.params}
    said = table("reasons")
    entry = said.get(reason.code) or said.get(f"{reason.code.split('.')[0]}.*") or {}
    template = str(entry.get("say", ""))
    wanted = {name for _, name, _, _ in Formatter().parse(template) if name}
    if template and wanted <= set(params):
        return _filled(template, params)
    told = ", ".join(f"{readable(name)} {value}" for name, value in params.items())
    return f"{readable(one_line(reason.code))} ({told})" if told else readable(one_line(reason.code))


def _filled(template: str, params: Mapping[str, str]) -> str:
    """Replace {name} by its value and nothing else: no format specification, no attribute of the value."""
    return "".join(text + params.get(name or "", "") for text, name, _, _ in Formatter().parse(template))


def level(confidence: float) -> str:
    """The level of a confidence: "high", "medium" or "low"."""
    return "high" if confidence >= HIGH else "medium" if confidence >= MEDIUM else "low"


def clipped(words: str, most: int = _MAX_CHARS) -> str:
    """Words on one line, cut in the middle, between words, where they are longer than ``most`` characters."""
    shown = one_line(words)
    if len(shown) <= most:
        return shown
    head, tail = shown[: most // 2], shown[len(shown) - most // 2 :]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


def quoted(words: str) -> str:
    """Words between quotation marks, clipped."""
    return f"“{clipped(words)}”"


def any_of(parts: Sequence[str], joint: str = "or") -> str:
    """Parts in a row: "a", "a or b", "a, b or c"."""
    return f"{', '.join(parts[:-1])} {joint} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def title(finding: Finding) -> str:
    """A finding in few words: what it is about and the words that stand for it; the sentence of a garble says it best."""
    if finding.category == "garble":
        return one_line(finding.summary)
    words = _wordings(finding)
    if not words:
        return one_line(finding.summary)
    if finding.category != "contradiction" and finding.kind == "event":
        words = words[:1]  # one telling of an event names it; the others only repeat it
    told = (" against " if finding.category == "contradiction" else ", ").join(words[:_MOST_VALUES])
    more = f" and {len(words) - _MOST_VALUES} more" if len(words) > _MOST_VALUES else ""
    return f"{label('kinds', finding.kind).capitalize()}: {told}{more}"


def _wordings(finding: Finding) -> list[str]:
    """The distinct wordings in quotation marks: one for each side of several, else one for each passage."""
    passages = [s.evidence[0].text for s in finding.sides if s.evidence] if len(finding.sides) > 1 else []
    passages = passages or [e.text for e in finding.evidence] or [s.value for s in finding.sides]
    first: dict[str, str] = {}
    for passage in passages:
        first.setdefault(one_line(passage).casefold(), quoted(passage))
    return list(first.values())


def question(finding: Finding) -> str:
    """The question that a desk should ask; empty where there is none."""
    category = "update" if finding.relation == "update" else finding.category
    asked = table("questions")
    entry = asked.get(f"{category}.{finding.kind}") or asked.get(f"{category}.*")
    if entry is None:
        return ""
    values = tuple(dict.fromkeys(quoted(s.evidence[0].text if s.evidence else s.value) for s in finding.sides))
    words = quoted(finding.evidence[0].text) if finding.evidence else "this"
    listed = (*values[:_MOST_ASKED], f"another of {len(values)}") if len(values) > _MOST_ASKED else values
    return _filled(str(entry["ask"]), {"values": any_of(listed) or words, "words": words})


def headline(finding: Finding) -> str:
    """The sentence of a finding; its title where the sentence is too long to stand over it."""
    summary = one_line(finding.summary)
    return summary if len(summary) <= _LONGEST_HEADLINE else title(finding)


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
