"""What the rewrites are made with: nodes of expressions, and a change of every node of a sort."""

from __future__ import annotations

from collections.abc import Callable

from tree import Node, node

ERROR = "(1/0)"


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
