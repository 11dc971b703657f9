"""The engines: whence as a server of its own, Oxigraph as a process, rdflib in this one."""

from __future__ import annotations

import http.client
import multiprocessing
import re
import signal
import subprocess
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph

from answers import Answer, Term, from_json
from data_set import to_trig
from normal_forms import changed_text
from terms import XSD
from tree import Node

TIMEOUT_S = 60  # Against hanging; nothing here takes so long.
PATIENCE_S = 5  # With one query.
ROWS_MAX = 20_000
TOO_MUCH = Answer("too much")
ACCEPT = "application/sparql-results+json, application/n-triples"


class Whence:
    """`whence serve` over one data set, asked over one connection."""

    def __init__(self, program: str, quads: list[tuple[str, str]]):
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "data.trig"
        path.write_text(to_trig(quads))
        self.process = subprocess.Popen(
            [program, "serve", str(path), "--bind", "127.0.0.1:0", "--timeout", f"{PATIENCE_S}s"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        told = ""
        for line in self.process.stderr:
            told += line
            if found := re.search(r"http://([0-9.]+):(\d+)", line):
                self.connection = http.client.HTTPConnection(found.group(1), int(found.group(2)), timeout=TIMEOUT_S)
                return
        raise RuntimeError(f"{program} does not serve: {told}")

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.connection.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(TIMEOUT_S)
        self.process.stderr.close()
        self.folder.cleanup()

    def ask(self, query: Node) -> Answer:
        started = time.monotonic()
        headers = {"Content-Type": "application/sparql-query", "Accept": ACCEPT}
        try:
            self.connection.request("POST", "/sparql", str(query).encode(), headers)
            response = self.connection.getresponse()
            body = response.read()
        except (http.client.HTTPException, OSError) as error:
            self.connection.close()
            if self.process.poll() is not None:
                return Answer("broken", text=f"whence ended with {self.process.returncode}: {error!r}")
            if time.monotonic() - started > PATIENCE_S:
                return TOO_MUCH  # Told by breaking the transfer: its first bytes had left.
            return Answer("broken", text=f"the transfer broke: {error!r}")
        if response.status == http.HTTPStatus.INTERNAL_SERVER_ERROR and time.monotonic() - started > PATIENCE_S:
            return TOO_MUCH
        if response.status != 200:
            kind = "error" if response.status in (400, 501) else "broken"
            return Answer(kind, text=f"{response.status} {body.decode(errors='replace').strip()}")
        if response.headers.get_content_type() == "application/sparql-results+json":
            return from_json(body)
        quads = pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.N_TRIPLES)
        return Answer("triples", rows=[tuple(map(from_oxigraph, quad.triple)) for quad in quads])


def from_oxigraph(term) -> Term:
    match term:
        case None:
            return None
        case pyoxigraph.NamedNode():
            return ("iri", term.value)
        case pyoxigraph.BlankNode():
            return ("blank", term.value)
    return ("literal", term.value, term.datatype.value, term.language or "")


def oxigraph_answer(store: pyoxigraph.Store, query: str) -> Answer:
    try:
        found = store.query(query)
        match found:
            case pyoxigraph.QueryBoolean():
                return Answer("boolean", text=str(bool(found)).lower())
            case pyoxigraph.QueryTriples():
                return Answer("triples", rows=list({tuple(map(from_oxigraph, triple)) for triple in found}))
        rows = []
        for row in found:
            rows.append(tuple(map(from_oxigraph, row)))
            if len(rows) > ROWS_MAX:
                return TOO_MUCH
        return Answer("rows", tuple(variable.value for variable in found.variables), rows)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        return Answer("error", text=str(error))


def serve_oxigraph(quads: list[tuple[str, str]], pipe: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    store = pyoxigraph.Store()
    store.load(to_trig(quads).encode(), format=pyoxigraph.RdfFormat.TRIG)
    while True:
        try:
            pipe.send(oxigraph_answer(store, pipe.recv()))
        except EOFError:
            return


class Oxigraph:
    """In a process of its own, since nothing else stops a query that takes too long."""

    def __init__(self, quads: list[tuple[str, str]]):
        self.quads = quads
        self.start()

    def start(self) -> None:
        self.pipe, end = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=serve_oxigraph, args=(self.quads, end), daemon=True)
        self.process.start()
        end.close()

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()

    def ask(self, query: Node) -> Answer:
        self.pipe.send(str(query))
        if self.pipe.poll(PATIENCE_S):
            return self.pipe.recv()
        self.stop()
        self.start()
        return TOO_MUCH


class Engines:
    """Both over one data set, and over the same data with other literals."""

    def __init__(self, program: str, quads: list[tuple[str, str]]):
        self.program, self.quads = program, quads
        self.whence, self.oxigraph = Whence(program, quads), Oxigraph(quads)
        self.others: dict[tuple[str, ...], Engines] = {}

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.oxigraph.stop()
        for engines in (self.whence, *self.others.values()):
            engines.__exit__()

    def is_changed_by(self, name: str) -> bool:
        return any(changed_text(triple, (name,)) != triple for _, triple in self.quads)

    def changed(self, names: tuple[str, ...]) -> Engines:
        """Over the data as the changes of these names make it (normal_forms.py)."""
        if not any(map(self.is_changed_by, names)):
            return self
        if names not in self.others:
            quads = {(graph, changed_text(triple, names)) for graph, triple in self.quads}
            self.others[names] = Engines(self.program, sorted(quads))
        return self.others[names]


class Rdflib:
    """Slow: asked only where the two others differ."""

    def __init__(self, quads: list[tuple[str, str]]):
        import rdflib

        rdflib.NORMALIZE_LITERALS = False
        self.store = rdflib.Dataset(default_union=False)
        self.store.parse(data=to_trig(quads), format="trig")

    def ask(self, query: Node) -> Answer:
        try:
            result = self.store.query(str(query))
            if result.type == "ASK":
                return Answer("boolean", text=str(result.askAnswer).lower())
            if result.type in ("CONSTRUCT", "DESCRIBE"):
                return Answer("triples", rows=[tuple(map(from_rdflib, triple)) for triple in result.graph])
            names = tuple(map(str, result.vars or ()))
            return Answer("rows", names, [tuple(map(from_rdflib, row)) for row in result])
        except Exception as error:  # noqa: BLE001: whatever it throws is its answer.
            return Answer("error", text=f"{type(error).__name__}: {error}")


def from_rdflib(term) -> Term:
    import rdflib

    match term:
        case None:
            return None
        case rdflib.BNode():
            return ("blank", str(term))
        case rdflib.URIRef():
            return ("iri", str(term))
    return ("literal", str(term), str(term.datatype or XSD + "string"), term.language or "")
