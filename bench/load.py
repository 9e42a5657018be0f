"""A small load: so many connections, each asks again when it is answered. Counts answers, time and processor time."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.servers import Server

Request = Callable[[int], bytes]  # the n-th request as it goes over the line


@dataclass(frozen=True)
class Round:
    """What one round of load on one server cost."""

    answers: int
    seconds: float
    cpu: float
    p99_ms: float

    @property
    def cpu_us(self) -> float:
        """Processor time of the server for one answer, in microseconds."""
        return self.cpu / self.answers * 1e6


def run(server: Server, request: Request, *, connections: int = 8, seconds: float = 1.0) -> Round:
    before = server.cpu
    began = time.perf_counter()
    times = asyncio.run(_ask_all(server.port, request, connections, began + seconds))
    spent = time.perf_counter() - began
    times.sort()
    return Round(len(times), spent, max(server.cpu - before, 0.001), times[int(len(times) * 0.99)] * 1000)


def run_beside(server: Server, request: Request, other: Request, *, seconds: float) -> Round:
    """The same on two connections, while two more keep the server busy with `other`."""

    async def ask() -> list[float]:
        until = time.perf_counter() + seconds
        beside = asyncio.gather(*(_ask_on(server.port, lambda: other(0), until) for _ in range(2)))
        times = await _ask_all(server.port, request, 2, until)
        await beside
        return times

    times = sorted(asyncio.run(ask()))
    return Round(len(times), seconds, 0.001, times[int(len(times) * 0.99)] * 1000)


async def _ask_all(port: int, request: Request, connections: int, until: float) -> list[float]:
    numbers = iter(range(10_000_000))
    found = await asyncio.gather(*(_ask_on(port, lambda: request(next(numbers)), until) for _ in range(connections)))
    return [taken for times in found for taken in times]


async def _ask_on(port: int, request: Callable[[], bytes], until: float) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times = []
    while (began := time.perf_counter()) < until or not times:
        writer.write(request())
        await _read(reader)
        times.append(time.perf_counter() - began)
    writer.close()
    return times


async def _read(reader: asyncio.StreamReader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head.split(b" ", 2)[1])
    length = int(head.split(b"content-length:")[1].split(b"\r\n", 1)[0])
    body = await reader.readexactly(length)
    if status >= 300:
        raise RuntimeError(f"{status}: {body[:300]!r}")
    return body


def fetch(server: Server, request: bytes) -> bytes:
    """One answer's body."""

    async def ask() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(request)
        body = await _read(reader)
        writer.close()
        return body

    return asyncio.run(ask())


def get(path: str, cookie: str = "") -> bytes:
    more = f"Cookie: {cookie}\r\n" if cookie else ""
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n".encode()


def other_case(key: str, number: int) -> str:
    """The same UUID in other letters: the n-th way to write it in capitals and small letters."""
    written = []
    for sign in key:
        if sign.isalpha():
            sign, number = (sign.upper() if number & 1 else sign.lower()), number >> 1
        written.append(sign)
    return "".join(written)


def blanks(number: int) -> str:
    """Blanks that a query cleans away, unlike those of other numbers."""
    return "".join("+" if number >> bit & 1 else "%20" for bit in range(12))


def send(method: str, path: str, body: bytes, kind: str) -> bytes:
    head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body
