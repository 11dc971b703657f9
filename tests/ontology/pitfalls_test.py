"""Annotations: the pitfalls that OOPS! looks for (Poveda-Villalón and others, 2014), each by a query of
its own in pitfalls/, numbered as in its catalogue. None is found, or it is waived beside the term:

    skos:editorialNote "P11: why it is right here."@en

A waiver of the whole ontology stands in whence.ttl. A waiver of what is not found is an error too.
Left out are the pitfalls that no query finds, since they ask what was meant (P01, P09, P14 to P18, P23),
and P37, whether the IRI opens on the web: the address is one that nobody can own."""

import re
from pathlib import Path

import ontology  # First: it makes tests/data_set importable.
import checks
import data_set
from ontology import SKOS, ox

PITFALLS = ontology.HERE / "pitfalls"
WAIVER = re.compile(r"(P\d\d): \S.*\.$")


def questions() -> list[Path]:
    return sorted(PITFALLS.glob("*.rq"))


def found(query: Path, store: ox.Store) -> set[str]:
    return {row["term"].value for row in store.query(query.read_text())}


def waivers(store: ox.Store) -> set[tuple[str, str]]:
    """The pitfall and the term of each waiver."""
    notes = store.quads_for_pattern(None, ox.NamedNode(SKOS + "editorialNote"), None)
    return {
        (match[1], quad.subject.value)
        for quad in notes
        if (match := WAIVER.fullmatch(quad.object.value))
    }


def title(query: Path) -> str:
    return query.read_text().splitlines()[0].removeprefix("# ")


def all_findings(store: ox.Store) -> list[str]:
    waived = waivers(store)
    needed = set()
    findings = []
    for query in questions():
        for term in sorted(found(query, store)):
            reasons = {(query.stem, term), (query.stem, ontology.WHOLE)} & waived
            needed |= reasons
            if not reasons:
                findings.append(f"{data_set.short(term)}: {title(query)}")
    for pitfall, term in sorted(waived - needed):
        findings.append(f"{data_set.short(term)}: {pitfall} is waived and not found")
    return findings


def main() -> None:
    store = ontology.store_of(ontology.triples())
    number = len(waivers(store))
    checks.exit_with("pitfalls", all_findings(store), f"{len(questions())} pitfalls, {number} waivers")


if __name__ == "__main__":
    main()
