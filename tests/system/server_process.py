"""The real program as a server: started on a free port with data of its own, stopped by its pid."""

import re
import signal
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

TIMEOUT_S = 60  # Against hanging; nothing here takes so long.

DATA = """@prefix : <http://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
:ada a foaf:Person ; foaf:name "Ada"@en ; foaf:age 36 ; foaf:knows :charles .
:charles a foaf:Person ; foaf:name "Charles, \\"Babbage\\"" .
:claim { :ada foaf:knows :mary }
"""

# As many rows as nobody waits for; the first leave at once.
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x . ?y ?z ?aa }"


class Server:
    def __init__(self, program, *arguments, data=DATA):
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "data.trig"
        path.write_text(data)
        self.process = subprocess.Popen(
            [program, "serve", str(path), "--bind", "127.0.0.1:0", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = None
        lines = []
        for line in self.process.stderr:
            lines.append(line)
            if found := re.search(r"http://[0-9.:]+", line):
                self.address = found.group()
                break
        assert self.address, f"no address in {lines}"
        self.endpoint = self.address + "/sparql"
        self.port = int(self.address.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stop()

    def stop(self):
        """Ends it as an operator would; returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(TIMEOUT_S)
        self.process.stdout.close()
        self.process.stderr.close()
        self.folder.cleanup()
        return code

    def request(self, path, method="GET", headers=None, body=None):
        """Status, headers and body, whatever the status."""
        request = urllib.request.Request(self.address + path, data=body, method=method,
                                         headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def query(self, text, accept=None, **parameters):
        target = "/sparql?" + urllib.parse.urlencode({"query": text, **parameters})
        return self.request(target, headers={"Accept": accept} if accept else {})
