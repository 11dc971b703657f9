#!/usr/bin/env python3
"""Holds source files at 400 lines and Python functions at 70 (clang-tidy counts the C++ ones).

A file over 400 lines must stand in oversize.txt as `path lines`. It may only shrink, never grows
past 800, and its entry goes when it is no longer needed: each of these is a finding. Exits 1 if
there is one.

usage: size_ratchet.py [ROOT [OVERSIZE_LIST]]
"""

import ast
import sys
from pathlib import Path

import source_tree

FILE_LINES_MAX = 400
FILE_LINES_HARD_MAX = 800
FUNCTION_LINES_MAX = 70

SUFFIXES = (".h", ".cpp", ".py", ".ts", ".js", ".mjs", ".cmake", "CMakeLists.txt")
SCRIPT_FOLDERS = ("script", ".ci")


def sources(root: Path) -> list[Path]:
    """Source files, among them the scripts, which have no suffix."""
    return [
        path
        for path in source_tree.files(root)
        if path.name.endswith(SUFFIXES) or path.parts[0] in SCRIPT_FOLDERS
    ]


def read_list(text: str) -> dict[str, int]:
    """The entries of oversize.txt; lines that start with # are comments."""
    entries = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            path, lines = line.rsplit(maxsplit=1)
            entries[path] = int(lines)
    return entries


def file_errors(counts: dict[str, int], entries: dict[str, int]) -> list[str]:
    """Findings for files of these line counts under these entries."""
    errors = []
    for path, lines in counts.items():
        limit = entries.get(path, FILE_LINES_MAX)
        if lines > FILE_LINES_HARD_MAX:
            errors.append(f"{path}:1: error: {lines} lines; no file may have over {FILE_LINES_HARD_MAX}")
        elif lines > limit:
            errors.append(f"{path}:1: error: {lines} lines; at most {limit}: split it by what it does")
    for path, limit in entries.items():
        lines = counts.get(path)
        if lines is None:
            errors.append(f"oversize.txt: error: {path} does not exist: remove the entry")
        elif lines <= FILE_LINES_MAX:
            errors.append(f"oversize.txt: error: {path} has {lines} lines: remove the entry")
        elif lines < limit:
            errors.append(f"oversize.txt: error: {path} has {lines} lines: lower its entry from {limit}")
    return errors


def function_errors(path: str, text: str) -> list[str]:
    """Python functions that are too long."""
    errors = []
    for node in ast.walk(ast.parse(text, path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES_MAX:
                errors.append(
                    f"{path}:{node.lineno}: error: function {node.name} has {lines} lines; "
                    f"at most {FUNCTION_LINES_MAX}"
                )
    return errors


def main() -> int:
    here = Path(__file__).parent
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else here.parents[1]
    oversize = Path(sys.argv[2]) if len(sys.argv) > 2 else here / "oversize.txt"
    texts = {path.as_posix(): (root / path).read_text() for path in sources(root)}
    counts = {path: text.count("\n") for path, text in texts.items()}
    errors = file_errors(counts, read_list(oversize.read_text()))
    for path, text in texts.items():
        if path.endswith(".py"):
            errors += function_errors(path, text)
    print("\n".join(errors), end="\n" if errors else "")
    if not texts:
        print(f"size_ratchet.py: error: no source files below {root}")
        return 1
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
