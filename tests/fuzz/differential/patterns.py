"""Random group graph patterns (SPARQL 1.1 §5-§12) and property paths (§9)."""

from __future__ import annotations

import random
from collections.abc import Callable

from expressions import Expressions
from terms import GRAPHS, PREDICATES, VARIABLES, term, variable
from tree import Node, node

# How often an element follows the first triples of a group.
ELEMENTS = {
    "triples": 10, "FILTER": 20, "OPTIONAL": 22, "UNION": 11, "MINUS": 9, "BIND": 11, "VALUES": 8, "GRAPH": 12,
    "group": 6, "subquery": 8,
}  # fmt: skip
FLAT = ["triples", "FILTER", "BIND", "VALUES"]
PATHS = {"sequence": 10, "alternative": 10, "inverse": 8, "*": 9, "+": 9, "?": 6, "negated": 9, "predicate": 16}


class Patterns:
    def __init__(self, rng: random.Random, subquery: Callable[[int], Node], odd_forms: bool):
        self.rng = rng
        self.odd_forms = odd_forms
        self.subquery = subquery
        self.fresh = 0
        self.exists_depth = 0
        self.blank_scope = 0

    def expressions(self) -> Expressions:
        return Expressions(self.rng, self.exists, self.odd_forms)

    def new_variable(self, prefix: str = "z") -> str:
        self.fresh += 1
        return f"?{prefix}{self.fresh}"

    def path(self, depth: int) -> Node:
        rng = self.rng
        kind = rng.choices(list(PATHS), list(PATHS.values()))[0] if depth else "predicate"
        below = lambda: self.path(depth - 1)  # noqa: E731
        match kind:
            case "sequence":
                return node("path", "(", below(), "/", below(), ")", value=kind)
            case "alternative":
                return node("path", "(", below(), "|", below(), ")", value=kind)
            case "inverse":
                return node("path", "(^", below(), ")", value=kind)
            case "negated":
                members = [rng.choice(["", "^"]) + rng.choice([*PREDICATES, "a"]) for _ in range(rng.choice([1, 1, 2, 2, 3] if rng.random() < 0.97 else [0]))]
                return node("path", "!", members[0] if len(members) == 1 else f"({'|'.join(members)})", value=kind)
            case "predicate":
                return node("path", rng.choice([":p", ":q"] if rng.random() < 0.8 else list(PREDICATES)), value=kind)
            case _:
                return node("path", "(", below(), ")", kind, value=kind)

    def end(self, kind: str) -> str:
        """A subject or object: a variable mostly, a term, a blank node of the query."""
        rng = self.rng
        drawn = rng.random()
        if drawn < 0.88:
            return variable(rng, kind)
        if drawn < 0.97:
            return term(rng, kind, self.odd_forms)
        return rng.choice([f"_:x{self.blank_scope}", "[]"])

    def triple(self) -> Node:
        rng = self.rng
        drawn = rng.random()
        subject = self.end("node") if rng.random() < 0.99 else term(rng, "any", self.odd_forms)
        if drawn < 0.22:
            # No label: what a path is spelled out to (spelled_paths.py) cannot share it.
            ends = ["[]" if end.startswith("_:") else end for end in (subject, self.end("node"))]
            return node("triple", ends[0], " ", self.path(rng.randint(1, 3)), " ", ends[1], " . ", optional=True)
        if drawn < 0.32:
            return node("triple", subject, " ?x ", self.end(rng.choice(list(VARIABLES))), " . ", optional=True)
        if drawn < 0.36:
            return self.triples_of_one(subject)
        name = rng.choice([":p", ":q"] if rng.random() < 0.4 else list(PREDICATES))
        return node("triple", subject, f" {name} ", self.end(PREDICATES[name]), " . ", optional=True)

    def triples_of_one(self, subject: str) -> Node:
        """Object and predicate-object lists (§4.2.1, §4.2.2), blank node property lists (§4.1.4)."""
        end = self.end
        lists = [f"{subject} :p {end('node')}, {end('node')} . ", f"{subject} :q {end('node')} ; :n {end('number')} ; . ",
                 f"[ :p {end('node')} ; :n {end('number')} ] :q {end('node')} . ", f"[ :p [ :t {end('text')} ] ] . ",
                 f"{subject} :p [ :x {end('any')} ] . ", f"{subject} a {end('node')} . "]  # fmt: skip
        return node("triple", self.rng.choice(lists), optional=True)

    def triples(self, most: int) -> list[Node]:
        self.blank_scope += 1
        return [self.triple() for _ in range(self.rng.choice([1, 1, 1, 2, most]))]

    def group(self, depth: int) -> Node:
        """One pattern in braces. Mostly triples come first, so that what follows has something to work on."""
        rng = self.rng
        elements: list[Node] = self.triples(3) if rng.random() < 0.85 else []
        for _ in range(rng.choice([0, 1, 1, 2, 3]) if depth else rng.choice([0, 0, 1])):
            names = list(ELEMENTS) if depth else FLAT
            name = rng.choices(names, [ELEMENTS[name] for name in names])[0]
            elements += self.element(name, depth - 1)
        # A blank node's label may stand in one basic graph pattern alone (§4.1.4).
        self.blank_scope += 1
        return node("group", "{ ", *elements, "}")

    def element(self, name: str, depth: int) -> list[Node]:
        make = lambda *parts: [node("element", *parts, optional=True, value=name)]  # noqa: E731
        self.blank_scope += 1
        match name:
            case "triples":
                return self.triples(2)
            case "FILTER":
                return make("FILTER(", self.expressions().expression("condition", 3), ") ")
            case "OPTIONAL" | "MINUS":
                return make(name + " ", self.group(depth), " ")
            case "UNION":
                more = [node("branch", "UNION ", self.group(depth), " ", optional=True)] if self.rng.random() < 0.2 else []
                return make(self.group(depth), " UNION ", self.group(depth), " ", *more)
            case "BIND":
                return make("BIND(", self.expressions().expression("any", 3), f" AS {self.new_variable()}) ")
            case "VALUES":
                return make(self.values(), " ")
            case "GRAPH":
                return make("GRAPH ", self.rng.choice([*GRAPHS, *GRAPHS, ":none", "?a", "?x", *["?g"] * 6]), " ", self.group(depth), " ")
            case "group":
                return make(self.group(depth), " ")
            case _:
                if self.exists_depth:  # Nobody agrees on what substitution does to the variables inside.
                    return make(self.group(depth), " ")
                return make("{ ", self.subquery(depth), "} ")

    def values(self) -> Node:
        rng = self.rng
        kinds = rng.sample(list(VARIABLES), rng.choice([1, 1, 2]))
        names = " ".join("?" + VARIABLES[kind][0] for kind in kinds)
        rows = []
        for _ in range(rng.choice([0, 1, 2, 2, 3])):
            cells = ["UNDEF" if rng.random() < 0.25 else term(rng, kind, self.odd_forms) for kind in kinds]
            rows.append(node("row", f"({' '.join(cells)}) ", optional=True))
        return node("values", f"VALUES ({names}) {{ ", *rows, "}")

    def exists(self) -> Node:
        self.exists_depth += 1
        scope = self.blank_scope
        word = self.rng.choice(["EXISTS", "NOT EXISTS"])
        pattern = node("expression", word, " ", self.group(1 if self.exists_depth == 1 else 0), value=word)
        self.blank_scope = max(self.blank_scope, scope) + 1
        self.exists_depth -= 1
        return pattern
