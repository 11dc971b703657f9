"""The tests that the manifests of the W3C's suites name, whether a case runs them or not. Manifests in
Turtle are read with whence, those of JSON-LD as JSON."""

import csv
import io
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

QUERY = """
PREFIX mf:  <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?entry (SAMPLE(?name) AS ?label) (GROUP_CONCAT(DISTINCT STR(?type)) AS ?types) WHERE {
  ?manifest mf:entries/rdf:rest*/rdf:first ?entry .
  OPTIONAL { ?entry mf:name ?name }
  OPTIONAL { ?entry a ?type }
} GROUP BY ?entry
"""

# Why a test is not run, by the folder of its suite and its kind: the first that is found there.
REASONS = (
    ("/rdf12|/sparql12", "RDF 1.2 and SPARQL 1.2 are not there yet"),
    ("/rdf-mt|/entailment", "an entailment regime: whence answers from what is written and infers nothing"),
    ("Update|/delete-insert", "updates are not there yet"),
    ("GraphStoreProtocol", "the Graph Store Protocol is not there yet"),
    ("#ProtocolTest", "in part of updates, and not sent yet; tests/system/protocol_test.py has others"),
    ("ServiceDescription", "not asked for yet; tests/system/protocol_test.py has others"),
    (
        "extended-manifest|sameTerm-manifest",
        "of plain literals beside xsd:string, which RDF 1.1 made one (Concepts §3.3); the suite's own manifest"
        " leaves it out",
    ),
    ("json-ld-1.0", "for JSON-LD 1.0 only"),
    ("generalized", "needs generalised RDF (a blank node as a predicate), which RDF 1.1 has not"),
    ("", "no case runs it"),
)


@dataclass(frozen=True)
class Entry:
    suite: str  # The folder of its manifest.
    iri: str  # Empty where the manifest gives none.
    name: str
    kind: str  # The name of its manifest, its types, and what it requires.

    def why_not_run(self) -> str:
        return next(why for what, why in REASONS if re.search(what, f"{self.suite} {self.kind}"))


def of_turtle(whence: str, manifest: Path, suites: Path) -> list[Entry]:
    """Relative IRIs are made absolute by the manifest's address on the W3C's pages."""
    place = manifest.relative_to(suites)
    command = [whence, "query", manifest, "--base", f"https://w3c.github.io/{place}", "--format", "csv", QUERY]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = []
    for row in csv.DictReader(io.StringIO(text)):
        iri = "" if row["entry"].startswith("_:") else row["entry"]
        found.append(Entry(place.parent.as_posix(), iri, row["label"], f"{place.name} {row['types']}"))
    return found


def of_jsonld(manifest: Path, suites: Path) -> list[Entry]:
    document = json.loads(manifest.read_text(encoding="utf-8"))
    base = document["baseIri"] + document["@context"][1]["@base"]
    suite = (manifest.parent / manifest.name.removesuffix("-manifest.jsonld")).relative_to(suites).as_posix()
    found = []
    for test in document["sequence"]:
        option = test.get("option", {})
        kind = [manifest.name, *test["@type"], option.get("specVersion", "")]
        kind += ["generalized"] if option.get("produceGeneralizedRdf") else []
        found.append(Entry(suite, base + test["@id"], test["name"], " ".join(kind)))
    return found


def entries(whence: str, suites: Path) -> list[Entry]:
    """All of them, by suite and name."""
    found = []
    for manifest in sorted(suites.rglob("*manifest*.ttl")):
        found += of_turtle(whence, manifest, suites)
    for manifest in sorted(suites.glob("json-ld-api/tests/*-manifest.jsonld")):
        found += of_jsonld(manifest, suites)
    return sorted(found, key=lambda entry: (entry.suite, entry.iri, entry.name))
