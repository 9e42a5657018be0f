"""What waits for one person."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.notifications.models import OutboxMessage
from api.notifications.schemas import Notice, Notices

MOST_SHOWN = 50
COUNT_LIMIT = 100


def inbox(session: Session, account_id: UUID) -> Notices:
    """The person's notices, newest first."""
    own = select(OutboxMessage).where(OutboxMessage.account_id == account_id)
    newest = session.exec(own.order_by(col(OutboxMessage.created_at).desc(), col(OutboxMessage.id)).limit(MOST_SHOWN))
    unread = own.where(col(OutboxMessage.read_at).is_(None)).limit(COUNT_LIMIT).subquery()
    count = session.scalar(sa.select(sa.func.count()).select_from(unread)) or 0
    return Notices(items=[_notice(row) for row in newest], unread=count)


def _notice(row: OutboxMessage) -> Notice:
    told = {name: row.detail.get(name) for name in ("code", "step", "due_at")}
    return Notice.model_validate({**row.model_dump(exclude={"detail"}), **told})
