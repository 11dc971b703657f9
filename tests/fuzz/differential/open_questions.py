"""Rewrites for both engines that take away what the specification leaves open (explained.md)."""

from __future__ import annotations

from dataclasses import replace

from rewriting import arguments_of, call, expression
from tree import Node


def ordered_extremes(aggregate: Node) -> Node:
    if aggregate.value not in ("MIN", "MAX"):
        return aggregate
    value = aggregate.parts[3]
    number = expression("IF(isNUMERIC(", value, ") && ", value, " = ", value, ", ", value, ", 0)")
    return replace(aggregate, parts=(*aggregate.parts[:3], number, *aggregate.parts[4:]))


def registered_tags(n: Node) -> Node:
    if n.value != "STRLANG":
        return n
    text, tag = arguments_of(n)
    checked = expression("IF(REGEX(", tag, ', "^[a-z][a-z]+(-[a-z0-9]+)*$", "i"), ', tag, ', "en")')
    return call("STRLANG", [text, checked])


def strings_of_numbers(n: Node) -> Node:
    if n.sort == "aggregate" and n.value == "GROUP_CONCAT":
        text = expression("IF(isNUMERIC(", n.parts[3], '), "4", ', n.parts[3], ")")
        return replace(n, parts=(*n.parts[:3], text, *n.parts[4:]))
    if n.sort == "expression" and n.value in ("STR", "xsd:string"):
        (value,) = arguments_of(n)
        return expression("IF(isNUMERIC(", value, '), "4", ', n, ")")
    return n


def timezones(n: Node) -> Node:
    return expression("STRDT(STR(", n, "), :unknown)") if n.value == "TIMEZONE" else n


def only_one_from(query: Node) -> Node:
    clauses = [part for part in query.parts if isinstance(part, Node) and part.sort == "dataset" and part.value == "FROM"]
    return replace(query, parts=tuple(part for part in query.parts if not any(part is clause for clause in clauses[1:])))


def exact_quotients(n: Node) -> Node:
    return call("ROUND", [n]) if n.value == "/" else n


def exists_without_minus(n: Node) -> Node:
    if n.value not in ("EXISTS", "NOT EXISTS"):
        return n
    return n.map(lambda below: "" if below.sort == "element" and below.value == "MINUS" else below)


def exists_without_empty_paths(n: Node) -> Node:
    if n.value not in ("EXISTS", "NOT EXISTS"):
        return n
    return n.map(lambda p: replace(p, parts=(*p.parts[:-1], "+")) if p.sort == "path" and p.value in ("*", "?") else p)
