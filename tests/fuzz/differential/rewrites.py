"""Rewrites of queries that change no answer by the specification, but what Oxigraph makes of them, and
rewrites for both engines that take away what the specification leaves open. explained.md has the
reasons, under the same names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import count

from spelled_paths import spelled_paths
from terms import GRAPHS
from tree import Node, node

ERROR = "(1/0)"
# What is a boolean or an error.
CONDITIONS = {
    "=", "!=", "<", ">", "<=", ">=", "!", "&&", "||", "IN", "NOT IN", "EXISTS", "NOT EXISTS", "isIRI", "isURI", "isBLANK",
    "isLITERAL", "isNUMERIC", "REGEX", "CONTAINS", "STRSTARTS", "STRENDS", "LANGMATCHES", "SAMETERM", "xsd:boolean",
}  # fmt: skip


def each(sort: str, change: Callable[[Node], Node]) -> Callable[[Node], Node]:
    """A rewrite of every node of a sort."""
    return lambda query: query.map(lambda n: change(n) if n.sort == sort else n)


def arguments_of(call: Node) -> list:
    """Of a node of the form NAME(a, b, ...)."""
    return [part for part in call.parts[2:-1] if part != ", "]


def call(name: str, arguments: list) -> Node:
    parts = [name, "("]
    for argument in arguments:
        parts += [argument] if parts[-1] == "(" else [", ", argument]
    return node("expression", *parts, ")", value=name)


def expression(*parts) -> Node:
    return node("expression", *parts)


def comparison(left, operator: str, right) -> Node:
    return node("expression", "(", left, operator, right, ")", value=operator.strip())


# Patterns.


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


# Expressions.


def of_tagged(x) -> Node:
    """With the effective boolean value of x: of "a"@en that of "a"."""
    return expression("COALESCE(IF(LANG(", x, ') != "", STR(', x, "), ", x, "), ", x, ")")


def of_ill_typed(x) -> Node:
    """With the effective boolean value of x: false of an ill-typed boolean or number."""
    is_number = expression("DATATYPE(", x, ") IN (xsd:integer, xsd:decimal, xsd:double, xsd:float) && !isNUMERIC(", x, ")")
    is_boolean = expression("DATATYPE(", x, ") = xsd:boolean && STR(", x, ') NOT IN ("true", "false", "0", "1")')
    return expression("COALESCE(IF(", is_number, " || ", is_boolean, ", false, ", x, "), ", x, ")")


def each_condition(change: Callable[[Node], Node]) -> Callable[[Node], Node]:
    """A rewrite of every operand whose effective boolean value is taken and that is no boolean."""

    def changed(operand):
        return change(operand) if isinstance(operand, Node) and operand.value not in CONDITIONS else operand

    def change_operands(n: Node) -> Node:
        if n.sort == "expression" and n.value in ("!", "&&", "||"):
            return replace(n, parts=tuple(map(changed, n.parts)))
        if n.sort == "expression" and n.value == "IF":
            condition, *rest = arguments_of(n)
            return call("IF", [changed(condition), *rest])
        if n.sort == "element" and n.value == "FILTER":
            return replace(n, parts=(n.parts[0], changed(n.parts[1]), n.parts[2]))
        return n

    return lambda query: query.map(change_operands)


def ordered_booleans(n: Node) -> Node:
    if n.value not in ("<", ">", "<=", ">="):
        return n
    _, left, operator, right, _ = n.parts
    both = expression("DATATYPE(", left, ") = xsd:boolean && DATATYPE(", right, ") = xsd:boolean")
    numbers = expression("xsd:integer(", left, ")", operator, "xsd:integer(", right, ")")
    return expression("COALESCE(IF(", both, ", ", numbers, f", {ERROR}), ", comparison(left, operator, right), ")")


def ordered_not_a_number(n: Node) -> Node:
    if n.value not in ("<", ">", "<=", ">="):
        return n
    _, left, _, right, _ = n.parts
    numbers = expression("isNUMERIC(", left, ") && isNUMERIC(", right, ")")
    unordered = expression(left, " != ", left, " || ", right, " != ", right)
    return expression("IF(COALESCE(", numbers, " && (", unordered, "), false), false, ", n, ")")


def ordered_others(n: Node) -> Node:
    """Nothing but what §17.3 lists has an order, not even a term with itself."""
    if n.value not in ("<", ">", "<=", ">="):
        return n
    left = n.parts[1]
    boolean = expression("DATATYPE(", left, ") = xsd:boolean && STR(", left, ') IN ("true", "false")')
    moment = expression("DATATYPE(", left, ") = xsd:dateTime && isLITERAL(xsd:dateTime(", left, "))")
    other = expression("DATATYPE(", left, ") IN (xsd:string, xsd:date, xsd:time)")
    has_order = expression("isNUMERIC(", left, ") || ", boolean, " || ", moment, " || ", other)
    return expression("IF(COALESCE(", has_order, ", false), ", n, f", {ERROR})")


def empty_lists(n: Node) -> Node:
    if n.value in ("IN", "NOT IN") and n.parts[3:] == ("(", "))"):
        return node("expression", "false" if n.value == "IN" else "true")
    return n


def rounded_positions(n: Node) -> Node:
    if n.value != "SUBSTR":
        return n
    text, *positions = arguments_of(n)
    # The infinite are beyond either end, NaN begins nowhere and is no length.
    rounded = []
    for position, not_a_number in zip(positions, (1000, -1000)):
        infinite = expression("IF(", position, " > 0, 1000, -1000)")
        other = expression("IF(isNUMERIC(", position, f"), {not_a_number}, {ERROR})")
        rounded.append(expression("COALESCE(xsd:integer(ROUND(", position, ")), ", infinite, ", ", other, ")"))
    return call("SUBSTR", [text, *rounded])


def replacements(n: Node) -> Node:
    if n.value != "REPLACE":
        return n
    text, pattern, replacement, *flags = arguments_of(n)
    if flags and "q" in str(flags[0]):
        return n
    is_empty = str(pattern) == '"^$"' or (str(pattern) == '" "' and flags and "x" in str(flags[0]))
    if is_empty or str(replacement) == '"$"':
        return node("expression", ERROR)
    if str(replacement) == '"\\\\$"':
        return call("REPLACE", [text, pattern, '"$$"', *flags])
    return n


def sums_of_numbers(n: Node) -> Node:
    if n.value not in ("+", "-", "*", "/"):
        return n
    _, left, _, right, _ = n.parts
    return expression("IF(isNUMERIC(", left, ") && isNUMERIC(", right, "), ", n, f", {ERROR})")


def casts_of_padded(n: Node) -> Node:
    if not str(n.value).startswith("xsd:") or n.value == "xsd:string":
        return n
    (value,) = arguments_of(n)
    trimmed = expression("IF(DATATYPE(", value, ") = xsd:string, REPLACE(", value, ', "^ +| +$", ""), ', value, ")")
    return call(n.value, [expression("COALESCE(", trimmed, ", ", value, ")")])


def quotients_of_zero(n: Node) -> Node:
    if n.value != "/":
        return n
    _, left, _, right, _ = n.parts
    exact = "IN (xsd:integer, xsd:decimal)"
    test = expression("DATATYPE(", left, f") {exact} && DATATYPE(", right, ") = xsd:decimal && ", left, " = 0 && ", right, " != 0")
    return expression("IF(", test, ", 0.0, (", left, " / ", right, "))")


def plain_labels(n: Node) -> Node:
    if n.value != "BNODE" or not isinstance(n.parts[1], Node):
        return n
    label = n.parts[1]
    return expression("isBLANK(BNODE(IF(DATATYPE(", label, ') = xsd:string, "label", ', label, ")))")


# What the specification leaves open.


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


def unlabelled(query: Node) -> Node:
    """A label that stands nowhere else is not needed."""
    uses = Counter(re.findall(r"_:x\d+\b", str(query)))

    def change(triple: Node) -> Node:
        once = lambda match: "[]" if uses[match.group()] == 1 else match.group()  # noqa: E731
        parts = tuple(re.sub(r"_:x\d+\b", once, p) if isinstance(p, str) else p for p in triple.parts)
        return replace(triple, parts=parts)

    return each("triple", change)(query)


OPEN = {
    "FROM of several": only_one_from,
    "digits of quotients": each("expression", exact_quotients),
    "paths in EXISTS": each("expression", exists_without_empty_paths),
    "MINUS in EXISTS": each("expression", exists_without_minus),
    "forms of computed numbers": lambda query: query.map(strings_of_numbers),
    "durations": each("expression", timezones),
    "STRLANG of odd tags": each("expression", registered_tags),
    "extremes without order": each("aggregate", ordered_extremes),
}
REWRITES = {
    "labels in arguments": unlabelled,
    "empty negated sets": each("path", empty_negations),
    "paths": spelled_paths,
    "DESCRIBE without a solution": described_anyway,
    "DESCRIBE twice": described_once,
    "GRAPH of no graph": each("element", existing_graph),
    "FROM NAMED of no graph": graphs_with_triples,
    "GRAPH of a variable": each("element", graph_by_graph),
    "GROUP BY variable AS": each("by", group_by_variable_as),
    "GROUP_CONCAT of others": each("aggregate", concatenated_strings),
    "errors in aggregates": arguments_bound_first,
    "COUNT(DISTINCT *)": only_named_variables,
    "conditions with a language": each_condition(of_tagged),
    "ill-typed conditions": each_condition(of_ill_typed),
    "order of others": each("expression", ordered_others),
    "order of NaN": each("expression", ordered_not_a_number),
    "order of booleans": each("expression", ordered_booleans),
    "IN of nothing": each("expression", empty_lists),
    "SUBSTR at fractions": each("expression", rounded_positions),
    "arithmetic of moments": each("expression", sums_of_numbers),
    "casts of padded strings": each("expression", casts_of_padded),
    "quotients of zero": each("expression", quotients_of_zero),
    "BNODE of strings": each("expression", plain_labels),
    "REPLACE": each("expression", replacements),
}
