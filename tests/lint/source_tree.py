"""The files of the project, as the lint programs see them: everything below the root but what is
built, installed or generated. Needs no version control, so that it works in an unpacked archive."""

import os
from pathlib import Path

# Folders that hold nothing of ours, by name anywhere or by path from the root.
SKIPPED_NAMES = {".git", ".venv", "__pycache__", "build", "node_modules"}
SKIPPED_PATHS = {"bench/data"}


def files(root: Path, suffixes: tuple[str, ...] = ()) -> list[Path]:
    """Paths relative to `root`, sorted; with `suffixes`, only names that end in one of them."""
    found = []
    for folder, folders, names in os.walk(root):
        here = Path(folder).relative_to(root)
        folders[:] = [
            name
            for name in folders
            if name not in SKIPPED_NAMES and (here / name).as_posix() not in SKIPPED_PATHS
        ]
        found += [here / name for name in names if not suffixes or name.endswith(suffixes)]
    return sorted(found)
