"""Provoked errors, by the rules of OWL 2 RL: each row of the table of contradictions is found, and the
ontology by itself is clean."""

import re

import ontology  # First: it makes tests/data_set importable.
import checks
import closure
from contradictions import BROKEN

EXAMPLE = f"{ontology.BASE}id/example/"


def names(broken) -> set[str]:
    return {EXAMPLE + name for name in re.findall(r"\bx:(\w+)", broken.data)}


def all_findings() -> list[str]:
    lines = f"PREFIX x: <{EXAMPLE}>\n"
    given = [triple for broken in BROKEN for triple in ontology.parse(lines + broken.data)]
    messages = closure.contradictions(closure.closure([*ontology.triples(), *given]))
    spoken_of = {name for message in messages for name in re.findall(EXAMPLE + r"\w+", message)}
    # A concept in two lists is the concept's contradiction: the message names no example.
    spoken_of |= {code for message in messages for code in re.findall(ontology.BASE + r"code/[\w/-]+", message)}
    findings = []
    for broken in BROKEN:
        codes = {t.object.value for t in ontology.parse(lines + broken.data) if "/code/" in str(t.object)}
        if not (names(broken) | codes) & spoken_of:
            findings.append(f"{broken.name}: no contradiction, though {broken.reason}")
    return findings


def main() -> None:
    alone = closure.contradictions(closure.closure(ontology.triples()))
    findings = [f"the ontology alone: {message}" for message in alone]
    checks.exit_with("provoked_errors", findings + all_findings(), f"{len(BROKEN)} contradictions")


if __name__ == "__main__":
    main()
