"""The data set and its ontology as the tests see them: files, quads by graph, namespaces.

Loading goes through pyoxigraph, an engine that shares no code with whence."""

import os
from functools import cache
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parents[2]
# The folder of the data: triples/, or that of another article (docs/ontology.md, Add an article).
OWN_TRIPLES = ROOT / "triples"
TRIPLES = Path(os.environ.get("WHENCE_TRIPLES") or OWN_TRIPLES).resolve()
BASE = "https://whence.example/"
WHENCE = BASE + "ontology/"
CLAIM = BASE + "id/claim/"
CODE = BASE + "code/"

CITO = "http://purl.org/spar/cito/"
DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

TYPE = RDF + "type"

FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG}


def ontology_files() -> list[Path]:
    return sorted((ROOT / "ontology").rglob("*.ttl"))


def triple_files() -> list[Path]:
    return sorted(TRIPLES.rglob("*.trig"))


def question_files() -> list[Path]:
    return sorted((ROOT / "queries").rglob("*.rq"))


def parse(path: Path) -> list[ox.Quad]:
    """The quads of one file. Raises SyntaxError with the line and column."""
    return list(ox.parse(path=str(path), format=FORMATS[path.suffix]))


@cache
def store() -> ox.Store:
    """Ontology and triples in the second engine; the default graph is not the union of the others."""
    filled = ox.Store()
    for path in [*ontology_files(), *triple_files()]:
        filled.load(path=str(path), format=FORMATS[path.suffix])
    return filled


@cache
def default_graph() -> frozenset[ox.Triple]:
    return frozenset(q.triple for q in store().quads_for_pattern(None, None, None, ox.DefaultGraph()))


@cache
def named_graphs() -> dict[str, frozenset[ox.Triple]]:
    """The triples of each named graph, by its IRI."""
    return {
        name.value: frozenset(q.triple for q in store().quads_for_pattern(None, None, None, name))
        for name in store().named_graphs()
    }


def forget() -> None:
    """Drops what is remembered of the graphs, after the store was changed."""
    default_graph.cache_clear()
    named_graphs.cache_clear()


def objects(subject: str | ox.NamedNode | ox.BlankNode, predicate: str) -> list:
    """The objects of a subject's property in the default graph."""
    node = ox.NamedNode(subject) if isinstance(subject, str) else subject
    found = store().quads_for_pattern(node, ox.NamedNode(predicate), None, ox.DefaultGraph())
    return [quad.object for quad in found]


def subjects(predicate: str, value: str) -> list[str]:
    """The IRIs that have a property with this IRI as its value, in the default graph, sorted."""
    found = store().quads_for_pattern(
        None, ox.NamedNode(predicate), ox.NamedNode(value), ox.DefaultGraph()
    )
    return sorted(quad.subject.value for quad in found)


def instances(of: str) -> list[str]:
    return subjects(TYPE, of)


def short(iri: str) -> str:
    """An IRI as a message shows it."""
    return iri.removeprefix(BASE)
