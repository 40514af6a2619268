"""How seldom a word is in English at large: a weight that no other report can change."""

import math
from functools import lru_cache

from reconcile.lexicon.spelling import frequency

_CORPUS = 1.6e9  # running words behind the counts
_FLOOR = 30  # counts below this are noise: names and misspellings that got into the corpus


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """Natural logarithm of how seldom a lower-case word is: about 9 for "company", 18 for a word that is not in the list."""
    return math.log(_CORPUS / (frequency(word) + _FLOOR))
