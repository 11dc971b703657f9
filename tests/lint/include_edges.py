#!/usr/bin/env python3
"""Checks that modules include each other only along the edges of ALLOWED, the project's one table
of layers (docs/architecture.md). Prints a finding as `file:line: error: plan must not include
server`; exits 1 if there is one.

usage: include_edges.py [ROOT]
"""

import re
import sys
from pathlib import Path

import source_tree

# Module: the modules it may include, besides itself. Each stands above its user, so the table can
# hold no cycle. `sparql` knows no store, so that the parser can be fuzzed and reused without one.
# `server` and `cli` enter through `engine`, the one door; the rest of what they may include is
# what the engine's own interface is made of, and the syntaxes and formats they offer by name.
ALLOWED = {
    "rdf": [],
    "xsd": ["rdf"],
    "io": ["rdf"],
    "net": ["rdf", "io"],
    "store": ["rdf", "xsd", "io"],
    "sparql": ["rdf", "xsd"],
    "plan": ["rdf", "xsd", "store", "sparql"],
    "exec": ["rdf", "xsd", "io", "net", "store", "sparql", "plan"],
    "results": ["rdf", "xsd", "io", "store", "exec"],
    "why": ["rdf", "xsd", "store", "sparql", "plan", "exec"],
    "engine": ["rdf", "xsd", "io", "net", "store", "sparql", "plan", "exec", "results", "why"],
    "server": ["rdf", "io", "results", "engine"],
    "cli": ["rdf", "io", "net", "results", "engine", "server"],
    # src/main.cpp, the program itself.
    "main": ["rdf", "cli"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]')


def table_errors(allowed: dict[str, list[str]]) -> list[str]:
    """What is wrong with the table itself: an edge that looks back up, or to nowhere."""
    order = list(allowed)
    return [
        f"include_edges.py: error: the table lets {module} include {other}, which does not stand above it"
        for module, others in allowed.items()
        for other in others
        if other not in order or order.index(other) >= order.index(module)
    ]


def module_of(path: Path) -> str:
    """The module of a file, given by its path below src/."""
    return path.parts[0] if len(path.parts) > 1 else path.stem


def file_errors(path: Path, text: str, allowed: dict[str, list[str]]) -> list[str]:
    """Findings in one file, `path` being relative to the root."""
    module = module_of(path.relative_to("src"))
    if module not in allowed:
        return [f"{path}:1: error: {module} is no module of the table in tests/lint/include_edges.py"]
    errors = []
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        target = match.group(1)
        other = target.split("/")[0]
        if target.startswith("."):
            errors.append(f'{path}:{number}: error: write "module/file.h", not a relative path: {target}')
        elif other in allowed and "/" in target and other != module:
            if other not in allowed[module]:
                errors.append(f"{path}:{number}: error: {module} must not include {other}")
    return errors


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2])
    errors = table_errors(ALLOWED)
    sources = [
        path
        for path in source_tree.files(root, (".h", ".cpp"))
        if path.parts[0] == "src"
    ]
    for path in sources:
        errors += file_errors(path, (root / path).read_text(), ALLOWED)
    print("\n".join(errors), end="\n" if errors else "")
    if not sources:
        print(f"include_edges.py: error: no source files below {root / 'src'}")
        return 1
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
