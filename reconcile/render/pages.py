"""The door to jinja2: the page that a desk looks at, and the folded form for notebooks."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reconcile.lexicon.load import table
from reconcile.model.results import Result
from reconcile.render.passages import snippet
from reconcile.render.phrasing import any_of, counted, label
from reconcile.render.view import view_of
from reconcile.render.views import MOST_PASSAGES

if TYPE_CHECKING:
    from jinja2 import Environment


def to_html(result: Result) -> str:
    """One self-contained page: no request to anywhere, no script needed, every word of a report escaped.

    Its policy allows its own script by digest and nothing else, so markup that slipped through could still not run.
    """
    script = _asset("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = _environment().get_template("page.html.j2")
    return page.render(view=view_of(result), css=_asset("page.css"), script=script, digest=digest)


def to_notebook(result: Result) -> str:
    """A short fragment with everything folded away, for ``_repr_html_``."""
    return _environment().get_template("notebook.html.j2").render(view=view_of(result))


def _asset(name: str) -> str:
    return files("reconcile.render").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    # Autoescape is on for every template whatever its name; only our own style and script are marked safe.
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        label=label, any_of=any_of, counted=counted, most_passages=MOST_PASSAGES, snippet=snippet
    )
    environment.globals.update(marks=dict(table("labels")["marks"]), stances=dict(table("labels")["stances"]))
    return environment
