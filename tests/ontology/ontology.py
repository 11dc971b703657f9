"""The ontology as its tests see it: the modules without the shapes, the data as a reasoner may read it,
and the graphs that a test adds to them. Loading goes through pyoxigraph, as in tests/data_set."""

import sys
import tempfile
from functools import cache
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "data_set"))

import data_set  # noqa: E402
import pyoxigraph as ox  # noqa: E402
from data_set import BASE, OWL, RDF, RDFS, ROOT, SKOS, TYPE, WHENCE  # noqa: E402

FOLDER = ROOT / "ontology"
HERE = Path(__file__).resolve().parent
# What a test hands to other programs and gets back; its own, so that tests may run side by side.
SCRATCH_FOLDER = tempfile.TemporaryDirectory(prefix="whence-ontology-")
SCRATCH = Path(SCRATCH_FOLDER.name)
MODULES = WHENCE + "modules/"
WHOLE = BASE + "ontology"

PROPERTY_KINDS = {OWL + n for n in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
KINDS = PROPERTY_KINDS | {OWL + "Class"}

PREFIXES = {
    "whence": WHENCE,
    **{
        name: f"{BASE}id/{name}/"
        for name in ("alias", "claim", "event", "group", "membership", "organisation", "passage")
        + ("person", "place", "post", "quantity", "source", "speech", "time")
    },
    **{
        name: f"{BASE}code/{name}/"
        for name in ("certainty", "kind", "manner", "polarity", "precision", "quality", "voice")
    },
    "cito": data_set.CITO,
    "dcterms": data_set.DCTERMS,
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": data_set.OA,
    "org": "http://www.w3.org/ns/org#",
    "owl": OWL,
    "prov": data_set.PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": data_set.SCHEMA,
    "sem": data_set.SEM,
    "skos": SKOS,
    "skosxl": data_set.SKOSXL,
    "vann": "http://purl.org/vocab/vann/",
    "xsd": data_set.XSD,
}
PREFIX_LINES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

# The datatypes that OWL 2 knows (OWL 2 Structural Specification, §4) among those that occur. A
# reasoner refuses all others, xsd:date among them; dates are checked by shape.
OWL_DATATYPES = {RDF + "langString", *(data_set.XSD + n for n in ("string", "integer", "decimal", "boolean", "dateTime"))}  # fmt: skip


def modules() -> list[Path]:
    return sorted(FOLDER.glob("*.ttl"))


@cache
def triples() -> frozenset[ox.Triple]:
    return frozenset(quad.triple for path in modules() for quad in data_set.parse(path))


def store_of(found) -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in found)
    return store


@cache
def declared() -> dict[str, set[str]]:
    """Every declared class and property, ours and borrowed, with its kinds."""
    found: dict[str, set[str]] = {}
    for triple in triples():
        if triple.predicate.value == TYPE and triple.object.value in KINDS:
            found.setdefault(triple.subject.value, set()).add(triple.object.value)
    return found


def ours() -> list[str]:
    return sorted(term for term in declared() if term.startswith(WHENCE))


def concepts() -> list[str]:
    """The concepts and the schemes of the code lists."""
    kinds = {SKOS + "Concept", SKOS + "ConceptScheme"}
    return sorted({t.subject.value for t in triples() if t.predicate.value == TYPE and t.object.value in kinds})


def parse(turtle: str) -> list[ox.Triple]:
    """The triples of a test's Turtle, in which every prefix of the project is known."""
    return [quad.triple for quad in ox.parse(input=PREFIX_LINES + turtle, format=ox.RdfFormat.TURTLE)]


def data_for_reasoners() -> list[ox.Triple]:
    """The default graph of triples/, as far as OWL 2 has a place for it."""
    return [quad.triple for quad in readable_quads() if isinstance(quad.graph_name, ox.DefaultGraph)]


def propositions_for_reasoners() -> list[ox.Triple]:
    """What all claims say, thrown together as nobody would: only what it makes of whom is asked."""
    return [quad.triple for quad in readable_quads() if isinstance(quad.graph_name, ox.NamedNode)]


def readable_quads() -> list[ox.Quad]:
    """triples/ without the literals of datatypes that OWL 2 does not know."""
    return [
        quad
        for path in data_set.triple_files()
        for quad in data_set.parse(path)
        if not isinstance(quad.object, ox.Literal) or quad.object.datatype.value in OWL_DATATYPES
    ]


def declarations() -> list[ox.Triple]:
    """What a file of data must say of its classes and properties to be read as OWL by itself."""
    return [t for t in triples() if t.predicate.value == TYPE and t.object.value in KINDS]


def write(name: str, found) -> Path:
    """Writes triples to a file that OWL tools read. Returns its path."""
    path = SCRATCH / name
    path.write_bytes(ox.serialize(list(found), format=ox.RdfFormat.N_TRIPLES))
    return path
