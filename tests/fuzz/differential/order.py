"""Checks the order of rows as far as SPARQL 1.1 §15.1 determines it."""

from __future__ import annotations

import re
from datetime import datetime

from answers import Term, number
from terms import XSD
from tree import Node

KINDS = {"blank": 1, "iri": 2, "literal": 3}
WITH_ZONE = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)")


def order_value(term: Term) -> tuple | None:
    """A family of terms that are ordered by their values, and the value; None: undetermined."""
    if term is None:
        return (0, "", 0)
    kind = KINDS[term[0]]
    if kind == 1:
        return (1, "", 0)
    if kind == 2:
        return (2, "", term[1])
    _, text, datatype, language = term
    value = number(term)
    if value is not None:
        return None if value != value else (3, "number", value)
    if datatype == XSD + "string" and not language:
        return (3, "string", text)
    if datatype == XSD + "boolean" and text in ("true", "false"):
        return (3, "boolean", text == "true")
    if datatype == XSD + "dateTime" and WITH_ZONE.fullmatch(text):
        try:
            return (3, "dateTime", datetime.fromisoformat(re.sub(r"\.(\d+)", lambda m: "." + m[1].ljust(6, "0")[:6], text)))
        except ValueError:
            return None
    return None


def comparison(left: Term, right: Term) -> int | None:
    """-1, 0 or 1; None where the specification leaves it open."""
    kinds = [0 if term is None else KINDS[term[0]] for term in (left, right)]
    if kinds[0] != kinds[1]:
        return -1 if kinds[0] < kinds[1] else 1
    if left == right:
        return 0
    values = order_value(left), order_value(right)
    if None in values or values[0][:2] != values[1][:2]:
        return None
    if values[0][2] == values[1][2]:
        # Two blank nodes have no order, nor have two forms of one value.
        return 0 if kinds[0] == 3 else None
    return -1 if values[0][2] < values[1][2] else 1


def row_comparison(left: dict, right: dict, keys: list[tuple[str, bool]]) -> int | None:
    for name, descending in keys:
        found = comparison(left[name], right[name])
        if found is None:
            return None
        if found:
            return -found if descending else found
    return None


def usable_keys(query: Node, variables: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Variable and direction of the ORDER BY keys, up to the first that the answer does not show."""
    clause = query.own("order")
    keys = []
    for key in clause.all("key") if clause else []:
        if key.value is None or key.value[0] not in variables:
            break
        keys.append(key.value)
    return keys


def disorder(query: Node, variables: tuple[str, ...], rows: list[tuple]) -> str | None:
    """What is wrong with the order of these rows."""
    keys = usable_keys(query, variables)
    if not keys:
        return None
    named = [dict(zip(variables, row)) for row in rows[:200]]
    for i, later in enumerate(named):
        for earlier in named[:i]:
            if row_comparison(earlier, later, keys) == 1:
                return f"rows out of order by {keys}: {earlier} before {later}"
    return None
