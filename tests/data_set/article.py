"""The article: where its text is looked for, and how it is normalised before positions are counted.

The text is no part of the project. docs/ontology.md says how to get it."""

import hashlib
import os
import sys
import unicodedata
from pathlib import Path

import data_set

SKIPPED = 77  # The exit code that ctest knows as a skip.


def normalised(data: bytes) -> str:
    """UTF-8 in NFC, line feeds alone, none at the end, no byte order mark."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).rstrip("\n")


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def text_iri(text: str) -> str | None:
    """Which of the data set's texts this is, by its hash."""
    nodes = [
        iri
        for iri in data_set.instances(data_set.SCHEMA + "MediaObject")
        if sha256(text) in {digest.value for digest in data_set.objects(iri, data_set.SCHEMA + "sha256")}
    ]
    return nodes[0] if nodes else None


def path() -> Path | None:
    """Where WHENCE_ARTICLE says the article is; None if there is no such file."""
    found = Path(os.environ.get("WHENCE_ARTICLE", ""))
    return found if found.is_file() else None


def text_or_none() -> str | None:
    """The normalised text; None, with a loud word about it, if the file is not at hand."""
    found = path()
    if found is None:
        print(
            "SKIPPED: the article is not at hand, so nothing was compared with it.\n"
            "  Save its text as docs/ontology.md describes ('The article'), then configure with\n"
            "  cmake -DWHENCE_ARTICLE=FILE, or set the environment variable WHENCE_ARTICLE.",
            file=sys.stderr,
        )
        return None
    return normalised(found.read_bytes())
