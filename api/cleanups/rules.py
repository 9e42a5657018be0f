"""Pure decisions about check-ins: what must be there, what cannot be, who may still correct."""

import hashlib
import json
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from api.accounts.models import Role
from api.accounts.rules import Person
from api.cleanups.models import Cleanup, EntryChannel, Outcome, SecondReport, Slot
from api.cleanups.schemas import MOST_PHOTOS, Amounts, CheckIn
from api.core import errors

# Phones wait in fields without a network and paper lists come once a month; what is older than two months
# belongs to figures that have been reported already.
OLDEST_DAYS = 60
CORRECTION_TIME = timedelta(days=7)
AMOUNTS = (
    "participants", "households_joined", "waste_kg", "recyclable_kg", "hyacinth_kg", "road_m", "road_count", "canal_m",
    "spots_cleared", "ads_removed", "trees", "pledges", "flower_road_m", "funding_vnd",
)  # fmt: skip


class ParticipantsMissing(errors.Rejected):
    code = "cleanup_participants_missing"
    says = "Số người phải lớn hơn 0."


class PhotoMissing(errors.Rejected):
    code = "cleanup_photo_missing"
    says = "Cần ít nhất một ảnh ra quân."


class TooManyPhotos(errors.Rejected):
    code = "cleanup_too_many_photos"
    says = f"Mỗi buổi ra quân gửi tối đa {MOST_PHOTOS} ảnh."


class ReasonMissing(errors.Rejected):
    code = "cleanup_reason_missing"
    says = "Xin ghi lý do không tổ chức (mưa bão, việc làng, mùa vụ…)."


class ReasonOutOfPlace(errors.Rejected):
    code = "cleanup_reason_out_of_place"
    says = "Đã tổ chức thì không ghi lý do không tổ chức."


class AmountOutOfPlace(errors.Rejected):
    code = "cleanup_amount_out_of_place"
    says = "Không tổ chức thì để trống số người và kết quả."


class ForcesTooMany(errors.Rejected):
    code = "cleanup_forces_too_many"
    says = "Cộng các lực lượng nhiều hơn tổng số người tham gia."


class DayInFuture(errors.Rejected):
    code = "cleanup_day_in_future"
    says = "Ngày ra quân chưa đến. Xin xem lại ngày."


class DayTooOld(errors.Rejected):
    code = "cleanup_day_too_old"
    says = f"Ngày ra quân đã quá {OLDEST_DAYS} ngày nên không báo được nữa."


class ChannelWrong(errors.Rejected):
    code = "cleanup_channel_wrong"
    says = "Trưởng thôn báo trực tiếp qua ứng dụng."


class CorrectionTooLate(errors.Conflict):
    code = "cleanup_correction_too_late"
    says = "Đã quá 7 ngày nên không sửa được nữa. Xin báo Phòng Kinh tế."


class PhotoIdTaken(errors.Conflict):
    code = "cleanup_photo_id_taken"
    says = "Mã ảnh đã dùng cho buổi ra quân khác. Xin chọn lại ảnh."


def check_content(cleanup: Cleanup, *, photos: int) -> None:
    """The three fields nobody can leave out, the reason when nothing was held, and sums that can be true."""
    check_photo_count(photos)
    if cleanup.outcome is Outcome.NOT_HELD:
        if not cleanup.no_event_reason:
            raise ReasonMissing(field="no_event_reason")
        filled = next((name for name in AMOUNTS if getattr(cleanup, name) is not None), None)
        filled = filled or next((name for name in ("forces", "heaps", "route") if getattr(cleanup, name)), None)
        if filled:
            raise AmountOutOfPlace(field=filled)
        return
    if cleanup.no_event_reason:
        raise ReasonOutOfPlace(field="no_event_reason")
    if not cleanup.participants:
        raise ParticipantsMissing(field="participants")
    if not photos and cleanup.channel is EntryChannel.APP:
        raise PhotoMissing(field="photos")
    if sum(cleanup.forces.values()) > cleanup.participants:
        raise ForcesTooMany(field="forces")


def check_photo_count(photos: int) -> None:
    if photos > MOST_PHOTOS:
        raise TooManyPhotos(field="photos")


def check_day(held_on: date, today: date) -> None:
    """By the server's calendar: not to come, and not longer ago than figures stay open."""
    if held_on > today:
        raise DayInFuture(field="held_on")
    if held_on < today - timedelta(days=OLDEST_DAYS):
        raise DayTooOld(field="held_on")


def check_channel(channel: EntryChannel, by: Person) -> None:
    """Only officers enter what came to them by Zalo, on paper or by phone; a head has the app and its photo."""
    if by.role is Role.HAMLET_HEAD and channel is not EntryChannel.APP:
        raise ChannelWrong(field="channel")


def check_correction(cleanup: Cleanup | SecondReport, by: Person, now: datetime) -> None:
    """Its maker, for seven days by the server's clock."""
    if cleanup.made_by != by.id:
        raise errors.NotAllowed
    if now > correction_ends(cleanup.received_at):
        raise CorrectionTooLate


def correction_ends(received_at: datetime) -> datetime:
    return received_at + CORRECTION_TIME


def may_correct_until(cleanup: Cleanup, by_id: UUID, now: datetime) -> datetime | None:
    """Until when this person may correct it; None if not at all."""
    ends = correction_ends(cleanup.received_at)
    return ends if cleanup.made_by == by_id and now <= ends else None


def event_key(hamlet_id: UUID, held_on: date, slot: Slot, organiser_id: UUID | None) -> str:
    """The same for two check-ins of one event."""
    return f"{hamlet_id}:{held_on}:{slot}:{organiser_id or ''}"


def columns(values: dict[str, Any]) -> dict[str, Any]:
    """From the wire's fields to the table's, of any kind: nothing said is an empty text, forces not counted go."""
    if "forces" in values:
        values["forces"] = {force: count for force, count in (values["forces"] or {}).items() if count is not None}
    if "places" in values:
        values["places"] = sorted({str(one) for one in values["places"] or ()})
    if "heaps" in values:
        values["heaps"] = {str(one): count for one, count in (values["heaps"] or {}).items()}
    if "route" in values:
        values["route"] = [list(pair) for pair in values["route"] or ()]
    for name in {"note", "in_kind"} & values.keys():
        values[name] = values[name] or ""
    if "no_event_reason" in values:
        values["no_event_reason"] = values["no_event_reason"] or None
    return values


def told(second: SecondReport, cleanup: Cleanup) -> dict[str, Any]:
    """What a second report says, in the table's fields (of any kind), as it would stand in the first one's place.

    What it says nothing about stays, as long as both say that it was held or was not; the forces go with the people.
    """
    said = CheckIn.model_validate(second.content)
    fields = set(Amounts.model_fields) if said.outcome is not cleanup.outcome else set(said.model_fields_set)
    if "participants" in fields:
        fields.add("forces")
    fields &= {*Amounts.model_fields, "outcome"} - {"photos", "before_photos"}
    return columns(said.model_dump(include=fields | {"outcome"}))


def fingerprint(check_in: CheckIn) -> str:
    """The same for the same content. Fields left at their defaults do not count, so new ones can be added later."""
    content = check_in.model_dump(mode="json", exclude_defaults=True)
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
