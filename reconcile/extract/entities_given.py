"""Given names: by them a name is known to be a person's."""

from functools import cache
from typing import cast

from reconcile.lexicon.load import table, word_list, words


@cache
def given_names() -> frozenset[str]:
    """Given names as written, by which a person's name is told in a text: those of all lists, and short forms."""
    short = {w.capitalize() for group in cast(list[list[str]], table("nicknames")["given"]["sets"]) for w in group}
    listed = word_list("given_names") | word_list("given_names_more")
    return listed | (short - words("name_parts", "no_short_names"))
