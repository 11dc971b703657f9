"""The tree of a generated query: it prints as the query's text and can be made smaller.

A node is of a sort ("group", "expression", ...). A node may stand wherever another of its sort does,
so a smaller query is made by putting a node's descendant in its place, or by leaving out a node that
is optional."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Node:
    sort: str
    parts: tuple  # Text and nodes.
    optional: bool = False
    value: object = None  # What a reader of the tree wants to know, as the number of a LIMIT.
    length: int = field(init=False, default=0, compare=False)  # Of the text.

    def __post_init__(self):
        # Known without the text: a rewrite may repeat a node so often that the text is too long.
        object.__setattr__(self, "length", sum(p.length if isinstance(p, Node) else len(p) for p in self.parts))

    def __str__(self) -> str:
        return "".join(map(str, self.parts))

    def walk(self) -> Iterator[Node]:
        """The node and all below, the outermost first."""
        yield self
        for part in self.parts:
            if isinstance(part, Node):
                yield from part.walk()

    def all(self, sort: str) -> list[Node]:
        return [node for node in self.walk() if node.sort == sort]

    def without(self, *sorts: str) -> Node:
        """The tree with those of its own optional parts left out; what is inside a part is kept."""
        kept = [p for p in self.parts if not (isinstance(p, Node) and p.optional and p.sort in sorts)]
        return replace(self, parts=tuple(kept))

    def own(self, sort: str) -> Node | None:
        """The part of this sort, if the node has it itself."""
        return next((p for p in self.parts if isinstance(p, Node) and p.sort == sort), None)

    def substitute(self, old: Node, new: Node | str) -> Node:
        """The tree with one node, known by its identity, replaced."""
        if self is old:
            return new
        parts = tuple(p.substitute(old, new) if isinstance(p, Node) else p for p in self.parts)
        if all(a is b for a, b in zip(parts, self.parts)):
            return self
        return replace(self, parts=parts)

    def map(self, change: Callable[[Node], Node | str]) -> Node | str:
        """The tree with every node changed, the innermost first."""
        parts = tuple(p.map(change) if isinstance(p, Node) else p for p in self.parts)
        same = all(a is b for a, b in zip(parts, self.parts))
        return change(self if same else replace(self, parts=parts))

    def smaller(self) -> Iterator[Node]:
        """Trees that lack something, those that lack most first."""
        for node in self.walk():
            if node is self:
                continue
            if node.optional:
                yield self.substitute(node, "")
            same = [below for below in node.walk() if below is not node and below.sort == node.sort]
            for below in same:
                yield self.substitute(node, replace(below, optional=node.optional))
            if node.sort == "expression" and len(str(node)) > 2:
                for constant in ("1", '"a"'):
                    yield self.substitute(node, Node("expression", (constant,)))


def node(sort: str, *parts, optional: bool = False, value: object = None) -> Node:
    return Node(sort, parts, optional, value)
