"""Makes a query and its data smaller while a difference stays."""

from __future__ import annotations

from collections.abc import Callable

from tree import Node

TRIES_MAX = 600
Quads = list[tuple[str, str]]


def smaller_query(query: Node, differs: Callable[[Node], bool]) -> Node:
    """The smallest found by taking the first tree that still differs, again and again."""
    tries = 0
    while True:
        for candidate in query.smaller():
            tries += 1
            if tries > TRIES_MAX:
                return query
            if len(str(candidate)) < len(str(query)) and differs(candidate):
                query = candidate
                break
        else:
            return query


def smaller_data(quads: Quads, differs: Callable[[Quads], bool]) -> Quads:
    """Leaves out halves, quarters, ... and at last single quads."""
    size = max(1, len(quads) // 2)
    while True:
        start = 0
        while start < len(quads):
            candidate = quads[:start] + quads[start + size :]
            if differs(candidate):
                quads = candidate
            else:
                start += size
        if size == 1:
            return quads
        size //= 2
