"""Keeping the registers of covenants and self-managed models."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from api.accounts.permissions import Permission, Reach
from api.accounts.rules import Person, check_reach
from api.core import clock, entries, errors
from api.hamlet_life import covenant_queries as queries
from api.hamlet_life import covenant_rules as rules
from api.hamlet_life.covenant_models import (
    Covenant,
    CovenantStage,
    HamletLifePhoto,
    ModelReview,
    SelfManagedModel,
)
from api.hamlet_life.covenant_schemas import ModelChange, NewCovenant, NewModel, NewReview, NewStage
from api.journal import actions as journal
from api.journal import rules as changes
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store
from api.places import queries as places

MOST_PHOTOS = 12


class TooManyPhotos(errors.Conflict):
    code = "too_many_photos"
    says = f"Mỗi mục giữ nhiều nhất {MOST_PHOTOS} ảnh."


class ModelIdTaken(errors.Conflict):
    code = "model_id_taken"
    says = "Mã này đã dùng cho mô hình khác. Xin tải lại trang rồi nhập lại."


class OtherCovenant(errors.Conflict):
    code = "covenant_row_of_another"
    says = "Dòng cần sửa thuộc mục khác. Xin tải lại trang."


def open_covenant(session: Session, wish: NewCovenant, *, by: Person, now: datetime) -> tuple[Covenant, bool]:
    """The covenant, and whether it is new."""
    check_reach(by, Permission.MANAGE_COVENANTS, hamlet_id=wish.hamlet_id)
    places.require(session, wish.hamlet_id)
    covenant, is_new = entries.enter(session, Covenant(**wish.model_dump(), made_by=by.id, received_at=now))
    if is_new:
        _note(session, "created", "covenant", covenant.id, by=by, now=now, hamlet_id=str(covenant.hamlet_id))
    return covenant, is_new


def add_stage(
    session: Session, covenant_id: UUID, wish: NewStage, *, by: Person, now: datetime
) -> tuple[Covenant, bool]:
    """Its covenant, and whether the stage is new. What the commune decides is not a head's to enter."""
    covenant = queries.require_covenant(session, covenant_id)
    check_reach(by, Permission.MANAGE_COVENANTS, hamlet_id=covenant.hamlet_id)
    if wish.stage in rules.OF_THE_COMMUNE and by.reach(Permission.MANAGE_COVENANTS) is not Reach.ALL:
        raise errors.NotAllowed("Việc công nhận, hết hiệu lực do cán bộ xã ghi.")
    stage = CovenantStage(**wish.model_dump(), covenant_id=covenant.id, made_by=by.id, received_at=now)
    rules.check_stage(stage, clock.day_of(now))
    old = session.get(CovenantStage, wish.replaces_id) if wish.replaces_id else None
    if old and old.covenant_id != covenant.id:
        raise OtherCovenant(field="replaces_id")
    stage, is_new = entries.enter(session, stage)
    if is_new:
        _note(session, "stage_corrected" if old else "stage_added", "covenant", covenant.id, by=by, now=now,
              stage=stage.stage.value, on_day=stage.on_day.isoformat())  # fmt: skip
    return covenant, is_new


def set_up_model(session: Session, wish: NewModel, *, by: Person, now: datetime) -> tuple[SelfManagedModel, bool]:
    """The model, and whether it is new."""
    check_reach(by, Permission.MANAGE_COVENANTS, hamlet_id=wish.hamlet_id)
    rules.check_day(wish.set_up_on, clock.day_of(now), field="set_up_on")
    places.require(session, wish.hamlet_id)
    if known := session.get(SelfManagedModel, wish.id):
        if changes.differences(known, wish.model_dump()):
            raise ModelIdTaken
        return known, False
    model = SelfManagedModel(**wish.model_dump(), created_at=now)
    session.add(model)
    session.flush()
    _note(session, "created", "model", model.id, by=by, now=now, hamlet_id=str(model.hamlet_id), name=model.name)
    return model, True


def change_model(
    session: Session, model_id: UUID, wish: ModelChange, *, version: int, by: Person, now: datetime, current: Any
) -> SelfManagedModel:
    """Change what was sent and nothing else. `current`: the shape to show whoever comes too late, any kind."""
    model = queries.require_model(session, model_id, lock=True)
    check_reach(by, Permission.MANAGE_COVENANTS, hamlet_id=model.hamlet_id)
    if model.version != version:
        raise errors.Stale(current=current(model))
    found = changes.differences(model, wish.model_dump(exclude_unset=True))
    for name in found:
        setattr(model, name, getattr(wish, name))
    if found:
        model.version += 1
        session.flush()
        _note(session, "changed", "model", model.id, by=by, now=now, changes=found)
    return model


def review(
    session: Session, model_id: UUID, wish: NewReview, *, by: Person, now: datetime
) -> tuple[SelfManagedModel, bool]:
    """Its model, and whether the review is new."""
    model = queries.require_model(session, model_id)
    check_reach(by, Permission.MANAGE_COVENANTS, hamlet_id=model.hamlet_id)
    row = ModelReview(**wish.model_dump(), model_id=model.id, made_by=by.id, received_at=now)
    rules.check_review(row, model, clock.day_of(now))
    old = session.get(ModelReview, wish.replaces_id) if wish.replaces_id else None
    if old and old.model_id != model.id:
        raise OtherCovenant(field="replaces_id")
    row, is_new = entries.enter(session, row)
    if is_new:
        _note(session, "review_corrected" if old else "reviewed", "model", model.id, by=by, now=now,
              result=row.result.value, reviewed_on=row.reviewed_on.isoformat())  # fmt: skip
    return model, is_new


def add_photo(
    session: Session, store: Store, subject: str, subject_id: UUID, photo_id: UUID, upload: media.Upload, *,
    by: Person, now: datetime,
) -> tuple[Picture, bool]:  # fmt: skip
    """The picture, and whether it is new. The caller has checked the permission. Scans stay with the staff."""
    known = session.get(HamletLifePhoto, photo_id)
    if known and (known.subject, known.subject_id) != (subject, subject_id):
        raise media.PictureIdTaken
    if known is None and session.get(Picture, photo_id) is not None:
        raise media.PictureIdTaken  # another room's photo
    of_this = (HamletLifePhoto.subject == subject, HamletLifePhoto.subject_id == subject_id)
    count = session.exec(select(func.count(col(HamletLifePhoto.id))).where(*of_this)).one()
    if not known and count >= MOST_PHOTOS:
        raise TooManyPhotos
    picture = media.receive(session, store, photo_id, upload, by=by.id, now=now)
    if not known:
        session.flush()
        session.add(
            HamletLifePhoto(
                id=photo_id, subject=subject, subject_id=subject_id, picture_id=picture.id, position=count
            )
        )  # fmt: skip
        _note(session, "photo_added", subject, subject_id, by=by, now=now, photo_id=str(photo_id))
    return picture, not known


def _note(
    session: Session, verb: str, subject: str, subject_id: UUID, *, by: Person, now: datetime, **detail: Any
) -> None:
    """`detail`: any JSON value."""
    journal.record(session, verb, subject, subject_id, actor=by.name, actor_id=by.id, now=now, **detail)
