"""Property paths spelled out as SPARQL 1.1 §18.2.2.4 translates them and §18.4 evaluates them: sequences
are joins over a variable of their own, alternatives unions, negated sets triples with a filter. What
is left are closures and predicates."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from tree import Node, node


def is_nullable(path: Node) -> bool:
    """Whether it matches a path of no length."""
    below = [p for p in path.parts if isinstance(p, Node)]
    match path.value:
        case "*" | "?":
            return True
        case "sequence":
            return all(map(is_nullable, below))
        case "alternative":
            return any(map(is_nullable, below))
        case "inverse" | "+":
            return is_nullable(below[0])
    return False


class Speller:
    def __init__(self):
        self.numbers = count()

    def hidden(self) -> str:
        return f"?hidden{next(self.numbers)}"

    def pattern(self, subject: str, path: Node, object_: str) -> str:
        below = [p for p in path.parts if isinstance(p, Node)]
        match path.value:
            case "sequence":
                middle = self.hidden()
                return self.pattern(subject, below[0], middle) + self.pattern(middle, below[1], object_)
            case "alternative":
                return " UNION ".join(f"{{ {self.pattern(subject, part, object_)}}}" for part in below) + " "
            case "inverse":
                return self.pattern(object_, below[0], subject)
            case "negated":
                return self.negated(subject, str(path), object_)
            case "*" | "+" | "?" if is_nullable(path):
                return self.nullable(subject, path, object_)
        return f"{subject} {path} {object_} . "

    def negated(self, subject: str, text: str, object_: str) -> str:
        members = [member for member in text.lstrip("!").strip("()").split("|") if member]
        backward = [member[1:] for member in members if member.startswith("^")]
        forward = [member for member in members if not member.startswith("^")]
        sides = [(subject, object_, forward)] if forward or not backward else []
        sides += [(object_, subject, backward)] if backward else []
        branches = []
        for start, end, others in sides:
            name = self.hidden()
            other = " && ".join(f"{name} != {'rdf:type' if member == 'a' else member}" for member in others) or "true"
            branches.append(f"{{ {start} {name} {end} . FILTER({other}) }}")
        return " UNION ".join(branches) + " "

    def nullable(self, subject: str, path: Node, object_: str) -> str:
        """A closure from or to a term has the term among its ends, in the graph or not."""
        ends = [end for end in (subject, object_) if not end.startswith("?")]
        match = f"{subject} {path} {object_} . "
        if not ends or len(set(ends)) == 2:
            return match
        if len(ends) == 2:
            return "{ } "
        variable = object_ if subject == ends[0] else subject
        return f"{{ SELECT DISTINCT {variable} WHERE {{ {{ {match}}} UNION {{ VALUES {variable} {{ {ends[0]} }} }} }} }} "

    def spell(self, triple: Node) -> Node:
        """A subquery, so that the variables of the path stay its own."""
        subject, object_ = triple.parts[0], triple.parts[4]
        names = sorted({end for end in (subject, object_) if end.startswith("?")})
        ends = [self.hidden() if end == "[]" else end for end in (subject, object_)]
        pattern = self.pattern(ends[0], triple.parts[2], ends[1])
        # Without a visible variable one is made up that is bound nowhere: nobody sees it but SELECT *.
        return node("element", f"{{ SELECT {' '.join(names) or '?hidden'} WHERE {{ {pattern}}} }} ")


def spelled_paths(query: Node) -> Node:
    """The subqueries come behind the triples they stand among, so that these remain one basic graph
    pattern."""
    speller = Speller()

    def change(group: Node) -> Node:
        if not any(isinstance(part, Node) and part.own("path") for part in group.parts):
            return group
        parts, spelled = [], []
        for part in group.parts:
            is_triple = isinstance(part, Node) and part.sort == "triple"
            if is_triple and part.own("path"):
                spelled.append(speller.spell(part))
                continue
            if not is_triple:
                parts, spelled = parts + spelled, []
            parts.append(part)
        return replace(group, parts=(*parts, *spelled))

    return query.map(change)
