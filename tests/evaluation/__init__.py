"""Measuring reconcile on a folder of articles.

Two commands, each on any folder of this form::

    FOLDER/articles/*.json   {"id", "text", "title", "source", "published", "event"}; "published" ISO 8601 or null
    FOLDER/gold/*.json       what a careful editor would list for one event (only ``score`` needs it)

    python -m tests.evaluation.score FOLDER    recall and precision by kind, and how far confidence can be relied on
    python -m tests.evaluation.inject FOLDER   known errors put into a copy of each article: how many are found?

A gold file is one object. All offsets are Python string offsets into the article's ``text`` (end excluded), and a place
is ``{"report": id, "start": n, "end": n}``: the smallest phrase that carries the value with its head ("at least 12
people"), never a sentence::

    {"event": 7, "name": "ferry accident", "reports": [ids of the event's articles],
     "contradictions": [{"id", "kind", "topic", "strength": "clear" | "arguable", "scope": "cross" | "within",
                         "sides": [{"value", "evidence": [places]}, ...]}],
     "agreements": [{"id", "kind", "topic", "value", "match": "exact" | "compatible" | "approximate",
                     "evidence": [places in at least two reports]}],
     "garbles": [{"id", "report", "start", "end", "kind", "why"}],
     "traps": [{"id", "why", "evidence": [two places or more that do not contradict each other]}]}

Kinds are those of :mod:`reconcile.model.findings`. A contradiction is two statements about one thing at one time that
cannot both be true; a later figure that replaces an earlier one is one too, "arguable" and with "update" in its topic.
Rounding, a wider against a narrower value and a bound that holds are agreements. A trap is what only looks like a
contradiction: other things counted with one noun, other sub-events, units, speakers, accepted spellings.
"""
