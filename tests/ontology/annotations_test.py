"""Annotations: every term of ours says in English what it is, shows itself at work, names its module and
keeps its history; every module says which version it is and under which licence; borrowed terms are
declared and nothing more, unless the alignment says so."""

import re

import ontology  # First: it makes tests/data_set importable.
import checks
import data_set
from ontology import OWL, RDFS, ROOT, SKOS, TYPE, WHENCE, ox

DCTERMS = data_set.DCTERMS
VANN = "http://purl.org/vocab/vann/"
ALIGNMENT = ontology.FOLDER / "alignment.ttl"
NOTE = re.compile(r"(\d+\.\d+\.\d+): \S.*\.$")

# What a module says of itself, each exactly once.
HEADER = [DCTERMS + n for n in ("title", "description", "creator", "created", "license")] + [
    OWL + "versionIRI",
    OWL + "versionInfo",
    VANN + "preferredNamespacePrefix",
    VANN + "preferredNamespaceUri",
]


class Graph:
    """Triples, and what a subject has for a property."""

    def __init__(self, triples) -> None:
        self.store = ontology.store_of(triples)

    def values(self, subject: str, predicate: str) -> list:
        node = ox.NamedNode(subject)
        found = self.store.quads_for_pattern(node, ox.NamedNode(predicate), None)
        return [quad.object for quad in found]

    def of_type(self, *kinds: str) -> list[str]:
        found = {
            quad.subject.value
            for kind in kinds
            for quad in self.store.quads_for_pattern(None, ox.NamedNode(TYPE), ox.NamedNode(kind))
        }
        return sorted(found)


def version_key(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def english_findings(graph: Graph, term: str) -> list[str]:
    """One label and one definition, both in English; the definition is a sentence."""
    findings = []
    for name in (RDFS + "label", SKOS + "definition"):
        values = graph.values(term, name)
        if len(values) != 1:
            findings.append(f"{data_set.short(term)} needs exactly one {name}, has {len(values)}")
        findings += [f"{data_set.short(term)}: not in English: {v}" for v in values if v.language != "en"]
    for definition in graph.values(term, SKOS + "definition"):
        if not definition.value.endswith((".", "?")):
            findings.append(f"{data_set.short(term)}: the definition is no sentence: {definition.value}")
    return findings


def home_findings(graph: Graph, term: str) -> list[str]:
    homes = [home.value for home in graph.values(term, RDFS + "isDefinedBy")]
    if len(homes) != 1 or not homes[0].startswith(ontology.MODULES):
        return [f"{data_set.short(term)} needs exactly one rdfs:isDefinedBy, a module; has {homes}"]
    return []


def history_findings(graph: Graph, term: str, current: str) -> list[str]:
    """skos:changeNote tells the term's history: 'VERSION: what.', the first of them 'VERSION: new.'."""
    notes = sorted(note.value for note in graph.values(term, SKOS + "changeNote"))
    if not notes:
        return [f"{data_set.short(term)} has no skos:changeNote"]
    versions = [match[1] for note in notes if (match := NOTE.fullmatch(note))]
    if len(versions) < len(notes):
        return [f"{data_set.short(term)}: a change note is not 'VERSION: what.': {notes}"]
    first = min(versions, key=version_key)
    if f"{first}: new." not in notes:
        return [f"{data_set.short(term)}: the history does not begin with '{first}: new.'"]
    if version_key(current) < max(map(version_key, versions)):
        return [f"{data_set.short(term)}: changed in a version that is not out: {max(versions)}"]
    return []


def example_findings(graph: Graph, term: str) -> list[str]:
    """The example is a triple of the data, in the graph of whichever claim."""
    examples = graph.values(term, SKOS + "example")
    if len(examples) != 1:
        return [f"{data_set.short(term)} needs exactly one skos:example, has {len(examples)}"]
    text = examples[0].value
    try:
        triples = ontology.parse(text)
    except SyntaxError as error:
        return [f"{data_set.short(term)}: the example is no Turtle ({error}): {text}"]
    findings = []
    if term not in {t.value for triple in triples for t in (triple.predicate, triple.object) if hasattr(t, "value")}:
        findings.append(f"{data_set.short(term)}: the example does not use the term: {text}")
    for triple in triples:
        if not in_data(graph, triple):
            findings.append(f"{data_set.short(term)}: the example is not in triples/: {text}")
    return findings


def in_data(graph: Graph, triple: ox.Triple) -> bool:
    """In any graph of the data, as it stands or by the inverse property."""
    store = data_set.store()
    if any(store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)):
        return True
    inverse = OWL + "inverseOf"
    others = graph.values(triple.predicate.value, inverse)
    return any(
        any(store.quads_for_pattern(triple.object, other, triple.subject, None)) for other in others
    )


def module_findings(graph: Graph, version: str) -> list[str]:
    findings = []
    for module in graph.of_type(OWL + "Ontology"):
        for name in HEADER:
            if len(graph.values(module, name)) != 1:
                findings.append(f"{data_set.short(module)} needs exactly one {name}")
        for info in graph.values(module, OWL + "versionInfo"):
            if info.value != version:
                findings.append(f"{data_set.short(module)} is of version {info.value}, not {version}")
        for iri in graph.values(module, OWL + "versionIRI"):
            if iri.value != f"{module}/{version}":
                findings.append(f"{data_set.short(module)}: the version IRI is {iri}")
        for prior in graph.values(module, OWL + "priorVersion"):
            if version_key(prior.value.rsplit("/", 1)[1]) >= version_key(version):
                findings.append(f"{data_set.short(module)}: the prior version is {prior}")
    imported = {iri.value for iri in graph.values(ontology.WHOLE, OWL + "imports")}
    for module in graph.of_type(OWL + "Ontology"):
        if module not in imported | {ontology.WHOLE}:
            findings.append(f"{data_set.short(module)} is not imported by whence.ttl")
    return findings


def borrowed_findings(graph: Graph) -> list[str]:
    """A borrowed term has a type, a label and its source. Anything more stands in the alignment."""
    findings = []
    for term in graph.of_type(*ontology.KINDS):
        if term.startswith(WHENCE):
            continue
        if len(graph.values(term, RDFS + "isDefinedBy")) != 1:
            findings.append(f"{term} is borrowed and does not say from where")
        if len(graph.values(term, RDFS + "label")) != 1:
            findings.append(f"{term} is borrowed and has no label")
    return findings


def alignment_findings() -> list[str]:
    """Sub-classes and sub-properties of borrowed terms stand in alignment.ttl alone."""
    above = {RDFS + "subClassOf", RDFS + "subPropertyOf", OWL + "equivalentClass", OWL + "equivalentProperty"}
    return [
        f"{path.name}: belongs into alignment.ttl: {triple}"
        for path in ontology.modules()
        if path != ALIGNMENT
        for triple in (quad.triple for quad in data_set.parse(path))
        if triple.predicate.value in above and not triple.object.value.startswith(WHENCE)
    ]


def reason_findings(terms: list[str]) -> list[str]:
    """docs/ontology.md says of each term of ours why no established one does."""
    page = (ROOT / "docs" / "ontology.md").read_text()
    table = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    explained = {name for cell in table for name in re.findall(r"`(\w+)`", cell)}
    return [
        f"{data_set.short(term)} is missing from the table of docs/ontology.md"
        for term in terms
        if term.removeprefix(WHENCE) not in explained
    ]


def all_findings(triples) -> list[str]:
    graph = Graph(triples)
    versions = graph.values(ontology.WHOLE, OWL + "versionInfo")
    version = versions[0].value if versions else "0.0.0"
    terms = [term for term in graph.of_type(*ontology.KINDS) if term.startswith(WHENCE)]
    findings = module_findings(graph, version) + borrowed_findings(graph)
    for term in terms:
        findings += example_findings(graph, term)
    for term in [*terms, *graph.of_type(SKOS + "Concept", SKOS + "ConceptScheme")]:
        findings += english_findings(graph, term)
        findings += home_findings(graph, term)
        findings += history_findings(graph, term, version)
    return findings


def main() -> None:
    terms = ontology.ours()
    findings = all_findings(ontology.triples()) + alignment_findings() + reason_findings(terms)
    checked = f"{len(terms)} terms and {len(ontology.concepts())} entries of code lists"
    checks.exit_with("annotations", findings, checked)


if __name__ == "__main__":
    main()
