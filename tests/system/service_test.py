#!/usr/bin/env python3
"""SERVICE between real programs: two servers of ours, and one that answers whatever a test wants.

usage: service_test.py PROGRAM [unittest's arguments]
"""

import csv
import io
import json
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from server_process import TIMEOUT_S, Server

PROGRAM = ""
HERE = """@prefix : <http://example.org/> .
:ada :knows :charles . :ada :knows :mary . :charles :knows [ :name "nobody" ] .
"""
THERE = """@prefix : <http://example.org/> .
:charles :born 1791 . :mary :born 1780 . :george :born 1815 .
:link :endpoint <ENDPOINT> .
"""
PREFIX = "PREFIX : <http://example.org/> "
BORN = PREFIX + "SELECT ?who ?year { ?s :knows ?who . SERVICE <%s> { ?who :born ?year } }"
JSON = "application/sparql-results+json"
XML = """<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="who"/>
<variable name="year"/></head><results><result><binding name="who"><uri>http://example.org/mary</uri>
</binding><binding name="year"><literal>1780</literal></binding></result></results></sparql>"""


class OddEndpoint(ThreadingHTTPServer):
    """Gives `answer` (status, fields, body) to every request, and keeps what was asked."""

    def __init__(self, status=200, fields=None, body=b"", declared=None, certificate=None):
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                size = int(self.headers["Content-Length"])
                form = urllib.parse.parse_qs(self.rfile.read(size).decode())
                endpoint.queries.append(form["query"][0])
                endpoint.fields.append(self.headers)
                self.send_response(status)
                for name, value in (fields or {}).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(declared or len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.queries = []
        self.fields = []
        self.place = f"127.0.0.1:{self.server_address[1]}"
        self.address = f"http://{self.place}/sparql"
        self.thread = threading.Thread(target=self.serve_forever)

    def handle_error(self, request, client_address):
        pass  # A client that goes away is part of the tests.

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *exception):
        self.shutdown()
        self.thread.join()
        self.server_close()


def ask(query, *arguments, environment=None):
    """`whence query` over HERE: exit code, rows, standard error."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "here.ttl"
        path.write_text(HERE)
        done = subprocess.run([PROGRAM, "query", str(path), query, "--format", "csv", *arguments],
                              capture_output=True, text=True, timeout=TIMEOUT_S,
                              env={**os.environ, **(environment or {})})
    return done.returncode, sorted(csv.reader(io.StringIO(done.stdout)))[:-1], done.stderr


class TwoServersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.there = Server(PROGRAM, data=THERE)
        cls.place = cls.there.address.removeprefix("http://")

    @classmethod
    def tearDownClass(cls):
        cls.there.stop()

    ROWS = [["http://example.org/charles", "1791"], ["http://example.org/mary", "1780"]]

    def test_the_command_line_asks_a_server(self):
        code, rows, errors = ask(BORN % self.there.endpoint, "--allow-service", self.place)
        self.assertEqual((code, rows, errors), (0, self.ROWS, ""))

    def test_each_row_may_be_a_request(self):
        code, rows, _ = ask(BORN % self.there.endpoint, "--allow-service", self.place,
                            "--service-rows", "1")
        self.assertEqual((code, rows), (0, self.ROWS))

    def test_a_server_asks_a_server(self):
        with Server(PROGRAM, "--allow-service", self.place, data=HERE) as here:
            status, _, body = here.query(BORN % self.there.endpoint, "text/csv")
            self.assertEqual(status, 200, body)
            self.assertEqual(sorted(csv.reader(io.StringIO(body.decode())))[:-1], self.ROWS)

    def test_nobody_is_asked_unless_allowed(self):
        with Server(PROGRAM, data=HERE) as here:
            status, _, body = here.query(BORN % self.there.endpoint)
            self.assertEqual(status, 400)
            self.assertIn(f"--allow-service {self.place}".encode(), body)

    def test_a_star_is_not_this_machine(self):
        code, _, errors = ask(BORN % self.there.endpoint, "--allow-service", "*")
        self.assertEqual(code, 2)
        self.assertIn("its host has a loopback address", errors)

    def test_an_alias_leads_elsewhere(self):
        code, rows, errors = ask(BORN % "http://nowhere.example/sparql", "--service-alias",
                                 "http://nowhere.example/sparql=" + self.there.endpoint)
        self.assertEqual((code, rows, errors), (0, self.ROWS, ""))

    def test_the_endpoint_may_be_a_variable(self):
        query = PREFIX + """SELECT ?who ?year { VALUES ?there { <%s> }
            SERVICE ?there { ?who :born ?year } ?s :knows ?who }""" % self.there.endpoint
        code, rows, errors = ask(query, "--allow-service", self.place)
        self.assertEqual((code, rows, errors), (0, self.ROWS, ""))

    def test_a_variable_that_nothing_binds_has_its_place_in_the_query(self):
        code, _, errors = ask("SELECT * { SERVICE ?there { ?s ?p ?o } }")
        self.assertEqual(code, 2)
        self.assertIn("1:12: error: SERVICE ?there: nothing that it is joined with binds", errors)

    def test_an_error_there_is_told_here(self):
        query = "SELECT * { SERVICE <%s> { ?s ?p ?o FILTER <http://no.such/function>(?o) } }"
        code, _, errors = ask(query % self.there.endpoint, "--allow-service", self.place)
        self.assertNotEqual(code, 0)
        self.assertIn(f"SERVICE <{self.there.endpoint}>: it answers 501", errors)

    def test_optional_and_silent(self):
        with_failure = PREFIX + """SELECT ?who ?year { ?s :knows ?who FILTER ISIRI(?who)
            SERVICE SILENT <http://127.0.0.1:1/> { ?who :born ?year } }"""
        code, rows, errors = ask(with_failure, "--allow-service", "127.0.0.1:1")
        self.assertEqual((code, errors), (0, ""))
        self.assertEqual(rows, [["http://example.org/charles", ""], ["http://example.org/mary", ""]])
        optional = PREFIX + """SELECT ?s ?year { ?s :knows ?who
            OPTIONAL { SERVICE <%s> { ?s :born ?year } } }"""
        code, rows, errors = ask(optional % self.there.endpoint, "--allow-service", self.place)
        self.assertEqual((code, errors), (0, ""))
        self.assertEqual(rows, [["http://example.org/ada", ""], ["http://example.org/ada", ""],
                                ["http://example.org/charles", "1791"]])


class OddEndpointTest(unittest.TestCase):
    def failure(self, endpoint, *arguments):
        with endpoint:
            code, _, errors = ask(BORN % endpoint.address, "--allow-service", endpoint.place,
                                  *arguments)
            silent = (BORN % endpoint.address).replace("SERVICE", "SERVICE SILENT")
            silent_code, rows, _ = ask(silent, "--allow-service", endpoint.place, *arguments)
        self.assertEqual((silent_code, len(rows)), (0, 3))
        self.assertIn(f"error: SERVICE ", errors)
        return code, errors

    def test_xml_alone(self):
        with OddEndpoint(fields={"Content-Type": "application/sparql-results+xml"},
                         body=XML.encode()) as endpoint:
            code, rows, errors = ask(BORN % endpoint.address, "--allow-service", endpoint.place)
            self.assertEqual((code, errors), (0, ""))
            self.assertEqual(rows, [["http://example.org/mary", "1780"]])
            self.assertTrue(endpoint.fields[0]["Accept"].startswith(JSON + ", "))
            self.assertNotIn("_:", endpoint.queries[0])

    def test_statuses(self):
        code, errors = self.failure(OddEndpoint(status=503, body=b"too\nbusy"))
        self.assertEqual(code, 4)
        self.assertIn("it answers 503 Service Unavailable: too busy", errors)

    def test_another_type(self):
        _, errors = self.failure(OddEndpoint(fields={"Content-Type": "text/html"}))
        self.assertIn("expected results in JSON or XML, found 'text/html'", errors)

    def test_garbage(self):
        _, errors = self.failure(OddEndpoint(fields={"Content-Type": JSON}, body=b"<html>"))
        self.assertIn("not in JSON", errors)

    def test_half_an_answer(self):
        _, errors = self.failure(OddEndpoint(fields={"Content-Type": JSON}, declared=1000,
                                             body=b'{"head":{"vars":["who"]},"results":{'))
        self.assertIn("its answer broke off before its end", errors)

    def test_too_much(self):
        code, errors = self.failure(
            OddEndpoint(fields={"Content-Type": JSON}, body=b" " * 3000), "--service-answer-max", "2K")
        self.assertEqual(code, 5)
        self.assertIn("its answer has more than 2048 bytes", errors)

    def test_a_redirect_leads_nowhere_else(self):
        _, errors = self.failure(OddEndpoint(status=307, fields={"Location": "http://127.0.0.1:1/"}))
        self.assertIn("with --allow-service 127.0.0.1:1", errors)


class SameAnswersTest(unittest.TestCase):
    """A server that asks itself has the answers that it has without SERVICE, as often."""

    DATA = """@prefix : <http://example.org/> .
        :a :p :b , :c ; :q 1 , 2 . :b :p :c ; :q 2 ; :r "x"@en . :c :p :a , :c . :d :q 3 ; :r :a .
        :g { :a :p :d . :d :q 1 } :h { :b :p :d }"""
    QUERIES = [
        "{ ?x :p ?y S { ?y :q ?z } }",
        "{ ?x :p ?y S { ?y :p ?z } ?z :q ?w }",
        "{ ?x :p ?y S { ?u :q ?v } }",
        "{ ?x :p ?y OPTIONAL { S { ?y :q ?z } } }",
        "{ ?x :p ?y OPTIONAL { S { ?y :q ?z } FILTER(?z > 1) } }",
        "{ ?x :p ?y OPTIONAL { ?y :r ?z } S { ?x :q ?z } }",
        "{ ?x :p ?y OPTIONAL { ?y :r ?z } S { ?u :q ?w OPTIONAL { ?u :r ?z } } }",
        "{ { ?x :p ?y } UNION { ?x :q ?z } S { ?x :q ?z } }",
        "{ VALUES (?x ?z) { (:a UNDEF) (UNDEF 2) (:a UNDEF) } S { ?x :q ?z } }",
        "{ ?x :p ?y MINUS { S { ?y :r ?z } } }",
        "{ ?x :p ?y FILTER EXISTS { S { ?y :q ?z } } }",
        "{ ?x :p ?y FILTER NOT EXISTS { S { ?y :q ?z } } }",
        "{ ?x :q ?z S { { SELECT ?x (COUNT(*) AS ?n) { ?x :p ?y } GROUP BY ?x } } }",
        "{ ?x :p ?y S { { ?y :q ?z } UNION { ?y :r ?z } UNION { ?y :q ?z } } }",
        "{ ?x :p ?y S { ?x :p ?w FILTER(?w != :a) BIND(STR(?w) AS ?t) } }",
        "{ GRAPH ?g { ?x :p ?y } S { ?y :q ?z } }",
        "{ GRAPH ?g { ?x :p ?y } S { GRAPH ?g { ?u :q ?z } } }",
        "{ S { ?x :p ?y } S { ?y :p ?z } S { ?z :q ?w } }",
        "{ S { ?x :p ?y S { ?y :q ?z } } }",
        "{ { SELECT ?x ?y { ?x :p ?y } ORDER BY ?x ?y LIMIT 3 } S { ?y :p* ?z } }",
    ]

    def test_with_any_number_of_rows_a_request(self):
        for rows in ("1", "2", "100"):
            with Server(PROGRAM, "--allow-service", "127.0.0.1", "--service-rows", rows,
                        data=self.DATA) as server:
                for query in self.QUERIES:
                    with self.subTest(query, rows=rows):
                        asked = query.replace(" S {", f" SERVICE <{server.endpoint}> {{")
                        self.assertEqual(*(self.rows(server, text)
                                           for text in (asked, query.replace(" S {", " {"))))

    def rows(self, server, pattern):
        """The rows, by their variables, sorted."""
        status, _, body = server.query(PREFIX + "SELECT * " + pattern, JSON)
        self.assertEqual(status, 200, body)
        return sorted(json.dumps(row, sort_keys=True)
                      for row in json.loads(body)["results"]["bindings"])


class LimitsTest(unittest.TestCase):
    def test_the_querys_time_is_the_endpoints_too(self):
        for service in ("SERVICE", "SERVICE SILENT"):
            with self.subTest(service), socket.create_server(("127.0.0.1", 0)) as mute:
                place = "127.0.0.1:%d" % mute.getsockname()[1]
                query = (BORN % f"http://{place}/").replace("SERVICE", service)
                code, _, errors = ask(query, "--allow-service", place, "--timeout", "300ms")
                self.assertEqual(code, 5)
                self.assertIn("the query took longer than its limit of 300 ms", errors)

    def test_silence_ends(self):
        with socket.create_server(("127.0.0.1", 0)) as mute:
            place = "127.0.0.1:%d" % mute.getsockname()[1]
            code, _, errors = ask(BORN % f"http://{place}/", "--allow-service", place,
                                  "--service-idle-timeout", "100ms")
        self.assertEqual(code, 4)
        self.assertIn("nothing came for 100 ms", errors)

    def test_wrong_usage_names_the_option(self):
        for arguments in (["--allow-service", "http://example.org/"],
                          ["--service-alias", "http://example.org/"],
                          ["--service-rows", "0"], ["--service-idle-timeout", "10"],
                          ["--service-answer-max", "lots"], ["--service-redirects-max", "-1"]):
            with self.subTest(arguments):
                code, _, errors = ask("ASK {}", *arguments)
                self.assertEqual(code, 2)
                self.assertIn(arguments[0] + ": expected", errors)


class TlsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.certificate = str(Path(cls.folder.name) / "localhost.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", cls.certificate + ".key",
                        "-out", cls.certificate, "-days", "2", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost"],
                       check=True, capture_output=True, timeout=TIMEOUT_S)
        cls.both = cls.certificate + ".both"
        Path(cls.both).write_text(Path(cls.certificate).read_text() +
                                  Path(cls.certificate + ".key").read_text())

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def ask_over_tls(self, host, authorities):
        with OddEndpoint(fields={"Content-Type": "application/sparql-results+xml"},
                         body=XML.encode(), certificate=self.both) as endpoint:
            place = f"{host}:{endpoint.server_address[1]}"
            result = ask(BORN % f"https://{place}/sparql", "--allow-service", place,
                         environment={"SSL_CERT_FILE": authorities})
            return *result, len(endpoint.queries)

    def test_a_trusted_certificate_of_the_host(self):
        code, rows, errors, _ = self.ask_over_tls("localhost", self.certificate)
        self.assertEqual((code, errors), (0, ""))
        self.assertEqual(rows, [["http://example.org/mary", "1780"]])

    def test_a_certificate_that_nobody_trusts(self):
        code, _, errors, asked = self.ask_over_tls("localhost", os.devnull)
        self.assertEqual((code, asked), (4, 0))
        self.assertIn("its certificate is not trusted: self-signed certificate", errors)

    def test_a_certificate_of_another_host(self):
        code, _, errors, asked = self.ask_over_tls("127.0.0.1", self.certificate)
        self.assertEqual((code, asked), (4, 0))
        self.assertIn("certificate", errors)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
