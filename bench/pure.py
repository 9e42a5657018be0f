"""What needs no HTTP: near cases, map, photo; measured in this process by its processor time."""

import io
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import orjson
from PIL import Image
from sqlmodel import Session, select

from api.accounts.models import Account, Unit
from api.accounts.rules import Person
from api.complaints import desk_queries, queries, rules
from api.complaints.models import Complaint
from api.core.database import Database
from api.core.hot import OPTIONS
from api.core.settings import Settings
from api.dump_sites import cluster_rules
from api.dump_sites.cluster_rules import Report
from api.media import pictures
from api.places.rules import Point
from bench.data import CENTER, END
from bench.table import Line, middle
from tests.photos import phone_photo

ROUNDS = 5
RADIUS_M = 200


def cost(work: Callable[[], object], times: int) -> float:
    """Seconds of processor time of one call."""
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) / times


def against(ours: Callable[[], object], limit: Callable[[], object], times: int) -> float:
    ours(), limit()
    return middle([cost(ours, times) / cost(limit, times) for _ in range(ROUNDS)])


def near(settings: Settings, folder: Path, size: int) -> Iterator[Line]:
    """P4: cases near a place, against a raw query of an R*Tree."""
    tree = sqlite3.connect(folder / "tree.sqlite3")
    tree.execute("CREATE VIRTUAL TABLE IF NOT EXISTS spots USING rtree(id, w, e, s, n)")
    raw = sqlite3.connect(folder / "xanh.sqlite3")
    rows = raw.execute("SELECT rowid, longitude, longitude, latitude, latitude FROM complaint")
    tree.executemany("INSERT INTO spots VALUES (?, ?, ?, ?, ?)", rows)
    database = Database(settings.database_url, readers=1, writers=1)
    with database.session(writes=False) as session:
        by = someone(session)
        here = session.exec(select(Complaint).order_by(Complaint.received_at.desc())).first()  # type: ignore[attr-defined]
        assert here and here.latitude and here.longitude
        west, south, east, north = rules.box_around(here.latitude, here.longitude, RADIUS_M)
        asked = "SELECT id FROM spots WHERE w >= ? AND e <= ? AND s >= ? AND n <= ? LIMIT 200"
        columns = "SELECT id, code, title, status, received_at, latitude, longitude FROM complaint WHERE rowid = ?"

        def limit() -> object:
            found = tree.execute(asked, (west, east, south, north)).fetchall()
            return [raw.execute(columns, row).fetchone() for row in found]

        ratio = against(lambda: desk_queries.near(session, here, by=by, now=END), limit, 20)
    database.dispose()
    yield Line("P4", "near cases, against an R*Tree with its rows", ratio, 2 if size <= 100_000 else 6, most=True)


def someone(session: Session) -> Person:
    account = session.exec(select(Account)).first()
    assert account
    return Person(account, session.get(Unit, account.unit_id))


def markers(settings: Settings, folder: Path) -> Iterator[Line]:
    """P5: a map of 4,000 points, against the JSON of raw rows."""
    box = (CENTER[1] - 1, CENTER[0] - 1, CENTER[1] + 1, CENTER[0] + 1)
    raw = sqlite3.connect(folder / "xanh.sqlite3")
    asked = (
        "SELECT code, latitude, longitude, category, status FROM complaint WHERE latitude BETWEEN ? AND ? AND "
        "longitude BETWEEN ? AND ? AND NOT is_hidden ORDER BY received_at DESC LIMIT 4001"
    )
    names = ("code", "lat", "lon", "category", "status")

    def limit() -> object:
        rows = raw.execute(asked, (box[1], box[3], box[0], box[2]))
        return orjson.dumps([dict(zip(names, row, strict=True)) for row in rows])

    database = Database(settings.database_url, readers=1, writers=1)
    with database.session(writes=False) as session:
        ratio = against(lambda: orjson.dumps(queries.public_markers(session, box), option=OPTIONS), limit, 5)
    database.dispose()
    yield Line("P5", "a map of 4,000 points, against raw rows", ratio, 1.3, most=True)


def black_spots() -> Iterator[Line]:
    """P12: 5,000 reports of a year, half of them around 60 heaps, put into clusters by place and time."""
    dice = random.Random(12)
    heaps = [(CENTER[0] + dice.gauss(0, 0.02), CENTER[1] + dice.gauss(0, 0.03)) for _ in range(60)]
    reports = []
    for number in range(5_000):
        lat, lon = dice.choice(heaps) if number % 2 else (dice.gauss(CENTER[0], 0.02), dice.gauss(CENTER[1], 0.03))
        place = Point(lat + dice.gauss(0, 0.0003), lon + dice.gauss(0, 0.0003))
        reports.append(Report(UUID(int=number), place, END - timedelta(days=dice.uniform(0, 365))))
    spent = [cost(lambda: cluster_rules.clusters(reports, metres=60, days=60, fewest=3), 1) for _ in range(ROUNDS)]
    yield Line("P12", "5,000 reports put into black spots, in seconds", middle(spent), 1, most=True)


def photo() -> Iterator[Line]:
    """P6: a photo of 12 megapixels, against libjpeg-turbo at half scale."""
    data = phone_photo()

    def limit() -> object:
        picture = Image.open(io.BytesIO(data))
        picture.draft("RGB", (picture.width // 2, picture.height // 2))
        picture.load()
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=80)
        return out

    ratio = against(lambda: pictures.prepare(data, max_pixels=50_000_000), limit, 3)
    yield Line("P6", "a photo of 12 megapixels, against half-scale decode", ratio, 1.8, most=True)
