"""Every term of ours that is used is declared, and every IRI of the data set is described. What a
declared term says of itself is tests/ontology's."""

import checks
import data_set
from data_set import BASE, OWL, RDFS, SKOS, TYPE, WHENCE

MODULES = WHENCE + "modules/"
KINDS = {OWL + n for n in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}


def declared() -> dict[str, set[str]]:
    """Our terms and reused ones that the ontology declares, with their kinds."""
    found: dict[str, set[str]] = {}
    for path in data_set.ontology_files():
        for quad in data_set.parse(path):
            if quad.predicate.value == TYPE and quad.object.value in KINDS | {RDFS + "Datatype"}:
                found.setdefault(quad.subject.value, set()).add(quad.object.value)
    return found


def used_iris() -> set[str]:
    """In the store, which the tests of this test change; what shapes alone speak of is theirs to check."""
    of_shapes = {q.triple for p in data_set.ontology_files() if p.parent.name == "shapes" for q in data_set.parse(p)}
    found = set()
    for quad in data_set.store():
        if quad.triple in of_shapes:
            continue
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, data_set.ox.NamedNode):
                found.add(term.value)
    return found


def reuse_findings(kinds: dict[str, set[str]]) -> list[str]:
    """Borrowed properties and classes that the data uses stand declared in a module."""
    used = set()
    for path in data_set.triple_files():
        for quad in data_set.parse(path):
            used.add(quad.predicate.value)
            if quad.predicate.value == TYPE:
                used.add(quad.object.value)
    built_in = (data_set.RDF, RDFS, OWL)
    return [
        f"{iri} is used in triples/ and declared in no module of the ontology"
        for iri in sorted(used - set(kinds))
        if not iri.startswith(built_in)
    ]


def all_findings() -> list[str]:
    kinds = declared()
    ours = {term for term in kinds if term.startswith(WHENCE)}
    findings = []
    for term in sorted(ours):
        if len(kinds[term] & KINDS) != 1:
            findings.append(f"{data_set.short(term)} is declared as {sorted(kinds[term])}")
    for iri in sorted(used_iris()):
        if iri.startswith(WHENCE) and not iri.startswith(MODULES) and iri not in ours:
            if iri.removeprefix(WHENCE)[:1].isalpha():  # A digit opens the IRI of a version.
                findings.append(f"{data_set.short(iri)} is used and not declared in ontology/")
        if iri.startswith((BASE + "id/", BASE + "code/")):
            if not data_set.objects(iri, TYPE):
                findings.append(f"{data_set.short(iri)} is used and described nowhere")
    for concept in data_set.instances(SKOS + "Concept"):
        for name in ("prefLabel", "definition", "inScheme"):
            if len(data_set.objects(concept, SKOS + name)) != 1:
                findings.append(f"{data_set.short(concept)} needs exactly one skos:{name}")
    return findings + reuse_findings(kinds)


def main() -> None:
    ours = [term for term in declared() if term.startswith(WHENCE)]
    checks.exit_with("terms", all_findings(), f"{len(ours)} terms of our own")


if __name__ == "__main__":
    main()
