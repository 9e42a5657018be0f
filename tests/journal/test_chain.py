"""The chain over the journal: each altered, missing or smuggled row is found by its number, and so is a cut end."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from api.core.database import Database
from api.journal import actions, chain
from api.journal.models import Entry, Link

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
Tamper = Callable[[str], None]


@pytest.fixture
def written(database: Database) -> Database:
    """Five entries in three transactions."""
    for batch in (["a", "b"], ["c"], ["d", "e"]):
        with database.session(writes=True) as session:
            for verb in batch:
                actions.record(session, verb, "thing", None, actor="Cán bộ Mẫu", now=NOW, note="rác", amount=1.5)
    return database


@pytest.fixture
def tamper(written: Database, database_kind: str) -> Tamper:
    """SQL by somebody who has the whole database in hand: no trigger holds them."""

    def do(statement: str) -> None:
        with written.engine.begin() as connection:
            if database_kind == "sqlite":
                for verb in ("update", "delete"):
                    connection.execute(sa.text(f"DROP TRIGGER IF EXISTS journal_no_{verb}"))
            else:
                connection.execute(sa.text("SET LOCAL session_replication_role = replica"))
            connection.execute(sa.text(statement))

    return do


def fault(database: Database, known: tuple[int, str] | None = None) -> str | None:
    with database.session(writes=False) as session:
        found = chain.verify(session, known)
    return found.words if found else None


def test_what_was_written_is_sealed_in_order(written: Database) -> None:
    assert fault(written) is None
    with written.session(writes=False) as session:
        links = session.exec(select(Link).order_by(sa.asc("position"))).all()
        assert [link.position for link in links] == list(range(1, len(links) + 1))
        assert links[-1].hash == chain.digest(links[-2].hash, session.get(Entry, links[-1].entry_id))


@pytest.mark.parametrize(
    "change",
    [
        "verb = 'z'", "actor = 'Khác'", "at = '2026-11-25 03:00:00'", "detail = '{}'",
        "subject_kind = 'other'", "subject_id = '00000000000000000000000000000001'",
    ],
)  # fmt: skip
def test_a_changed_row_is_named(written: Database, tamper: Tamper, change: str) -> None:
    number = id_of(written, "c")
    tamper(f"UPDATE journal SET {change} WHERE id = {number}")
    assert fault(written) == f"entry {number} was altered"


@pytest.mark.parametrize("verb", ["a", "c", "e"])
def test_a_row_that_was_deleted_is_named(written: Database, tamper: Tamper, verb: str) -> None:
    number = id_of(written, verb)
    tamper(f"DELETE FROM journal WHERE id = {number}")
    assert fault(written) == f"entry {number} is missing"


def test_a_row_put_in_behind_the_programs_back_is_named(written: Database, tamper: Tamper) -> None:
    tamper(
        "INSERT INTO journal (id, at, actor, verb, subject_kind, detail)"
        " VALUES (9000, '2026-11-24 03:00:00', 'x', 'y', 'thing', '{}')"
    )
    assert fault(written) == "entry 9000 was put in behind the back of the program"


def test_an_end_cut_off_with_its_links_is_found_from_yesterdays_head(written: Database, tamper: Tamper) -> None:
    with written.session(writes=True) as session:
        head = chain.keep_head(session, now=NOW + timedelta(days=1))
        assert head and chain.keep_head(session, now=NOW + timedelta(days=1)) is None
        known = head.position, head.hash
    number = id_of(written, "d")
    tamper(f"DELETE FROM journal_link WHERE entry_id >= {number}")
    tamper(f"DELETE FROM journal WHERE id >= {number}")
    assert "the end is cut off" in (fault(written) or "")
    tamper("DELETE FROM journal_head")
    assert fault(written) is None, "inside the database nothing tells any more"
    assert "the end is cut off" in (fault(written, known) or ""), "but what was published does"


def test_a_rewritten_chain_does_not_fit_the_published_head(written: Database, tamper: Tamper) -> None:
    with written.session(writes=False) as session:
        last = chain.newest(session)
        assert last
    assert fault(written, (last.position, last.hash)) is None
    assert "not the one that was published" in (fault(written, (last.position, "0" * 64)) or "")


def test_what_was_rolled_back_is_not_sealed(written: Database) -> None:
    with written.session(writes=True) as session:
        with pytest.raises(ZeroDivisionError), session.begin_nested():
            actions.record(session, "lost", "thing", None, actor="x", now=NOW)
            session.flush()
            raise ZeroDivisionError
        actions.record(session, "kept", "thing", None, actor="x", now=NOW)
    assert fault(written) is None
    with written.session(writes=False) as session:
        assert sealed(session) == session.scalar(select(sa.func.count()).select_from(Entry))


def test_everybody_may_keep_the_heads(client: TestClient, written: Database) -> None:
    with written.session(writes=True) as session:
        head = chain.keep_head(session, now=datetime.now(UTC) + timedelta(days=1))
        assert head
        told = {"day": head.day.isoformat(), "position": head.position, "hash": head.hash}
    assert client.get("/api/journal/heads").json() == {"items": [told]}


def id_of(database: Database, verb: str) -> int:
    with database.session(writes=False) as session:
        found = session.exec(select(Entry.id).where(Entry.verb == verb)).one()
    assert found
    return found


def sealed(session: Session) -> int:
    return session.scalar(select(sa.func.count()).select_from(Link)) or 0
