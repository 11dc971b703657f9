#!/usr/bin/env python3
"""The limits of the server, each set by its option of the real program, and reached.

usage: server_limits_test.py PROGRAM [unittest's arguments]
"""

import socket
import subprocess
import sys
import unittest

from server_process import TIMEOUT_S, Server

PROGRAM = ""
QUERY = {"Content-Type": "application/sparql-query"}


def closed_after(server, sent):
    """What the server answers to a client that sends this and then waits until it is sent away."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT_S) as client:
        client.sendall(sent)
        answer = b""
        while piece := client.recv(65536):
            answer += piece
        return answer


class ServerLimitsTest(unittest.TestCase):
    def test_sizes_of_a_request(self):
        with Server(PROGRAM, "--body-max", "1K", "--url-max", "200B", "--header-max", "1K") as server:
            for status, path, method, headers, body in (
                (200, "/sparql", "POST", QUERY, b"ASK {}".ljust(1024)),
                (413, "/sparql", "POST", QUERY, b"ASK {}".ljust(1025)),
                (200, "/sparql?query=ASK%7B%7D&x=" + "x" * 150, "GET", {}, None),
                (414, "/sparql?query=ASK%7B%7D&x=" + "x" * 250, "GET", {}, None),
                (431, "/health", "GET", {"X-Long": "x" * 1100}, None),
            ):
                with self.subTest(status=status, path=path[:40]):
                    self.assertEqual(server.request(path, method, headers, body)[0], status)

    def test_times_of_a_request(self):
        for option, sent, expected in (
            ("--idle-timeout", b"", b""),
            ("--header-timeout", b"GET / HTTP/1.1\r\n", b"408"),
            ("--body-timeout", b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n"
                               b"Content-Type: application/sparql-query\r\n\r\nASK", b"408"),
        ):
            with self.subTest(option), Server(PROGRAM, option, "200ms") as server:
                self.assertEqual(closed_after(server, sent).split(b" ")[1:2], [expected] if expected else [])

    def test_connections(self):
        with Server(PROGRAM, "--connections-max", "1", "--idle-timeout", "30s") as server:
            with socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT_S) as first:
                first.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
                self.assertIn(b" 200 ", first.recv(65536))
                self.assertNotIn(b" 200 ", closed_after(server, b""))

    def test_what_is_no_limit(self):
        for option, value, message in (
            ("--body-max", "0", "--body-max: expected more than 0"),
            ("--body-max", "12", "--body-max"),
            ("--idle-timeout", "0", "--idle-timeout: expected more than 0"),
            ("--header-timeout", "soon", "--header-timeout"),
            ("--connections-max", "0", "--connections-max: expected more than 0"),
            ("--connections-max", "-1", "--connections-max"),
        ):
            with self.subTest(option=option, value=value):
                ran = subprocess.run([PROGRAM, "serve", "--bind", "127.0.0.1:0", option, value],
                                     capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
                self.assertEqual(ran.returncode, 2, ran.stderr)
                self.assertIn(message, ran.stderr)


if __name__ == "__main__":
    PROGRAM = sys.argv[1]
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
