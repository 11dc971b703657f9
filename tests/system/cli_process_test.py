#!/usr/bin/env python3
"""Runs the real program on terminals, on pipes that break, under signals, and as a server.

usage: cli_process_test.py PROGRAM [unittest's arguments]
"""

import re
import signal
import socket
import subprocess
import time
from pathlib import Path

from program_case import EVERYTHING_FOUR_TIMES, NAMES, TIMEOUT_S, ProgramCase, main


class TerminalTest(ProgramCase):
    def test_an_error_shows_the_line_and_a_caret(self):
        text = self.on_terminal("query", self.people, "SELECT * { ?s ?p }", env={"NO_COLOR": "1"})
        self.assertRegex(text, r"(?m)^<query>:1:18: error: .*\n  SELECT \* \{ \?s \?p \}\n {19}\^\n")
        path = self.file("broken.ttl", "<s> <p> .\n")
        text = self.on_terminal("query", path, "ASK {}", env={"NO_COLOR": "1"})
        self.assertTrue(text.endswith("\n  <s> <p> .\n          ^\n"), text)

    def test_colours_are_for_those_who_want_them(self):
        self.assertIn("\x1b[", self.on_terminal("query", self.people, NAMES))
        for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            self.assertNotIn("\x1b[", self.on_terminal("query", self.people, NAMES, env=env))
        self.assertNotIn("\x1b[", self.output("query", self.people, NAMES, "--format", "table"))

    def test_the_table_fits_the_terminal_and_shortens_iris(self):
        long = self.file("long.ttl", f'@prefix e: <http://example.org/> . e:s e:p "{"x" * 300}" .')
        text = self.on_terminal("query", long, "SELECT * { ?s ?p ?o }", columns=40, env={"NO_COLOR": "1"})
        self.assertIn("│ e:s │ e:p │", text)
        self.assertTrue(all(len(line) <= 40 for line in text.splitlines()), text)

    def test_data_cannot_command_the_terminal(self):
        evil = self.file("evil.ttl", '<http://e/s> <http://e/p> "\\u001b[2J" .')
        text = self.on_terminal("query", evil, "SELECT ?o { ?s ?p ?o }", env={"NO_COLOR": "1"})
        self.assertNotIn("\x1b", text)
        self.assertIn("\\u001B[2J", text)


class StreamTest(ProgramCase):
    def test_a_reader_that_has_seen_enough_is_no_error(self):
        many = self.file("many.nt", "".join(f'<http://e/{i}> <http://e/p> "{i}" .\n' for i in range(300)))
        for arguments in (["query", many, EVERYTHING_FOUR_TIMES], ["convert", many, "-", "--to", "ttl"]):
            with self.subTest(arguments):
                process = self.start(*arguments)
                process.stdout.readline()
                process.stdout.close()
                self.assertEqual(process.wait(TIMEOUT_S), 0)
                self.assertEqual(process.stderr.read(), b"")

    def test_the_first_rows_leave_before_the_last_is_found(self):
        many = self.file("many.nt", "".join(f'<http://e/{i}> <http://e/p> "{i}" .\n' for i in range(300)))
        process = self.start("query", many, EVERYTHING_FOUR_TIMES)  # 8.1 billion rows: it never ends.
        self.assertEqual(process.stdout.readline(), b"?a\t?b\t?c\t?d\t?e\t?f\t?g\t?h\t?i\t?j\t?k\t?l\n")
        self.assertIsNone(process.poll())

    def test_an_interrupt_ends_a_query(self):
        many = self.file("many.nt", "".join(f'<http://e/{i}> <http://e/p> "{i}" .\n' for i in range(300)))
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                out = self.folder / "out.tsv"
                process = self.start("query", many, EVERYTHING_FOUR_TIMES, "-o", out)
                self.wait_for(lambda: any(p.stat().st_size for p in self.folder.glob("out.tsv.*")))
                process.send_signal(number)
                self.assertEqual(process.wait(TIMEOUT_S), 130)
                self.assertEqual(list(self.folder.glob("out*")), [])

    def test_an_interrupt_ends_waiting_for_input(self):
        for arguments in (["query", "-", "ASK {}", "--from", "nt"],
                          ["convert", "-", self.folder / "out.nt", "--from", "nt"]):
            with self.subTest(arguments):
                process = self.start(*arguments, stdin=subprocess.PIPE)
                self.wait_for(lambda: "read" in Path(f"/proc/{process.pid}/wchan").read_text()
                              or self.catches_signals(process.pid))
                process.send_signal(signal.SIGINT)
                self.assertEqual(process.wait(TIMEOUT_S), 130)
                self.assertEqual(list(self.folder.glob("out*")), [])

    @staticmethod
    def catches_signals(pid):
        """Whether the main thread leaves SIGINT to another one already."""
        blocked = re.search(r"SigBlk:\s*([0-9a-f]+)", Path(f"/proc/{pid}/status").read_text())
        return bool(int(blocked.group(1), 16) & (1 << (signal.SIGINT - 1)))

    @staticmethod
    def wait_for(condition):
        end = time.monotonic() + TIMEOUT_S
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.01)


class ServeTest(ProgramCase):
    def serve(self, *arguments):
        """Starts a server on a free port; returns it and what it said until it served."""
        process = self.start("serve", *arguments)
        said = ""
        while "serving on" not in said:
            line = process.stderr.readline().decode()
            self.assertTrue(line, "ended: " + said)
            said += line
        return process, said

    def test_says_what_it_serves_and_where(self):
        _, said = self.serve(self.people, "--bind", "127.0.0.1:0")
        self.assertRegex(said, r"^whence: 6 quads from 1 file in [\d.]+ s\n"
                               r"whence: serving on http://127\.0\.0\.1:\d+/ "
                               r"\(SPARQL endpoint: http://127\.0\.0\.1:\d+/sparql\)\n$")

    def test_signals_stop_it_in_order(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            process, _ = self.serve(self.people, "--bind", ":0")
            process.send_signal(number)
            self.assertEqual(process.wait(TIMEOUT_S), 0)
            self.assertEqual((process.stdout.read(), process.stderr.read()), (b"", b""))

    def test_a_taken_port_is_4_and_one_clear_line(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            text = self.error(4, "serve", "--bind", f"127.0.0.1:{port}")
        self.assertIn(f"cannot listen on 127.0.0.1:{port}: ", text)
        self.assertIn("in use", text)

    def test_broken_data_is_no_server(self):
        path = self.file("broken.ttl", "oops")
        self.assertTrue(self.error(3, "serve", self.people, path).startswith(path + ":1:"))
        self.assertIn("No such file", self.error(4, "serve", self.folder / "none.ttl"))

    def test_beyond_this_machine_it_warns(self):
        _, said = self.serve(self.people, "--bind", "0.0.0.0:0")
        self.assertIn("WARNING: 0.0.0.0 can be reached from other machines", said)


if __name__ == "__main__":
    main(__doc__)
