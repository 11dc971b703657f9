"""The page docs/conformance.md, written from outcomes, and read back: what it leaves unsaid has passed."""

import re
from collections import Counter
from pathlib import Path

from entries import Entry
from outcomes import FAILED, NOT_RUN, PASSED, Outcome

HEAD = """\
# Conformance

<!-- Written by script/conformance. Do not edit: run it again. -->

What came of every test of the W3C's suites. Written by `script/conformance`, never by hand; it runs
them all and also writes a report in [EARL](https://www.w3.org/TR/EARL10-Schema/),
`build/conformance/earl.ttl`. The tests are cases of `tests/conformance`, which `script/test` runs; none
of those that are run is expected to fail.
"""

GROUPS = (
    ("RDF 1.1", "rdf-tests/rdf/rdf11"),
    ("JSON-LD 1.1", "json-ld-api"),
    ("RDF Dataset Canonicalization", "rdf-canon"),
    ("SPARQL 1.0", "rdf-tests/sparql/sparql10"),
    ("SPARQL 1.1", "rdf-tests/sparql/sparql11"),
    ("RDF 1.2", "rdf-tests/rdf/rdf12"),
    ("SPARQL 1.2", "rdf-tests/sparql/sparql12"),
)
COLUMNS = "| {} | tests | passed | failed | not run |\n|---|--:|--:|--:|--:|\n"

Outcomes = dict[Entry, Outcome]


def group_of(suite: str) -> str:
    return next((name for name, folder in GROUPS if suite.startswith(folder)), "others")


def counts_table(heading: str, outcomes: Outcomes, row_of) -> str:
    counts: dict[str, Counter] = {}
    for entry, outcome in outcomes.items():
        counts.setdefault(row_of(entry), Counter())[outcome.kind] += 1
    rows = [
        f"| {row} | {count.total()} | {count[PASSED]} | {count[FAILED]} | {count[NOT_RUN]} |\n"
        for row, count in counts.items()
    ]
    return COLUMNS.format(heading) + "".join(rows)


def named(outcomes: Outcomes, kind: str) -> str:
    lines = []
    for entry, outcome in outcomes.items():
        if outcome.kind == kind:
            name = f"[{entry.name}](<{entry.iri}>)" if entry.iri else f"{entry.name} (without an IRI)"
            lines.append(f"- {entry.suite}: {name}: {outcome.reason}\n")
    return "".join(lines) or "None.\n"


def left_out_table(outcomes: Outcomes) -> str:
    tests = Counter(entry.suite for entry in outcomes)
    reasons: dict[str, list[str]] = {}
    for entry, outcome in outcomes.items():
        if outcome.reason not in reasons.setdefault(entry.suite, []):
            reasons[entry.suite].append(outcome.reason)
    rows = [f"| {suite} | {tests[suite]} | {'; '.join(why)} |\n" for suite, why in reasons.items()]
    return "| suite | tests | why |\n|---|--:|---|\n" + "".join(rows)


def write(outcomes: Outcomes, differences: str) -> str:
    """`differences` is a section about other engines, with its heading, or nothing."""
    order = [*(name for name, _ in GROUPS), "others"]
    ordered = dict(sorted(outcomes.items(), key=lambda item: order.index(group_of(item[0].suite))))
    unregistered = {entry: Outcome(NOT_RUN, entry.why_not_run()) for entry in ordered}
    run = {entry.suite for entry, outcome in ordered.items() if outcome != unregistered[entry]}
    in_part = {entry: outcome for entry, outcome in ordered.items() if entry.suite in run}
    left_out = {entry: outcome for entry, outcome in ordered.items() if entry.suite not in run}
    parts = [
        HEAD,
        counts_table("in sum", ordered, lambda entry: group_of(entry.suite)),
        "## Suite by suite\n",
        counts_table("suite", in_part, lambda entry: entry.suite),
        "## Failed\n",
        named(in_part, FAILED),
        "## Not run\n",
        named(in_part, NOT_RUN),
        "## Suites of which no test is run\n",
        left_out_table(left_out),
        differences,
    ]
    return "\n".join(part for part in parts if part)


def read(text: str, entries: list[Entry]) -> dict[str, Outcome]:
    """The outcomes, by the tests' IRIs, that make write() write this text."""
    kinds = {"## Failed": FAILED, "## Not run": NOT_RUN}
    found, heading, left_out = {}, "", set()
    for line in text.splitlines():
        if line.startswith("## "):
            heading = line
        elif heading in kinds and (test := re.match(r"- \S+: \[.*\]\(<(\S+)>\): (.+)", line)):
            found[test[1]] = Outcome(kinds[heading], test[2])
        elif heading == "## Suites of which no test is run" and line.startswith("| "):
            left_out.add(line.split(" | ")[0].removeprefix("| "))
    for entry in entries:
        if entry.suite not in left_out and entry.iri:
            found.setdefault(entry.iri, Outcome(PASSED))
    return found


def differences_in(root: Path) -> str:
    """What differential fuzzing found to be told of other engines."""
    file = root / "tests/fuzz/differential/explained.md"
    return file.read_text(encoding="utf-8") if file.exists() else ""
