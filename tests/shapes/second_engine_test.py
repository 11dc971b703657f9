"""Another engine judges as pySHACL does: Apache Jena, whose SHACL shares no code with it, finds the data
set in order, and in all examples together, good and bad, just what pySHACL finds there."""

import subprocess
import tempfile
from pathlib import Path

import examples
import shapes
from rdflib import Graph
from shapes import checks, data_set

JARS = data_set.ROOT / "tests" / "export" / "jars"
JAVA = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{JARS}/*", "shacl.shacl", "validate"]
FINDINGS_MIN = 100


def findings_of_jena(data: Graph, of_union: bool) -> list[shapes.Finding]:
    with tempfile.TemporaryDirectory() as folder:
        data_file, shapes_file = Path(folder) / "data.nt", Path(folder) / "shapes.ttl"
        data.serialize(data_file, format="nt", encoding="utf-8")
        shapes.shapes_graph(of_union).serialize(shapes_file, format="turtle")
        command = [*JAVA, "--shapes", str(shapes_file), "--data", str(data_file)]
        done = subprocess.run(command, capture_output=True, text=True)
    if not done.stdout:
        raise SystemExit(f"Jena gave up (script/setup --tests copies it into {JARS}):\n{done.stderr}")
    return shapes.report_findings(Graph().parse(data=done.stdout, format="turtle"))


def compared(found: list[shapes.Finding]) -> set[shapes.Finding]:
    """Findings without their values: the engines write literals that are none in different ways."""
    return {finding._replace(value="-") for finding in found}


def all_examples(of_union: bool) -> Graph:
    files = [
        examples.folder(shape) / name
        for shape, looks_at_union in shapes.shapes().items()
        if looks_at_union == of_union
        for name in ("good.ttl", "bad.ttl")
    ]
    triples = {quad.triple for file in files for quad in data_set.parse(file)}
    return shapes.graph(triples | shapes.ontology())


def main() -> None:
    quads = shapes.quads()
    found, count = [], 0
    for of_union in (False, True):
        data = shapes.graph(shapes.triples(quads, of_union))
        found += [f"the data set: {f}" for f in findings_of_jena(data, of_union)]
        data = all_examples(of_union)
        theirs, ours = compared(findings_of_jena(data, of_union)), compared(shapes.findings(data, of_union))
        count += len(theirs)
        found += [f"pySHACL alone: {f}" for f in sorted(ours - theirs)]
        found += [f"Jena alone: {f}" for f in sorted(theirs - ours)]
    if count < FINDINGS_MIN:
        found.append(f"only {count} findings in the examples, expected {FINDINGS_MIN} or more")
    checks.exit_with("shapes.second_engine", found, f"the data set and all examples, {count} findings alike")


if __name__ == "__main__":
    main()
