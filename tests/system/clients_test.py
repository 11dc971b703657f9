#!/usr/bin/env python3
"""Clients that people use, each as its documentation says: SELECT, ASK, CONSTRUCT, DESCRIBE and an
error, in the formats that the client asks for by itself. curl, SPARQLWrapper, rdflib's SPARQLStore,
RDF4J's SPARQLRepository, Jena's RDFConnection, Comunica, sparql-http-client.

usage: clients_test.py PROGRAM [unittest's arguments]
"""

import json
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv"
HINT = "clients_test.py: error: {} is missing; script/setup --tests installs it"
if Path(sys.prefix) != ENVIRONMENT:
    if not (ENVIRONMENT / "bin/python").exists():
        sys.exit(HINT.format(".venv"))
    os.execv(ENVIRONMENT / "bin/python", [str(ENVIRONMENT / "bin/python"), *sys.argv])
try:
    import rdflib
    import SPARQLWrapper
    from rdflib.plugins.stores.sparqlstore import SPARQLStore
    from SPARQLWrapper.SPARQLExceptions import QueryBadFormed
except ImportError as missing:
    sys.exit(HINT.format(f"the Python package {missing.name}"))

from server_process import TIMEOUT_S, Server

PROGRAM = ""
FOAF = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> "
NAMES = FOAF + "SELECT ?name { ?s foaf:name ?name } ORDER BY STR(?name)"
YES = FOAF + "ASK { ?s foaf:age 36 }"
NO = FOAF + "ASK { ?s foaf:age 37 }"
GRAPH = FOAF + "CONSTRUCT { ?s foaf:name ?name } WHERE { ?s foaf:name ?name }"
DESCRIPTION = "DESCRIBE <http://example.org/ada>"
WRONG = "SELECT * { ?s FILTR }"
EXPECTED = ["Ada", 'Charles, "Babbage"']
DESCRIBED = ["36", "Ada", "http://example.org/charles", "http://xmlns.com/foaf/0.1/Person"]
MESSAGE = "1:15: error: expected a predicate"
FOLDER = Path(__file__).resolve().parent


def objects(graph):
    return sorted(str(term) for term in graph.objects())


class ClientsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def curl(self, query, *arguments):
        done = subprocess.run(
            ["curl", "--silent", "--show-error", "--fail-with-body", *arguments,
             "--data-urlencode", f"query={query}", self.server.endpoint],
            capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
        return done.returncode, done.stdout

    def test_curl(self):
        for arguments in ([], ["--get"], ["--http1.0"]):
            rows = json.loads(self.curl(NAMES, *arguments)[1])["results"]["bindings"]
            self.assertEqual([row["name"]["value"] for row in rows], EXPECTED)
        self.assertIs(json.loads(self.curl(YES)[1])["boolean"], True)
        self.assertIn('foaf:name "Ada"@en', self.curl(GRAPH)[1])
        described = rdflib.Graph().parse(data=self.curl(DESCRIPTION)[1], format="turtle")
        self.assertEqual(objects(described), DESCRIBED)
        code, message = self.curl(WRONG)
        self.assertEqual(code, 22)
        self.assertRegex(message, "^" + MESSAGE)

    def test_sparqlwrapper(self):
        for method in (SPARQLWrapper.GET, SPARQLWrapper.POST):
            for style in (SPARQLWrapper.URLENCODED, SPARQLWrapper.POSTDIRECTLY):
                client = SPARQLWrapper.SPARQLWrapper(self.server.endpoint)
                client.setMethod(method)
                client.setRequestMethod(style)

                def run(query, kind, client=client):
                    client.setQuery(query)
                    client.setReturnFormat(kind)
                    return client.queryAndConvert()

                rows = run(NAMES, SPARQLWrapper.JSON)["results"]["bindings"]
                self.assertEqual([row["name"]["value"] for row in rows], EXPECTED)
                self.assertIn(b"Ada", run(NAMES, SPARQLWrapper.CSV))
                self.assertIn(b'"Ada"@en', run(NAMES, SPARQLWrapper.TSV))
                literals = run(NAMES, SPARQLWrapper.XML).getElementsByTagName("literal")
                self.assertEqual([literal.firstChild.data for literal in literals], EXPECTED)
                self.assertIs(run(YES, SPARQLWrapper.JSON)["boolean"], True)
                self.assertIs(run(NO, SPARQLWrapper.JSON)["boolean"], False)
                for query, expected in ((GRAPH, EXPECTED), (DESCRIPTION, DESCRIBED)):
                    turtle = rdflib.Graph().parse(data=run(query, SPARQLWrapper.TURTLE),
                                                  format="turtle")
                    self.assertEqual(objects(turtle), expected)
                    for kind in (SPARQLWrapper.XML, SPARQLWrapper.RDFXML, SPARQLWrapper.JSONLD):
                        self.assertEqual(objects(run(query, kind)), expected, kind)
                with self.assertRaisesRegex(QueryBadFormed, MESSAGE):
                    run(WRONG, SPARQLWrapper.JSON)

    def test_rdflib(self):
        for options in ({}, {"method": "POST"}, {"method": "POST_FORM"}, {"returnFormat": "json"},
                        {"returnFormat": "csv"}):
            with self.subTest(options):
                store = rdflib.Graph(SPARQLStore(self.server.endpoint, **options))
                self.assertEqual([str(row.name) for row in store.query(NAMES)], EXPECTED)
                if "method" in options:  # By POST, the store returns what it raises by GET.
                    self.assertEqual(store.store.query(WRONG)[0], 400)
                else:
                    with self.assertRaisesRegex(ValueError, "wrong"):
                        store.query(WRONG)
                ada = rdflib.URIRef("http://example.org/ada")
                self.assertEqual(str(store.value(ada, rdflib.FOAF.name)), "Ada")
                if options.get("returnFormat") == "csv":
                    continue  # The recommendation defines neither booleans nor graphs as CSV.
                self.assertIs(store.query(YES).askAnswer, True)
                self.assertIs(store.query(NO).askAnswer, False)
                if options.get("returnFormat") == "json":
                    continue  # It then accepts results in JSON and nothing else, which no graph is.
                for query, expected in ((GRAPH, EXPECTED), (DESCRIPTION, DESCRIBED)):
                    self.assertEqual(objects(store.query(query).graph), expected)

    def check_runs(self, runs, command, missing, error=MESSAGE):
        """A program of the client's own language prints a line of JSON for each of its runs."""
        if missing:
            self.fail(HINT.format(missing))
        done = subprocess.run([*command, self.server.endpoint], capture_output=True, text=True,
                              timeout=TIMEOUT_S, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        found = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([run["run"] for run in found], runs)
        for run in found:
            with self.subTest(run["run"]):
                self.assertEqual(run["names"], EXPECTED)
                self.assertEqual(run["booleans"], [True, False])
                self.assertEqual(sorted(run["graph"]), EXPECTED)
                self.assertEqual(sorted(run["described"]), DESCRIBED)
                self.assertRegex(run["error"], error)

    def check_java(self, runs, program, archives, client):
        present = shutil.which("javac") is not None and any(archives.glob(client))
        self.check_runs(runs, ["java", "-cp", f"{archives}/*", str(FOLDER / "java" / program)],
                        None if present else f"a JDK or {archives}/{client}")

    def check_javascript(self, runs, program, package, **options):
        present = shutil.which("node") is not None and (FOLDER / "node_modules" / package).exists()
        self.check_runs(runs, ["node", str(FOLDER / program)],
                        None if present else f"node or tests/system/node_modules/{package}",
                        **options)

    def test_rdf4j(self):
        self.check_java(["short", "long"], "Rdf4jClient.java", FOLDER / "jars",
                        "rdf4j-repository-sparql-*.jar")

    def test_jena(self):
        self.check_java(["asGetAlways", "asPostForm", "asPost"], "JenaClient.java",
                        ROOT / "tests/export/jars", "jena-rdfconnection-*.jar")

    def test_comunica(self):
        # Comunica's own parser stands before the endpoint's: the error is one of evaluation.
        self.check_javascript(["discovered", "named"], "comunica.mjs", "@comunica/query-sparql",
                              error="400|Bad Request|error: ")

    def test_sparql_http_client(self):
        self.check_javascript(["get", "postUrlencoded", "postDirect"], "sparql_http_client.mjs",
                              "sparql-http-client")


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
