"""Called from a pipeline: reports as JSON lines on standard input, findings as JSON lines on standard output.

Each line in is an object with ``text`` and, where known, ``id``, ``source``, ``title``, ``published`` and ``url``. The stream
may be mixed: reports of one event are brought together first. Each line out is one finding with the ``event`` it belongs to.
A line that is no report is told on standard error and passed over; the exit code is then 1.

usage: cat articles.jsonl | python examples/pipeline.py > findings.jsonl
"""

import json
import sys
from collections.abc import Iterable, Iterator

from reconcile import Report, ReportError, group_reports, reconcile


def read(lines: Iterable[str], faults: list[str]) -> Iterator[Report]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield Report.from_dict(json.loads(line), where=f"line {number}")
        except (ReportError, ValueError) as error:
            faults.append(str(error) if isinstance(error, ReportError) else f"line {number}: {error}")


def findings(reports: list[Report]) -> Iterator[str]:
    by_id = {report.id: report for report in reports}
    for event in group_reports(reports):
        result = reconcile([by_id[report_id] for report_id in event.report_ids])
        for line in result.to_json_lines().splitlines():
            yield json.dumps({"event": event.id, **json.loads(line)}, ensure_ascii=False)


def main() -> int:
    faults: list[str] = []
    for line in findings(list(read(sys.stdin, faults))):
        print(line)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
