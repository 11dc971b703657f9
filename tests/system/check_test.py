#!/usr/bin/env python3
"""`whence check` as somebody uses it who extends the ontology: on copies of the real folders, with one
thing changed in each.

usage: check_test.py PROGRAM [unittest's arguments]
"""

import json
import shutil
from pathlib import Path

from program_case import ProgramCase, main

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("ontology", "triples", "queries")
WATSON = "queries/attribution/what-watson-says"


class CheckTest(ProgramCase):
    def setUp(self):
        super().setUp()
        for name in FOLDERS:
            shutil.copytree(ROOT / name, self.folder / name)

    def check(self, *arguments):
        """Exit code, report and errors."""
        result = self.run_program("check", *FOLDERS, *arguments, cwd=self.folder)
        return result.returncode, result.stdout.decode(), result.stderr.decode()

    def edit(self, name, change):
        path = self.folder / name
        path.write_text(change(path.read_text()))

    def row(self, report, name):
        """The line of the table that is named so, and what is said below it."""
        lines = report.splitlines()
        at = next(i for i, line in enumerate(lines) if line.startswith(name + " "))
        below = []
        while lines[at + 1 + len(below)].startswith("    "):
            below.append(lines[at + 1 + len(below)].strip())
        return lines[at], below

    def test_the_project_passes(self):
        code, report, errors = self.check()
        self.assertEqual((code, errors), (0, ""), report)
        self.assertRegex(report.splitlines()[-1], r"^\d+ questions, \d+ answered as expected: passed in ")
        for name in FOLDERS:
            self.assertRegex(self.row(report, f"syntax of {name}")[0], r" \d+ +[\d.]+  ok$")
        self.assertRegex(self.row(report, "shapes of ontology")[0], r" \d+ +[\d.]+  ok$")

    def test_a_row_too_many_and_one_too_few_are_1(self):
        self.edit(WATSON + ".srj", lambda text: text.replace("watson-no-ukraine", "watson-no-moon"))
        code, report, errors = self.check()
        self.assertEqual((code, errors), (1, ""))
        row, below = self.row(report, "attribution/what-watson-says")
        self.assertTrue(row.endswith("differs"), row)
        self.assertEqual(len(below), 2)
        self.assertIn("missing ?claim=claim:watson-no-moon ?content=", below[0])
        self.assertIn("surplus ?claim=claim:watson-no-ukraine ?content=", below[1])
        self.assertIn(", 1 not as expected: failed in ", report.splitlines()[-1])

    def test_a_claim_that_is_taken_back_is_1(self):
        for path in (self.folder / "triples").glob("*.trig"):
            self.edit(path, lambda text: text.replace("whence:instigator", "whence:supporter"))
        code, report, _ = self.check()
        self.assertEqual(code, 1)
        self.assertTrue(self.row(report, "contradiction/affirmed-and-denied")[1])

    def test_the_order_matters_where_the_question_orders(self):
        def swap(text):
            first, second = text.split("\n")[1:3]
            return text.replace(first, "X").replace(second, first.rstrip(",") + "]}}").replace(
                "X", second.removesuffix("]}}") + ",")

        self.edit(WATSON + ".srj", swap)
        self.assertIn("the rows are right, their order is not: row 1 should be ", self.check()[1])
        self.edit(WATSON + ".rq", lambda text: text.replace("ORDER BY ?claim", ""))
        self.assertEqual(self.check()[0], 0)

    def test_a_class_without_a_shape_is_1_and_named(self):
        self.edit("ontology/claim.ttl", lambda text: text + "\nwhence:Rumour a owl:Class ; rdfs:isDefinedBy "
                  "<https://whence.example/ontology/modules/claim> .\n")
        code, report, _ = self.check()
        self.assertEqual(code, 1)
        self.assertEqual(self.row(report, "shapes of ontology")[1],
                         ["no sh:NodeShape has the target <https://whence.example/ontology/Rumour>"])

    def test_every_broken_file_is_told_and_is_3(self):
        self.edit("ontology/core.ttl", lambda text: text + "\nwhence:a unknown:b 1 .\nwhence:c unknown:d 2 .\n")
        self.edit("triples/people.trig", lambda text: text + "\nperson:x rdfs:label \"x .\n")
        self.edit(WATSON + ".rq", lambda text: text.replace("WHERE {", "WHERE ["))
        self.edit("queries/stance/left-open.srj", lambda text: text.replace('"vars"', '"wars"'))
        code, report, errors = self.check()
        self.assertEqual(code, 3)
        lines = errors.splitlines()
        self.assertEqual(len(lines), 5, errors)
        for line, name in zip(lines, ("ontology/core.ttl", "ontology/core.ttl", "triples/people.trig",
                                      WATSON + ".rq", "queries/stance/left-open.srj")):
            self.assertRegex(line, rf"^{name}:\d+:\d+: error: ")
        self.assertIn("unreadable", self.row(report, "syntax of triples")[0])
        self.assertIn("not run", self.row(report, "stance/foreseen")[0])

    def test_a_broken_question_leaves_the_others(self):
        self.edit(WATSON + ".rq", lambda text: text.replace("SELECT", "SELCT"))
        code, report, errors = self.check()
        self.assertEqual(code, 3)
        self.assertRegex(errors, rf"^{WATSON}.rq:\d+:1: error: .*SELCT.*\n$")
        self.assertIn("not run", self.row(report, "attribution/what-watson-says")[0])
        self.assertTrue(self.row(report, "stance/foreseen")[0].endswith("ok"))

    def test_a_new_question_needs_words_and_an_answer(self):
        (self.folder / "queries/new.rq").write_text("ASK { ?s ?p ?o }\n")
        code, report, _ = self.check()
        self.assertEqual(code, 1)
        self.assertEqual(self.row(report, "new")[1],
                         ["no answer is expected yet: queries/new.srj is missing",
                          "no comment before the query that asks the question in English"])

    def test_answers_are_kept_only_on_demand(self):
        path = self.folder / (WATSON + ".srj")
        before = path.read_text()
        self.edit(WATSON + ".srj", lambda text: text.replace("watson-no-ukraine", "watson-no-moon"))
        changed = path.read_text()
        self.assertEqual(self.check()[0], 1)
        self.assertEqual(path.read_text(), changed)
        code, report, _ = self.check("--keep-answers")
        self.assertEqual(code, 0)
        self.assertTrue(self.row(report, "attribution/what-watson-says")[0].endswith("kept"))
        self.assertIn(", 1 with a new answer, to be read before it is kept: passed", report)
        self.assertEqual(path.read_text(), before)

    def test_kept_answers_are_those_in_the_project_byte_for_byte(self):
        answers = [p for p in (self.folder / "queries").rglob("*") if p.suffix in (".srj", ".ttl")]
        before = {path: path.read_bytes() for path in answers}
        for path in answers:
            path.unlink()
        self.assertEqual(self.check("--keep-answers")[0], 0)
        self.assertEqual({path: path.read_bytes() for path in answers}, before)

    def test_one_question_or_one_theme(self):
        for path, count in ((WATSON + ".rq", 1), ("queries/stance", len(list((ROOT / "queries/stance").glob("*.rq"))))):
            result = self.run_program("check", "ontology", "triples", path, cwd=self.folder)
            self.assertEqual(result.returncode, 0)
            self.assertRegex(result.stdout.decode().splitlines()[-1], rf"^{count} questions?, ")

    def test_the_report_as_json(self):
        self.edit(WATSON + ".srj", lambda text: text.replace("watson-no-ukraine", "watson-no-moon"))
        code, report, _ = self.check("--format", "json")
        document = json.loads(report)
        self.assertEqual((code, document["passed"]), (1, False))
        self.assertEqual([step["result"] for step in document["steps"]], ["ok"] * 4)
        wrong = [q for q in document["questions"] if q["result"] != "ok"]
        self.assertEqual([q["name"] for q in wrong], ["attribution/what-watson-says"])
        self.assertEqual((wrong[0]["count"], len(wrong[0]["details"])), (2, 2))

    def test_wrong_usage_and_missing_folders(self):
        self.assertIn("--format: expected table or json", self.error(2, "check", *FOLDERS, "-f", "csv"))
        self.assertIn("whence check --help", self.error(2, "check", "ontology", "triples"))
        self.assertIn("nowhere", self.error(4, "check", "nowhere", ROOT / "triples", ROOT / "queries"))
        self.assertIn("no question (.rq)", self.error(4, "check", ROOT / "ontology", ROOT / "triples", ROOT / "ontology"))


if __name__ == "__main__":
    main(__doc__)
