"""Random expressions (SPARQL 1.1 §17): every operator and function, its arguments mostly of the kind
that it takes and sometimes of another, so that errors occur everywhere."""

from __future__ import annotations

import random
from collections.abc import Callable

from terms import VARIABLES, term, variable
from tree import Node, node

CASTS = {"number": ["integer", "decimal", "double", "float"], "text": ["string"], "condition": ["boolean"], "time": ["dateTime"]}
OPERANDS = ["number", "number", "text", "text", "time", "node", "any", "condition"]
PATTERNS = ['"a"', '"^A"', '"b$"', '"a.c"', '"[ab]+"', '"(a)(b?)"', '"\\\\d+"', '" "', '"^$"', '"日"', '"("']
FLAGS = ['"i"', '"s"', '"m"', '"x"', '"q"', '"is"', '""', '"z"']
REPLACEMENTS = ['"z"', '""', '"$1"', '"[$0]"', '"\\\\$"', '"$"']
RANGES = ['"en"', '"*"', '"EN-GB"', '"fr"', '""', '"e"']


class Expressions:
    def __init__(self, rng: random.Random, exists: Callable[[], Node] | None = None, odd_forms: bool = False):
        self.rng = rng
        self.odd_forms = odd_forms
        self.exists = exists
        self.kinds = {
            "number": self.number, "text": self.text, "condition": self.condition, "time": self.time, "node": self.name,
        }  # fmt: skip

    def expression(self, kind: str = "any", depth: int = 2) -> Node:
        rng = self.rng
        if kind != "any" and rng.random() < 0.07:
            kind = "any"
        if kind == "any":
            kind = rng.choice(list(self.kinds))
        if depth <= 0 or rng.random() < 0.25:
            return self.leaf(kind)
        if rng.random() < 0.1:
            return self.choice(kind, depth)
        return self.kinds[kind](depth)

    def leaf(self, kind: str) -> Node:
        rng = self.rng
        if kind == "condition":
            text = rng.choice(["true", "false", variable(rng, "any"), f"BOUND({variable(rng, rng.choice(list(VARIABLES)))})"])
            return node("expression", text)
        return node("expression", variable(rng, kind) if rng.random() < 0.65 else term(rng, kind, self.odd_forms))

    def call(self, name: str, *arguments: Node | str) -> Node:
        parts = [name, "("]
        for argument in arguments:
            parts += [argument] if parts[-1] == "(" else [", ", argument]
        return node("expression", *parts, ")", value=name)

    def some(self, kind: str, depth: int) -> Node:
        return self.expression(kind, depth - 1)

    def choice(self, kind: str, depth: int) -> Node:
        some = lambda: self.some(kind, depth)  # noqa: E731
        if self.rng.random() < 0.5:
            return self.call("IF", self.some("condition", depth), some(), some())
        return self.call("COALESCE", *(some() for _ in range(self.rng.randint(1, 3))))

    def cast(self, kind: str, depth: int) -> Node:
        name = "xsd:" + self.rng.choice(CASTS[kind])
        return self.call(name, self.some(self.rng.choice(["any", "text", kind]), depth))

    def number(self, depth: int) -> Node:
        rng, some = self.rng, lambda kind: self.some(kind, depth)
        match rng.choices(["binary", "sign", "round", "length", "part", "cast", "random"], [40, 8, 15, 10, 12, 14, 1])[0]:
            case "binary":
                operator = rng.choice([" + ", " - ", " * ", " / "])
                return node("expression", "(", some("number"), operator, some("number"), ")", value=operator.strip())
            case "sign":
                operator = rng.choice(["-", "+"])
                return node("expression", "(", operator, " ", some("number"), ")", value="unary " + operator)
            case "round":
                return self.call(rng.choice(["ABS", "CEIL", "FLOOR", "ROUND"]), some("number"))
            case "length":
                return self.call("STRLEN", some("text"))
            case "part":
                return self.call(rng.choice(["YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS"]), some("time"))
            case "cast":
                return self.cast("number", depth)
            case _:
                return node("expression", "FLOOR(RAND())", value="RAND")

    def text(self, depth: int) -> Node:
        rng, some = self.rng, lambda kind: self.some(kind, depth)
        name = rng.choice([
            "STR", "STR", "UCASE", "LCASE", "CONCAT", "CONCAT", "SUBSTR", "SUBSTR", "STRBEFORE", "STRAFTER", "REPLACE",
            "REPLACE", "ENCODE_FOR_URI", "LANG", "hash", "TZ", "cast", "STRLANG", "STRDT",
        ])  # fmt: skip
        match name:
            case "STR":
                return self.call(name, some("any"))
            case "CONCAT":
                return self.call(name, *(some("text") for _ in range(rng.randint(0, 3))))
            case "SUBSTR":
                length = [some("number") if rng.random() < 0.3 else rng.choice(["0", "1", "2", "10", "-1", "1.5"])]
                start = rng.choice(["1", "2", "0", "-1", "1.5", "3", self.leaf("number")])
                return self.call(name, some("text"), start, *(length if rng.random() < 0.6 else []))
            case "STRBEFORE" | "STRAFTER":
                return self.call(name, some("text"), some("text"))
            case "REPLACE":
                flags = [rng.choice(FLAGS)] if rng.random() < 0.4 else []
                return self.call(name, some("text"), rng.choice(PATTERNS), rng.choice(REPLACEMENTS), *flags)
            case "hash":
                return self.call(rng.choice(["MD5", "SHA1", "SHA256", "SHA384", "SHA512"]), some("text"))
            case "TZ":
                return self.call(name, some("time"))
            case "cast":
                return self.cast("text", depth)
            case "STRLANG":
                return self.call(name, some("text"), rng.choice(['"en"', '"fr-ca"', '""', some("text")]))
            case "STRDT":
                datatype = rng.choice(["xsd:integer", "xsd:string", ":unknown", "xsd:date", some("node")])
                return self.call(name, some("text"), datatype)
            case _:
                return self.call(name, some("text"))

    def condition(self, depth: int) -> Node:
        rng, some = self.rng, lambda kind: self.some(kind, depth)
        kind = rng.choice(OPERANDS)
        name = rng.choices(
            ["compare", "logic", "NOT", "IN", "is", "REGEX", "search", "LANGMATCHES", "SAMETERM", "cast", "EXISTS"],
            [30, 14, 6, 10, 8, 8, 9, 4, 4, 3, 8],
        )[0]
        match name:
            case "compare":
                operator = rng.choice([" = ", " = ", " != ", " < ", " > ", " <= ", " >= "])
                return node("expression", "(", some(kind), operator, some(kind), ")", value=operator.strip())
            case "logic":
                operator = rng.choice([" && ", " || "])
                return node("expression", "(", some("condition"), operator, some("condition"), ")", value=operator.strip())
            case "NOT":
                return node("expression", "(!", some(rng.choice(["condition", "any"])), ")", value="!")
            case "IN":
                operator = rng.choice([" IN ", " NOT IN "])
                members = [node("member", ", ", some(kind), optional=True) for _ in range(rng.randint(0, 2))]
                head = [some(kind), *members] if rng.random() < 0.95 else []
                return node("expression", "(", some(kind), operator, "(", *head, "))", value=operator.strip())
            case "is":
                return self.call(rng.choice(["isIRI", "isURI", "isBLANK", "isLITERAL", "isNUMERIC"]), some("any"))
            case "REGEX":
                flags = [rng.choice(FLAGS)] if rng.random() < 0.5 else []
                return self.call(name, some("text"), rng.choice(PATTERNS), *flags)
            case "search":
                return self.call(rng.choice(["CONTAINS", "STRSTARTS", "STRENDS"]), some("text"), some("text"))
            case "LANGMATCHES":
                return self.call(name, self.call("LANG", some("text")), rng.choice(RANGES))
            case "SAMETERM":
                return self.call(name, some(kind), some(kind))
            case "cast":
                return self.cast("condition", depth)
            case _:
                return self.exists() if self.exists else self.leaf("condition")

    def time(self, depth: int) -> Node:
        rng = self.rng
        if rng.random() < 0.1:
            return self.call("IF", node("expression", "DATATYPE(NOW()) = xsd:dateTime"), self.leaf("time"), self.leaf("text"))
        return self.cast("time", depth) if rng.random() < 0.5 else self.leaf("time")

    def name(self, depth: int) -> Node:
        rng, some = self.rng, lambda kind: self.some(kind, depth)
        name = rng.choice(["IRI", "URI", "DATATYPE", "DATATYPE", "TIMEZONE", "BNODE", "UUID", "STRUUID"])
        match name:
            case "IRI" | "URI":
                return self.call(name, rng.choice([some("node"), '"http://e/s0"', self.call("STR", some("node"))]))
            case "DATATYPE":
                return self.call(name, some("any"))
            case "TIMEZONE":
                return self.call(name, some("time"))
            case "BNODE":
                argument = rng.choice(["", some("text")])
                return node("expression", "isBLANK(BNODE(", argument, "))", value=name)
            case "UUID":
                return node("expression", "isIRI(UUID())", value=name)
            case _:
                return node("expression", "STRLEN(STRUUID())", value=name)
