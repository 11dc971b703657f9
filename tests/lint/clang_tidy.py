#!/usr/bin/env python3
"""Runs clang-tidy over the sources of a compile database, several at once, and remembers verdicts.

A file is tidied again only when something that its verdict hangs on has changed: its own text, that
of the project's headers that it reaches, the settings, its compile command or clang-tidy itself.
A verdict is kept in CACHE under the hash of all these. Prints each finding once, however many
files include the header it is in; exits 1 if there is one.

usage: clang_tidy.py BUILD_FOLDER CACHE_FOLDER [--jobs N]
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

CLANG_TIDY = "clang-tidy-19"
# Debian's RapidJSON 1.1 assigns to a const member in this header, in a template that nobody uses. GCC
# looks at it when it is used, clang 19 always: files that include it cannot be tidied.
UNREADABLE = '#include <rapidjson/document.h>'
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
# How many words of a finding are enough to tell it from others: its whole first line.
FINDING = re.compile(r"^(/[^:\n]+):\d+:\d+: (?:error|warning): ")


def reached(source: Path, folders: list[Path], texts: dict[Path, str]) -> list[Path]:
    """`source` and every file of ours that it includes, directly or not, sorted.

    `texts` remembers what was read, from call to call.
    """
    found: set[Path] = set()
    to_visit = [source]
    while to_visit:
        path = to_visit.pop()
        if path in found:
            continue
        found.add(path)
        if path not in texts:
            texts[path] = path.read_text()
        for name in INCLUDE.findall(texts[path]):
            for folder in [path.parent, *folders]:
                target = Path(os.path.normpath(folder / name))
                if target.is_file():
                    to_visit.append(target)
                    break
    return sorted(found)


def settings(root: Path) -> list[str]:
    """The text of every settings file, and the version of the tool."""
    version = subprocess.run([CLANG_TIDY, "--version"], capture_output=True, text=True, check=True)
    folders = [root / "src", root / "tests", root / "bench"]
    configs = [root / ".clang-tidy", *(p for folder in folders for p in sorted(folder.rglob(".clang-tidy")))]
    return [version.stdout, *(path.read_text() for path in configs if path.is_file())]


def verdict_key(parts: list[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def tidy(source: Path, build: Path) -> dict:
    """Tidies one file: its findings, and how long it took."""
    start = time.monotonic()
    done = subprocess.run(
        # Flags of GCC that clang does not know are no finding; what its standard library makes of
        # itself is not ours, and GCC names what we use and should not.
        [CLANG_TIDY, "--quiet", "-p", str(build), "--extra-arg=-Wno-unknown-warning-option",
         "--extra-arg=-Wno-deprecated-declarations", str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    # Standard error holds counts of suppressed warnings, and matters only if there is no finding.
    output = done.stdout if done.stdout.strip() else done.stderr
    return {
        "failed": done.returncode != 0,
        "output": output if done.returncode else "",
        "seconds": time.monotonic() - start,
    }


def findings(output: str) -> list[str]:
    """The findings of a run, each with the lines that show it."""
    blocks: list[list[str]] = []
    for line in output.splitlines():
        if FINDING.match(line) or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return ["\n".join(block) for block in blocks]


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="clang-tidy over a compile database, remembered")
    parser.add_argument("build", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    return parser.parse_args()


def main() -> int:
    arguments = parse_arguments()
    root = Path(__file__).resolve().parents[2]
    database = json.loads((arguments.build / "compile_commands.json").read_text())
    # Generated files are not ours to tidy.
    commands = {
        Path(entry["file"]): entry["command"]
        for entry in database
        if Path(entry["file"]).is_relative_to(root)
        and not Path(entry["file"]).is_relative_to(arguments.build.resolve())
    }
    left_out = [path for path in commands if UNREADABLE in path.read_text()]
    for path in left_out:
        del commands[path]
        print(f"clang-tidy: {path.relative_to(root)} left out: clang cannot read rapidjson/document.h")
    if not commands:
        print(f"clang_tidy.py: error: no sources in {arguments.build}/compile_commands.json")
        return 1
    arguments.cache.mkdir(parents=True, exist_ok=True)
    shared = settings(root)
    folders = [root / "src", root / "tests", root / "bench"]
    texts: dict[Path, str] = {}
    verdicts: list[dict] = []
    waiting: dict[concurrent.futures.Future, Path] = {}
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        # Long files first, so that no core waits for the last one.
        for source in sorted(commands, key=lambda path: -path.stat().st_size):
            closure = [texts[path] for path in reached(source, folders, texts)]
            entry = arguments.cache / verdict_key([*shared, commands[source], *closure])
            if entry.is_file():
                verdicts.append(json.loads(entry.read_text()))
            else:
                waiting[pool.submit(tidy, source, arguments.build)] = entry
        for future in concurrent.futures.as_completed(waiting):
            verdicts.append(future.result())
            waiting[future].write_text(json.dumps(future.result()))
    found = sorted({block for v in verdicts if v["failed"] for block in findings(v["output"])})
    print("\n".join(found).replace(f"{root}/", ""), end="\n" if found else "")
    print(f"clang-tidy: {len(commands)} files, {len(waiting)} of them anew, {len(found)} findings")
    return 1 if any(v["failed"] for v in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main())
