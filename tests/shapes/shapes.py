"""Shapes and data as pySHACL takes them, and its findings as the tests compare them.

Two graphs are validated (docs/ontology.md, Shapes): the default graph by every file of
ontology/shapes but one, and the union of all graphs by that one, proposition.ttl. The ontology stands
beside both."""

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from numbers import Number
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pyshacl
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH, XSD
from rdflib.term import Node

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "data_set"))
import checks  # noqa: E402, F401 (the tests take it from here)
import data_set  # noqa: E402

# 30 February is a finding of ours, and no warning of rdflib's.
logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)

SHAPE = data_set.BASE + "shape/"
TARGETS = {SH.targetNode, SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf}
OF_UNION = "proposition"  # The file whose shapes look at the union of all graphs.

PREFIXES = {
    "shape": SHAPE,
    "whence": data_set.WHENCE,
    "cito": data_set.CITO,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": data_set.DCTERMS,
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": data_set.OA,
    "org": "http://www.w3.org/ns/org#",
    "owl": data_set.OWL,
    "prov": data_set.PROV,
    "rdf": data_set.RDF,
    "rdfs": data_set.RDFS,
    "schema": data_set.SCHEMA,
    "sem": data_set.SEM,
    "sf": "http://www.opengis.net/ont/sf#",
    "sh": str(SH),
    "skos": data_set.SKOS,
    "skosxl": data_set.SKOSXL,
    "void": "http://rdfs.org/ns/void#",
    "xsd": data_set.XSD,
}


class Finding(NamedTuple):
    """One result of a validation, without the parts that change from run to run."""

    focus: str
    path: str
    value: str
    component: str
    severity: str
    message: str

    def __str__(self) -> str:
        return f"{self.focus} | {self.path} | {self.value} | {self.component} | {self.severity}\n    {self.message}"


class Value(Literal):
    """A literal as SHACL compares them: two that have no order in SPARQL are a violation of sh:lessThan and
    its like (§4.5.3, §4.5.4). rdflib has an order of its own for them or raises TypeError, and pySHACL
    lets both through."""

    def has_order_with(self, other: object) -> bool:
        if not isinstance(other, Literal) or self.ill_typed or other.ill_typed:
            return False
        return self.datatype == other.datatype or (isinstance(self.value, Number) and isinstance(other.value, Number))

    def __lt__(self, other: object) -> bool:
        return self.has_order_with(other) and super().__lt__(other)

    def __le__(self, other: object) -> bool:
        return self.has_order_with(other) and super().__le__(other)


def short(node: Node) -> str:
    """A node as a report shows it: whence:killed, claim/watson-no-ukraine, code/manner/denied, []."""
    if isinstance(node, BNode):
        return "[]"
    iri = str(node)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri.removeprefix(data_set.BASE).removeprefix("id/")


def term(node: ox.Triple | ox.NamedNode | ox.BlankNode | ox.Literal) -> Node:
    if isinstance(node, ox.NamedNode):
        return URIRef(node.value)
    if isinstance(node, ox.BlankNode):
        return BNode(node.value)
    if node.language:
        return Literal(node.value, lang=node.language)
    # rdflib keeps a plain string and one typed xsd:string apart; RDF 1.1 does not, and SHACL's
    # sh:datatype asks for the type.
    return Value(node.value, datatype=URIRef(node.datatype.value))


def terms(triple: ox.Triple) -> tuple[Node, Node, Node]:
    return term(triple.subject), term(triple.predicate), term(triple.object)


def graph(triples: Iterable[ox.Triple]) -> Graph:
    filled = Graph()
    for triple in triples:
        filled.add(terms(triple))
    return filled


@contextmanager
def changed(kept: Graph, removed: set[ox.Triple], added: set[ox.Triple]) -> Iterator[Graph]:
    """A graph that takes long to fill, with a few triples less and a few more for a while."""
    less, more = [terms(t) for t in removed], [terms(t) for t in added]
    for triples, change in ((less, kept.remove), (more, kept.add)):
        for triple in triples:
            change(triple)
    try:
        yield kept
    finally:
        for triples, change in ((more, kept.remove), (less, kept.add)):
            for triple in triples:
                change(triple)


def shape_files() -> list[Path]:
    return sorted((data_set.ROOT / "ontology" / "shapes").glob("*.ttl"))


@cache
def shapes_graph(of_union: bool) -> Graph:
    """The shapes that look at the union of all graphs, or those that look at the default graph."""
    filled = Graph()
    for path in shape_files():
        if (path.stem == OF_UNION) == of_union:
            filled.parse(path)
    return filled


def shapes() -> dict[str, bool]:
    """Every named node shape, with whether it looks at the union of all graphs."""
    return {
        str(shape): of_union
        for of_union in (False, True)
        for shape in sorted(shapes_graph(of_union).subjects(RDF.type, SH.NodeShape))
        if isinstance(shape, URIRef)
    }


@cache
def ontology() -> frozenset[ox.Triple]:
    """The modules of the ontology, without the shapes."""
    modules = sorted((data_set.ROOT / "ontology").glob("*.ttl"))
    return frozenset(quad.triple for path in modules for quad in data_set.parse(path))


def quads() -> list[ox.Quad]:
    """The data set, with the ontology in its default graph."""
    data = [quad for path in data_set.triple_files() for quad in data_set.parse(path)]
    return data + [ox.Quad(*triple, ox.DefaultGraph()) for triple in ontology()]


def triples(quads: Iterable[ox.Quad], of_union: bool) -> set[ox.Triple]:
    """The union of all graphs, or the default graph alone."""
    return {q.triple for q in quads if of_union or isinstance(q.graph_name, ox.DefaultGraph)}


def value_text(focus: Node, value: Node | None) -> str:
    """The value that is wrong; - where one is missing, or where it is the node itself."""
    if value is None or value == focus:
        return "-"
    if not isinstance(value, Literal):
        return short(value)
    if value.language:
        return f'"{value}"@{value.language}'
    return f'"{value}"' if value.datatype == XSD.string else f'"{value}"^^{short(value.datatype)}'


def path_text(found: Graph, path: Node | None) -> str:
    """A path as SPARQL writes it."""
    if path is None:
        return "-"
    if (path, RDF.first, None) in found:
        return "/".join(path_text(found, step) for step in Collection(found, path))
    for predicate, form in (
        (SH.inversePath, "^{}"),
        (SH.zeroOrMorePath, "{}*"),
        (SH.oneOrMorePath, "{}+"),
        (SH.zeroOrOnePath, "{}?"),
    ):
        inner = found.value(path, predicate)
        if inner is not None:
            return form.format(path_text(found, inner))
    if (path, SH.alternativePath, None) in found:
        return "(" + "|".join(path_text(found, choice) for choice in alternatives(found, path)) + ")"
    return short(path)


def alternatives(found: Graph, path: Node) -> Iterator[Node]:
    """The choices of a path, in one list even where an engine writes them as pairs of pairs."""
    choices = found.value(path, SH.alternativePath)
    if choices is None:
        yield path
    else:
        for choice in Collection(found, choices):
            yield from alternatives(found, choice)


def looks_at(shape: Node, node: Node, wanted: Graph, data: Graph) -> bool:
    """Whether a node is a target of the shape (SHACL §2.1.3)."""
    return (
        (shape, SH.targetNode, node) in wanted
        or any((node, predicate, None) in data for predicate in wanted.objects(shape, SH.targetSubjectsOf))
        or any((None, predicate, node) in data for predicate in wanted.objects(shape, SH.targetObjectsOf))
        or any(
            above in wanted.objects(shape, SH.targetClass)
            for kind in data.objects(node, RDF.type)
            for above in data.transitive_objects(kind, RDFS.subClassOf)
        )
    )


@cache
def description(shape: Node, of_union: bool) -> frozenset[tuple[Node, Node, Node]]:
    """The triples that make up a shape, those of nested shapes among them, without its targets."""
    wanted = shapes_graph(of_union)
    found, ahead = set(), [shape]
    while ahead:
        for triple in wanted.triples((ahead.pop(), None, None)):
            if triple[1] not in TARGETS and triple not in found:
                found.add(triple)
                ahead.append(triple[2])
    return frozenset(found)


def narrowed(data: Graph, of_union: bool, focus: set[Node], only: str | None) -> Graph:
    """The shapes, all or one, with their targets cut down to some nodes. pySHACL's own focus_nodes
    drops the values that nested shapes look at, so that sh:not and sh:or answer wrongly."""
    wanted = shapes_graph(of_union)
    cut = Graph()
    for shape in {URIRef(only)} if only else set(wanted.subjects(RDF.type, SH.NodeShape)):
        nodes = [node for node in focus if looks_at(shape, node, wanted, data)]
        if nodes:
            for triple in description(shape, of_union):
                cut.add(triple)
            for node in nodes:
                cut.add((shape, SH.targetNode, node))
    return cut


def findings(data: Graph, of_union: bool, focus: set[Node] | None = None, only: str | None = None) -> list[Finding]:
    """What pySHACL finds in the graph, everywhere or at some nodes, by all shapes or by one. Sorted."""
    wanted = shapes_graph(of_union) if focus is None else narrowed(data, of_union, focus, only)
    _, report, text = pyshacl.validate(data, shacl_graph=wanted, inplace=True)
    if not isinstance(report, Graph):
        raise RuntimeError(f"pySHACL gave up: {text}")
    return report_findings(report)


def report_findings(report: Graph) -> list[Finding]:
    """The results of a validation report, without those in sh:detail, which belong to nested shapes."""
    found = set()
    for result in report.objects(report.value(predicate=RDF.type, object=SH.ValidationReport), SH.result):
        focus = report.value(result, SH.focusNode)
        component = short(report.value(result, SH.sourceConstraintComponent))
        found.add(
            Finding(
                focus=short(focus),
                path=path_text(report, report.value(result, SH.resultPath)),
                value=value_text(focus, report.value(result, SH.value)),
                component=component.removeprefix("sh:").removesuffix("ConstraintComponent"),
                severity=short(report.value(result, SH.resultSeverity)).removeprefix("sh:"),
                message=str(report.value(result, SH.resultMessage)),
            )
        )
    return sorted(found)
