#!/usr/bin/env python3
"""Checks that the project speaks of itself alone, in its own words:

- no absolute path of a machine it was written on;
- no address of a package registry: lock files name packages and hashes, not where they came from;
- with ARTICLE, the text that the data set is about: no more than 25 words in a row of it, in any
  file. Quotations up to that length are evidence; anything longer is a copy.

Prints findings as `file:line: error: ...`; exits 1 if there is one.

usage: own_words.py [ROOT [ARTICLE]]
"""

import re
import sys
from pathlib import Path

import source_tree

QUOTATION_WORDS_MAX = 25

# The parts are joined here so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.~}/:*-])(?:file:/{0,2})?/(?:" + "|".join(["work", "home", "root", "tmp", "Users"]) + r")/\w")
REGISTRY = re.compile(r"https?://(?:[\w-]+\.)*(?:registry|pypi|files|deb|crates|proxy|repo\d*)\.[\w-]+[./]")
WORD = re.compile(r"[^\W_]+")


def line_errors(path: str, text: str) -> list[str]:
    """Findings that one line alone shows."""
    errors = []
    for number, line in enumerate(text.splitlines(), 1):
        if match := MACHINE_PATH.search(line):
            errors.append(f"{path}:{number}: error: a path of one machine: {match.group()}")
        if match := REGISTRY.search(line):
            errors.append(f"{path}:{number}: error: the address of a package registry: {match.group()}")
    return errors


def words(text: str) -> list[tuple[str, int]]:
    """The words of a text, folded, each with its offset; escapes such as \\n are no words."""
    blanked = re.sub(r"\\[nrt\"']", "  ", text)
    return [(match.group().casefold(), match.start()) for match in WORD.finditer(blanked)]


def shingles(text: str) -> set[tuple[str, ...]]:
    """Every run of QUOTATION_WORDS_MAX + 1 words."""
    plain = [word for word, _ in words(text)]
    length = QUOTATION_WORDS_MAX + 1
    return {tuple(plain[i : i + length]) for i in range(len(plain) - length + 1)}


def copy_errors(path: str, text: str, article: set[tuple[str, ...]]) -> list[str]:
    """The first place, if any, at which a text runs along with the article for too long."""
    found = words(text)
    length = QUOTATION_WORDS_MAX + 1
    starts = {shingle[0] for shingle in article}
    for i in range(len(found) - length + 1):
        if found[i][0] in starts and tuple(word for word, _ in found[i : i + length]) in article:
            line = text.count("\n", 0, found[i][1]) + 1
            return [f"{path}:{line}: error: over {QUOTATION_WORDS_MAX} words in a row of the article"]
    return []


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2])
    article = set()
    if len(sys.argv) > 2:
        source = Path(sys.argv[2])
        if source.is_file():
            article = shingles(source.read_text())
        else:
            print(f"own_words.py: SKIPPED the comparison with the article: {source} is not there")
    errors = []
    for path in source_tree.files(root):
        data = (root / path).read_bytes()
        if b"\0" in data:
            continue
        text = data.decode("utf-8", errors="replace")
        errors += line_errors(path.as_posix(), text)
        errors += copy_errors(path.as_posix(), text, article)
    print("\n".join(errors), end="\n" if errors else "")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
