"""The wording of garble findings: one plain sentence for each rule."""

from collections.abc import Mapping

_SENTENCES: Mapping[str, str] = {
    "marks.doubled-word": "The word {word!r} stands twice.",
    "marks.doubled-phrase": "The words {word!r} stand twice.",
    "marks.doubled-block": "This sentence stands in the report a second time, word for word.",
    "marks.stray-punctuation": "Stray punctuation: {text!r}.",
    "marks.missing-space": "A space is missing in {text!r}.",
    "marks.glued-words": "Two words are written as one: {text!r}.",
    "marks.torn-word": "A word is torn in two: {text!r}.",
    "marks.torn-ligature": "A word is torn where a ligature stood: {text!r}.",
    "marks.lower-case-after-stop": "A stop splits the sentence: {text!r} goes on in lower case.",
    "marks.stop-after-opener": "A stop stands after {word!r}, which cannot end a sentence.",
    "marks.repeated-tail": "The end of the sentence before is left standing a second time: {text!r}.",
    "marks.bare-amount": "A number with its noun stands alone without a verb: {text!r}.",
    "marks.lower-case-paragraph": "The paragraph begins in mid-sentence: {text!r}.",
    "marks.quote-not-closed": "A quotation opens and never closes.",
    "marks.quote-not-opened": "A quotation closes that never opened.",
    "marks.mixed-quotes": "A quotation opens and closes with different marks: {text!r}.",
    "marks.bracket-not-closed": "A bracket opens and never closes.",
    "marks.bracket-not-opened": "A bracket closes that never opened.",
    "marks.feed-note": "The feed cut the text off: {text!r}.",
    "marks.no-end": "The text ends in mid-sentence: {text!r}.",
    "marks.cut-in-word": "The text ends in mid-word: {text!r}.",
    "marks.ends-with-opener": "The paragraph ends with {word!r}, which cannot end a sentence.",
    "marks.torn-number": "A number is torn in two: {text!r}.",
    "marks.digit-group": "A number has a group of too many or too few digits: {text!r}.",
    "marks.torn-scale": "A number word is torn: {text!r}.",
    "marks.two-points": "A number has two points: {text!r}.",
    "marks.letter-for-digit": "A letter stands in a number: {text!r}.",
    "marks.share-past-whole": "A share of more than the whole: {text!r}.",
    "marks.wrong-characters": "Characters were read with the wrong table: {raw!r}.",
    "marks.question-for-apostrophe": "A question mark stands for an apostrophe: {text!r}.",
    "marks.lost-character": "A character was lost: {text!r}.",
    "marks.html-tag": "A tag of the page is left in the text: {text!r}.",
    "marks.misspelt-word": "{text!r} is no word.",
    "marks.half-dotted": "An abbreviation has lost its second stop: {text!r}.",
    "marks.opening-apostrophe": "An opening quotation mark stands for an apostrophe.",
    "marks.lone-ellipsis": "The text is cut off with an ellipsis.",
    "marks.its": '"its" stands for "it\'s".',
    "marks.of-for-have": '"of" stands for "have".',
    "marks.then-for-than": '"then" stands for "than".',
    "marks.form-for-from": '"form" stands for "from".',
    "marks.as-well-as": '"as" is missing after "as well".',
    "marks.age-without-old": 'An age without "old": {text!r}.',
    "marks.two-prepositions": "Two prepositions run together: {text!r}.",
    "marks.two-articles": "Two articles run together: {text!r}.",
    "marks.article-with-plural": "An article for one thing stands before a plural: {text!r}.",
    "marks.missing-to": '"to" is missing in {text!r}.',
    "marks.agreement": "A singular subject has a plural verb: {text!r}.",
    "marks.same-twice": 'The same word stands on both sides of "and": {text!r}.',
    "marks.verb-form": "Two verb forms are mixed: {text!r}.",
    "marks.boilerplate": "A leftover of the page, not of the report ({zone}).",
    "marks.unreadable": "This block is not English prose and was not checked.",
    "marks.many-defects": "This block has {count} defects of form and may not be prose.",
    "garble.wrong-entity": "The sentence breaks at {text!r}: {passages} other passage(s) have {frame} {right}, none has {frame} {wrong}.",
    "garble.orphan-name": "{text!r}: a name stands alone after a sentence that ends in another name.",
    "garble.misspelt-name": "{text!r} looks like a misspelling of {twin!r}.",
}
_MEANT = " Probably meant: {suggestion!r}."


def summary(rule: str, params: Mapping[str, str], suggestion: str | None) -> str:
    """The sentence of ``rule``; one that is not listed is told by its kind and its words."""
    sentence = _SENTENCES.get(rule, "{kind}: {text!r}.").format_map(params)
    return sentence + (_MEANT.format(suggestion=suggestion) if suggestion else "")
