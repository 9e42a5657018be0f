"""Keeping the register: crews, their contracts with scans, and which units collect themselves."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from api.accounts import queries as accounts
from api.accounts.models import Unit
from api.accounts.rules import Person
from api.core import errors
from api.crews import queries, rules
from api.crews.models import Crew, CrewContract, CrewPhoto, CrewPhotoKind, CrewSetting
from api.crews.schemas import CrewContractEdit, CrewEdit, CrewSettings, CrewSettingsShape
from api.journal import actions as journal
from api.journal import rules as changes
from api.media import actions as media
from api.media.models import Picture
from api.media.store import Store
from api.places import queries as places

SOURCE = "Kế hoạch, mục III, nhiệm vụ 2.4c: Công an xã, Phòng Kinh tế kiểm tra; đơn vị làm dịch vụ không tự kiểm tra"
COLLECTING = ("TTDV",)  # codes of units


class CrewCodeTaken(errors.Conflict):
    code = "crew_code_taken"
    says = "Mã này đã dùng cho tổ khác."


class CrewPhotoIdTaken(errors.Conflict):
    code = "crew_photo_id_taken"
    says = "Mã ảnh đã dùng rồi. Xin chọn lại ảnh."


class TooManyCrewPhotos(errors.Conflict):
    code = "crew_too_many_photos"
    says = f"Mục này đã đủ {rules.MOST_PHOTOS} ảnh."


class OfAnotherCrew(errors.Conflict):
    code = "crew_of_another"
    says = "Mục này thuộc tổ khác. Xin tải lại trang."


def put_crew(session: Session, crew_id: UUID, wish: CrewEdit, *, version: int, by: Person, now: datetime) -> Crew:
    """Enter a crew (`version` 0) or change it."""
    row = session.get(Crew, crew_id, with_for_update=True)
    if version != (row.version if row else 0):
        raise errors.Stale(current=row.model_dump(mode="json") if row else None)
    rules.check_days(wish.valid_from, wish.valid_to, "valid_to")
    taken = session.exec(select(Crew).where(func.lower(Crew.code) == wish.code.lower())).first()
    if taken and taken.id != crew_id:
        raise CrewCodeTaken(field="code")
    if wish.unit_id:
        accounts.require_unit(session, wish.unit_id)
    for hamlet_id in wish.hamlet_ids:
        places.require(session, hamlet_id)
    values = wish.model_dump() | {"hamlet_ids": [str(one) for one in dict.fromkeys(wish.hamlet_ids)]}
    row = row or Crew(id=crew_id, code="", name="", organisation="", valid_from=wish.valid_from, version=0)
    found = apply(session, row, values)
    record(session, "crew_set", row.id, by=by, now=now, changes=found)
    return row


def put_contract(
    session: Session, crew_id: UUID, contract_id: UUID, wish: CrewContractEdit, *, version: int, by: Person,
    now: datetime,
) -> CrewContract:  # fmt: skip
    """Enter a contract (`version` 0) or change it."""
    crew = queries.require(session, crew_id)
    row = session.get(CrewContract, contract_id, with_for_update=True)
    if row and row.crew_id != crew.id:
        raise OfAnotherCrew
    if version != (row.version if row else 0):
        raise errors.Stale(current=row.model_dump(mode="json") if row else None)
    rules.check_days(wish.valid_from, wish.valid_to, "valid_to")
    row = row or CrewContract(
        id=contract_id, crew_id=crew.id, number="", signed_on=wish.signed_on, valid_from=wish.valid_from, version=0
    )
    found = apply(session, row, wish.model_dump())
    record(session, "crew_contract_set", crew.id, by=by, now=now, contract=str(row.id), changes=found)
    return row


def add_photo(
    session: Session, store: Store, photo_id: UUID, kind: CrewPhotoKind, upload: media.Upload, *,
    contract: UUID | None = None, violation: UUID | None = None, crew_id: UUID, by: Person, now: datetime,
) -> tuple[Picture, bool]:  # fmt: skip
    """A scan of a contract, or a photo of a violation; True when it is new. It stays with staff."""
    photo = session.get(CrewPhoto, photo_id)
    if photo is not None and (photo.contract_id, photo.violation_id) != (contract, violation):
        raise CrewPhotoIdTaken
    if photo is None:
        if session.get(Picture, photo_id) is not None:
            raise media.PictureIdTaken  # another room's photo
        owner = col(CrewPhoto.contract_id) == contract if contract else col(CrewPhoto.violation_id) == violation
        count = session.exec(select(func.count()).select_from(CrewPhoto).where(owner)).one()
        if count >= rules.MOST_PHOTOS:
            raise TooManyCrewPhotos
        photo = CrewPhoto(
            id=photo_id, crew_id=crew_id, contract_id=contract, violation_id=violation, kind=kind, position=count
        )
    is_new = photo.picture_id is None
    picture = media.receive(session, store, photo_id, upload, by=by.id, now=now)
    if is_new:
        session.flush()
        photo.picture_id = picture.id
        session.add(photo)
        record(session, "photo_added", crew_id, by=by, now=now, photo_id=str(photo_id), kind=kind.value)
    return picture, is_new


def set_collecting(session: Session, wish: CrewSettings, *, version: int, by: Person, now: datetime) -> CrewSetting:
    """Which units collect themselves; nobody of them may say so."""
    row = session.get(CrewSetting, 1, with_for_update=True) or CrewSetting()
    rules.check_collects(by.account.unit_id, {UUID(one) for one in row.collecting_unit_ids})
    if row.version != version:
        raise errors.Stale(current=CrewSettingsShape.model_validate(row))
    for unit_id in wish.collecting_unit_ids:
        accounts.require_unit(session, unit_id)
    found = apply(session, row, {"collecting_unit_ids": [str(one) for one in wish.collecting_unit_ids],
                                 "source": wish.source})  # fmt: skip
    journal.record(session, "changed", "crew_setting", None, actor=by.name, actor_id=by.id, now=now, changes=found)
    return row


def apply(session: Session, row: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Set `values` on a row of any table of this room, one version on; what changed, for the journal."""
    found = changes.differences(row, values)
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    session.add(row)
    session.flush()
    return found


def record(session: Session, verb: str, crew_id: UUID, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, queries.KIND, crew_id, actor=by.name, actor_id=by.id, now=now, **detail)


def seed(session: Session, units: dict[str, Unit]) -> None:
    """The plan's own rule, to begin with."""
    if session.get(CrewSetting, 1) is None:
        ids = [str(units[code].id) for code in COLLECTING if code in units]
        session.add(CrewSetting(id=1, collecting_unit_ids=ids, source=SOURCE))
