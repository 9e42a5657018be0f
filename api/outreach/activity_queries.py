"""Questions to the log of communication."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.core import errors
from api.media import schemas as media
from api.media.models import Picture
from api.outreach import photo_queries as photos
from api.outreach.activity_models import Activity
from api.outreach.activity_schemas import ActivityMonth, ActivityShape
from api.outreach.photo_models import PhotoOf
from api.places import queries as places

MOST_SHOWN = 2_000


class ActivityNotFound(errors.NotFound):
    code = "activity_not_found"
    says = "Không tìm thấy hoạt động này."


def require(session: Session, activity_id: UUID, *, lock: bool = False) -> Activity:
    activity = session.get(Activity, activity_id, with_for_update=lock or None)
    if activity is None:
        raise ActivityNotFound
    return activity


def within(session: Session, first: date, last: date) -> list[Activity]:
    """Those of the days from first to last that have not been struck out, the newest first."""
    return [row for row in _rows(session, first, last) if not row.is_void]


def activities_on(session: Session, day: date) -> list[Activity]:
    """Everything of the year up to this day: what an indicator counts, and the records behind it."""
    return within(session, date(day.year, 1, 1), day)


def listed(session: Session, first: date, last: date) -> list[ActivityShape]:
    """Struck-out ones too."""
    rows = _rows(session, first, last)
    pictures = photos.of(session, PhotoOf.ACTIVITY, [row.id for row in rows])
    makers = dict(session.exec(select(Account.id, Account.name)).all())
    names = places.names(session)
    return [_shape(row, pictures.get(row.id, []), makers, names) for row in rows]


def shape(session: Session, row: Activity) -> ActivityShape:
    pictures = photos.of(session, PhotoOf.ACTIVITY, [row.id])
    maker = session.get(Account, row.made_by)
    return _shape(
        row, pictures.get(row.id, []), {row.made_by: maker.name} if maker else {}, places.names(session)
    )  # fmt: skip


def months(rows: Iterable[Activity]) -> list[ActivityMonth]:
    """Per month, the newest first."""
    by_month: dict[str, list[Activity]] = {}
    for row in rows:
        by_month.setdefault(f"{row.day:%Y-%m}", []).append(row)
    return [
        ActivityMonth(
            month=month, activities=len(found), reach=sum(row.reach or 0 for row in found),
            reach_counted=sum(row.reach or 0 for row in found if row.is_reach_counted),
            by_kind=dict(Counter(row.kind for row in found)),
        )
        for month, found in sorted(by_month.items(), reverse=True)
    ]  # fmt: skip


def _rows(session: Session, first: date, last: date) -> list[Activity]:
    statement = select(Activity).where(col(Activity.day) >= first, col(Activity.day) <= last)
    return list(session.exec(statement.order_by(col(Activity.day).desc(), col(Activity.id)).limit(MOST_SHOWN)))


def _shape(
    row: Activity, pictures: list[tuple[UUID, Picture]], makers: dict[UUID, str], names: dict[UUID, str]
) -> ActivityShape:
    return ActivityShape(
        **row.model_dump(exclude={"made_by", "made_at"}),
        hamlet_name=names.get(row.hamlet_id) if row.hamlet_id else None,
        made_by_name=makers.get(row.made_by, ""),
        photos=[media.staff_picture(photo_id, "activity", picture) for photo_id, picture in pictures],
    )
