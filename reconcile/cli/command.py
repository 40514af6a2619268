"""The door to click: options, errors without a traceback, exit codes.

Exit codes: 0 done; 1 done, and a finding of a category named by ``--fail-on`` is there; 2 the call or the input is wrong
(the message on standard error says what and where); 130 interrupted.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from attrs import frozen
from click.shell_completion import get_completion_class

from reconcile.cli.events import write_events
from reconcile.cli.inputs import load_config, load_reviews, result_of
from reconcile.cli.outputs import FORMATS, Writer, suffix_format
from reconcile.cli.selection import Selection
from reconcile.errors import ReconcileError
from reconcile.model.findings import CATEGORIES
from reconcile.version import VERSION

DONE, FOUND, WRONG, INTERRUPTED = 0, 1, 2, 130
NAME, COMPLETE = "reconcile", "_RECONCILE_COMPLETE"

_EPILOG = """\b
Exit codes:
  0  done
  1  done, and --fail-on names a category that was found
  2  the call or the input is wrong (see standard error)

\b
Examples:
  reconcile a.txt b.txt
  reconcile news/ --only contradiction --format html --output news.html
  cat articles.jsonl | reconcile - --format jsonl
  reconcile result.json --explain 3f2a91
  reconcile stream.csv --events cluster_id --output results/
"""


def _categories(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Values given apart or with commas; each must be a category."""
    named = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    for name in named:
        if name not in CATEGORIES:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(CATEGORIES)}.")
    return named


@click.command(NAME, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[FILES, FOLDERS, PATTERNS OR -]...")
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), help="Default: by the ending of --output, else text."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write (with --events: folder).")
@click.option("--published", metavar="DATE", help="ISO date of the reports that tell none.")
@click.option("--source", metavar="NAME", help="Source of the reports that tell none.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out findings below it.")
@click.option("--only", multiple=True, callback=_categories, metavar="CATEGORY", help=f"Of {', '.join(CATEGORIES)}.")
@click.option("--config", "settings", type=click.Path(path_type=Path), help="Settings, TOML or JSON.")
@click.option("--reviews", type=click.Path(path_type=Path), help="CSV of --format csv, filled in by a reviewer.")
@click.option("--explain", metavar="ID", help="Show one finding with all that it rests on.")
@click.option("--fail-on", multiple=True, type=click.Choice(["contradiction", "garble"]), help="Exit with 1 if found.")
@click.option("--events", metavar="COLUMN", help="Inputs are tables; one result for every event that COLUMN names.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that share the work.")
@click.option("--width", type=click.IntRange(40), help="Columns of text output. Default: the terminal's, else 80.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@click.option("--progress/--no-progress", default=None, help="Bar on standard error. Default: on a terminal.")
@click.option("--completion", type=click.Choice(["bash", "zsh", "fish"]), help="Print the shell's completion script.")
@click.version_option(VERSION, prog_name=NAME)
def command(**given: Any) -> int:  # click names the parameters by their options
    """Say where several reports of one event agree, contradict each other, stand alone, or are garbled.

    Reports are .txt, .md, .html, .json and .jsonl files; "-" reads JSON lines from standard input. A .json file that holds
    a result of this command is shown again instead.
    """
    return run(Options(**given))


@frozen(kw_only=True)
class Options:
    """What the command line said, by the names of its options."""

    paths: tuple[str, ...]
    form: str | None
    output: Path | None
    published: str | None
    source: str | None
    min_confidence: float | None
    only: tuple[str, ...]
    settings: Path | None
    reviews: Path | None
    explain: str | None
    fail_on: tuple[str, ...]
    events: str | None
    workers: int
    width: int | None
    color: str
    progress: bool | None
    completion: str | None


def run(options: Options) -> int:
    """Do what the options ask for and return the exit code."""
    if options.completion:
        click.echo(_completion_script(options.completion))
        return DONE
    output = options.output
    writer = Writer(options.form or suffix_format(output), output, options.width, _colored(options.color, output))
    selection = Selection(options.only, options.min_confidence)
    config, meta = load_config(options.settings), {"published": options.published, "source": options.source}
    if options.events is not None:
        found = write_events(options.paths, options.events, meta, config, selection, writer, options.workers)
        return FOUND if found & set(options.fail_on) else DONE
    shown = sys.stderr.isatty() if options.progress is None else options.progress
    result = result_of(options.paths, meta, config, workers=options.workers, progress=shown)
    if options.reviews:
        result = result.with_reviews(load_reviews(options.reviews))
    if options.explain is not None:
        writer.write(result.explain(options.explain, width=writer.columns, color=writer.color))
    else:
        writer.write(writer.rendered(selection.of(result)))
    return FOUND if {f.category for f in selection.of(result).findings} & set(options.fail_on) else DONE


def _colored(color: str, output: Path | None) -> bool:
    if color != "auto":
        return color == "always"
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _completion_script(shell: str) -> str:
    found = get_completion_class(shell)
    assert found is not None  # the option offers no others
    return found(command, {}, NAME, COMPLETE).source()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; ``argv`` defaults to the process's arguments."""
    try:
        code = command.main(args=argv, prog_name=NAME, complete_var=COMPLETE, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return WRONG
    except click.exceptions.Exit as left:
        return left.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has seen enough; nothing is wrong. Python must not flush the closed pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (ReconcileError, OSError) as error:
        click.echo(f"{NAME}: {error}", err=True)
        return WRONG
    return code if isinstance(code, int) else DONE
