"""Inferences, by the rules of OWL 2 RL: what must follow does, what must not does not. Then the same
question for the data: with PROV-O, SEM, ORG, SKOS, FOAF, GeoSPARQL and Web Annotation as they are
published, nothing of the default graph becomes an event, no two things become one, and nothing is
contradictory. The alignment keeps its word, that is, in company."""

import ontology  # First: it makes tests/data_set importable.
import checks
import closure
import data_set
import rdflib
import vocabularies
from inferences import CASES
from ontology import WHENCE

EXAMPLES = f"PREFIX x: <{ontology.BASE}id/example/>\n"
IN_COMPANY = ("foaf", "geo", "oa", "org", "prov", "sem", "skos", "skosxl")


def case_findings() -> list[str]:
    """One closure for all cases: each has its own names, so that none can help another."""
    given = [triple for case in CASES for triple in ontology.parse(EXAMPLES + case.given)]
    graph = closure.closure([*ontology.triples(), *given])
    findings = [f"a contradiction: {message}" for message in closure.contradictions(graph)]
    for case in CASES:
        for triple in ontology.parse(EXAMPLES + case.follows):
            if not closure.holds(graph, triple):
                findings.append(f"{case.name}: does not follow: {triple}")
        for triple in ontology.parse(EXAMPLES + case.never):
            if closure.holds(graph, triple):
                findings.append(f"{case.name}: must not follow: {triple}")
    return findings


def company_findings() -> list[str]:
    borrowed = [triple for name in IN_COMPANY for triple in vocabularies.published(name)]
    graph = closure.closure([*ontology.triples(), *ontology.data_for_reasoners(), *borrowed])
    findings = [f"a contradiction: {message}" for message in closure.contradictions(graph)]
    event = rdflib.URIRef(data_set.SEM + "Event")
    for subject in graph.subjects(rdflib.RDF.type, event):
        findings.append(f"the default graph makes an event of {subject}")
    for one, other in graph.subject_objects(rdflib.OWL.sameAs):
        if one != other and ontology.BASE in f"{one} {other}":
            findings.append(f"the default graph makes one thing of {one} and {other}")
    claim = rdflib.URIRef(data_set.PROV + "Entity")
    if not any(str(s).startswith(data_set.CLAIM) for s in graph.subjects(rdflib.RDF.type, claim)):
        findings.append(f"no claim became a prov:Entity: {WHENCE}Claim is not aligned, or there is no data")
    return findings


def main() -> None:
    checks.exit_with("closure", case_findings() + company_findings(), f"{len(CASES)} cases and the data")


if __name__ == "__main__":
    main()
