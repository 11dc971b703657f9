"""Differences that are known and explained, each with the section that decides (explained.md).

An explanation is tried, not believed: it rewrites the query for Oxigraph into one that has the same
answer by the specification but avoids what Oxigraph does otherwise, or takes the cause out of data
and query for both engines. It explains a difference only if the difference is then gone."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

from answers import Answer
from judge import NOT_COMPARED, Difference, difference
from normal_forms import CHANGES, changed_query, stored_answer
from pattern_rewrites import fresh_labels
from rewrites import OPEN, REWRITES
from tree import Node

DOCUMENT = Path(__file__).with_name("explained.md")
ODD_FORMS = "lexical forms"
IN_THE_ANSWER = "lexical forms in the answer"
TOGETHER_MAX = 3
LENGTH_MAX = 40_000  # Of a rewritten query: a rewrite repeats operands, several on one node multiply.


def undocumented() -> list[str]:
    """Names that stand either here or in explained.md, not in both."""
    told = set(re.findall(r"^\| ([^|]+?) \|", DOCUMENT.read_text(), re.MULTILINE)) - {"name"}
    return sorted(told ^ ({IN_THE_ANSWER} | set(OPEN | REWRITES | CHANGES)))


def rewritten(query: Node, names: tuple[str, ...], rewrites: dict) -> Node:
    for name, rewrite in rewrites.items():
        if name in names and query.length <= LENGTH_MAX:
            query = rewrite(query)
    return query


def is_gone(case, names: tuple[str, ...]) -> bool:
    engines = case.engines.changed(tuple(name for name in names if name in CHANGES))
    query = changed_query(rewritten(case.query, names, OPEN), names)

    def others(tree: Node) -> Answer:
        changed = rewritten(tree, names, REWRITES)
        if changed.length > LENGTH_MAX:
            return Answer("too long to ask")
        return engines.oxigraph.ask(fresh_labels(changed)).without("hidden")

    def ours(tree: Node) -> Answer:
        answer = engines.whence.ask(tree)
        return stored_answer(answer) if IN_THE_ANSWER in names else answer

    return difference(query, ours, others) is None


def applicable(case) -> list[str]:
    """The explanations that change anything."""
    text = str(case.query)
    has_odd_forms = case.engines.is_changed_by(ODD_FORMS) or str(changed_query(case.query, (ODD_FORMS,))) != text
    names = [IN_THE_ANSWER] if has_odd_forms else []
    for name, rewrite in (OPEN | REWRITES).items():
        changed = rewrite(case.query)
        if changed.length != len(text) or str(changed) != text:
            names.append(name)
    for name in CHANGES:
        if case.engines.is_changed_by(name) or str(changed_query(case.query, (name,))) != text:
            names.append(name)
    return names


def explanation(case, found: Difference) -> tuple[str, ...]:
    """The fewest explanations that make a difference go; none: it is not explained."""
    if found.whence.kind == "broken" or found.what == NOT_COMPARED:
        return ()
    names = applicable(case)
    for count in range(1, min(len(names), TOGETHER_MAX) + 1):
        for some in combinations(names, count):
            if is_gone(case, some):
                return some
    return tuple(names) if len(names) > TOGETHER_MAX and is_gone(case, tuple(names)) else ()
