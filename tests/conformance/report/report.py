"""Writes the page and the EARL report from the results of the conformance tests, reads the report with
whence again and counts: report.py WHENCE SUITES RESULTS.xml EARL.ttl

Exits with 1 if a test has failed."""

import csv
import subprocess
import sys
from collections import Counter
from datetime import datetime, timezone
from pathlib import Path

import earl
import page
from entries import entries
from outcomes import FAILED, by_entry, read_results

ROOT = Path(__file__).resolve().parents[3]

COUNT = """
PREFIX earl: <http://www.w3.org/ns/earl#>
SELECT ?outcome (COUNT(DISTINCT ?test) AS ?tests) WHERE {
  ?assertion a earl:Assertion ;
             earl:assertedBy/a earl:Assertor ;
             earl:subject/a earl:TestSubject ;
             earl:test ?test ;
             earl:result/earl:outcome ?outcome .
} GROUP BY ?outcome
"""


def counted(whence: str, report: Path) -> dict[str, int]:
    """How many tests have each outcome, says the report."""
    command = [whence, "query", report, "--format", "csv", COUNT]
    rows = csv.DictReader(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines())
    return {row["outcome"].replace("http://www.w3.org/ns/earl#", "earl:"): int(row["tests"]) for row in rows}


def main() -> None:
    whence, suites, results, report = *sys.argv[1:3], *map(Path, sys.argv[3:5])
    outcomes = by_entry(entries(whence, Path(suites).resolve()), read_results(results, suites))
    (ROOT / "docs/conformance.md").write_text(page.write(outcomes, page.differences_in(ROOT)), encoding="utf-8")
    report.write_text(earl.write(outcomes, ROOT, datetime.now(timezone.utc)), encoding="utf-8")

    expected = Counter(earl.OUTCOMES[outcome.kind] for entry, outcome in outcomes.items() if entry.iri)
    if counted(whence, report) != expected:
        raise SystemExit(f"{report} reads as {counted(whence, report)}, not as {dict(expected)}")
    print(f"docs/conformance.md and {report}: " + ", ".join(f"{n} {kind}" for kind, n in sorted(expected.items())))
    for entry, outcome in outcomes.items():
        if outcome.kind == FAILED:
            print(f"failed: {entry.iri}: {outcome.reason}")
    sys.exit(1 if expected[earl.OUTCOMES[FAILED]] else 0)


if __name__ == "__main__":
    main()
