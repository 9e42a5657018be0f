"""Questions about checklists and inspections, also as of a past day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.accounts.models import Account
from api.checklists import rules
from api.checklists.models import Checklist, Inspection, InspectionPhoto
from api.checklists.schemas import AnsweredItem, InspectionShape
from api.core import errors
from api.media import schemas as media
from api.media.models import Picture


class ChecklistNotFound(errors.NotFound):
    code = "checklist_not_found"
    says = "Không có danh mục kiểm tra này."


class InspectionNotFound(errors.NotFound):
    code = "inspection_not_found"
    says = "Không tìm thấy lần kiểm tra này."


def editions(session: Session, kind: str) -> Sequence[Checklist]:
    """The newest first."""
    return session.exec(select(Checklist).where(Checklist.kind == kind).order_by(col(Checklist.edition).desc())).all()


def in_force(session: Session, kind: str, day: date) -> Checklist:
    """The edition of a day; ChecklistNotFound when there was none."""
    statement = select(Checklist).where(Checklist.kind == kind, col(Checklist.valid_from) <= day)
    found = session.exec(statement.order_by(col(Checklist.edition).desc())).first()
    if found is None:
        raise ChecklistNotFound
    return found


def require(session: Session, inspection_id: UUID) -> Inspection:
    found = session.get(Inspection, inspection_id)
    if found is None:
        raise InspectionNotFound
    return found


def find(session: Session, inspection_id: UUID | None) -> Inspection | None:
    return session.get(Inspection, inspection_id) if inspection_id else None


def latest_on(session: Session, kind: str, day: date) -> dict[UUID, Inspection]:
    """Subject -> its last inspection up to that day."""
    statement = (
        select(Inspection)
        .where(Inspection.kind == kind, col(Inspection.inspected_on) <= day)
        .order_by(col(Inspection.inspected_on), col(Inspection.received_at))
    )
    return {one.subject_id: one for one in session.exec(statement)}


def of_subject(session: Session, kind: str, subject_id: UUID) -> Sequence[Inspection]:
    """The newest first."""
    statement = select(Inspection).where(Inspection.kind == kind, Inspection.subject_id == subject_id)
    return session.exec(
        statement.order_by(col(Inspection.inspected_on).desc(), col(Inspection.received_at).desc())
    ).all()


def lists(session: Session, rows: Iterable[Inspection]) -> dict[UUID, Checklist]:
    ids = {row.checklist_id for row in rows}
    return {one.id: one for one in session.exec(select(Checklist).where(col(Checklist.id).in_(ids)))}


def shapes(session: Session, rows: Sequence[Inspection]) -> list[InspectionShape]:
    """With the verdict explained, item by item, and the photos that have arrived."""
    by_id, photos = lists(session, rows), _photos(session, rows)
    makers = {row.made_by for row in rows}
    names = {one.id: one.name for one in session.exec(select(Account).where(col(Account.id).in_(makers)))}
    return [_shape(row, by_id[row.checklist_id], photos[row.id], names[row.made_by]) for row in rows]


def _shape(
    row: Inspection, checklist: Checklist, photos: Sequence[tuple[InspectionPhoto, Picture | None]], name: str
) -> InspectionShape:
    found = rules.outcome(checklist.items, row.answers, row.subject_kind)
    words = {item["code"]: item["words"] for item in checklist.items}
    by_item: dict[str, list[media.StaffPicture]] = defaultdict(list)
    for photo, picture in photos:
        by_item[photo.item].append(media.staff_picture(photo.id, "photo", picture))
    items = [
        AnsweredItem(
            code=item["code"], words=item["words"], is_mandatory=item["is_mandatory"],
            mark=row.answers.get(item["code"], {}).get("mark"), note=row.answers.get(item["code"], {}).get("note", ""),
            photos=by_item.pop(item["code"], []),
        )
        for item in rules.asked(checklist.items, row.subject_kind)
    ]  # fmt: skip
    return InspectionShape(
        id=row.id, subject_id=row.subject_id, inspected_on=row.inspected_on, verdict=found.verdict,
        missed=[words[code] for code in (*found.missed, *found.open)], words=row.words, made_by_name=name,
        received_at=row.received_at, items=items, photos=[one for rest in by_item.values() for one in rest],
    )  # fmt: skip


def _photos(session: Session, rows: Sequence[Inspection]) -> dict[UUID, list[tuple[InspectionPhoto, Picture | None]]]:
    statement = (
        select(InspectionPhoto, Picture)
        .join(Picture, col(Picture.id) == col(InspectionPhoto.picture_id), isouter=True)
        .where(col(InspectionPhoto.inspection_id).in_([row.id for row in rows]))
        .order_by(col(InspectionPhoto.position))
    )
    found: dict[UUID, list[tuple[InspectionPhoto, Picture | None]]] = defaultdict(list)
    for photo, picture in session.exec(statement):
        found[photo.inspection_id].append((photo, picture))
    return found
