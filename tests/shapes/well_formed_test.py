"""The shapes are valid SHACL (by the shapes for shapes of its recommendation, appendix C), name only
terms that the ontology declares, and say in words what is wrong."""

import re

import pyshacl
import shapes
import variants
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS
from rdflib.term import Node
from shapes import checks, data_set

MESSAGE_CHARACTERS_MAX = 220
CLASSES = {SH["class"], SH.targetClass}
PROPERTIES = {SH.targetSubjectsOf, SH.targetObjectsOf, SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals}
# Vocabularies that describe languages of description, not the subject: known without a declaration.
BUILT_IN = (data_set.RDF, data_set.RDFS, data_set.OWL)
# What a constraint of a shape itself can fail by: each needs a message beside it.
CONSTRAINTS = {
    SH["class"], SH.closed, SH.nodeKind, SH.pattern, SH["or"], SH.xone, SH["not"], SH["and"], SH.datatype,
    SH.minCount, SH.maxCount, SH.hasValue, SH["in"], SH.node, SH.equals, SH.disjoint, SH.lessThan,
    SH.lessThanOrEquals, SH.minInclusive, SH.maxInclusive, SH.maxLength, SH.languageIn, SH.uniqueLang,
    SH.qualifiedValueShape,
}  # fmt: skip


def path_terms(graph: Graph, path: Node) -> set[URIRef]:
    """The properties of a path."""
    if isinstance(path, URIRef):
        return {path}
    if (path, RDF.first, None) in graph:
        return {term for step in Collection(graph, path) for term in path_terms(graph, step)}
    return {term for inner in graph.objects(path) for term in path_terms(graph, inner)}


def used_terms(graph: Graph) -> dict[URIRef, set[Node]]:
    """The classes and properties that shapes look for, with the kinds that each may be declared as."""
    classes = {OWL.Class}
    properties = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    found: dict[URIRef, set[Node]] = {}
    for predicate in CLASSES:
        found.update((term, classes) for term in graph.objects(None, predicate))
    for predicate in PROPERTIES:
        found.update((term, properties) for term in graph.objects(None, predicate))
    for path in graph.objects(None, SH.path):
        found.update((term, properties) for term in path_terms(graph, path))
    return found


def declaration_findings(graph: Graph) -> list[str]:
    ontology = shapes.graph(shapes.ontology())
    found = []
    for term, kinds in sorted(used_terms(graph).items()):
        if not str(term).startswith(BUILT_IN):
            if not kinds & set(ontology.objects(term, RDF.type)):
                found.append(f"{shapes.short(term)} is looked for, and declared in no module of ontology/")
    # A concept or a thing that a shape names exists: as an entry of a code list or of the data.
    known = {q.subject.value for q in shapes.quads() if not isinstance(q.subject, data_set.ox.BlankNode)}
    for term in {t for t in graph.all_nodes() if isinstance(t, URIRef)}:
        if str(term).startswith((data_set.CODE, data_set.BASE + "id/")) and str(term) not in known:
            found.append(f"{shapes.short(term)} is named by a shape, and described nowhere")
    return found


def advice_findings(graph: Graph) -> list[str]:
    """What a message tells its reader to write, or where to look, exists. NAME and the like stand for
    something; datatypes and built-in terms are described elsewhere."""
    known = {str(subject) for subject in shapes.graph(shapes.triples(shapes.quads(), of_union=True)).subjects()}
    elsewhere = (*BUILT_IN, data_set.XSD, shapes.PREFIXES["edtf"], shapes.PREFIXES["geo"] + "wktLiteral", str(SKOS.exactMatch))
    folders = [data_set.ROOT, data_set.ROOT / "triples"]
    found = []
    for message in map(str, graph.objects(None, SH.message)):
        for prefix, name in re.findall(r"(?<![\w/])([a-z-]+):([A-Za-z][\w-]*)", message):
            iri = variants.NAMESPACES.get(prefix, "") + name
            if iri != name and not name.isupper() and iri not in known and not iri.startswith(elsewhere):
                found.append(f"{prefix}:{name} is nowhere, and a message names it: {message}")
        for file in re.findall(r"[\w/-]+\.(?:trig|ttl|py)\b", message):
            if not any((folder / file).exists() for folder in folders):
                found.append(f"the file {file} does not exist, and a message names it: {message}")
    return found


def message_findings(graph: Graph) -> list[str]:
    found = []
    for shape in set(graph.subjects(RDF.type, SH.NodeShape)):
        name = shapes.short(shape)
        if not graph.value(shape, RDFS.label):
            found.append(f"{name} has no rdfs:label")
        speaks = any((shape, constraint, None) in graph for constraint in CONSTRAINTS)
        if speaks != ((shape, SH.message, None) in graph):
            found.append(f"{name}: constraints of its own and sh:message go together")
        for constraint in [*graph.objects(shape, SH.property), *graph.objects(shape, SH.sparql)]:
            path = shapes.path_text(graph, graph.value(constraint, SH.path))
            if not graph.value(constraint, SH.message):
                found.append(f"{name}: the constraint on {path} has no sh:message")
            if (shape, SH.property, constraint) in graph and not graph.value(constraint, SH.name):
                found.append(f"{name}: the constraint on {path} has no sh:name")
    for message in graph.objects(None, SH.message):
        if not isinstance(message, Literal) or message.language != "en":
            found.append(f"the message {message!r} has no language")
        if len(message) > MESSAGE_CHARACTERS_MAX or message[-1] not in ".?)":
            found.append(f"longer than {MESSAGE_CHARACTERS_MAX} characters, or no sentence: {message}")
    return found


def namespace_findings(graph: Graph) -> list[str]:
    """Everything that other files may point to lies under shape/; the rest has no name."""
    return [
        f"{subject} is no shape of {shapes.SHAPE}"
        for subject in set(graph.subjects())
        if not isinstance(subject, BNode) and not str(subject).startswith(shapes.SHAPE.rstrip("/"))
    ]


def main() -> None:
    graph = shapes.shapes_graph(False) + shapes.shapes_graph(True)
    found = declaration_findings(graph) + message_findings(graph) + namespace_findings(graph)
    found += advice_findings(graph)
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=graph, meta_shacl=True)
    if not conforms:
        found.append(text)
    checks.exit_with("shapes.well_formed", found, f"{len(graph)} triples of {len(shapes.shape_files())} files")


if __name__ == "__main__":
    main()
