"""Many requests at the very same moment: all but the last byte of each first, then all the last bytes at once.

Threads do not test races: the first has long been answered when the last begins.
"""

import json
import socket
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


def raw_request(method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> bytes:
    """A whole request as it goes over the line; the server closes it after its answer."""
    given = {"Host": "localhost", "Connection": "close", "Content-Length": str(len(body))} | (headers or {})
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body


def json_request(method: str, path: str, content: Any, headers: dict[str, str] | None = None) -> bytes:
    given = {"Content-Type": "application/json"} | SAME_ORIGIN | (headers or {})
    return raw_request(method, path, json.dumps(content).encode(), given)


def fire(port: int, requests: list[bytes], *, patience: float = 60) -> list[Answer]:
    """One line for each request; the answers in the same order."""
    with ExitStack() as lines:
        sockets = [lines.enter_context(connect(port, patience)) for _ in requests]
        for line, request in zip(sockets, requests, strict=True):
            line.sendall(request[:-1])
        for line, request in zip(sockets, requests, strict=True):
            line.sendall(request[-1:])
        return [read_answer(line) for line in sockets]


def connect(port: int, patience: float) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=patience)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def read_answer(line: socket.socket) -> Answer:
    """Everything until the server closes the line."""
    received = bytearray()
    while piece := line.recv(65536):
        received += piece
    head, _, body = bytes(received).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 "), f"no answer: {head[:200]!r}"
    return Answer(int(head.split(b" ", 2)[1]), body)
