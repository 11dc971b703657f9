"""Every competency question gets the expected answer: from the second engine, or, with the path of
our program as argument, from that. Rows are compared as a list where the question orders them,
otherwise as a bag. Besides: there are enough of them, they ask in English, and together they use
what SPARQL has.

usage: questions_test.py [PROGRAM]
"""

import re
import sys
from collections import Counter
from pathlib import Path

import answers
import checks
import data_set

QUESTIONS_MIN = 50

# What the questions use together, each at least once.
FEATURES = {
    "SELECT": r"^SELECT\b",
    "ASK": r"^ASK\b",
    "CONSTRUCT": r"^CONSTRUCT\b",
    "a blank node in a template": r"^CONSTRUCT \{\s+\[\]",
    "COUNT": r"\bCOUNT\(",
    "COUNT DISTINCT": r"\bCOUNT\(DISTINCT",
    "SUM": r"\bSUM\(",
    "MIN": r"\bMIN\(",
    "MAX": r"\bMAX\(",
    "SAMPLE": r"\bSAMPLE\(",
    "GROUP_CONCAT": r"\bGROUP_CONCAT\(",
    "HAVING": r"^HAVING\b",
    "OPTIONAL": r"\bOPTIONAL \{",
    "UNION": r"\bUNION\b",
    "VALUES": r"\bVALUES \?",
    "BIND": r"\bBIND\(",
    "FILTER EXISTS": r"\bFILTER EXISTS \{",
    "FILTER NOT EXISTS": r"\bFILTER NOT EXISTS \{",
    "MINUS": r"\bMINUS \{",
    "a subquery": r"\{ SELECT\b",
    "GRAPH with a variable": r"\bGRAPH \?",
    "GRAPH with a name": r"\bGRAPH claim:",
    "a path of one or more": r"[\w)]\+ ",
    "a path of none or more": r"\w\* ",
    "a sequence of properties": r"\w:\w+/\w+:",
    "an alternative of properties": r"\w:\w+\|\w+:",
    "an inverse property": r"\^\w+:",
    "the chain of speech": r"whence:reportedIn[+*] ",
    "the containment of places": r"schema:containedInPlace\+ ",
    "the hierarchy of kinds": r"skos:broader\* ",
    "the way to a date": r"whence:resolvedFrom\+ ",
    "a range of time": r"[<>]=? \"\d{4}-\d\d-\d\d\"\^\^xsd:date",
    "a range of coordinates": r"\?latitude [<>]",
    "LIMIT": r"^LIMIT\b",
}


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


def english_findings(question: Path, text: str) -> list[str]:
    """The first comment asks in English; a question whose answer is empty or no says so there."""
    name = question.relative_to(data_set.ROOT)
    comment = re.match(r"(# .*\n)+", text)
    if not comment:
        return [f"{name}: the question in English is its first comment"]
    words = re.sub(r"\s*# ", " ", " " + comment.group()).strip()
    if not re.match(r"[A-Z][^?]+\?", words):
        return [f"{name}: its first comment asks nothing: {words}"]
    expected = answers.expected(question)
    is_empty = not (expected["rows"] if isinstance(expected, dict) else expected)
    if is_empty and not re.search(r"\b(not|none|no)\b", words.split("?", 1)[1]):
        return [f"{name}: its answer is empty or no, and its comment does not say that this is so"]
    return []


def feature_findings(texts: list[str]) -> list[str]:
    return [
        f"no question uses {feature}"
        for feature, pattern in FEATURES.items()
        if not any(re.search(pattern, text, re.MULTILINE) for text in texts)
    ]


def folder_findings() -> list[str]:
    """Questions stand in folders by theme, and every answer beside one."""
    root = data_set.ROOT / "queries"
    findings = [f"{path.name}: a question stands in the folder of its theme" for path in root.glob("*.rq")]
    for answer in root.rglob("*"):
        if answer.suffix in (".srj", ".ttl") and not answer.with_suffix(".rq").exists():
            findings.append(f"{answer.relative_to(root)}: an answer without a question")
    return findings


def question_findings(question: Path, program: str | None) -> list[str]:
    text = question.read_text()
    try:
        findings = english_findings(question, text)
        expected = answers.expected(question)
        raw = answers.whence_raw(program, question) if program else answers.second_engine_raw(question)
        wrong = difference(expected, answers.answer(raw, question), bool(re.search(r"^ORDER BY", text, re.MULTILINE)))
    except (OSError, RuntimeError, SyntaxError, ValueError) as error:
        findings, wrong = [], str(error)
    return findings + ([f"{question.relative_to(data_set.ROOT)}: {wrong}"] if wrong else [])


def main() -> None:
    program = sys.argv[1] if len(sys.argv) > 1 else None
    questions = data_set.question_files()
    findings = [f for question in questions for f in question_findings(question, program)]
    findings += feature_findings([question.read_text() for question in questions])
    findings += folder_findings()
    if len(questions) < QUESTIONS_MIN:
        findings.append(f"only {len(questions)} questions, expected {QUESTIONS_MIN} or more")
    checks.exit_with("questions", findings, f"{len(questions)} questions, {program or 'second engine'}")


if __name__ == "__main__":
    main()
