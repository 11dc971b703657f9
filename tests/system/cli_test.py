#!/usr/bin/env python3
"""Runs the real program as a person and as a script do: arguments, answers, errors, exit codes.

usage: cli_test.py PROGRAM [unittest's arguments]
"""

import gzip
import json
import os
import re
import subprocess
import unittest
from pathlib import Path

from program_case import EVERYTHING_FOUR_TIMES, NAMES, TIMEOUT_S, ProgramCase, main


class HelpTest(ProgramCase):
    def test_alone_it_shows_the_commonest_commands(self):
        text = self.output()
        for command in ("whence query", "whence serve", "whence convert", "whence check"):
            self.assertIn(command, text)

    def test_each_help_has_examples(self):
        for command in ("query", "serve", "convert", "check"):
            text = self.output(command, "--help")
            self.assertIn("Examples:", text)
            self.assertIn("Exit codes:", text)

    def test_version(self):
        self.assertRegex(self.output("--version"), r"^whence \d+\.\d+\.\d+\n$")

    def test_wrong_usage_is_2_and_says_where_to_look(self):
        cases = [
            (["quary"], "there is no command 'quary'; there are query, serve, convert, check"),
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


class QueryTest(ProgramCase):
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


class ErrorTest(ProgramCase):
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
            process = subprocess.run([self.program, "query", self.people, NAMES], stdout=full,
                                     stderr=subprocess.PIPE, timeout=TIMEOUT_S)
        self.assertEqual(process.returncode, 4)
        self.assertEqual(process.stderr, b"whence: error: cannot write standard output: "
                                         b"No space left on device\n")

    def test_limits_are_5(self):
        many = self.file("many.nt", "".join(f"<http://e/{i}> <http://e/p> {i}e0 .\n".replace(
            f"{i}e0", f'"{i}"') for i in range(300)))
        text = self.error(5, "query", many, EVERYTHING_FOUR_TIMES, "-o", self.folder / "out.csv",
                          "--timeout", "50ms")
        self.assertIn("longer than its limit of 50 ms", text)
        text = self.error(5, "query", many, EVERYTHING_FOUR_TIMES, "-o", self.folder / "out.csv",
                          env={"WHENCE_TIMEOUT": "50ms"})
        self.assertIn("longer than its limit of 50 ms", text)
        distinct = "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        text = self.error(5, "query", many, distinct, "-o", self.folder / "out.csv", "--memory", "1M")
        self.assertIn("memory", text)
        self.assertFalse((self.folder / "out.csv").exists())

    def test_a_flag_beats_the_environment(self):
        self.output("query", self.people, NAMES, "--timeout", "1h", env={"WHENCE_TIMEOUT": "nonsense"})


class ConvertTest(ProgramCase):
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

    def test_rdf_xml_there_and_back(self):
        rdf, nt = self.folder / "out.rdf", self.folder / "out.nt"
        self.output("convert", self.people, rdf)
        self.assertIn("<foaf:Person rdf:about=", rdf.read_text())
        self.output("convert", rdf, nt)
        self.assertEqual(self.output("convert", nt, "-", "--canonical"),
                         self.output("convert", self.people, "-", "--canonical"))
        query = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> CONSTRUCT WHERE { ?s ?p ?o }"
        self.assertIn('<foaf:name xml:lang="en">Ada<', self.output("query", rdf, query, "--format", "xml"))
        bad = self.file("bad.nt", "<http://e/s> <http://e/1> 'x' .\n".replace("'", '"'))
        self.assertIn("found <http://e/1>", self.error(2, "convert", bad, "-", "--to", "rdf"))

    def test_jsonld(self):
        jsonld, back = self.folder / "out.jsonld", self.folder / "back.nq"
        self.output("convert", self.people, jsonld)
        self.output("convert", jsonld, back)
        self.assertEqual(self.output("convert", back, "-", "--canonical"),
                         self.output("convert", self.people, "-", "--canonical"))
        context = self.file("context.jsonld", '{"@context": {"name": "http://e/name"}}')
        named = self.file("named.jsonld", '{"@context": "http://c/x", "@id": "http://e/s", "name": "n"}')
        self.assertIn("<http://c/x> is not fetched", self.error(3, "convert", named, "-", "--to", "nt"))
        self.assertEqual(self.output("convert", named, "-", "--to", "nt", "--context", f"http://c/x={context}"),
                         '<http://e/s> <http://e/name> "n" .\n')
        self.assertIn("--context: expected IRI=FILE",
                      self.error(2, "convert", named, "-", "--to", "nt", "--context", "x"))

    def test_canonical(self):
        one = self.file("one.nt", "_:a <http://e/p> _:b .\n_:b <http://e/q> <http://e/o> .\n")
        other = self.file("other.ttl", "[] <http://e/p> _:x . _:x <http://e/q> <http://e/o> , <http://e/o> .")
        text = self.output("convert", one, "-", "--canonical")
        self.assertEqual(text, self.output("convert", other, "-", "--canonical", "--to", "nq"))
        self.assertIn("_:c14n0 ", text)
        for out in ("ttl", "trig", "rdf"):
            self.assertIn("a canonical form is N-Quads", self.error(2, "convert", one, "x." + out, "--canonical"))
            self.assertIn("a canonical form is N-Quads",
                          self.error(2, "convert", one, "-", "--to", out, "--canonical"))
        self.error(2, "convert", one, "-", "--to", "nq", "--canonical-limit", "10")
        self.assertIn("--canonical-limit: expected a whole number, found '-1'",
                      self.error(2, "convert", one, "-", "--canonical", "--canonical-limit=-1"))
        clique = self.file("clique.nt", "".join(f"_:n{i} <http://e/p> _:n{j} .\n"
                                                for i in range(10) for j in range(10)))
        self.assertIn("more than 1000 steps",
                      self.error(5, "convert", clique, self.folder / "out.nq", "--canonical",
                                 "--canonical-limit", "1000"))
        self.assertFalse((self.folder / "out.nq").exists())

    def test_a_folder_takes_no_file_that_is_only_known_to_be_xml(self):
        folder = self.folder / "mixed"
        folder.mkdir()
        (folder / "a.nt").write_text("<http://e/s> <http://e/p> <http://e/o> .\n")
        (folder / "catalog.xml").write_text("<catalog/>")
        self.assertEqual(self.output("convert", folder, "-", "--to", "nt").count("\n"), 1)
        self.assertIn("catalog.xml:1:1: error: ", self.error(3, "convert", folder / "catalog.xml", "-", "--to", "nt"))

    def test_blank_nodes_of_several_documents_are_kept_apart(self):
        folder = self.folder / "several"
        folder.mkdir()
        for name in ("a.nt", "b.nt"):
            (folder / name).write_text("_:x <http://e/p> _:x .\n")
        self.assertEqual(self.output("convert", folder, "-", "--to", "nt"),
                         "_:f1-x <http://e/p> _:f1-x .\n_:f2-x <http://e/p> _:f2-x .\n")
        self.assertEqual(self.output("convert", folder / "a.nt", "-", "--to", "nt"), "_:x <http://e/p> _:x .\n")

    def test_several_documents_one_of_them_broken(self):
        broken = self.file("broken.nt", "oops\n")
        out = self.folder / "out.nt"
        self.assertTrue(self.error(3, "convert", self.people, broken, out).startswith(f"{broken}:1:1: error: "))
        self.assertFalse(out.exists())

    def test_wrong_usage(self):
        for arguments, message in ((["-", "out.nt"], "--from SYNTAX"), ([self.people, "-"], "--to SYNTAX"),
                                   ([self.people, self.folder / "out.nt.gz"], "pipe it through gzip"),
                                   ([self.people, "out.nt", "--from", "rtf"], "--from: expected")):
            with self.subTest(arguments):
                self.assertIn(message, self.error(2, "convert", *arguments))
        self.error(4, "convert", self.folder / "none.ttl", self.folder / "out.nt")
        self.error(4, "convert", self.people, self.folder / "none" / "out.nt")


if __name__ == "__main__":
    main(__doc__)
