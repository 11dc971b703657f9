#!/usr/bin/env python3
"""Datasets of the client's choice (SPARQL 1.1 Protocol §2.1.4) and DESCRIBE, by curl, SPARQLWrapper and
the command line.

usage: dataset_test.py PROGRAM [unittest's arguments]
"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import rdflib
import SPARQLWrapper

from server_process import TIMEOUT_S, Server

PROGRAM = ""
DATA = """@prefix : <http://example.org/> .
:ada :name "Ada" ; :knows :bob ; :address [ :city [ :label "London" ] ] .
:bob :name "Bob" ; :knows :ada .
:g1 { :ada :age 36 . :bob :age 40 }
:g2 { :ada :age 36 . :eve :age 1 }
"""
E = "http://example.org/"
AGES = f"SELECT ?s ?age {{ ?s <{E}age> ?age }} ORDER BY ?s"
GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


def cells(text, name):
    return [row[name]["value"].removeprefix(E) for row in json.loads(text)["results"]["bindings"]]


class DatasetTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM, "--describe-limit", "6", data=DATA)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def curl(self, query, *parameters, arguments=(), accept="*/*"):
        data = [f"query={query}", *parameters]
        encoded = [part for parameter in data for part in ("--data-urlencode", parameter)]
        done = subprocess.run(
            ["curl", "--silent", "--show-error", "--write-out", "\n%{http_code}", *arguments,
             "--header", f"Accept: {accept}", *encoded, self.server.endpoint],
            capture_output=True, text=True, timeout=TIMEOUT_S, check=True)
        body, _, status = done.stdout.rpartition("\n")
        return int(status), body

    def test_default_graphs_are_merged(self):
        for arguments in ((), ("--get",)):
            status, body = self.curl(AGES, f"default-graph-uri={E}g1", f"default-graph-uri={E}g2",
                                     arguments=arguments)
            self.assertEqual(status, 200, body)
            self.assertEqual(cells(body, "s"), ["ada", "bob", "eve"])
        self.assertEqual(cells(self.curl(AGES, f"default-graph-uri={E}g2")[1], "s"), ["ada", "eve"])
        self.assertEqual(cells(self.curl(AGES, f"default-graph-uri={E}none")[1], "s"), [])
        self.assertEqual(cells(self.curl(AGES)[1], "s"), [])

    def test_named_graphs_are_those_that_are_named(self):
        self.assertEqual(cells(self.curl(GRAPHS)[1], "g"), ["g1", "g2"])
        self.assertEqual(cells(self.curl(GRAPHS, f"named-graph-uri={E}g2")[1], "g"), ["g2"])
        self.assertEqual(cells(self.curl(GRAPHS, f"default-graph-uri={E}g2")[1], "g"), [])

    def test_the_protocol_goes_before_the_query(self):
        query = AGES.replace("{", f"FROM <{E}g1> {{", 1)
        self.assertEqual(cells(self.curl(query)[1], "s"), ["ada", "bob"])
        self.assertEqual(cells(self.curl(query, f"default-graph-uri={E}g2")[1], "s"), ["ada", "eve"])
        self.assertEqual(cells(self.curl(query, f"named-graph-uri={E}g2")[1], "s"), [])

    def test_a_graph_has_an_absolute_iri(self):
        for parameter in ("default-graph-uri=g1", "named-graph-uri=http://a/<b>"):
            status, body = self.curl("ASK {}", parameter)
            self.assertEqual(status, 400)
            self.assertIn("expected an absolute IRI", body)

    def test_sparqlwrapper(self):
        client = SPARQLWrapper.SPARQLWrapper(self.server.endpoint)
        client.setQuery(AGES)
        client.setReturnFormat(SPARQLWrapper.JSON)
        client.addDefaultGraph(E + "g1")
        rows = client.queryAndConvert()["results"]["bindings"]
        self.assertEqual([row["age"]["value"] for row in rows], ["36", "40"])
        client.setQuery(f"DESCRIBE <{E}bob>")
        client.setReturnFormat(SPARQLWrapper.TURTLE)
        graph = rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")
        self.assertEqual(len(graph), 1)  # In the graph that is the default one.

    def test_describe_in_every_syntax(self):
        for accept in ("text/turtle", "application/n-triples", "application/trig",
                       "application/n-quads"):
            status, body = self.curl(f"DESCRIBE <{E}ada>", accept=accept)
            self.assertEqual(status, 200, body)
            data = rdflib.Dataset()
            data.parse(data=body, format=accept)
            self.assertEqual(len(list(data.quads())), 5)

    def test_describe_both_ways(self):
        status, body = self.curl(f"DESCRIBE <{E}ada>", "describe=symmetric",
                                 accept="application/n-triples")
        self.assertEqual((status, len(body.strip().splitlines())), (200, 6))
        self.assertEqual(self.curl("DESCRIBE <http://a/>", "describe=all")[0], 400)

    def test_describe_keeps_to_its_limit(self):
        status, body = self.curl(f"DESCRIBE <{E}ada> <{E}bob>")
        self.assertEqual(status, 500)
        self.assertIn("more than its limit of 6 triples", body)


class CommandLineTest(unittest.TestCase):
    def query(self, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "data.trig"
            path.write_text(DATA)
            return subprocess.run([PROGRAM, "query", str(path), *arguments], capture_output=True,
                                  text=True, timeout=TIMEOUT_S, check=False)

    def lines(self, *arguments):
        done = self.query(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.splitlines()

    def test_datasets(self):
        ages = (AGES, "--format", "csv")
        self.assertEqual(len(self.lines(*ages)), 1)
        self.assertEqual(len(self.lines("--default-graph", E + "g1", *ages)), 3)
        self.assertEqual(
            len(self.lines("--default-graph", E + "g1", "--default-graph", E + "g2", *ages)), 4)
        self.assertEqual(self.lines("--named-graph", E + "g2", GRAPHS, "--format", "csv"),
                         ["g", E + "g2"])

    def test_describe(self):
        ada = (f"DESCRIBE <{E}ada>", "--format", "nt")
        self.assertEqual(len(self.lines(*ada)), 5)
        self.assertEqual(len(self.lines(*ada, "--describe", "symmetric")), 6)
        self.assertEqual(self.query(*ada, "--describe", "all").returncode, 2)
        self.assertEqual(self.query(*ada, "--describe-limit", "4").returncode, 5)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
