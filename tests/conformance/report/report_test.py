"""The report over a small suite and results made for it: report_test.py WHENCE [unittest's arguments]"""

import sys
import tempfile
import unittest
from datetime import datetime, timezone
from pathlib import Path

import earl
import page
import report
from entries import Entry, entries
from outcomes import FAILED, NOT_RUN, PASSED, Outcome, by_entry, read_results

WHENCE = ""
HOME = "https://w3c.github.io/rdf-tests/sparql/sparql11/"

MANIFEST = """
@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix : <manifest#> .
<> mf:entries ( :good :bad :skipped [ mf:name "nameless" ] ) .
:good a mf:QueryEvaluationTest ; mf:name "a good one" .
:bad a mf:QueryEvaluationTest ; mf:name "a (bad) [one]" .
:skipped a mf:QueryEvaluationTest ; mf:name "one, skipped" .
"""
UPDATES = MANIFEST.replace("QueryEvaluationTest", "UpdateEvaluationTest").replace('[ mf:name "nameless" ]', "")
JSON_LD = """{"baseIri": "https://w3c.github.io/json-ld-api/tests/",
 "@context": ["context.jsonld", {"@base": "toRdf-manifest"}],
 "sequence": [{"@id": "#t1", "@type": ["x"], "name": "old", "option": {"specVersion": "json-ld-1.0"}},
              {"@id": "#t2", "@type": ["x"], "name": "new"}]}"""


def case(name: str, inside: str, result: str = "completed") -> str:
    iri = f'<properties><property name="iri" value="{HOME}bind/manifest#{name}"/></properties>'
    return f'<testcase name="{name}" result="{result}">{inside}{iri}</testcase>'


RESULTS = (
    "<testsuites><testsuite>"
    + case("good", "")
    + case("bad", "<failure message='m'>a.cpp:3\nfound 1 &gt; 0\nmore</failure>")
    + case("skipped", "<skipped message='a.cpp:4&#x0A;Skipped&#x0A;no file &quot;/suites/a/b.rq&quot;'/>", "skipped")
    + '<testcase name="of_nothing" result="completed"/>'
    + "</testsuite></testsuites>"
)


class ReportTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        sparql = self.folder / "rdf-tests/sparql/sparql11"
        self.put(sparql / "bind/manifest.ttl", MANIFEST)
        self.put(sparql / "clear/manifest.ttl", UPDATES)
        self.put(self.folder / "json-ld-api/tests/toRdf-manifest.jsonld", JSON_LD)
        self.results = self.put(self.folder / "results.xml", RESULTS)
        self.entries = entries(WHENCE, self.folder)
        self.outcomes = by_entry(self.entries, read_results(self.results, "/suites"))

    @staticmethod
    def put(file: Path, text: str) -> Path:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def outcome(self, name: str, suite: str = "rdf-tests/sparql/sparql11/bind") -> Outcome:
        return next(o for e, o in self.outcomes.items() if e.name == name and e.suite == suite)

    def test_entries_have_the_addresses_of_the_suites(self):
        iris = {entry.iri for entry in self.entries}
        self.assertEqual(len(self.entries), 9)
        self.assertIn(HOME + "bind/manifest#good", iris)
        self.assertIn("https://w3c.github.io/json-ld-api/tests/toRdf-manifest#t2", iris)

    def test_outcomes(self):
        self.assertEqual(self.outcome("a good one"), Outcome(PASSED))
        self.assertEqual(self.outcome("a (bad) [one]"), Outcome(FAILED, "found 1 > 0"))
        self.assertEqual(self.outcome("one, skipped"), Outcome(NOT_RUN, 'no file "a/b.rq"'))
        self.assertEqual(self.outcome("nameless"), Outcome(NOT_RUN, "no case runs it"))
        updates = self.outcome("a good one", "rdf-tests/sparql/sparql11/clear")
        self.assertEqual(updates, Outcome(NOT_RUN, "updates are not there yet"))
        self.assertEqual(self.outcome("old", "json-ld-api/tests/toRdf").reason, "for JSON-LD 1.0 only")

    def test_results_of_an_unknown_test_are_refused(self):
        with self.assertRaisesRegex(SystemExit, "no manifest has"):
            by_entry(self.entries, {"https://example.org/#unknown": Outcome(PASSED)})

    def test_two_cases_of_one_test_are_refused(self):
        self.put(self.results, RESULTS.replace("</testsuite>", case("good", "") + "</testsuite>"))
        with self.assertRaisesRegex(SystemExit, "two cases"):
            read_results(self.results, "/suites")

    def test_page(self):
        text = page.write(self.outcomes, "## Where engines differ\n")
        self.assertIn("| SPARQL 1.1 | 7 | 1 | 1 | 5 |", text)
        self.assertIn("| rdf-tests/sparql/sparql11/bind | 4 | 1 | 1 | 2 |", text)
        self.assertIn(f"[a (bad) [one]](<{HOME}bind/manifest#bad>): found 1 > 0", text)
        self.assertIn("nameless (without an IRI): no case runs it", text)
        self.assertIn("| rdf-tests/sparql/sparql11/clear | 3 | updates are not there yet |", text)
        self.assertTrue(text.endswith("\n## Where engines differ\n"))

    def test_the_page_is_read_back(self):
        text = page.write(self.outcomes, "")
        again = by_entry(self.entries, page.read(text, self.entries))
        self.assertEqual(again, self.outcomes)
        self.assertEqual(page.write(again, ""), text)

    def test_a_test_that_the_page_does_not_know_shows(self):
        text = page.write(self.outcomes, "")
        more = [*self.entries, Entry("rdf-tests/sparql/sparql11/bind", HOME + "bind/manifest#new", "new", "")]
        self.assertNotEqual(page.write(by_entry(more, page.read(text, more)), ""), text)

    def test_earl_is_rdf_and_counts(self):
        odd = {**self.outcomes, self.entries[0]: Outcome(FAILED, 'a "quoted" \\ back\tslash\x01 😀')}
        written = self.put(self.folder / "earl.ttl", earl.write(odd, report.ROOT, datetime.now(timezone.utc)))
        self.assertEqual(
            report.counted(WHENCE, written), {"earl:passed": 1, "earl:failed": 2, "earl:untested": 5}
        )


if __name__ == "__main__":
    WHENCE = sys.argv.pop(1)
    unittest.main()
