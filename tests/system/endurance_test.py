#!/usr/bin/env python3
"""What the real program does with many clients, clients that go away, and the order to stop.

usage: endurance_test.py PROGRAM [unittest's arguments]
"""

import http.client
import json
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse
from pathlib import Path

from server_process import ENDLESS, TIMEOUT_S, Server

PROGRAM = ""
STOP_MAX_S = 5  # What an operator is promised.


def target(query):
    return "/sparql?" + urllib.parse.urlencode({"query": query})


class EnduranceTest(unittest.TestCase):
    def test_sixteen_clients_at_once(self):
        right, wrong = [], []
        data = "".join(f"<http://e/s{i}> <http://e/p> {i} .\n" for i in range(800))

        def ask(server, client):
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
            for n in range(client * 50, client * 50 + 50):
                connection.request("GET", target(f"SELECT ?o {{ <http://e/s{n}> <http://e/p> ?o }}"))
                rows = json.load(connection.getresponse())["results"]["bindings"]
                is_right = [row["o"]["value"] for row in rows] == [str(n)]
                (right if is_right else wrong).append((n, rows))
            connection.close()

        with Server(PROGRAM, data=data) as server:
            clients = [threading.Thread(target=ask, args=(server, i)) for i in range(16)]
            for client in clients:
                client.start()
            for client in clients:
                client.join()
        self.assertEqual(wrong, [])
        self.assertEqual(len(right), 16 * 50)

    def running_query(self, server):
        """A client in the middle of an answer that never ends."""
        client = socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT_S)
        client.sendall(f"GET {target(ENDLESS)} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        received = 0
        while received < 1_000_000:
            received += len(client.recv(65536))
        return client

    @staticmethod
    def cpu_seconds(pid):
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def test_clients_that_go_away(self):
        with Server(PROGRAM, "--timeout", "0") as server:
            for _ in range(40):  # More than there are threads for queries.
                self.running_query(server).close()
            self.assertEqual(server.query("ASK {}")[0], 200)
            # Their queries have ended: soon nothing runs any more.
            deadline = time.monotonic() + TIMEOUT_S
            while time.monotonic() < deadline:
                before = self.cpu_seconds(server.process.pid)
                time.sleep(0.3)
                if self.cpu_seconds(server.process.pid) - before < 0.05:
                    return
            self.fail("queries of clients that are gone still run")

    def assert_stops(self, server):
        start = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        self.assertEqual(server.process.wait(TIMEOUT_S), 0)
        self.assertLess(time.monotonic() - start, STOP_MAX_S)
        server.stop()

    def test_stops_with_an_idle_connection(self):
        server = Server(PROGRAM)
        idle = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
        idle.request("GET", "/health")
        self.assertEqual(idle.getresponse().read(), b"ok\n")
        self.assert_stops(server)
        idle.close()

    def test_stops_with_a_running_query(self):
        server = Server(PROGRAM, "--timeout", "0")
        client = self.running_query(server)
        self.assert_stops(server)
        client.close()

    def test_a_broken_answer_is_seen_as_broken(self):
        with Server(PROGRAM, "--timeout", "300ms") as server:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
            connection.request("GET", target(ENDLESS))
            answer = connection.getresponse()
            self.assertEqual(answer.status, 200)
            with self.assertRaises(http.client.IncompleteRead):
                answer.read()
            connection.close()

    def fails(self, *arguments):
        done = subprocess.run([PROGRAM, "serve", *arguments], capture_output=True, text=True,
                              timeout=TIMEOUT_S, check=False)
        self.assertEqual(done.stdout, "")
        return done.returncode, done.stderr

    def test_what_cannot_be_served(self):
        with tempfile.TemporaryDirectory() as folder:
            broken = Path(folder) / "broken.ttl"
            broken.write_text("<http://a/> <http://b/> .\n")
            code, message = self.fails(str(broken), "--bind", "127.0.0.1:0")
            self.assertEqual(code, 3)
            self.assertRegex(message, r"\A\S*broken\.ttl:1:\d+: error: [^\n]+\n")
            code, message = self.fails(str(Path(folder) / "none.ttl"), "--bind", "127.0.0.1:0")
            self.assertEqual(code, 4)
            self.assertRegex(message, r"\A[^\n]*none\.ttl[^\n]*\n\Z")

    def test_a_taken_port(self):
        with Server(PROGRAM) as server, tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "empty.ttl"
            data.write_text("")
            code, message = self.fails(str(data), "--bind", f"127.0.0.1:{server.port}")
            self.assertEqual(code, 4)
            self.assertIn(f"cannot listen on 127.0.0.1:{server.port}: Address already in use\n", message)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
