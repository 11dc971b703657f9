"""Rewrites of patterns, groups and aggregates that change no answer by the specification, but what
Oxigraph makes of them (explained.md)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import count

from rewriting import each, expression
from terms import GRAPHS
from tree import Node, node


def graph_by_graph(element: Node) -> Node:
    """GRAPH ?g as §18.6 evaluates it: each graph by itself, joined with its name."""
    if element.value != "GRAPH" or not element.parts[1].startswith("?"):
        return element
    name, group = element.parts[1], element.parts[3]
    branches = []
    for graph in GRAPHS:
        branches += [" UNION ", f"{{ GRAPH {name} {{ }} VALUES {name} {{ {graph} }} {{ GRAPH {graph} ", group, " } }"]
    return node("element", *branches[1:], " ")


def empty_negations(path: Node) -> Node:
    return replace(path, parts=("!:never",)) if str(path) == "!()" else path


def existing_graph(element: Node) -> Node:
    """GRAPH of a name that no graph has is empty, whatever the pattern."""
    if element.value != "GRAPH" or element.parts[1].startswith("?"):
        return element
    return node("element", f"GRAPH {element.parts[1]} {{ }} ", element)


def described_once(query: Node) -> Node:
    if query.value != "DESCRIBE":
        return query
    place = query.parts.index("DESCRIBE ") + 1
    names = " ".join(dict.fromkeys(query.parts[place].split()))
    return replace(query, parts=(*query.parts[:place], names, *query.parts[place + 1 :]))


def described_anyway(query: Node) -> Node:
    """There is a solution to go with the IRIs that are named."""
    where = query.own("group")
    return query.substitute(where, node("group", "{ OPTIONAL ", where, " }")) if query.value == "DESCRIBE" else query


def graphs_with_triples(query: Node) -> Node:
    """Of the graphs that FROM NAMED names only those that have a triple."""
    if not query.own("dataset"):
        return query

    def change(n: Node) -> Node:
        if n.sort != "element" or n.value != "GRAPH":
            return n
        name = n.parts[1]
        return node("element", "{ ", n, f"FILTER EXISTS {{ GRAPH {name} {{ ?hidden ?hidden1 ?hidden2 }} }} }} ")

    return query.map(change)


def unlabelled(query: Node) -> Node:
    """A label that stands nowhere else is not needed."""
    uses = Counter(re.findall(r"_:x\d+\b", str(query)))

    def change(triple: Node) -> Node:
        once = lambda match: "[]" if uses[match.group()] == 1 else match.group()  # noqa: E731
        parts = tuple(re.sub(r"_:x\d+\b", once, p) if isinstance(p, str) else p for p in triple.parts)
        return replace(triple, parts=parts)

    return each("triple", change)(query)


def fresh_labels(query: Node) -> Node:
    """Every pattern has labels of its own, also those that a rewrite has repeated (§4.1.4)."""
    numbers = count()

    def renamed(triple: Node, number: int) -> Node:
        parts = tuple(re.sub(r"_:x\d+", rf"\g<0>x{number}", p) if isinstance(p, str) else p for p in triple.parts)
        return replace(triple, parts=parts)

    def change(n: Node) -> Node:
        if not any(isinstance(part, Node) and part.sort == "triple" for part in n.parts):
            return n
        number = next(numbers)
        is_triple = lambda part: isinstance(part, Node) and part.sort == "triple"  # noqa: E731
        return replace(n, parts=tuple(renamed(p, number) if is_triple(p) else p for p in n.parts))

    return query.map(change)


# Groups and aggregates.


def group_by_variable_as(key: Node) -> Node:
    if " AS " not in str(key):
        return key
    return replace(key, parts=(" (COALESCE(", *key.parts[1:-1], ")", key.parts[-1]))


def concatenated_strings(aggregate: Node) -> Node:
    if aggregate.value != "GROUP_CONCAT":
        return aggregate
    text = expression("STR(", aggregate.parts[3], ")")
    return replace(aggregate, parts=(*aggregate.parts[:3], text, *aggregate.parts[4:]))


def arguments_bound_first(query: Node) -> Node:
    """The argument of an aggregate is bound at the end of the pattern that is grouped."""
    binds: list = []

    def change(n: Node) -> Node:
        if n.sort == "aggregate" and n.value != "COUNT(*)" and not str(n.parts[3]).startswith("?"):
            name = f"?argument{len(binds)}"
            binds.append(node("element", "BIND(", n.parts[3], f" AS {name}) "))
            return replace(n, parts=(*n.parts[:3], name, *n.parts[4:]))
        return n

    changed = query.map(change)
    where = changed.own("group")
    return changed.substitute(where, node("group", "{ ", where, " ", *binds, "}")) if binds else query


def only_named_variables(query: Node) -> Node:
    where = query.own("group")
    if "COUNT(DISTINCT *)" not in str(query) or where is None:
        return query
    return query.substitute(where, node("group", "{ { SELECT * WHERE ", where, " } }"))
