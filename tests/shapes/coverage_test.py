"""Every class of our own, and every borrowed one that something in the data has as its type, is the
target of a shape; so is everything in the data."""

import shapes
from rdflib import URIRef
from rdflib.namespace import RDF, SH
from shapes import checks, data_set

# Types of the ontology's own terms: OWL and ROBOT look after those.
OF_TERMS = (data_set.OWL, data_set.RDFS, data_set.RDF)


def own_classes() -> set[str]:
    return {
        t.subject.value
        for t in shapes.ontology()
        if t.predicate.value == data_set.TYPE
        and t.object.value == data_set.OWL + "Class"
        and t.subject.value.startswith(data_set.WHENCE)
    }


def used_classes() -> set[str]:
    types = {q.object.value for q in shapes.quads() if q.predicate.value == data_set.TYPE}
    return {kind for kind in types if not kind.startswith(OF_TERMS)}


def untargeted_nodes() -> list[str]:
    """Subjects of the default graph that no shape of a class, or of the values of a property, looks at;
    the terms of the ontology apart."""
    triples = shapes.triples(shapes.quads(), of_union=False)
    data, wanted = shapes.graph(triples), shapes.shapes_graph(False)
    looking = {*wanted.subjects(SH.targetClass), *wanted.subjects(SH.targetObjectsOf)}
    terms = {shapes.term(t.subject) for t in shapes.ontology()}
    return [
        f"no shape looks at {shapes.short(node)}"
        for node in sorted(set(data.subjects()) - terms)
        if not any(shapes.looks_at(shape, node, wanted, data) for shape in looking)
    ]


def main() -> None:
    graph = shapes.shapes_graph(False) + shapes.shapes_graph(True)
    targets = {str(named) for named in graph.objects(None, SH.targetClass)}
    classes = own_classes() | used_classes()
    found = [f"{shapes.short(URIRef(c))} has no shape with it as sh:targetClass" for c in sorted(classes - targets)]
    found += untargeted_nodes()
    if not own_classes() or (None, RDF.type, SH.NodeShape) not in graph:
        found.append("no classes or no shapes found")
    checks.exit_with("shapes.coverage", found, f"{len(classes)} classes")


if __name__ == "__main__":
    main()
