"""Random queries: the four forms, dataset clauses, grouping and solution modifiers (SPARQL 1.1 §10, §11,
§13, §15, §16). Variables whose value the specification leaves open have names that say so."""

from __future__ import annotations

import random

from expressions import Expressions
from patterns import Patterns
from terms import GRAPHS, NODES, PREDICATES, PREFIXES, VARIABLES, term, variable
from tree import Node, node

CONCATENATED = "concat"  # GROUP_CONCAT: the order of the parts is open (§18.5.1.7).
SAMPLED = "sample"  # SAMPLE: any value will do (§18.5.1.8).
EXTREME = "extreme"  # MIN, MAX: of equal values any will do (§18.5.1.5).
SEPARATOR = "|"

FORMS = {
    "SELECT": 46, "expressions": 18, "aggregates": 15, "ASK": 6, "CONSTRUCT": 9, "CONSTRUCT WHERE": 3, "DESCRIBE": 3,
}  # fmt: skip


def some_variable(rng: random.Random) -> str:
    return variable(rng, rng.choice(list(VARIABLES)))


class Queries:
    def __init__(self, rng: random.Random, odd_forms: bool = False):
        self.rng = rng
        self.odd_forms = odd_forms
        self.patterns = Patterns(rng, self.subquery, odd_forms)

    def query(self) -> Node:
        form = self.rng.choices(list(FORMS), list(FORMS.values()))[0]
        match form:
            case "SELECT":
                body = self.select(self.rng.choice([2, 2, 2, 3]))
            case "expressions":
                body = self.of_expressions()
            case "aggregates":
                body = self.aggregates(2)
            case "ASK":
                body = ["ASK ", *self.dataset(), self.patterns.group(2)]
            case "CONSTRUCT":
                body = self.construct()
            case "CONSTRUCT WHERE":
                body = ["CONSTRUCT ", *self.dataset(), "WHERE { ", *self.plain_triples(), "}"]
            case _:
                body = self.describe()
        return node("query", PREFIXES, *body, value=form)

    def dataset(self) -> list[Node]:
        rng = self.rng
        if rng.random() > 0.08:
            return []
        words = [rng.choice(["FROM ", "FROM NAMED "]) + rng.choice([*GRAPHS, ":none"]) for _ in range(rng.randint(1, 3))]
        return [node("dataset", word + " ", optional=True, value=word.rsplit(" ", 1)[0]) for word in words]

    def where(self, depth: int) -> Node:
        return self.patterns.group(depth)

    def column(self) -> Node:
        rng = self.rng
        if rng.random() < 0.75:
            return node("column", some_variable(rng), " ", optional=True)
        expression = self.patterns.expressions().expression("any", 3)
        if rng.random() < 0.15 and self.patterns.fresh:
            expression = node("expression", f"(?z{rng.randint(1, self.patterns.fresh)} = ", expression, ")")
        return node("column", "(", expression, f" AS {self.patterns.new_variable()}) ", optional=True)

    def select(self, depth: int) -> list:
        rng = self.rng
        duplicates = rng.choices(["", "DISTINCT ", "REDUCED "], [66, 27, 7])[0]
        columns = [node("column", "* ")] if rng.random() < 0.45 else self.columns()
        word = node("duplicates", duplicates, optional=True, value=duplicates.strip())
        where = self.where(depth)
        return ["SELECT ", word, *columns, *self.dataset(), "WHERE ", where, *self.modifiers(columns)]

    def of_expressions(self) -> list:
        """Expressions over terms of every kind, with nothing that could leave no row."""
        rng = self.rng
        expressions = self.patterns.expressions()
        rows = []
        for _ in range(rng.randint(2, 5)):
            cells = ["UNDEF" if rng.random() < 0.05 else term(rng, kind, self.odd_forms) for kind in VARIABLES for _ in "12"]
            rows.append(node("row", f"({' '.join(cells)}) ", optional=True))
        names = " ".join(f"?{name}" for names in VARIABLES.values() for name in names[:2])
        columns = []
        for _ in range(rng.randint(2, 4)):
            kind = rng.choice(["number", "text", "condition", "time", "any"])
            text = f" AS {self.patterns.new_variable()}) "
            columns.append(node("column", "(", expressions.expression(kind, 3), text, optional=True))
        values = node("element", f"VALUES ({names}) {{ ", *rows, "} ")
        test = node("element", "FILTER(", expressions.expression("condition", 3), ") ", optional=True, value="FILTER")
        return ["SELECT ", *columns, "WHERE ", node("group", "{ ", values, *([test] if rng.random() < 0.3 else []), "}")]

    def columns(self) -> list[Node]:
        columns = {str(column): column for column in (self.column() for _ in range(self.rng.randint(1, 4)))}
        return list(columns.values())

    def modifiers(self, columns: list[Node], grouped: bool = False) -> list[Node]:
        rng = self.rng
        parts = []
        if rng.random() < 0.35:
            names = [str(c).strip() for c in columns if str(c).startswith("?")]
            names += [str(c).rsplit(" AS ", 1)[1].strip(") ") for c in columns if " AS " in str(c)]
            if not names or (rng.random() < 0.1 and not grouped):
                names = [some_variable(rng) for _ in range(2)]
            keys = [self.key(rng.choice(names), grouped) for _ in range(rng.choice([1, 1, 2]))]
            parts.append(node("order", " ORDER BY", *keys, optional=True))
        if rng.random() < 0.2:
            limit = rng.randint(0, 6)
            parts.append(node("limit", f" LIMIT {limit}", optional=True, value=limit))
        if rng.random() < 0.1:
            offset = rng.randint(0, 4)
            parts.append(node("offset", f" OFFSET {offset}", optional=True, value=offset))
        if rng.random() < 0.06:
            parts.append(node("final values", " ", self.patterns.values(), optional=True))
        return parts

    def key(self, name: str, grouped: bool) -> Node:
        rng = self.rng
        if rng.random() < 0.15 and grouped:
            return node("key", rng.choice([" DESC(COUNT(*))", " COUNT(*)", " (COUNT(*) * -1)"]), optional=True)
        if rng.random() < 0.2 and not grouped:
            expression = self.patterns.expressions().expression("any", 2)
            return node("key", rng.choice([" DESC(", " ASC(", " ("]), expression, ")", optional=True, value=None)
        before, after = rng.choice([(" DESC(", ")"), (" ASC(", ")"), (" ", "")])
        return node("key", before, name, after, optional=True, value=(name[1:], "DESC" in before))

    def aggregate(self) -> Node:
        rng = self.rng
        name = rng.choice(["COUNT(*)", "COUNT", "SUM", "AVG", "MIN", "MAX", "GROUP_CONCAT", "SAMPLE"])
        distinct = node("duplicates", "DISTINCT ", optional=True) if rng.random() < 0.3 else ""
        kind = rng.choice(["number", "number", "number", "any"])
        argument = Expressions(rng, odd_forms=self.odd_forms).expression(kind, 1)
        if rng.random() < 0.6:
            argument = node("expression", variable(rng, kind))
        prefix = {"MIN": EXTREME, "MAX": EXTREME, "GROUP_CONCAT": CONCATENATED, "SAMPLE": SAMPLED}.get(name, "z")
        if name == "COUNT(*)":
            call = node("aggregate", "COUNT(", distinct, "*)", value=name)
        else:
            separator = f'; SEPARATOR="{SEPARATOR}"' if name == "GROUP_CONCAT" else ""
            call = node("aggregate", name, "(", distinct, argument, f"{separator})", value=name)
        parts = ["(", call, " + ", rng.choice(["1", "COUNT(*)", '"x"']), ")"] if prefix == "z" and rng.random() < 0.15 else [call]
        return node("column", "(", *parts, f" AS {self.patterns.new_variable(prefix)}) ", optional=True)

    def aggregates(self, depth: int) -> list:
        rng = self.rng
        where = self.where(depth)
        keys = {some_variable(rng): None for _ in range(rng.randint(0, 2))}
        columns = [node("column", name, " ", optional=True) for name in keys]
        by = [node("by", " ", name, optional=True) for name in keys]
        if rng.random() < 0.2:
            name = self.patterns.new_variable("k")
            key = Expressions(rng, odd_forms=self.odd_forms).expression("any", 2)
            by.append(node("by", " (", key, f" AS {name})", optional=True))
            columns.append(node("column", name, " ", optional=True))
        elif rng.random() < 0.1:
            by.append(node("by", " (", Expressions(rng, odd_forms=self.odd_forms).expression("any", 2), ")", optional=True))
        if keys and rng.random() < 0.2:
            name = rng.choice(["STR", "isLITERAL", "DATATYPE", "BOUND", "LANG"])
            columns.append(node("column", f"({name}({rng.choice(list(keys))}) AS {self.patterns.new_variable()}) ", optional=True))
        columns += [self.aggregate() for _ in range(rng.randint(1, 3))]
        parts = ["SELECT ", *columns, *self.dataset(), "WHERE ", where]
        if by:
            parts.append(node("group by", " GROUP BY", *by, optional=True))
        if rng.random() < 0.2:
            counted = rng.choice(["COUNT(*)", "COUNT(DISTINCT ?a)", "SUM(?n)", "AVG(?m)", "MAX(?n)"])
            operator = rng.choice(["<", ">", "!="])
            parts.append(node("having", f" HAVING ({counted} {operator} {rng.randint(0, 3)})", optional=True))
        # Only what is determined may order the rows.
        named = [c for c in columns if not any(f"?{open_}" in str(c) for open_ in (CONCATENATED, SAMPLED, EXTREME))]
        return [*parts, *self.modifiers(named, grouped=True)] if named else parts

    def subquery(self, depth: int) -> Node:
        """Only what gives one answer whatever the order of its input."""
        rng = self.rng
        name = variable(rng, "node")
        match rng.choice(["select", "select", "count", "slice"]):
            case "select":
                duplicates = node("duplicates", rng.choice(["", "DISTINCT "]))
                columns = [node("column", "* ")] if rng.random() < 0.2 else self.columns()
                return node("subquery", "SELECT ", duplicates, *columns, "WHERE ", self.where(depth), " ")
            case "count":
                counted = f"(COUNT({rng.choice(['*', some_variable(rng)])}) AS {self.patterns.new_variable()})"
                return node("subquery", f"SELECT {name} {counted} WHERE ", self.where(depth), f" GROUP BY {name} ")
            case _:
                order = f" FILTER isIRI({name}) }} ORDER BY {rng.choice(['', 'DESC'])}({name})"
                sliced = f" LIMIT {rng.randint(0, 3)}" + rng.choice(["", " OFFSET 1"])
                return node("subquery", f"SELECT DISTINCT {name} WHERE {{ ", self.where(depth), order, sliced, " ")

    def plain_triples(self) -> list[Node]:
        rng = self.rng
        names = [(rng.choice(list(PREDICATES))) for _ in range(rng.randint(1, 2))]
        return [
            node("triple", variable(rng, "node"), f" {name} ", variable(rng, PREDICATES[name]), " . ", optional=True)
            for name in names
        ]

    def construct(self) -> list:
        rng = self.rng
        where = self.where(2)
        triples = []
        for _ in range(rng.randint(1, 3)):
            subject = rng.choice([some_variable(rng), some_variable(rng), term(rng, "node"), "_:new", "[]"])
            predicate = rng.choice([":made", ":p", "?x", variable(rng, "node")])
            object_ = rng.choice([some_variable(rng), some_variable(rng), term(rng, "any"), "_:new", "[]"])
            triples.append(node("template", f"{subject} {predicate} {object_} . ", optional=True))
        return ["CONSTRUCT { ", *triples, "} ", *self.dataset(), "WHERE ", where]

    def describe(self) -> list:
        rng = self.rng
        if rng.random() < 0.2:
            return ["DESCRIBE ", "*", " ", *self.dataset(), "WHERE ", self.where(1)]
        what = " ".join(rng.choice([*NODES, variable(rng, "node")]) for _ in range(rng.randint(1, 2)))
        return ["DESCRIBE ", what, " ", *self.dataset(), "WHERE ", self.where(1)]
