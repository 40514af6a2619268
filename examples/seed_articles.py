"""The main job: reconcile the two articles in seeds/ and print the report.

usage: python examples/seed_articles.py [--html PAGE]     with --html the page for a desk is written as well
"""

import argparse
import sys
from pathlib import Path

from reconcile import read_reports, reconcile

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def main() -> None:
    parser = argparse.ArgumentParser(description="Reconcile the two seed articles.")
    parser.add_argument("--html", type=Path, metavar="PAGE", help="write the page to this file")
    options = parser.parse_args()

    result = reconcile(read_reports(SEEDS))
    print(result.to_text(color=sys.stdout.isatty()))
    if options.html:
        options.html.write_text(result.to_html(), encoding="utf-8")


if __name__ == "__main__":
    main()
