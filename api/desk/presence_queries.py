"""Who is at a case now, and whether anything has changed since."""

from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.desk.models import Presence
from api.journal.models import Entry

LOOK_BACK = 1000  # journal rows; PostgreSQL may commit the higher number first


class State(NamedTuple):
    """`present`: plain values ready for JSON."""

    mark: str
    present: tuple[dict[str, Any], ...]


def state(session: Session, *, now: datetime) -> State:
    newest = session.scalar(sa.select(sa.func.max(Entry.id))) or 0
    among = sa.select(sa.func.count()).where(col(Entry.id) > newest - LOOK_BACK)
    return State(f"{newest}-{session.scalar(among)}", tuple(present(session, now=now)))


def present(session: Session, *, now: datetime) -> list[dict[str, Any]]:
    statement = (
        select(Presence, Account.name)
        .join(Account, col(Account.id) == col(Presence.account_id))
        .where(col(Presence.until) > now)
        .order_by(col(Presence.complaint_id), col(Presence.account_id))
        .limit(200)
    )
    return [
        {"complaint_id": one.complaint_id, "account_id": one.account_id, "name": name, "is_editing": one.is_editing}
        for one, name in session.exec(statement)
    ]
