"""What script/export wrote, read back by engines that share no code with whence: Oxigraph, and Java's
Jena and the checker of nanopublications."""

import subprocess
from pathlib import Path

import pyoxigraph as ox

JARS = Path(__file__).resolve().parent / "jars"

# Of each file: its syntax, and whether it holds the ontology alone (the syntax knows no graphs) or all.
SYNTAXES = {
    "ontology.ttl": ox.RdfFormat.TURTLE,
    "ontology.nt": ox.RdfFormat.N_TRIPLES,
    "ontology.rdf": ox.RdfFormat.RDF_XML,
    "whence.trig": ox.RdfFormat.TRIG,
    "whence.nq": ox.RdfFormat.N_QUADS,
    "whence.jsonld": ox.RdfFormat.JSON_LD,
}


def canonical(quads) -> str:
    """The canonical N-Quads of RDFC-1.0, by Oxigraph's own implementation."""
    data = ox.Dataset(quads)
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = ox.serialize(data, format=ox.RdfFormat.N_QUADS).decode().splitlines(keepends=True)
    return "".join(sorted(lines))


def parse(path: Path, syntax: ox.RdfFormat):
    return ox.parse(path=str(path), format=syntax)


def java(main_class: str, *arguments) -> str:
    """What a Java program writes to standard output. Raises RuntimeError with what it says if it fails."""
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{JARS}/*", main_class]
    ran = subprocess.run([*command, *map(str, arguments)], capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise RuntimeError(f"{main_class} failed:\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def through_oxigraph(path: Path, folder: Path) -> str:
    """The canonical form of what a store on disk gives back, after it has loaded N-Quads and was closed."""
    store = ox.Store(str(folder))
    store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    store.flush()
    del store
    return canonical(ox.Store.read_only(str(folder)))


def through_tdb2(path: Path, folder: Path) -> str:
    java("tdb2.tdbloader", "--loc", folder, "--loader=basic", path)
    dump = java("tdb2.tdbdump", "--loc", folder)
    return canonical(ox.parse(dump.encode(), format=ox.RdfFormat.N_QUADS))
