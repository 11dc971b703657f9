"""Every competency question gets the expected answer: from the second engine, or, with the path of
our program as argument, from that. Rows are compared as a list where the question orders them,
otherwise as a bag.

usage: questions_test.py [PROGRAM]
"""

import re
import sys
from collections import Counter
from pathlib import Path

import answers
import checks
import data_set

QUESTIONS_MIN = 20


def difference(expected: answers.Answer, found: answers.Answer, ordered: bool) -> str | None:
    """What is wrong with an answer, or None."""
    if type(expected) is not type(found):
        return f"expected an answer of another kind than {found!r}"
    if not isinstance(expected, dict):
        return None if expected == found else f"expected {expected!r}, found {found!r}"
    if expected["variables"] != found["variables"]:
        return f"expected the variables {expected['variables']}, found {found['variables']}"
    missing = Counter(expected["rows"]) - Counter(found["rows"])
    added = Counter(found["rows"]) - Counter(expected["rows"])
    if missing or added:
        return f"rows missing: {list(missing.elements())}; rows too many: {list(added.elements())}"
    if ordered and expected["rows"] != found["rows"]:
        at = next(i for i, pair in enumerate(zip(expected["rows"], found["rows"])) if pair[0] != pair[1])
        return f"the rows are right, their order is not: from row {at + 1} on"
    return None


def question_findings(question: Path, program: str | None) -> list[str]:
    text = question.read_text()
    if not text.startswith("# "):
        return [f"{question.name}: the question in English is its first comment"]
    try:
        expected = answers.expected(question)
        raw = answers.whence_raw(program, question) if program else answers.second_engine_raw(question)
        wrong = difference(expected, answers.answer(raw, question), bool(re.search(r"^ORDER BY", text, re.MULTILINE)))
    except (OSError, RuntimeError, SyntaxError, ValueError) as error:
        wrong = str(error)
    return [f"{question.name}: {wrong}"] if wrong else []


def main() -> None:
    program = sys.argv[1] if len(sys.argv) > 1 else None
    questions = data_set.question_files()
    findings = [f for question in questions for f in question_findings(question, program)]
    for stray in (data_set.ROOT / "queries").iterdir():
        if stray.suffix in (".srj", ".ttl") and not stray.with_suffix(".rq").exists():
            findings.append(f"{stray.name}: an answer without a question")
    if len(questions) < QUESTIONS_MIN:
        findings.append(f"only {len(questions)} questions, expected {QUESTIONS_MIN} or more")
    checks.exit_with("questions", findings, f"{len(questions)} questions, {program or 'second engine'}")


if __name__ == "__main__":
    main()
