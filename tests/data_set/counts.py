"""How much there is of what: writes triples/data-set-statistics.trig, the VoID statistics of the data
set. Every statement of triples/ counts, whichever graph it stands in, those of the written file too.

usage: counts.py >triples/data-set-statistics.trig      (or: counts.py --write)
"""

import re
import sys
from collections import Counter, defaultdict

import pyoxigraph as ox

import data_set

FILE = data_set.ROOT / "triples" / "data-set-statistics.trig"
URI_SPACE = data_set.BASE + "id/"
HEAD = """# How much there is of what, in all of triples/ and whichever graph it stands in, this file included.
# Written by tests/data_set/counts.py; data_set.statistics fails if it is not true.

"""
# The prefixes that the file may need. Everything else stands in angle brackets.
PREFIXES = {
    "whence": data_set.WHENCE,
    "cito": data_set.CITO,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": data_set.DCTERMS,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": data_set.OA,
    "org": "http://www.w3.org/ns/org#",
    "prov": data_set.PROV,
    "rdf": data_set.RDF,
    "rdfs": data_set.RDFS,
    "schema": data_set.SCHEMA,
    "sem": data_set.SEM,
    "sf": "http://www.opengis.net/ont/sf#",
    "skos": data_set.SKOS,
    "skosxl": data_set.SKOSXL,
    "void": "http://rdfs.org/ns/void#",
}


def name(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and re.fullmatch(r"\w+", iri.removeprefix(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def written(quads: set[ox.Quad]) -> str:
    """The file, if these were all the quads."""
    classes: dict[str, set] = defaultdict(set)
    for quad in quads:
        if quad.predicate.value == data_set.TYPE:
            classes[quad.object.value].add(quad.subject)
    properties = Counter(quad.predicate.value for quad in quads)
    subjects = {quad.subject for quad in quads}
    entities = {s for s in subjects if isinstance(s, ox.NamedNode) and s.value.startswith(URI_SPACE)}
    rows = {
        "void:triples": str(len(quads)),
        "void:entities": str(len(entities)),
        "void:distinctSubjects": str(len(subjects)),
        "void:classes": str(len(classes)),
        "void:properties": str(len(properties)),
        "void:classPartition": partitions("void:class", "void:entities", {c: len(s) for c, s in classes.items()}),
        "void:propertyPartition": partitions("void:property", "void:triples", properties),
    }
    body = " ;\n".join(f"    {key:22} {value}" for key, value in rows.items())
    body = f"<{data_set.BASE}id/data-set>\n{body} .\n"
    used = {p: iri for p, iri in PREFIXES.items() if re.search(rf"(?<!\w){p}:", body)}
    width = max(len(prefix) for prefix in used) + 1
    lines = [f"PREFIX {prefix + ':':{width}} <{iri}>\n" for prefix, iri in used.items()]
    return HEAD + "".join(lines) + "\n" + body


def partitions(by: str, count: str, counts: dict[str, int]) -> str:
    items = sorted((name(iri), number) for iri, number in counts.items())
    return (",\n" + " " * 27).join(f"[ a void:Dataset ; {by} {iri} ; {count} {number} ]" for iri, number in items)


def statistics() -> str:
    """The file that is true of itself: written again until the numbers no longer change. (A count of
    distinct objects would never settle: the number itself is one.)"""
    others = {quad for path in data_set.triple_files() if path != FILE for quad in data_set.parse(path)}
    text, before = written(others), ""
    while text != before:
        before = text
        text = written(others | set(ox.parse(input=text, format=ox.RdfFormat.TRIG)))
    return text


def main() -> None:
    if sys.argv[1:] == ["--write"]:
        FILE.write_text(statistics())
    else:
        sys.stdout.write(statistics())


if __name__ == "__main__":
    main()
