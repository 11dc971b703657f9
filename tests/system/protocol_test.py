#!/usr/bin/env python3
"""The SPARQL 1.1 Protocol over HTTP, spoken to the real program: media types, statuses, methods.

usage: protocol_test.py PROGRAM [unittest's arguments]
"""

import csv
import io
import json
import sys
import unittest
import xml.etree.ElementTree as ElementTree

from server_process import Server

PROGRAM = ""
NAMES = "PREFIX f: <http://xmlns.com/foaf/0.1/> SELECT ?name { ?s f:name ?name } ORDER BY STR(?name)"
ASK = "ASK { <http://example.org/ada> ?p ?o }"
GRAPH = "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }"
TRIPLE = b"<http://example.org/ada> <http://xmlns.com/foaf/0.1/knows> <http://example.org/mary>"
FORM = "application/x-www-form-urlencoded"


class ProtocolTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def test_rows_in_every_format(self):
        names = ["Ada", 'Charles, "Babbage"']
        sparql = "{http://www.w3.org/2005/sparql-results#}"
        readers = {
            "application/sparql-results+json": lambda body: [
                row["name"]["value"] for row in json.loads(body)["results"]["bindings"]],
            "application/sparql-results+xml": lambda body: [
                literal.text for literal in ElementTree.fromstring(body).iter(sparql + "literal")],
            "text/csv": lambda body: [row[0] for row in csv.reader(io.StringIO(body.decode()))][1:],
            "text/tab-separated-values": lambda body: [
                json.loads(line.removesuffix("@en")) for line in body.decode().splitlines()[1:]],
        }
        for accept, read in readers.items():
            with self.subTest(accept):
                status, headers, body = self.server.query(NAMES, accept)
                self.assertEqual(status, 200)
                charset = "; charset=utf-8" if accept.startswith("text/") else ""
                self.assertEqual(headers["Content-Type"], accept + charset)
                self.assertEqual(headers["Vary"], "Accept")
                self.assertEqual(read(body), names)

    def test_booleans(self):
        self.assertIs(json.loads(self.server.query(ASK)[2])["boolean"], True)
        self.assertIn(b"<boolean>true</boolean>",
                      self.server.query(ASK, "application/sparql-results+xml")[2])

    def test_graphs_in_every_syntax(self):
        for accept in ("application/n-triples", "application/n-quads", "text/turtle",
                       "application/trig", "application/rdf+xml", "application/ld+json"):
            with self.subTest(accept):
                status, headers, body = self.server.query(GRAPH, accept)
                self.assertEqual((status, headers.get_content_type()), (200, accept))
                self.assertIn(b"mary", body)
                if accept.startswith("application/n-"):
                    self.assertEqual(body, TRIPLE + b" .\n")

    def test_defaults_and_negotiation(self):
        json_type = "application/sparql-results+json"
        for query, accept, parameters, expected in (
            (NAMES, None, {}, json_type),
            (NAMES, "*/*", {}, json_type),
            (NAMES, "application/json", {}, "application/json"),
            (NAMES, "text/csv;q=0.2, application/sparql-results+xml;q=0.7", {},
             "application/sparql-results+xml"),
            (NAMES, "text/html,application/xml;q=0.9,*/*;q=0.8", {}, "text/html"),
            (NAMES, None, {"format": "csv"}, "text/csv"),
            (NAMES, json_type, {"output": "xml"}, "application/sparql-results+xml"),
            (NAMES, None, {"results": "text/tab-separated-values"}, "text/tab-separated-values"),
            (GRAPH, None, {}, "text/turtle"),
            (GRAPH, "*/*", {"format": "nt"}, "application/n-triples"),
            (GRAPH, "*/*", {"format": "xml"}, "application/rdf+xml"),
        ):
            with self.subTest(accept=accept, parameters=parameters):
                status, headers, _ = self.server.query(query, accept, **parameters)
                self.assertEqual((status, headers.get_content_type()), (200, expected))

    def test_the_three_forms_are_one(self):
        expected = self.server.query(ASK)[2]
        for body, kind in ((b"query=ASK+%7B%3Chttp%3A%2F%2Fexample.org%2Fada%3E+?p+?o%7D", FORM),
                           (ASK.encode(), "application/sparql-query")):
            for path in ("/sparql", "/query"):
                answer = self.server.request(path, "POST", {"Content-Type": kind}, body)
                self.assertEqual((answer[0], answer[2]), (200, expected))

    def test_every_wrong_request_has_its_status(self):
        query = {"Content-Type": "application/sparql-query"}
        for status, path, method, headers, body in (
            (400, "/sparql?query=SELECT", "GET", {}, None),
            (400, "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "GET", {}, None),
            (400, "/sparql?query=%zz", "GET", {}, None),
            (400, "/sparql?query=%FF", "GET", {}, None),
            (400, "/sparql", "POST", {"Content-Type": FORM}, b"format=json"),
            (403, "/sparql", "POST", {"Content-Type": FORM}, b"update=CLEAR+ALL"),
            (403, "/update", "POST", {"Content-Type": "application/sparql-update"}, b"CLEAR ALL"),
            (404, "/nowhere", "GET", {}, None),
            (404, "/store?default", "GET", {}, None),
            (405, "/sparql", "PUT", query, b"ASK {}"),
            (405, "/", "DELETE", {}, None),
            (406, "/sparql?query=ASK%7B%7D", "GET", {"Accept": "image/png"}, None),
            (406, "/sparql", "GET", {"Accept": "image/png"}, None),
            (413, "/sparql", "POST", query, b" " * (17 << 20)),
            (414, "/sparql?query=" + "x" * (70 << 10), "GET", {}, None),
            (415, "/sparql", "POST", {"Content-Type": "text/plain"}, b"ASK {}"),
            (417, "/health", "GET", {"Expect": "miracles"}, None),
            (431, "/health", "GET", {"X-Long": "x" * (40 << 10)}, None),
            (400, "/sparql?query=ASK%7B%7D&default-graph-uri=a", "GET", {}, None),
            (400, "/sparql?query=ASK%7B%7D&describe=all", "GET", {}, None),
        ):
            with self.subTest(status=status, path=path[:60], method=method):
                answer = self.server.request(path, method, headers, body)
                self.assertEqual(answer[0], status, answer[2])
                self.assertEqual(answer[1]["Content-Type"], "text/plain; charset=utf-8")
                self.assertEqual(answer[1]["Access-Control-Allow-Origin"], "*")
                self.assertRegex(answer[2].decode(), r"\A[^\n]*error: [^\n]+\n\Z")
                self.assertEqual(answer[1]["Allow"] is not None, status == 405)

    def test_a_syntax_error_has_its_place(self):
        status, _, body = self.server.query("SELECT *\n{ ?s FILTR }")
        self.assertEqual(status, 400)
        self.assertRegex(body.decode(), r"^2:6: error: expected .*FILTR")

    def test_head(self):
        for path in ("/", "/health", "/sparql", "/sparql?query=ASK%7B%7D"):
            status, headers, body = self.server.request(path, "HEAD")
            self.assertEqual((status, body), (200, b""))
            self.assertEqual(headers["Content-Length"],
                             self.server.request(path)[1]["Content-Length"])

    def test_options_and_preflight(self):
        status, headers, body = self.server.request(
            "/sparql", "OPTIONS",
            {"Origin": "http://elsewhere.example", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type"})
        self.assertEqual((status, body), (204, b""))
        self.assertEqual(headers["Allow"], "GET, HEAD, POST, OPTIONS")
        self.assertEqual(headers["Access-Control-Allow-Origin"], "*")
        self.assertIn("POST", headers["Access-Control-Allow-Methods"])
        self.assertIn("Content-Type", headers["Access-Control-Allow-Headers"])

    def test_description(self):
        status, headers, body = self.server.request("/sparql", headers={"Accept": "application/n-triples"})
        self.assertEqual((status, headers.get_content_type()), (200, "application/n-triples"))
        sd = "http://www.w3.org/ns/sparql-service-description#"
        self.assertIn(f"<{sd}endpoint> <{self.server.endpoint}> .", body.decode())
        self.assertIn(f"<{sd}name> <http://example.org/claim> .", body.decode())
        self.assertIn(f"<{sd}supportedLanguage> <{sd}SPARQL11Query> .", body.decode())

    def test_the_page_needs_nothing_else(self):
        status, headers, body = self.server.request("/")
        self.assertEqual((status, headers.get_content_type()), (200, "text/html"))
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        self.assertNotRegex(body.decode(), r"\bsrc=|@import|url\(")


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
