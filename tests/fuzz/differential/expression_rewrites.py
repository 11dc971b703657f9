"""Rewrites of expressions that change no answer by the specification, but what Oxigraph makes of them
(explained.md)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rewriting import ERROR, arguments_of, call, comparison, expression
from tree import Node

# What is a boolean or an error.
CONDITIONS = {
    "=", "!=", "<", ">", "<=", ">=", "!", "&&", "||", "IN", "NOT IN", "EXISTS", "NOT EXISTS", "isIRI", "isURI", "isBLANK",
    "isLITERAL", "isNUMERIC", "REGEX", "CONTAINS", "STRSTARTS", "STRENDS", "LANGMATCHES", "SAMETERM", "xsd:boolean",
}  # fmt: skip


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
        return expression("false" if n.value == "IN" else "true")
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
        return expression(ERROR)
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
