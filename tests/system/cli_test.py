#!/usr/bin/env python3
"""Runs the real program as a person and as a script do: arguments, streams, exit codes, signals.

usage: cli_test.py PROGRAM [unittest's arguments]
"""

import fcntl
import gzip
import json
import os
import pty
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest
from pathlib import Path

PROGRAM = ""
TIMEOUT_S = 60  # Against hanging; nothing here takes a second.

PEOPLE = """@prefix : <http://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
:ada a foaf:Person ; foaf:name "Ada"@en ; foaf:age 36 ; foaf:knows :charles .
:charles a foaf:Person ; foaf:name "Charles, \\"Babbage\\"" .
"""
NAMES = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT ?name { ?s foaf:name ?name } ORDER BY ?name"
EVERYTHING_THRICE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


class CliTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.people = self.file("people.ttl", PEOPLE)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_program(self, *arguments, stdin=b"", env=None, **others):
        return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True,
                              timeout=TIMEOUT_S, env={**os.environ, **(env or {})}, **others)

    def start(self, *arguments, **others):
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, **others)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
            process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                stream.close()

    def output(self, *arguments, **others):
        """What a command that must succeed, and have nothing to say, writes."""
        result = self.run_program(*arguments, **others)
        self.assertEqual((result.returncode, result.stderr.decode()), (0, ""))
        return result.stdout.decode()

    def error(self, code, *arguments, **others):
        """What a command that must fail with `code`, and give no data, says."""
        result = self.run_program(*arguments, **others)
        self.assertEqual((result.returncode, result.stdout.decode()), (code, ""), result.stderr.decode())
        return result.stderr.decode()

    def on_terminal(self, *arguments, columns=80, env=None):
        """What a person sees: standard output and error on one terminal."""
        outer, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=inner, stderr=inner,
                                   stdin=subprocess.DEVNULL,
                                   env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **(env or {})})
        os.close(inner)
        seen = b""
        try:
            while block := os.read(outer, 65536):
                seen += block
        except OSError:  # Linux's way to say that the other end is closed.
            pass
        os.close(outer)
        process.wait(TIMEOUT_S)
        return seen.decode().replace("\r\n", "\n")


class HelpTest(CliTest):
    def test_alone_it_shows_the_commonest_commands(self):
        text = self.output()
        for command in ("whence query", "whence serve", "whence convert"):
            self.assertIn(command, text)

    def test_each_help_has_examples(self):
        for command in ("query", "serve", "convert"):
            text = self.output(command, "--help")
            self.assertIn("Examples:", text)
            self.assertIn("Exit codes:", text)

    def test_version(self):
        self.assertRegex(self.output("--version"), r"^whence \d+\.\d+\.\d+\n$")

    def test_wrong_usage_is_2_and_says_where_to_look(self):
        cases = [
            (["quary"], "there is no command 'quary'; there are query, serve, convert"),
            (["--colour"], "whence --help"),
            (["query", "--colour"], "whence query --help"),
            (["convert", "a.ttl"], "whence convert --help"),
            (["query", self.people, "ASK {}", "--timeout", "30"], "expected a time such as"),
            (["query", self.people, "ASK {}", "--memory", "4"], "expected a size such as"),
            (["query", self.people, "ASK {}", "--format", "rtf"], "expected a format of results"),
            (["query", self.people, "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"], "RDF syntax"),
            (["query", self.people, "ASK {}", "--without-pass", "none"], "push-filters"),
            (["query", self.people, "ASK {}", "--explain=all"], "--explain: expected algebra or plan"),
            (["query", "-", "ASK {}"], "--from SYNTAX"),
            (["query", self.people], "no query"),
            (["serve", "--bind", "everywhere"], "--bind: expected"),
        ]
        for arguments, message in cases:
            with self.subTest(arguments):
                text = self.error(2, *arguments)
                self.assertIn(message, text)
                self.assertEqual(text.count("\n"), 1)
                self.assertTrue(text.startswith("whence: error: "), text)


class QueryTest(CliTest):
    def test_formats(self):
        cases = {
            "csv": 'name\r\n"Charles, ""Babbage"""\r\nAda\r\n',
            "text/tab-separated-values": '?name\n"Charles, \\"Babbage\\""\n"Ada"@en\n',
            "table": "┌────────────────────────┐\n│ name                   │\n├────────────────────────┤\n"
                     '│ "Charles, \\"Babbage\\"" │\n│ "Ada"@en               │\n'
                     "└────────────────────────┘\n(2 rows)\n",
        }
        for name, expected in cases.items():
            with self.subTest(name):
                self.assertEqual(self.output("query", self.people, NAMES, "--format", name), expected)
        answer = json.loads(self.output("query", self.people, NAMES, "-f", "json"))
        self.assertEqual(answer["head"]["vars"], ["name"])
        self.assertEqual(answer["results"]["bindings"][1]["name"],
                         {"type": "literal", "xml:lang": "en", "value": "Ada"})
        self.assertIn('<literal xml:lang="en">Ada</literal>',
                      self.output("query", self.people, NAMES, "-f", "xml"))

    def test_a_pipe_gets_tsv_and_a_terminal_a_table(self):
        self.assertTrue(self.output("query", self.people, NAMES).startswith("?name\n"))
        self.assertIn("(2 rows)", self.on_terminal("query", self.people, NAMES))

    def test_files_of_every_kind(self):
        self.file("a.nt", "<http://e/s> <http://e/p> <http://e/a> .\n")
        self.file("b.nq.gz", gzip.compress(b"<http://e/s> <http://e/p> <http://e/b> <http://e/g> .\n"))
        self.file("notes.txt", "not RDF")
        query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        self.assertEqual(self.output("query", self.folder, query, "-f", "csv"), "n\r\n7\r\n")
        stdin = b"<http://e/s> <http://e/p> 1 , 2 ."
        self.assertEqual(self.output("query", "-", query, "-f", "csv", "--from", "ttl", stdin=stdin),
                         "n\r\n2\r\n")
        self.assertEqual(self.output("query", query, "-f", "csv"), "n\r\n0\r\n")

    def test_the_query_in_a_file_or_on_standard_input(self):
        path = self.file("q.rq", NAMES)
        self.assertIn('"Ada"@en', self.output("query", self.people, "--query", path))
        self.assertIn('"Ada"@en', self.output("query", self.people, "--query", "-", stdin=NAMES.encode()))

    def test_construct_is_turtle_with_the_prefixes_of_the_query(self):
        query = "PREFIX : <http://example.org/> CONSTRUCT { ?s :is ?a } { ?s <http://xmlns.com/foaf/0.1/age> ?a }"
        self.assertEqual(self.output("query", self.people, query),
                         "@prefix : <http://example.org/> .\n\n:ada :is 36 .\n")
        self.assertEqual(self.output("query", self.people, query, "--format", "nt"),
                         "<http://example.org/ada> <http://example.org/is> "
                         '"36"^^<http://www.w3.org/2001/XMLSchema#integer> .\n')

    def test_exit_status_is_1_where_there_is_no_answer(self):
        for query, code in (("ASK { ?s ?p 36 }", 0), ("ASK { ?s ?p 37 }", 1),
                            ("SELECT * { ?s ?p 36 }", 0), ("SELECT * { ?s ?p 37 }", 1)):
            with self.subTest(query):
                result = self.run_program("query", self.people, query, "--exit-status")
                self.assertEqual(result.returncode, code)
                self.assertEqual(self.run_program("query", self.people, query).returncode, 0)

    def test_output_into_a_file_takes_the_format_of_its_suffix(self):
        path = self.folder / "names.csv"
        self.assertEqual(self.output("query", self.people, NAMES, "-o", path), "")
        self.assertTrue(path.read_bytes().startswith(b"name\r\n"))
        self.error(3, "query", self.people, "--query", "SELECT * {", "-o", path)
        self.assertTrue(path.read_bytes().startswith(b"name\r\n"))
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["names.csv", "people.ttl"])

    def test_explain_shows_the_algebra_and_the_plan(self):
        text = self.output("query", self.people, NAMES, "--explain")
        algebra = self.output("query", self.people, NAMES, "--explain=algebra")
        plan = self.output("query", self.people, NAMES, "--explain=plan")
        # Numbers of terms differ from load to load.
        self.assertEqual(re.sub(r"#\d+", "#", text), re.sub(r"#\d+", "#", algebra + plan))
        self.assertIn("(bgp", algebra)
        self.assertNotIn("(bgp", plan)

    def test_time_goes_to_standard_error(self):
        result = self.run_program("query", self.people, NAMES, "--time")
        self.assertTrue(result.stdout.startswith(b"?name\n"))
        self.assertRegex(result.stderr.decode(), r"(?m)^whence: loaded 6 quads from 1 file in .* s\n"
                                                 r"whence: planned in .* ms, answered in .* ms$")

    def test_without_passes_the_answer_is_the_same(self):
        expected = self.output("query", self.people, NAMES)
        for name in ("push-filters", "order-joins", "merge-joins"):
            self.assertEqual(self.output("query", self.people, NAMES, "--without-pass", name), expected)


class ErrorTest(CliTest):
    def test_broken_data_is_3_and_names_the_place(self):
        path = self.file("broken.ttl", "@prefix : <http://e/> .\n:s :p :o .\n:s :p .\n")
        text = self.error(3, "query", self.people, path, "ASK {}")
        self.assertRegex(text, "^" + re.escape(path) + r":3:7: error: expected .*\n$")

    def test_a_broken_query_is_3_and_names_the_place(self):
        self.assertRegex(self.error(3, "query", self.people, "SELECT * {\n ?s FILTR }"),
                         r"^<query>:2:\d+: error: .*FILTR.*\n$")
        path = self.file("q.rq", "SELECT * { ?s ?p }")
        self.assertTrue(self.error(3, "query", "--query", path).startswith(path + ":1:18: error: "))

    def test_a_file_that_cannot_be_read_is_4(self):
        for path in (self.folder / "none.ttl", self.folder / "none.rq"):
            option = ["--query"] if path.suffix == ".rq" else []
            text = self.error(4, "query", *option, path, *([] if option else ["ASK {}"]))
            self.assertIn(f"'{path}': No such file or directory", text)
        empty = self.folder / "empty"
        empty.mkdir()
        self.assertIn("no RDF file", self.error(4, "query", empty, "ASK {}"))

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_without_permission_is_4(self):
        os.chmod(self.people, 0)
        self.assertIn("Permission denied", self.error(4, "query", self.people, "ASK {}"))

    def test_a_full_disk_is_4(self):
        with open("/dev/full", "wb") as full:
            process = subprocess.run([PROGRAM, "query", self.people, NAMES], stdout=full,
                                     stderr=subprocess.PIPE, timeout=TIMEOUT_S)
        self.assertEqual(process.returncode, 4)
        self.assertEqual(process.stderr, b"whence: error: cannot write standard output: "
                                         b"No space left on device\n")

    def test_limits_are_5(self):
        many = self.file("many.nt", "".join(f"<http://e/{i}> <http://e/p> {i}e0 .\n".replace(
            f"{i}e0", f'"{i}"') for i in range(300)))
        text = self.error(5, "query", many, EVERYTHING_THRICE, "-o", self.folder / "out.csv",
                          "--timeout", "50ms")
        self.assertIn("longer than its limit of 50 ms", text)
        text = self.error(5, "query", many, EVERYTHING_THRICE, "-o", self.folder / "out.csv",
                          env={"WHENCE_TIMEOUT": "50ms"})
        self.assertIn("longer than its limit of 50 ms", text)
        distinct = "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        text = self.error(5, "query", many, distinct, "-o", self.folder / "out.csv", "--memory", "1M")
        self.assertIn("memory", text)
        self.assertFalse((self.folder / "out.csv").exists())

    def test_a_flag_beats_the_environment(self):
        self.output("query", self.people, NAMES, "--timeout", "1h", env={"WHENCE_TIMEOUT": "nonsense"})


class TerminalTest(CliTest):
    def test_an_error_shows_the_line_and_a_caret(self):
        text = self.on_terminal("query", self.people, "SELECT * { ?s ?p }", env={"NO_COLOR": "1"})
        self.assertRegex(text, r"(?m)^<query>:1:18: error: .*\n  SELECT \* \{ \?s \?p \}\n {19}\^\n")
        path = self.file("broken.ttl", "<s> <p> .\n")
        text = self.on_terminal("query", path, "ASK {}", env={"NO_COLOR": "1"})
        self.assertTrue(text.endswith("\n  <s> <p> .\n          ^\n"), text)

    def test_colours_are_for_those_who_want_them(self):
        self.assertIn("\x1b[", self.on_terminal("query", self.people, NAMES))
        for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            self.assertNotIn("\x1b[", self.on_terminal("query", self.people, NAMES, env=env))
        self.assertNotIn("\x1b[", self.output("query", self.people, NAMES, "--format", "table"))

    def test_the_table_fits_the_terminal_and_shortens_iris(self):
        long = self.file("long.ttl", f'@prefix e: <http://example.org/> . e:s e:p "{"x" * 300}" .')
        text = self.on_terminal("query", long, "SELECT * { ?s ?p ?o }", columns=40, env={"NO_COLOR": "1"})
        self.assertIn("│ e:s │ e:p │", text)
        self.assertTrue(all(len(line) <= 40 for line in text.splitlines()), text)

    def test_data_cannot_command_the_terminal(self):
        evil = self.file("evil.ttl", '<http://e/s> <http://e/p> "\\u001b[2J" .')
        text = self.on_terminal("query", evil, "SELECT ?o { ?s ?p ?o }", env={"NO_COLOR": "1"})
        self.assertNotIn("\x1b", text)
        self.assertIn("\\u001B[2J", text)


class StreamTest(CliTest):
    def test_a_reader_that_has_seen_enough_is_no_error(self):
        many = self.file("many.nt", "".join(f'<http://e/{i}> <http://e/p> "{i}" .\n' for i in range(300)))
        for arguments in (["query", many, EVERYTHING_THRICE], ["convert", many, "-", "--to", "ttl"]):
            with self.subTest(arguments):
                process = self.start(*arguments)
                process.stdout.readline()
                process.stdout.close()
                self.assertEqual(process.wait(TIMEOUT_S), 0)
                self.assertEqual(process.stderr.read(), b"")

    def test_the_first_rows_leave_before_the_last_is_found(self):
        many = self.file("many.nt", "".join(f'<http://e/{i}> <http://e/p> "{i}" .\n' for i in range(300)))
        process = self.start("query", many, EVERYTHING_THRICE)  # 8.1 billion rows: it never ends.
        self.assertEqual(process.stdout.readline(), b"?a\t?b\t?c\t?d\t?e\t?f\t?g\t?h\t?i\t?j\t?k\t?l\n")
        self.assertIsNone(process.poll())

    def test_an_interrupt_ends_a_query(self):
        many = self.file("many.nt", "".join(f'<http://e/{i}> <http://e/p> "{i}" .\n' for i in range(300)))
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                out = self.folder / "out.tsv"
                process = self.start("query", many, EVERYTHING_THRICE, "-o", out)
                self.wait_for(lambda: any(p.stat().st_size for p in self.folder.glob("out.tsv.*")))
                process.send_signal(number)
                self.assertEqual(process.wait(TIMEOUT_S), 130)
                self.assertEqual(list(self.folder.glob("out*")), [])

    def test_an_interrupt_ends_waiting_for_input(self):
        for arguments in (["query", "-", "ASK {}", "--from", "nt"],
                          ["convert", "-", self.folder / "out.nt", "--from", "nt"]):
            with self.subTest(arguments):
                process = self.start(*arguments, stdin=subprocess.PIPE)
                self.wait_for(lambda: "read" in Path(f"/proc/{process.pid}/wchan").read_text()
                              or self.catches_signals(process.pid))
                process.send_signal(signal.SIGINT)
                self.assertEqual(process.wait(TIMEOUT_S), 130)
                self.assertEqual(list(self.folder.glob("out*")), [])

    @staticmethod
    def catches_signals(pid):
        """Whether the main thread leaves SIGINT to another one already."""
        blocked = re.search(r"SigBlk:\s*([0-9a-f]+)", Path(f"/proc/{pid}/status").read_text())
        return bool(int(blocked.group(1), 16) & (1 << (signal.SIGINT - 1)))

    @staticmethod
    def wait_for(condition):
        end = time.monotonic() + TIMEOUT_S
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.01)


class ConvertTest(CliTest):
    def test_there_and_back(self):
        nt, ttl, trig, nq = (self.folder / f"out.{suffix}" for suffix in ("nt", "ttl", "trig", "nq"))
        self.output("convert", self.people, nt)
        lines = sorted(nt.read_text().splitlines())
        self.assertEqual(len(lines), 6)
        self.output("convert", nt, trig)
        self.output("convert", trig, nq)
        self.output("convert", nq, ttl)
        again = self.output("convert", ttl, "-", "--to", "application/n-triples")
        self.assertEqual(sorted(again.splitlines()), lines)

    def test_prefixes_are_kept(self):
        text = self.output("convert", self.people, "-", "--to", "ttl")
        self.assertTrue(text.startswith("@prefix : <http://example.org/> .\n"), text)
        self.assertIn(":ada a foaf:Person", text)

    def test_relative_iris(self):
        stdin = b"<s> <p> <o> ."
        self.assertEqual(self.output("convert", "-", "-", "--from", "ttl", "--to", "nt", "--base", "http://e/a/",
                                     stdin=stdin), "<http://e/a/s> <http://e/a/p> <http://e/a/o> .\n")
        path = self.file("relative.ttl", "<> <http://e/p> 1 .")
        self.assertIn(f"<file://{path}> ", self.output("convert", path, "-", "--to", "nt"))

    def test_a_failure_leaves_nothing_and_harms_nothing(self):
        broken = self.file("broken.nt", '<http://e/s> <http://e/p> "o" .\n' * 100000 + "oops\n")
        out = self.folder / "out.ttl"
        self.assertTrue(self.error(3, "convert", broken, out).startswith(f"{broken}:100001:1: error: "))
        self.assertFalse(out.exists())
        out.write_text("old")
        self.error(3, "convert", broken, out)
        self.assertEqual(out.read_text(), "old")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["broken.nt", "out.ttl", "people.ttl"])

    def test_a_file_may_replace_itself(self):
        self.output("convert", self.people, self.people)
        self.assertIn(":ada a foaf:Person", Path(self.people).read_text())

    def test_graphs_go_where_they_can(self):
        quads = self.file("q.nq", "<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n")
        self.assertIn("TriG can", self.error(2, "convert", quads, self.folder / "out.ttl"))
        self.assertIn("<http://e/g> {", self.output("convert", quads, "-", "--to", "trig"))

    def test_wrong_usage(self):
        for arguments, message in ((["-", "out.nt"], "--from SYNTAX"), ([self.people, "-"], "--to SYNTAX"),
                                   ([self.people, self.folder / "out.nt.gz"], "pipe it through gzip"),
                                   ([self.people, "out.nt", "--from", "rtf"], "--from: expected"),
                                   ([self.folder, "out.nt"], "found the folder")):
            with self.subTest(arguments):
                self.assertIn(message, self.error(2, "convert", *arguments))
        self.error(4, "convert", self.folder / "none.ttl", self.folder / "out.nt")
        self.error(4, "convert", self.people, self.folder / "none" / "out.nt")


class ServeTest(CliTest):
    def serve(self, *arguments):
        """Starts a server on a free port; returns it and what it said until it served."""
        process = self.start("serve", *arguments)
        said = ""
        while "serving on" not in said:
            line = process.stderr.readline().decode()
            self.assertTrue(line, "ended: " + said)
            said += line
        return process, said

    def test_says_what_it_serves_and_where(self):
        _, said = self.serve(self.people, "--bind", "127.0.0.1:0")
        self.assertRegex(said, r"^whence: 6 quads from 1 file in [\d.]+ s\n"
                               r"whence: serving on http://127\.0\.0\.1:\d+/ "
                               r"\(SPARQL endpoint: http://127\.0\.0\.1:\d+/sparql\)\n$")

    def test_signals_stop_it_in_order(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            process, _ = self.serve(self.people, "--bind", ":0")
            process.send_signal(number)
            self.assertEqual(process.wait(TIMEOUT_S), 0)
            self.assertEqual((process.stdout.read(), process.stderr.read()), (b"", b""))

    def test_a_taken_port_is_4_and_one_clear_line(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            text = self.error(4, "serve", "--bind", f"127.0.0.1:{port}")
        self.assertIn(f"cannot listen on 127.0.0.1:{port}: ", text)
        self.assertIn("in use", text)

    def test_broken_data_is_no_server(self):
        path = self.file("broken.ttl", "oops")
        self.assertTrue(self.error(3, "serve", self.people, path).startswith(path + ":1:"))
        self.assertIn("No such file", self.error(4, "serve", self.folder / "none.ttl"))

    def test_beyond_this_machine_it_warns(self):
        _, said = self.serve(self.people, "--bind", "0.0.0.0:0")
        self.assertIn("WARNING: 0.0.0.0 can be reached from other machines", said)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
