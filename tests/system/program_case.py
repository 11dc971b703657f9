"""What the tests of the command line share: the real program, run in a folder of its own with a
little data, on pipes or on a terminal."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios
import unittest
from pathlib import Path

TIMEOUT_S = 60  # Against hanging; nothing here takes a second.

PEOPLE = """@prefix : <http://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
:ada a foaf:Person ; foaf:name "Ada"@en ; foaf:age 36 ; foaf:knows :charles .
:charles a foaf:Person ; foaf:name "Charles, \\"Babbage\\"" .
"""
NAMES = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT ?name { ?s foaf:name ?name } ORDER BY ?name"
EVERYTHING_FOUR_TIMES = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


class ProgramCase(unittest.TestCase):
    program = ""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.people = self.file("people.ttl", PEOPLE)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_program(self, *arguments, stdin=b"", env=None, **others):
        return subprocess.run([self.program, *map(str, arguments)], input=stdin, capture_output=True,
                              timeout=TIMEOUT_S, env={**os.environ, **(env or {})}, **others)

    def start(self, *arguments, **others):
        process = subprocess.Popen([self.program, *map(str, arguments)], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, **others)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
            process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                stream.close()

    def output(self, *arguments, **others):
        """What a command that must succeed, and have nothing to say, writes."""
        result = self.run_program(*arguments, **others)
        self.assertEqual((result.returncode, result.stderr.decode()), (0, ""))
        return result.stdout.decode()

    def error(self, code, *arguments, **others):
        """What a command that must fail with `code`, and give no data, says."""
        result = self.run_program(*arguments, **others)
        self.assertEqual((result.returncode, result.stdout.decode()), (code, ""), result.stderr.decode())
        return result.stderr.decode()

    def on_terminal(self, *arguments, columns=80, env=None):
        """What a person sees: standard output and error on one terminal."""
        outer, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen([self.program, *map(str, arguments)], stdout=inner, stderr=inner,
                                   stdin=subprocess.DEVNULL,
                                   env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **(env or {})})
        os.close(inner)
        seen = b""
        try:
            while block := os.read(outer, 65536):
                seen += block
        except OSError:  # Linux's way to say that the other end is closed.
            pass
        os.close(outer)
        process.wait(TIMEOUT_S)
        return seen.decode().replace("\r\n", "\n")


def main(usage):
    """Runs the tests of the calling file with the program that its first argument names."""
    if len(sys.argv) < 2:
        sys.exit(usage)
    ProgramCase.program = os.path.abspath(sys.argv.pop(1))
    unittest.main(module="__main__", verbosity=2)
