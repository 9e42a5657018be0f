"""python -m bench [--size 1000000] [--only P1,P3]: measures on loopback, in a temporary folder, and prints ratios."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from api.core.settings import Settings
from bench import data, load, pure, served, servers
from bench.servers import Server, running
from bench.table import Line

SMALL = 10_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="cases in the large database (default 100,000)")
    parser.add_argument("--only", default="", help="marks of the budgets, e.g. P1,P9")
    asked = parser.parse_args()
    only = {mark.strip().upper() for mark in asked.only.split(",") if mark.strip()}
    with tempfile.TemporaryDirectory(prefix="xanh-bench-") as folder:
        lines = []
        say(f"making {SMALL:,} and {asked.size:,} cases; load of the machine: {os.getloadavg()[0]:.1f}")
        for line in measure(Path(folder), asked.size, only):
            lines.append(line)
            say(str(line))
    missed = sum(not line.holds for line in lines)
    say(f"{len(lines) - missed} of {len(lines)} budgets held; ratios are of processor time, medians of rounds")
    return 0


def measure(folder: Path, size: int, only: set[str]) -> Iterator[Line]:
    wanted = {f"P{number}" for number in (1, 2, 3, 4, 5, 6, 7, 9, 12)} & (only or {f"P{n}" for n in range(1, 13)})
    small, large = data.make(folder / "small", SMALL), data.make(folder / "large", size)
    if "P4" in wanted:
        yield from pure.near(large, folder / "large", size)
    if "P5" in wanted:
        yield from pure.markers(small, folder / "small")
    if "P12" in wanted:
        yield from pure.black_spots()
    if "P6" in wanted:
        yield from pure.photo()
    if "P9" in wanted:
        yield from served.footprint(small)
    if wanted & {"P1", "P2", "P3", "P7"}:
        yield from over_http(folder, small, large, wanted)


def over_http(folder: Path, small: Settings, large: Settings, wanted: set[str]) -> Iterator[Line]:
    with ExitStack() as stack:
        few, many = (stack.enter_context(running(servers.product(settings))) for settings in (small, large))
        hamlets = (a_hamlet(few), a_hamlet(many))
        if "P1" in wanted:
            yield from served.lists(many, folder, hamlets[1])
        if "P3" in wanted:
            yield from served.growth((few, small), (many, large), hamlets)
        if "P2" in wanted:
            yield from served.creation(many)
        if "P7" in wanted:
            yield from served.beside_uploads(few)


def a_hamlet(server: Server) -> str:
    found: str = json.loads(load.fetch(server, load.get("/api/hamlets")))[0]["id"]
    return found


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
