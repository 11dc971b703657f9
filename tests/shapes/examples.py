"""The examples of the shapes: a folder each in examples/, named like the shape.

good.ttl conforms to the shape; bad.ttl breaks each of its constraints, and report.txt lists what pySHACL
says. Only the one shape is put to them, with the ontology beside: they hold what it looks at, no more.

usage: examples.py [SHAPE...]   writes report.txt anew; read the difference before keeping it
"""

import sys
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import shapes
from rdflib import Graph
from shapes import data_set

EXAMPLES = Path(__file__).parent / "examples"


@cache
def ontology() -> Graph:
    return shapes.graph(shapes.ontology())


def folder(shape: str) -> Path:
    return EXAMPLES / shape.removeprefix(shapes.SHAPE)


def findings(file: Path, shape: str, of_union: bool) -> list[shapes.Finding]:
    """What the shape says of the subjects and objects of one file."""
    triples = {quad.triple for quad in data_set.parse(file)} - shapes.ontology()
    focus = {shapes.term(node) for t in triples for node in (t.subject, t.object) if not isinstance(node, ox.Literal)}
    with shapes.changed(ontology(), set(), triples) as graph:
        return shapes.findings(graph, of_union, focus, shape)


def text(found: list[shapes.Finding]) -> str:
    return "".join(f"{finding}\n" for finding in found)


def main() -> None:
    for shape, of_union in shapes.shapes().items():
        if not sys.argv[1:] or shape.removeprefix(shapes.SHAPE) in sys.argv[1:]:
            (folder(shape) / "report.txt").write_text(text(findings(folder(shape) / "bad.ttl", shape, of_union)))


if __name__ == "__main__":
    main()
