"""What goes over HTTP: lists, creation, growth, lists beside uploads, memory and start."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from api.accounts.access import COOKIE
from api.core.settings import Settings
from bench import load, servers
from bench.data import CENTER, TOKEN
from bench.load import Request, Round, blanks, get, other_case, send
from bench.servers import Server, running
from bench.table import Line, middle
from tests.photos import phone_photo

STAFF = f"{COOKIE}={TOKEN}"
ROUNDS = 3


def lists(server: Server, folder: Path, hamlet: str) -> Iterator[Line]:
    """P1: a page of 50, filtered, against a bare answer of the same bytes; asked the database, and as it was kept."""
    path, staff = f"/api/complaints?hamlet_id={hamlet}", "/api/desk/complaints?queue=open"
    asked: dict[str, tuple[Request, float]] = {
        "public list, asked the database": (lambda n: get(_anew(hamlet, n)), 0.12),
        "public list, kept": (lambda _: get(path), 0.3),
        "desk list, asked the database": (lambda n: get(f"{staff}&q={blanks(n)}", STAFF), 0.12),
        "desk list, kept": (lambda _: get(staff, STAFF), 0.12),
    }
    for what, (request, budget) in asked.items():
        body = folder / "body.json"
        body.write_bytes(load.fetch(server, request(0)))
        with running(servers.limit("bench.limits:bare", body)) as bare:
            pairs = [(load.run(bare, lambda _: get("/")), load.run(server, request)) for _ in range(ROUNDS)]
        note = _costs([ours for _, ours in pairs])
        yield Line("P1", f"{what}, against the same bytes bare", *_share(pairs), budget=budget, most=False, note=note)


def _anew(hamlet: str, number: int) -> str:
    """The same question in other letters, so that no kept answer fits."""
    return f"/api/complaints?hamlet_id={other_case(hamlet, number)}"


def _share(pairs: list[tuple[Round, Round]]) -> tuple[float]:
    """How much of the limit's answers the product gives for the same processor time."""
    return (middle([limit.cpu_us / ours.cpu_us for limit, ours in pairs]),)


def _costs(rounds: list[Round]) -> str:
    return f"{middle([r.cpu_us for r in rounds]):.0f} µs/request, p99 {middle([r.p99_ms for r in rounds]):.0f} ms"


def creation(server: Server) -> Iterator[Line]:
    """P2: a report, on the disk before the answer; against the same endpoint that keeps nothing."""
    with running(servers.limit("bench.limits:no_database")) as limit:
        pairs = [
            (load.run(limit, lambda _: new_report("/"), connections=16),
             load.run(server, lambda _: new_report("/api/complaints"), connections=16))
            for _ in range(ROUNDS)
        ]  # fmt: skip
    note = _costs([ours for _, ours in pairs])
    yield Line("P2", "a report taken in, against no database", *_share(pairs), budget=0.4, most=False, note=note)


def new_report(path: str) -> bytes:
    place = {"lat": CENTER[0] + random.gauss(0, 0.01), "lon": CENTER[1], "accuracy_m": 10, "source": "gps"}
    report = {
        "id": str(uuid4()), "type": "complaint", "category": "litter", "words": "Rác đổ cạnh mương", "place": place,
        "reported_at": "2026-11-20T02:00:00Z", "photos": [], "contact": None,
    }  # fmt: skip
    return send("POST", path, json.dumps(report).encode(), "application/json")


def growth(small: tuple[Server, Settings], large: tuple[Server, Settings], hamlet: tuple[str, str]) -> Iterator[Line]:
    """P3: the same questions at ten thousand cases and at many more, each asked of the database."""
    asked = [_questions(server, where) for (server, _), where in zip((small, large), hamlet, strict=True)]
    for what, request in asked[0].items():
        other = asked[1][what]
        pairs = [
            (load.run(small[0], request, seconds=0.7), load.run(large[0], other, seconds=0.7)) for _ in range(ROUNDS)
        ]
        ratio = middle([many.cpu_us / few.cpu_us for few, many in pairs])
        yield Line("P3", f"{what}, growth", ratio, 1.2, most=True, note=_costs([many for _, many in pairs]))


def _questions(server: Server, hamlet: str) -> dict[str, Request]:
    path = f"/api/complaints?hamlet_id={hamlet}"
    first = json.loads(load.fetch(server, get(path)))
    deep = first["next"]
    for _ in range(3):
        deep = json.loads(load.fetch(server, get(f"{path}&cursor={deep}")))["next"] or deep
    code = first["items"][0]["code"]
    case = json.loads(load.fetch(server, get("/api/desk/complaints?queue=all", STAFF)))["items"][0]["id"]
    return {
        "public list": lambda n: get(_anew(hamlet, n)),
        "public list, deep page": lambda n: get(f"{_anew(hamlet, n)}&cursor={deep}"),
        "public case": lambda _: get(f"/api/complaints/{code}"),
        "desk list": lambda n: get(f"/api/desk/complaints?queue=open&q={blanks(n)}", STAFF),
        "desk case": lambda _: get(f"/api/desk/complaints/{case}", STAFF),
        "desk counters": lambda n: get(f"/api/desk/counts?{n}", STAFF),
        "search for a frequent word": lambda n: get(f"/api/desk/complaints?queue=all&q=muong{blanks(n)}", STAFF),
        "search for a rare word": lambda n: get(f"/api/desk/complaints?queue=all&q=sofa{blanks(n)}", STAFF),
    }


def beside_uploads(server: Server) -> Iterator[Line]:
    """P7: the list's slowest answers while two photos are being developed, against an idle server."""
    photo, report = str(uuid4()), str(uuid4())
    place = {"lat": CENTER[0], "lon": CENTER[1], "source": "gps"}
    sent = {"id": report, "words": "rác", "place": place, "photos": [photo]}
    load.fetch(server, send("POST", "/api/complaints", json.dumps(sent).encode(), "application/json"))
    upload = send("PUT", f"/api/complaints/{report}/photos/{photo}", phone_photo(), "image/jpeg")
    pairs = []
    for _ in range(ROUNDS):
        idle = load.run(server, lambda _: get("/api/complaints"), connections=2, seconds=1.5)
        busy = load.run_beside(server, lambda _: get("/api/complaints"), lambda _: upload, seconds=3)
        pairs.append((idle, busy))
    ratio = middle([busy.p99_ms / idle.p99_ms for idle, busy in pairs])
    yield Line("P7", "p99 of the list beside two uploads, against idle", ratio, 4, most=True)


def footprint(settings: Settings) -> Iterator[Line]:
    """P9: memory and start, against the smallest FastAPI."""
    pairs = []
    for _ in range(ROUNDS):
        with running(servers.limit("bench.hello:app")) as hello:
            few = (hello.memory_mb, hello.start_cpu)
        with running(servers.product(settings)) as ours:
            pairs.append((few, (ours.memory_mb, ours.start_cpu)))
    for place, (what, unit) in enumerate((("memory", "MB"), ("processor time of a start", "s"))):
        ratio = middle([ours[place] / few[place] for few, ours in pairs])
        note = f"{middle([ours[place] for _, ours in pairs]):.2f} {unit}"
        yield Line("P9", f"{what}, against a hello", ratio, 2.5, most=True, note=note)
