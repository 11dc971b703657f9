#!/usr/bin/env python3
"""The README keeps its word: its query, sent as it says to the data that it says, by curl and by
SPARQLWrapper, gets the answer that it prints.

usage: readme_test.py PROGRAM [unittest's arguments]
"""

import re
import subprocess
import sys
import unittest
from pathlib import Path

from server_process import TIMEOUT_S, Server

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv/bin/python"
ADDRESS = "http://127.0.0.1:7575"
PROGRAM = ""


def blocks(language):
    """The code blocks of the README in this language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / "README.md").read_text(), re.M | re.S)


class ReadmeTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(PROGRAM, str(ROOT / "ontology"), str(ROOT / "triples"), data="")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def run_in_root(self, command, **others):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT_S,
                              check=False, **others)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def here(self, text):
        """`text` with the address of the server under test in place of the README's."""
        self.assertIn(ADDRESS, text)
        return text.replace(ADDRESS, self.server.address)

    def test_query_is_the_one_in_queries(self):
        (shown,) = blocks("sparql")
        file = (ROOT / "queries/contradiction/who-says-ukraine-was-involved.rq").read_text()
        self.assertEqual(shown, re.sub(r"^#.*\n", "", file, flags=re.M))

    def test_curl_prints_the_answer(self):
        command, answer = blocks("console")[0].removeprefix("$ ").split("\n", 1)
        printed = self.run_in_root(self.here(command), shell=True)
        self.assertEqual(printed.replace("\r\n", "\n"), answer)

    def test_sparqlwrapper_prints_the_answer(self):
        self.assertTrue(PYTHON.exists(), ".venv is missing; script/setup --tests installs it")
        (program,) = blocks("python")
        (answer,) = blocks("text")
        self.assertEqual(self.run_in_root([str(PYTHON), "-"], input=self.here(program)), answer)

    def test_the_default_graph_has_no_such_fact(self):
        prefixes = "PREFIX organisation: <https://whence.example/id/organisation/> " \
                   "PREFIX event: <https://whence.example/id/event/> "
        answer = self.server.query(prefixes + "ASK { event:moscow-attack ?part organisation:ukraine }", "text/csv")
        self.assertEqual((answer[0], answer[2].split()), (200, [b"false"]))


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
