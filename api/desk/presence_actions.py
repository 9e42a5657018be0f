"""Being at a case, and leaving it. No journal: to look is no change, and it is over in a minute."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col

from api.accounts.rules import Person
from api.complaints.models import Complaint
from api.desk.models import Presence

LIFE = timedelta(seconds=60)  # the page renews it every 25 seconds


def come(session: Session, complaint: Complaint, is_editing: bool, *, by: Person, now: datetime) -> None:
    """One is at one case at a time. What others forgot to end goes too."""
    over = sa.or_(col(Presence.until) <= now, col(Presence.account_id) == by.id)
    elsewhere = sa.or_(col(Presence.complaint_id) != complaint.id, col(Presence.account_id) != by.id)
    session.execute(sa.delete(Presence).where(over, elsewhere))
    row = session.get(Presence, (complaint.id, by.id)) or Presence(
        complaint_id=complaint.id, account_id=by.id, until=now
    )
    row.is_editing, row.until = is_editing, now + LIFE
    session.add(row)
    session.flush()


def leave(session: Session, complaint: Complaint, *, by: Person) -> None:
    statement = sa.delete(Presence).where(col(Presence.complaint_id) == complaint.id, col(Presence.account_id) == by.id)
    session.execute(statement)
