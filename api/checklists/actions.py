"""Putting out a new edition of a list, and taking in an inspection with its photos."""

import hashlib
from datetime import date, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

import orjson
from sqlmodel import Session, col, func, select

from api.accounts.rules import Person
from api.checklists import queries, rules
from api.checklists.models import Checklist, Inspection, InspectionPhoto
from api.checklists.schemas import NewEdition, NewInspection
from api.core import clock, errors
from api.journal import actions as journal
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store

SEED = Path(__file__).resolve().parent.parent / "seed" / "checklists.json"


class CodesTwice(errors.Rejected):
    code = "checklist_codes_twice"
    says = "Có hai mục trùng mã. Mỗi mục cần một mã riêng."


class EditionIdTaken(errors.Conflict):
    code = "checklist_edition_id_taken"
    says = "Bản này đã có với nội dung khác. Xin tải lại trang."


class InspectionIdTaken(errors.Conflict):
    code = "inspection_id_taken"
    says = "Lần kiểm tra này đã gửi với nội dung khác. Xin làm lại từ đầu."


class InspectionInTheFuture(errors.Rejected):
    code = "inspection_in_the_future"
    says = "Ngày kiểm tra chưa đến. Xin xem lại ngày."


class NothingAnswered(errors.Rejected):
    code = "inspection_without_answers"
    says = "Chưa đánh dấu mục nào. Xin chọn Đạt, Chưa đạt hoặc Không áp dụng."


class UnknownItem(errors.Rejected):
    code = "inspection_unknown_item"
    says = "Có mục không thuộc danh mục kiểm tra này. Xin mở lại trang."


class PhotoNotDeclared(errors.NotFound):
    code = "inspection_photo_not_found"
    says = "Ảnh này chưa được khai cùng lần kiểm tra."


class PhotoArrived(errors.Conflict):
    code = "inspection_photo_arrived"
    says = "Ảnh này xã đã nhận nên không bỏ được nữa."


def put_out(session: Session, kind: str, wish: NewEdition, *, by: Person, now: datetime) -> tuple[Checklist, bool]:
    """A new edition from its day on; True when it is new."""
    if len({item.code for item in wish.items}) != len(wish.items):
        raise CodesTwice(field="items")
    known = session.get(Checklist, wish.id)
    values = wish.model_dump()
    if known is not None:
        if known.kind != kind or any(getattr(known, name) != value for name, value in values.items()):
            raise EditionIdTaken
        return known, False
    before = queries.editions(session, kind)
    row = Checklist(**values, kind=kind, edition=before[0].edition + 1 if before else 1, made_at=now)
    session.add(row)
    journal.record(
        session, "checklist_put_out", "checklist", row.id, actor=by.name, actor_id=by.id, now=now, kind=kind,
        edition=row.edition,
    )  # fmt: skip
    return row, True


def record(
    session: Session, kind: str, subject_kind: str, wish: NewInspection, *, by: Person, now: datetime
) -> tuple[Inspection, bool]:
    """Take in an inspection; sent again under its id, the same one is the first."""
    fingerprint = hashlib.sha256(orjson.dumps(wish.model_dump(mode="json"), option=orjson.OPT_SORT_KEYS)).hexdigest()
    known = session.get(Inspection, wish.id)
    if known is not None:
        if known.fingerprint != fingerprint or known.made_by != by.id:
            raise InspectionIdTaken
        return known, False
    checklist = session.get(Checklist, wish.checklist_id)
    if checklist is None or checklist.kind != kind:
        raise queries.ChecklistNotFound
    _check(checklist, subject_kind, wish, clock.day_of(now))
    row = Inspection(
        **wish.model_dump(exclude={"answers", "photos"}), answers=wish.model_dump(mode="json")["answers"],
        fingerprint=fingerprint, kind=kind, subject_kind=subject_kind, made_by=by.id, received_at=now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    for position, photo in enumerate(wish.photos):
        session.add(InspectionPhoto(id=photo.id, inspection_id=row.id, item=photo.item, position=position))
    verdict = rules.outcome(checklist.items, row.answers, subject_kind).verdict
    _record(session, "inspected", row, by=by, now=now, on=row.inspected_on.isoformat(), verdict=verdict.value)
    return row, True


def add_photo(
    session: Session, store: Store, inspection_id: UUID, photo_id: UUID, upload: media.Upload, *, declares: bool,
    by: Person, now: datetime,
) -> tuple[Picture, bool]:  # fmt: skip
    """A declared photo arrives, or one more with `declares`. It stays with staff."""
    row = _own(session, inspection_id, by)
    photo = session.get(InspectionPhoto, photo_id)
    if photo is None and declares:
        count = session.scalar(select(func.count()).where(col(InspectionPhoto.inspection_id) == row.id)) or 0
        photo = InspectionPhoto(id=photo_id, inspection_id=row.id, position=count)
        session.add(photo)
        session.flush()
    if photo is None or photo.inspection_id != row.id:
        raise PhotoNotDeclared
    is_new = photo.picture_id is None
    if is_new and session.get(Picture, photo.id) is not None:
        raise media.PictureIdTaken  # another room's photo
    picture = media.receive(session, store, photo.id, upload, by=by.id, now=now)
    if is_new:
        session.flush()
        photo.picture_id = picture.id
        session.add(photo)
        _record(session, "photo_added", row, by=by, now=now, photo_id=str(photo.id))
    return picture, is_new


def give_up_photo(session: Session, inspection_id: UUID, photo_id: UUID, *, by: Person, now: datetime) -> None:
    """Nobody waits for this photo any more. One that is not declared, or no longer, changes nothing."""
    row = _own(session, inspection_id, by)
    photo = session.get(InspectionPhoto, photo_id, populate_existing=True)
    if photo is None or photo.inspection_id != row.id:
        return
    if photo.picture_id is not None:
        raise PhotoArrived
    session.delete(photo)
    _record(session, "photo_given_up", row, by=by, now=now, photo_id=str(photo_id))


def seed(session: Session) -> None:
    """The lists a new installation begins with."""
    known = set(session.exec(select(Checklist.kind)))
    for item in orjson.loads(SEED.read_bytes())["lists"]:
        if item["kind"] not in known:
            first = date.fromisoformat(item["valid_from"])
            values = item | {"valid_from": first, "made_at": clock.start_of(first)}
            key = uuid5(NAMESPACE_URL, f"checklist:{item['kind']}:1")
            session.add(Checklist(id=key, edition=1, **values))


def _check(checklist: Checklist, subject_kind: str, wish: NewInspection, today: date) -> None:
    if wish.inspected_on > today:
        raise InspectionInTheFuture(field="inspected_on")
    if not wish.answers:
        raise NothingAnswered(field="answers")
    codes = {item["code"] for item in rules.asked(checklist.items, subject_kind)}
    if not (wish.answers.keys() | {photo.item for photo in wish.photos if photo.item}) <= codes:
        raise UnknownItem(field="answers")


def _own(session: Session, inspection_id: UUID, by: Person) -> Inspection:
    """Held until the end of the turn; NotAllowed for all but its maker."""
    row = session.get(Inspection, inspection_id, with_for_update=True)
    if row is None:
        raise queries.InspectionNotFound
    if row.made_by != by.id:
        raise errors.NotAllowed
    return row


def _record(session: Session, verb: str, row: Inspection, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(
        session,
        verb,
        row.kind,
        row.subject_id,
        actor=by.name,
        actor_id=by.id,
        now=now,
        inspection=str(row.id),
        **detail,
    )
