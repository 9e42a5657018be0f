"""The facts of a week, and the bulletins made of them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.cleanups.models import Cleanup, Outcome
from api.collection_points.models import CollectionPoint, PointState
from api.complaints.models import Complaint
from api.core import clock, errors
from api.outreach import bulletin_rules as rules
from api.outreach import news_queries
from api.outreach.bulletin_models import Bulletin, BulletinSetting
from api.outreach.bulletin_rules import Facts, Manner, Pickup
from api.outreach.bulletin_schemas import BulletinShape
from api.outreach.guide_models import GuideEntry
from api.places import queries as places
from api.statistics.models import CaseFigures
from api.statistics.rules import public_count

MOST_SHOWN, TIPS, MOST_NEWS, MOST_PICKUPS = 60, 4, 2, 3
SHORTEST_TIP, LONGEST_TIP = 60, 150  # letters
SHIPPED: dict[str, Any] = {
    "words_per_minute": 140,
    "least_seconds": 60,
    "most_seconds": 90,
    "greeting": "Kính thưa bà con! Sau đây là bản tin môi trường của {xa}.",
    "closing": "Xin cảm ơn bà con đã lắng nghe.",
    "source": "Tốc độ đọc loa thường dùng 130 đến 150 tiếng một phút; xã sửa được",
}


class BulletinNotFound(errors.NotFound):
    code = "bulletin_not_found"
    says = "Không tìm thấy bản tin này."


def setting(session: Session) -> BulletinSetting:
    """The commune's own, else the shipped one as version 0."""
    return session.get(BulletinSetting, 1) or BulletinSetting(id=1, version=0, **SHIPPED)


def manner(session: Session) -> Manner:
    row = setting(session)
    return Manner(row.words_per_minute, row.least_seconds, row.most_seconds, row.greeting, row.closing)


def facts(session: Session, week: date, hamlet_id: UUID | None, *, commune: str, hotline: str, today: date) -> Facts:
    """Of the week from Monday `week`. No word of a resident is in it."""
    hamlet = places.require(session, hamlet_id) if hamlet_id else None
    last = week + timedelta(days=6)
    held = session.exec(
        select(Cleanup.hamlet_id, Cleanup.participants, Cleanup.waste_kg).where(
            col(Cleanup.held_on) >= week, col(Cleanup.held_on) <= last, col(Cleanup.outcome) == Outcome.HELD
        )
    ).all()
    received, answered = cases(session, week)
    return Facts(
        first=week, commune=commune, hotline=hotline, hamlet=hamlet.name if hamlet else None,
        hamlets=len(places.valid_on(session, last)),
        held=[one.name for one in places.every(session) if one.id in {row[0] for row in held}],
        people=sum(row[1] or 0 for row in held), kg=sum(row[2] or 0 for row in held),
        received=public_count(received), answered=public_count(answered),
        pickups=pickups(session, hamlet.id) if hamlet else [],
        news=[post.title for post in news_queries.shown_on(session, today)[:MOST_NEWS]], tips=tips(session, week),
    )  # fmt: skip


def cases(session: Session, week: date) -> tuple[int, int]:
    """Received and answered within the week, of those that count in public."""
    start, end = clock.start_of(week), clock.start_of(week + timedelta(days=7))
    counted = (col(Complaint.quarantined_for).is_(None), ~col(Complaint.is_restricted))
    received = (
        sa.select(sa.func.count())
        .select_from(Complaint)
        .where(*counted, col(Complaint.received_at) >= start, col(Complaint.received_at) < end)
    )
    answered = (
        sa.select(sa.func.count())
        .select_from(CaseFigures)
        .join(Complaint, col(Complaint.id) == col(CaseFigures.complaint_id))
        .where(*counted, col(CaseFigures.answered_at) >= start, col(CaseFigures.answered_at) < end)
    )
    return session.execute(received).scalar_one(), session.execute(answered).scalar_one()


def pickups(session: Session, hamlet_id: UUID) -> list[Pickup]:
    """The first points of a hamlet that are in use, with their days by the hour."""
    statement = select(CollectionPoint).where(
        col(CollectionPoint.hamlet_id) == hamlet_id, col(CollectionPoint.state) == PointState.OPEN
    )
    found = []
    for point in session.exec(statement.order_by(col(CollectionPoint.code))):
        times: dict[str, list[int]] = {}
        for slot in sorted(point.schedule, key=lambda slot: (slot["weekday"], slot["from"])):
            times.setdefault(slot["from"], []).append(slot["weekday"])
        if times:
            found.append(Pickup(point.name, times))
    return found[:MOST_PICKUPS]


def tips(session: Session, week: date) -> list[str]:
    """A few entries of the sorting guide, others every week."""
    statement = select(GuideEntry).where(col(GuideEntry.is_active)).order_by(col(GuideEntry.id))
    short = [
        f"{one.name}: {one.how}"
        for one in session.exec(statement)
        if SHORTEST_TIP <= len(one.name) + len(one.how) <= LONGEST_TIP
    ]
    start = week.toordinal() // 7 * TIPS
    return [short[(start + place) % len(short)] for place in range(min(TIPS, len(short)))]


def listed(session: Session) -> list[BulletinShape]:
    """The newest first, as people made them."""
    pace = setting(session).words_per_minute
    names = places.names(session)
    statement = (
        select(Bulletin, Account.name)
        .join(Account, col(Account.id) == col(Bulletin.made_by))
        .order_by(col(Bulletin.week).desc(), col(Bulletin.made_at).desc())
        .limit(MOST_SHOWN)
    )
    return [shape(row, maker, names, pace) for row, maker in session.exec(statement)]


def shape(row: Bulletin, maker: str, names: dict[UUID, str], words_per_minute: int) -> BulletinShape:
    return BulletinShape(
        **row.model_dump(exclude={"made_by"}),
        hamlet_name=names.get(row.hamlet_id) if row.hamlet_id else None,
        seconds=rules.seconds(row.text, words_per_minute),
        made_by_name=maker,
    )


def shown(session: Session, row: Bulletin) -> BulletinShape:
    maker = session.get(Account, row.made_by)
    return shape(row, maker.name if maker else "", places.names(session), setting(session).words_per_minute)
