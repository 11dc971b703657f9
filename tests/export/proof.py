"""Proves that script/export lost nothing: proof.py FOLDER

Every file, and the data after it has gone through Oxigraph and through Apache Jena's TDB2, must have
the canonical form that the folder holds. Prints a line a proof; exits with 1 if one fails."""

import hashlib
import sys
import tempfile
from pathlib import Path

import exported
from exported import SYNTAXES, canonical, parse


def differences(expected: str, found: str) -> list[str]:
    """A few lines that only one of the two canonical forms has."""
    left, right = set(expected.splitlines()), set(found.splitlines())
    lost, added = sorted(left - right), sorted(right - left)
    return [*(f"lost: {line}" for line in lost[:3]), *(f"added: {line}" for line in added[:3])]


def proofs(folder: Path, scratch: Path):
    """Name, expected and found canonical form of each way."""
    whole = (folder / "canonical.nq").read_text()
    ontology = (folder / "ontology-canonical.nq").read_text()
    for name, syntax in SYNTAXES.items():
        yield name, ontology if name.startswith("ontology") else whole, canonical(parse(folder / name, syntax))
    yield "Oxigraph", whole, exported.through_oxigraph(folder / "whence.nq", scratch / "oxigraph")
    yield "Apache Jena TDB2", whole, exported.through_tdb2(folder / "whence.nq", scratch / "tdb2")


def wrong_checksums(folder: Path) -> list[str]:
    listed = dict(reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text().splitlines())
    files = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != "SHA256SUMS"]
    wrong = [f"{name} is not in SHA256SUMS" for name in files if name not in listed]
    for name, checksum in listed.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != checksum:
            wrong.append(f"{name} is not what SHA256SUMS says")
    return wrong


def nanopublications(folder: Path) -> tuple[int, list[str]]:
    files = sorted((folder / "nanopublications").glob("*.trig"))
    summary = exported.java("org.nanopub.CheckNanopub", *files).strip().splitlines()
    valid = f"Summary: {len(files)} valid (not trusty);"
    return len(files), [] if summary and summary[-1].strip() == valid else summary[-5:]


def main() -> None:
    folder = Path(sys.argv[1])
    failed = False

    def report(what: str, wrong: list[str]) -> None:
        nonlocal failed
        failed = failed or bool(wrong)
        print(f"{'FAILED' if wrong else 'proved'}: {what}", *wrong, sep="\n  ")

    with tempfile.TemporaryDirectory() as scratch:
        for name, expected, found in proofs(folder, Path(scratch)):
            report(f"{name}: {len(found.splitlines())} quads, the same canonical form",
                   differences(expected, found) if expected != found else [])  # fmt: skip
    report("the checksums", wrong_checksums(folder))
    count, wrong = nanopublications(folder)
    report(f"{count} nanopublications are valid", wrong)
    sys.exit(1 if failed else 0)


main()
