"""Which site messages there are, and which a visitor's pages need."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from api.configuration.models import Audience, SiteMessage

AHEAD = timedelta(days=2)  # so that a phone without a network shows in time what it was told before
MOST_SHOWN = 5


def every(session: Session) -> Sequence[SiteMessage]:
    """The latest first."""
    return session.exec(select(SiteMessage).order_by(col(SiteMessage.starts_at).desc(), col(SiteMessage.id))).all()


def shown(session: Session, *, is_staff: bool, now: datetime) -> Sequence[SiteMessage]:
    """Those of now and of the next two days, soonest end first."""
    statement = select(SiteMessage).where(
        col(SiteMessage.is_active), col(SiteMessage.ends_at) > now, col(SiteMessage.starts_at) < now + AHEAD
    )
    if not is_staff:
        statement = statement.where(SiteMessage.audience != Audience.STAFF)
    return session.exec(statement.order_by(col(SiteMessage.ends_at), col(SiteMessage.id)).limit(MOST_SHOWN)).all()
