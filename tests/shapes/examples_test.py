"""Every shape has an example that conforms and one that breaks each of its constraints, with the report
that is expected for it; and no folder of examples is left over from a shape that is gone."""

import examples
import shapes
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node
from shapes import checks


# Parameters of constraints that together make one component, under the name of that component, and
# parameters that take part in no component of their own.
OTHER_NAMES = {"sparql": "SPARQL", "qualifiedValueShape": None, "ignoredProperties": None, "property": None}
DESCRIPTION = {"name", "description", "message", "path", "severity", *(t.fragment for t in shapes.TARGETS)}


def components(speaker: Node, graph: Graph) -> set[tuple[str, str]]:
    """What a shape can find by constraints of its own: each component, with the message it comes with."""
    found = set()
    for parameter in {p for p in graph.predicates(speaker) if p in SH} - {SH[name] for name in DESCRIPTION}:
        name = parameter.fragment
        component = OTHER_NAMES.get(name, name[0].upper() + name[1:])
        message = graph.value(graph.value(speaker, parameter) if component == "SPARQL" else speaker, SH.message)
        if component:
            found.add((component, str(message)))
    return found


def constraints(shape: str, graph: Graph) -> set[tuple[str, str]]:
    """The constraints of a shape and its properties, those apart that it shares with other shapes."""
    node = URIRef(shape)
    own = {s for s in graph.objects(node, SH.property) if isinstance(s, BNode)}
    return {found for speaker in {node} | own for found in components(speaker, graph)}


def shared_constraints() -> set[tuple[str, str]]:
    graph = shapes.shapes_graph(of_union=False)
    return {found for shape in graph.subjects(RDF.type, SH.PropertyShape) for found in components(shape, graph)}


def shape_findings(shape: str, of_union: bool, provoked: set[tuple[str, str]]) -> list[str]:
    """What is wrong with the examples of one shape. Adds to `provoked` what they provoke."""
    home = examples.folder(shape)
    name = home.name
    missing = [file for file in ("good.ttl", "bad.ttl", "report.txt") if not (home / file).is_file()]
    if missing:
        return [f"{name}: no {file} in {home.relative_to(shapes.data_set.ROOT)}" for file in missing]
    found = [f"{name}: good.ttl: {f}" for f in examples.findings(home / "good.ttl", shape, of_union)]
    bad = examples.findings(home / "bad.ttl", shape, of_union)
    report, expected = examples.text(bad), (home / "report.txt").read_text()
    found += [f"{name}: not in report.txt: {line}" for line in new_lines(report, expected)]
    found += [f"{name}: in report.txt and not found: {line}" for line in new_lines(expected, report)]
    broken = {(f.component, f.message) for f in bad}
    missed = constraints(shape, shapes.shapes_graph(of_union)) - broken
    provoked |= broken
    return found + [f"{name}: nothing in bad.ttl breaks {component}: {says}" for component, says in sorted(missed)]


def new_lines(text: str, other: str) -> list[str]:
    known = other.splitlines()
    return [line for line in text.splitlines() if line not in known]


def main() -> None:
    known = shapes.shapes()
    provoked: set[tuple[str, str]] = set()
    found = [f for shape, of_union in known.items() for f in shape_findings(shape, of_union, provoked)]
    for component, says in sorted(shared_constraints() - provoked):
        found.append(f"no bad.ttl breaks what shapes share, {component}: {says}")
    for home in sorted(examples.EXAMPLES.iterdir()):
        if shapes.SHAPE + home.name not in known:
            found.append(f"{home.name}: examples of no shape")
    checks.exit_with("shapes.examples", found, f"examples of {len(known)} shapes")


if __name__ == "__main__":
    main()
