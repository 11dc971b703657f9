"""The lint programs find what they are for."""

import unittest

import include_edges
import own_words
import size_ratchet
from pathlib import Path


class IncludeEdgesTest(unittest.TestCase):
    def find(self, path, text):
        return include_edges.file_errors(Path(path), text, include_edges.ALLOWED)

    def test_table_has_no_edge_upwards(self):
        self.assertEqual(include_edges.table_errors(include_edges.ALLOWED), [])
        self.assertEqual(len(include_edges.table_errors({"plan": ["server"], "server": []})), 1)

    def test_names_a_forbidden_edge(self):
        self.assertEqual(
            self.find("src/plan/planner.cpp", '#include "rdf/term.h"\n#include "server/server.h"\n'),
            ["src/plan/planner.cpp:2: error: plan must not include server"],
        )
        self.assertEqual(len(self.find("src/sparql/parser.cpp", '#include "store/id.h"\n')), 1)

    def test_allows_the_modules_above(self):
        self.assertEqual(self.find("src/plan/planner.cpp", '#include "store/id.h"\n#include <vector>\n'), [])

    def test_refuses_relative_paths_and_unknown_modules(self):
        self.assertEqual(len(self.find("src/plan/planner.cpp", '#include "../store/id.h"\n')), 1)
        self.assertEqual(len(self.find("src/helpers/all.cpp", "")), 1)


class SizeRatchetTest(unittest.TestCase):
    def test_files(self):
        self.assertEqual(size_ratchet.file_errors({"a.cpp": 400}, {}), [])
        self.assertEqual(len(size_ratchet.file_errors({"a.cpp": 401}, {})), 1)
        self.assertEqual(size_ratchet.file_errors({"a.cpp": 450}, {"a.cpp": 450}), [])

    def test_entries_only_shrink(self):
        self.assertEqual(len(size_ratchet.file_errors({"a.cpp": 449}, {"a.cpp": 450})), 1)
        self.assertEqual(len(size_ratchet.file_errors({"a.cpp": 300}, {"a.cpp": 450})), 1)
        self.assertEqual(len(size_ratchet.file_errors({}, {"a.cpp": 450})), 1)
        self.assertEqual(len(size_ratchet.file_errors({"a.cpp": 900}, {"a.cpp": 900})), 1)

    def test_functions(self):
        long_function = "def f():\n" + "    pass\n" * 70
        self.assertEqual(len(size_ratchet.function_errors("a.py", long_function)), 1)
        self.assertEqual(size_ratchet.function_errors("a.py", "def f():\n" + "    pass\n" * 69), [])


class OwnWordsTest(unittest.TestCase):
    def test_machine_paths(self):
        self.assertEqual(len(own_words.line_errors("a.md", "see /" + "home/me/x")), 1)
        self.assertEqual(own_words.line_errors("a.md", "see docs/home/page"), [])

    def test_quotations_have_a_limit(self):
        text = " ".join(f"word{i}" for i in range(60))
        article = own_words.shingles(text)
        self.assertEqual(own_words.copy_errors("a", " ".join(text.split()[:25]), article), [])
        self.assertEqual(len(own_words.copy_errors("a", " ".join(text.split()[5:31]), article)), 1)


if __name__ == "__main__":
    unittest.main()
