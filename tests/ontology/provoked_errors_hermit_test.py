"""Provoked errors, by HermiT: a reasoner of another make, with the direct semantics, agrees on one
contradiction of each sort. A start of the virtual machine each, hence not the whole table."""

import ontology  # First: it makes tests/data_set importable.
import checks
import robot
from contradictions import BROKEN

# Disjoint classes, disjoint code lists, an inverse that makes an asymmetric circle, disjoint properties.
SORTS = [
    "a claim asserted by a place",
    "a polarity where a certainty belongs",
    "a chain turned round by its inverse",
    "a claim that supports what it contradicts",
]


def finding(name: str) -> list[str]:
    broken = next(broken for broken in BROKEN if broken.name == name)
    triples = ontology.parse(f"PREFIX x: <{ontology.BASE}id/example/>\n{broken.data}")
    data = ontology.write("broken.ttl", [*ontology.declarations(), *triples])
    whole = ontology.FOLDER / "whence.ttl"
    done = robot.run("merge", "--input", whole, "--input", data, "reason", "--reasoner", "HermiT")
    said = done.stdout + done.stderr
    if done.returncode == 0 or "inconsistent" not in said.lower():
        return [f"{name}: HermiT finds no contradiction, though {broken.reason}; it says: {said[:400]}"]
    return []


def main() -> None:
    findings = [line for name in SORTS for line in finding(name)]
    checks.exit_with("provoked_errors", findings, f"{len(SORTS)} contradictions")


if __name__ == "__main__":
    main()
