"""What the data set says about itself is true: its statistics, its vocabularies, its version, and the
forms that it can be had in."""

import pyoxigraph as ox

import checks
import counts
import data_set
from data_set import BASE, DCTERMS, OWL, RDF, RDFS, TYPE

DATA_SET = BASE + "id/data-set"
DCAT = "http://www.w3.org/ns/dcat#"
VOID = "http://rdfs.org/ns/void#"


def values(property_iri: str, of: str = DATA_SET) -> list[str]:
    return [node.value for node in data_set.objects(of, property_iri)]


def statistics_findings() -> list[str]:
    text = counts.statistics()
    findings = []
    if not counts.FILE.is_file() or counts.FILE.read_text() != text:
        findings.append("triples/data-set-statistics.trig is out of date: tests/data_set/counts.py --write")
    for quad in ox.parse(input=text, format=ox.RdfFormat.TRIG):
        if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode):
            if values(quad.predicate.value) != [quad.object.value]:
                findings.append(f"{quad.predicate.value} is {quad.object.value}, not {values(quad.predicate.value)}")
    return findings


def namespaces() -> set[str]:
    """Those of the properties and classes of triples/, but for RDF and RDF Schema."""
    used = set()
    for path in data_set.triple_files():
        for quad in data_set.parse(path):
            terms = [quad.predicate, *([quad.object] if quad.predicate.value == TYPE else [])]
            used |= {term.value[: max(term.value.rfind("#"), term.value.rfind("/")) + 1] for term in terms}
    return used - {RDF, RDFS}


def vocabulary_findings() -> list[str]:
    said, used = set(values(VOID + "vocabulary")), namespaces()
    findings = [f"void:vocabulary lacks {iri}, which triples/ uses" for iri in sorted(used - said)]
    return findings + [f"void:vocabulary has {iri}, which triples/ does not use" for iri in sorted(said - used)]


def version_findings() -> list[str]:
    """The data set follows the ontology as it stands."""
    findings = []
    if values(DCTERMS + "conformsTo") != values(OWL + "versionIRI", BASE + "ontology"):
        findings.append("dcterms:conformsTo is not the owl:versionIRI of the ontology")
    if values(DCAT + "version") != values(OWL + "versionInfo", BASE + "ontology"):
        findings.append("dcat:version is not the owl:versionInfo of the ontology")
    if values(DCTERMS + "created") > values(DCTERMS + "modified"):
        findings.append("the data set was modified before it was created")
    return findings


def distribution_findings() -> list[str]:
    findings = []
    for distribution in values(DCAT + "distribution"):
        for name in (TYPE, DCTERMS + "title", DCTERMS + "license", DCAT + "mediaType", DCAT + "accessURL"):
            if not values(name, distribution):
                findings.append(f"{data_set.short(distribution)} needs {name}")
    if not values(DCAT + "distribution"):
        findings.append("the data set can be had in no form")
    return findings


def all_findings() -> list[str]:
    return statistics_findings() + vocabulary_findings() + version_findings() + distribution_findings()


def main() -> None:
    (triples,) = values(VOID + "triples")
    checks.exit_with("statistics", all_findings(), f"{triples} triples")


if __name__ == "__main__":
    main()
