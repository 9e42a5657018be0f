"""A database of any size, made up row by row: the same for the same size."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlmodel import Session, select

from api import seeding
from api.accounts.models import Account, Role, SignIn, Unit
from api.complaints.models import Category, Complaint, Kind, PlaceSource, Priority, Status
from api.complaints.search_rules import entry_of
from api.core import clock, migrations, secrets
from api.core.database import Database
from api.core.settings import Environment, Settings
from api.journal.models import Entry
from api.places.models import Hamlet

CENTER = (20.9089, 106.1793)
HAMLETS = 40
OPEN_SHARE = 0.02  # of all cases; a commune answers what it gets
TOKEN = "a-cookie-of-the-bench"
WORDS = ("rác", "đổ", "mương", "ao", "chợ", "đường", "hôi", "khói", "túi", "xe", "cạnh", "sau", "nhà", "trường")
END = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def settings_of(folder: Path) -> Settings:
    return Settings(
        _env_file=None, environment=Environment.DEVELOPMENT, secret_key="a-secret-for-the-bench-only-forty-characters",
        data_dir=folder, database_url=f"sqlite:///{folder / 'xanh.sqlite3'}", log_level="WARNING",
        reports_per_hour=1_000_000,
    )  # fmt: skip


def make(folder: Path, size: int) -> Settings:
    """A migrated, seeded database with `size` cases, an officer signed in, and a boundary for each hamlet."""
    folder.mkdir()
    settings = settings_of(folder)
    database = Database(settings.database_url, readers=1, writers=1)
    migrations.upgrade(database.engine)
    with database.session(writes=True) as session:
        seeding.seed(session, settings)
        hamlets = [_hamlet(session, number) for number in range(HAMLETS)]
        units = [unit.id for unit in session.exec(select(Unit))]
        categories = [category.code for category in session.exec(select(Category))]
        _officer(session, settings)
    database.dispose()
    raw = sqlite3.connect(folder / "xanh.sqlite3")
    raw.execute("PRAGMA synchronous=OFF")
    with raw:
        columns = [column.name for column in Complaint.__table__.columns]  # type: ignore[attr-defined]
        signs = ",".join("?" * len(columns))
        raw.executemany(
            f"INSERT INTO complaint ({','.join(columns)}) VALUES ({signs})",
            (tuple(row[name] for name in columns) for row in _cases(size, hamlets, units, categories)),
        )
        texts = raw.execute("SELECT id, code, words FROM complaint ORDER BY received_at").fetchall()
        raw.executemany(
            "INSERT INTO search_entry (complaint_id, text) VALUES (?, ?)",
            ((key, entry_of(code, words)) for key, code, words in texts),
        )
        last = [(clock.day_of(END).year, size)]
        raw.executemany("INSERT INTO code_counter VALUES (?, ?)", last)
    raw.execute("PRAGMA optimize")
    raw.close()
    return settings


def _hamlet(session: Session, number: int) -> UUID:
    lat, lon = CENTER[0] + (number // 8 - 2) * 0.01, CENTER[1] + (number % 8 - 4) * 0.01
    ring = [[lon + 0.005 * x, lat + 0.005 * y] for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))]
    made = Hamlet(
        id=uuid4(), code=f"B{number}", name=f"Thôn Thử {number}", latitude=lat, longitude=lon,
        boundary={"type": "Polygon", "coordinates": [ring]}, valid_from=END.date() - timedelta(days=500),
    )  # fmt: skip
    session.add(made)
    return made.id


def _officer(session: Session, settings: Settings) -> None:
    unit = session.exec(select(Unit).where(Unit.code == settings.hotline_unit)).one()
    account = Account(
        id=uuid4(), name="Cán Bộ Thử", login="can.bo.thu", role=Role.OFFICER, unit_id=unit.id, created_at=END
    )
    session.add(account)
    session.flush()
    far = clock.now() + timedelta(days=30)
    session.add(
        SignIn(id=uuid4(), token_hash=secrets.digest(TOKEN), account_id=account.id, label="Máy thử", created_at=END,
               last_seen_at=END, expires_at=far)
    )  # fmt: skip
    session.add(Entry(at=END, actor="Hệ thống", verb="bench", subject_kind="bench", detail={}))


def _cases(size: int, hamlets: list[UUID], units: list[UUID], categories: list[str]) -> Iterator[dict[str, object]]:
    """Rows as SQLite holds them, oldest first; the newest are the open ones."""
    dice = random.Random(size)
    defaults = {column.name: _plain_default(column) for column in Complaint.__table__.columns}  # type: ignore[attr-defined]
    for number in range(1, size + 1):
        received = END - timedelta(minutes=(size - number) * 5, seconds=dice.randint(0, 59))
        is_open = number > size - max(200, int(size * OPEN_SHARE))
        status = dice.choice((Status.SUBMITTED, Status.ASSIGNED, Status.PROCESSING)) if is_open else Status.CLOSED
        words, code = " ".join(dice.choices(WORDS, k=12)), f"KS-26-{number:04d}"
        if number % 5000 == 7:
            words += " sofa hiếm"
        yield defaults | {
            "id": UUID(int=dice.getrandbits(128), version=4).hex, "code": code, "fingerprint": f"{number:064}",
            "token_hash": f"{number:064}", "kind": Kind.COMPLAINT, "category": dice.choice(categories),
            "status": status, "is_open": is_open, "priority": Priority.NORMAL, "channel": "web", "title": words[:60],
            "words": words, "is_hidden": False, "hamlet_id": dice.choice(hamlets).hex,
            "latitude": CENTER[0] + dice.gauss(0, 0.02), "longitude": CENTER[1] + dice.gauss(0, 0.03),
            "place_source": PlaceSource.GPS, "place_words": "", "is_outside": False, "unit_id": dice.choice(units).hex,
            "reported_at": _written(received), "received_at": _written(received),
            "answer_due_at": _written(received + timedelta(days=7)),
            "due_at": _written(received + timedelta(days=2)) if is_open else None,
            "due_soon_at": _written(received + timedelta(days=1)) if is_open else None,
            "due_step": "receive" if is_open else None,
            "closed_at": None if is_open else _written(received + timedelta(days=6)), "photo_count": 0,
            "version": 1,
        }  # fmt: skip


def _plain_default(column: sa.Column[Any]) -> Any:
    """What the model puts where nothing was said. Any: of whatever type the column is."""
    return column.default.arg if column.default is not None and column.default.is_scalar else None


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")
