"""What came of each test: from the results that GoogleTest wrote, or from the page that is kept."""

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, replace
from pathlib import Path

from entries import Entry

PASSED, FAILED, NOT_RUN = "passed", "failed", "not run"


@dataclass(frozen=True)
class Outcome:
    kind: str
    reason: str = ""  # Empty for what has passed.


def reason_in(message: str) -> str:
    """The first line of GoogleTest's message that is not the place in the source."""
    lines = [line.strip() for line in message.splitlines()[1:] if line.strip() not in ("", "Skipped")]
    return lines[0] if lines else "without a message"


def outcome_of(case: ElementTree.Element) -> Outcome:
    if (failure := case.find("failure")) is not None:
        return Outcome(FAILED, reason_in(failure.text or ""))
    if (skipped := case.find("skipped")) is not None:
        return Outcome(NOT_RUN, reason_in(skipped.get("message", "")))
    if case.get("result") == "completed":
        return Outcome(PASSED)
    return Outcome(NOT_RUN, "left out of this run")


def read_results(file: Path, suites: str) -> dict[str, Outcome]:
    """By the IRI of the test. Reasons name files of the suites as from their folder, `suites`."""
    found = {}
    for case in ElementTree.parse(file).iter("testcase"):
        for iri in (p.get("value") for p in case.iter("property") if p.get("name") == "iri"):
            if iri in found:
                raise SystemExit(f"{file}: two cases are of the test {iri}")
            outcome = outcome_of(case)
            found[iri] = replace(outcome, reason=outcome.reason.replace(f"{suites}/", ""))
    return found


def by_entry(entries: list[Entry], results: dict[str, Outcome]) -> dict[Entry, Outcome]:
    """An outcome for each entry; one that no case is of was not run."""
    unknown = results.keys() - {entry.iri for entry in entries}
    if unknown:
        raise SystemExit(f"results of tests that no manifest has: {', '.join(sorted(unknown)[:5])}")
    return {entry: results.get(entry.iri) or Outcome(NOT_RUN, entry.why_not_run()) for entry in entries}
