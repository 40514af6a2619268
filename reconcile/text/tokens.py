"""Words and marks. Numbers, designators, initials and abbreviations stay whole; clitics come apart."""

import re

from reconcile.lexicon.load import word_list

_PATTERN = r"""
    (?P<url>      https?://[^\s<>"]+ | www\.[^\s<>"]+ | [\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64} )
  | (?P<handle>   [@\#]\w+ )
  | (?P<initials> (?:[A-Za-z]\.){2,} )                          # U.S. a.m. J.R.R.
  | (?P<abbrev>   (?:@ABBREVIATIONS@)\.(?=[\s,;:)\w'-]|$) )     # Dr. Gov. Sept.
  | (?P<number>   \d++(?:[.,:/]\d++)*+(?:[^\W\d_]{1,12})?(?:-[^\W\d_]{2,})*(?![^\W_]) )  # 1,200  9:30  25/7/2023  2nd  40m  1.2bn
  | (?P<clitic>   (?<=[A-Za-z])(?:n't|'(?:s|re|ve|ll|d|m))(?![A-Za-z]) )
  | (?P<word>     [^\W_]+?(?=n't(?![A-Za-z])) | [^\W_]+(?:[-\u2010\u2011'.&/][^\W_]+)*? (?='(?:s|re|ve|ll|d|m)(?![A-Za-z])) | [^\W_]+(?:[-\u2010\u2011'&][^\W_]+)* )
  | (?P<ellipsis> \.{2,} | \u2026 )
  | (?P<dash>     -{2,} )
  | (?P<other>    \S )
"""


def _compiled() -> re.Pattern[str]:
    dotted = sorted(word_list("abbreviations"), key=lambda w: (-len(w), w))
    return re.compile(_PATTERN.replace("@ABBREVIATIONS@", "|".join(map(re.escape, dotted))), re.VERBOSE)


_TOKEN = _compiled()


def tokenize(text: str) -> list[tuple[int, int]]:
    """Offsets of the tokens of one sentence. "Moscow's" gives two, "didn't" gives "did" and "n't", "Il-62M" one."""
    return [match.span() for match in _TOKEN.finditer(text)]
