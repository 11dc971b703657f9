"""Whether two engines give the same answer to a query, as far as the specification determines it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from answers import Answer, is_blank, normal, same
from order import disorder, row_comparison, usable_keys
from tree import Node

NOT_COMPARED = "too much work to be compared"
Ask = Callable[[Node], Answer]


@dataclass(frozen=True)
class Difference:
    what: str
    whence: Answer
    other: Answer

    def __str__(self) -> str:
        return f"{self.what}\n--- whence\n{self.whence}\n--- the other engine\n{self.other}"


def difference(query: Node, whence: Ask, other: Ask) -> Difference | None:
    if query.own("limit") or query.own("offset"):
        whole = query.without("limit", "offset")
        found = difference(whole, whence, other)
        if found:
            return found
        return slice_difference(query, whence(query), whence(whole))
    ours = whence(query)
    theirs = other(query) if ours.kind != "too much" else ours
    if theirs.kind == "too much":
        return Difference(NOT_COMPARED, ours, theirs)
    duplicates = query.own("duplicates")
    reduced = duplicates is not None and duplicates.value == "REDUCED"
    if ours.kind == "broken" or not same(ours, theirs, duplicates=not reduced):
        return Difference("the answers differ", ours, theirs)
    if ours.kind != "rows":
        return None
    if reduced and len(ours.rows) > len(other(query.without("duplicates")).rows):
        return Difference("REDUCED adds rows", ours, theirs)
    wrong = disorder(query, ours.variables, ours.rows)
    return Difference(wrong, ours, theirs) if wrong else None


def painted(answer: Answer) -> Counter:
    """Rows without the names of blank nodes: those of two answers have nothing to do with each other."""
    return Counter(tuple("blank" if is_blank(cell) else cell for cell in row) for row in normal(answer).rows)


def slice_difference(query: Node, part: Answer, whole: Answer) -> Difference | None:
    """Whether `part` is a slice of `whole` (§15.4, §15.5), and the right one by its ORDER BY."""
    if "too much" in (part.kind, whole.kind):
        return Difference(NOT_COMPARED, part, whole)
    if part.kind != whole.kind:
        return Difference("LIMIT or OFFSET changes the kind of answer", part, whole)
    if whole.kind != "rows":
        return None
    offset = query.own("offset").value if query.own("offset") else 0
    rest = max(0, len(whole.rows) - offset)
    count = min(rest, query.own("limit").value) if query.own("limit") else rest
    duplicates = query.own("duplicates")
    if len(part.rows) != count and not (duplicates and duplicates.value == "REDUCED"):
        return Difference(f"{count} rows expected of the slice", part, whole)
    if part.variables != whole.variables or painted(part) - painted(whole):
        return Difference("the slice has rows that the whole has not", part, whole)
    keys = usable_keys(query, part.variables)
    for row, expected in zip(part.rows, whole.rows[offset:]):
        named = [dict(zip(part.variables, r)) for r in (row, expected)]
        if keys and row_comparison(*named, keys) not in (0, None):
            return Difference(f"another slice than the order by {keys} gives", part, whole)
    return None
