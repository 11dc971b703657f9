#!/usr/bin/env python3
"""Clients that people use, each as its documentation says: SELECT, ASK, CONSTRUCT and an error, in
the formats that the client asks for by itself. curl, SPARQLWrapper, rdflib's SPARQLStore, Comunica.

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
WRONG = "SELECT * { ?s FILTR }"
EXPECTED = ["Ada", 'Charles, "Babbage"']


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
        code, message = self.curl(WRONG)
        self.assertEqual(code, 22)
        self.assertRegex(message, r"^1:15: error: ")

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
                graph = rdflib.Graph().parse(data=run(GRAPH, SPARQLWrapper.TURTLE), format="turtle")
                self.assertEqual(sorted(str(name) for name in graph.objects()), EXPECTED)
                with self.assertRaisesRegex(QueryBadFormed, "1:15: error: "):
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
                if options.get("returnFormat") == "csv":
                    continue  # The recommendation defines neither booleans nor graphs as CSV.
                self.assertIs(store.query(YES).askAnswer, True)
                self.assertIs(store.query(NO).askAnswer, False)
                found = SPARQLStore(self.server.endpoint, returnFormat="turtle").query(GRAPH).graph
                self.assertEqual(sorted(str(name) for name in found.objects()), EXPECTED)
                ada = rdflib.URIRef("http://example.org/ada")
                self.assertEqual(str(store.value(ada, rdflib.FOAF.name)), "Ada")

    def test_comunica(self):
        folder = Path(__file__).parent
        if shutil.which("node") is None or not (folder / "node_modules/@comunica").exists():
            self.fail(HINT.format("Comunica (tests/system/node_modules)"))
        done = subprocess.run(["node", str(folder / "comunica.mjs"), self.server.endpoint],
                              capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        for kind, found in json.loads(done.stdout).items():
            with self.subTest(kind):
                self.assertEqual(found["names"], EXPECTED)
                self.assertEqual(found["booleans"], [True, False])
                self.assertEqual(sorted(found["graph"]), EXPECTED)
                self.assertRegex(found["error"], "400|Bad Request|error: ")


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
