"""No file of the project copies the article: eight words in a row of it stand only inside the
quotations that are marked as evidence (oa:exact), or are one of them again."""

import re
import subprocess
import sys
from pathlib import Path

import article
import checks
import data_set
from passages import passages

WORDS_MAX = 7
SKIPPED_FOLDERS = {".git", ".venv", "build", "node_modules", "__pycache__"}

Shingle = tuple[str, ...]


def words(text: str) -> list[tuple[str, int]]:
    """The words of a text, folded, each with its line number."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        found += [(m.group().casefold(), number) for m in re.finditer(r"[^\W_]+", line)]
    return found


def shingles(text: str) -> set[Shingle]:
    plain = [word for word, _ in words(text)]
    return {tuple(plain[i : i + WORDS_MAX + 1]) for i in range(len(plain) - WORDS_MAX)}


def text_files() -> list[Path]:
    """Tracked and new files; outside version control, all but what is built or installed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=data_set.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        names = [Path(name) for name in listed.stdout.split("\0") if name]
    else:
        names = [p.relative_to(data_set.ROOT) for p in data_set.ROOT.rglob("*") if p.is_file()]
    return sorted(n for n in set(names) if not SKIPPED_FOLDERS & set(n.parts))


def copies(name: Path, forbidden: set[Shingle]) -> list[str]:
    path = data_set.ROOT / name
    data = path.read_bytes() if path.is_file() else b"\0"
    if b"\0" in data:
        return []
    found = words(data.decode("utf-8", errors="replace"))
    plain = [word for word, _ in found]
    for i in range(len(plain) - WORDS_MAX):
        run = tuple(plain[i : i + WORDS_MAX + 1])
        if run in forbidden:
            return [f"{name}:{found[i][1]}: words of the article, no quotation: {' '.join(run)}"]
    return []


def main() -> None:
    text = article.text_or_none()
    if text is None:
        sys.exit(article.SKIPPED)
    quoted = set().union(*(shingles(p.exact) for p in passages()))
    forbidden = shingles(text) - quoted
    files = text_files()
    findings = [f for name in files for f in copies(name, forbidden)]
    checks.exit_with("own_words", findings, f"{len(files)} files")


if __name__ == "__main__":
    main()
