"""Decisions about crews: who may not inspect, how a violation stands, what words may not be made public."""

import re
from collections.abc import Collection
from datetime import date
from uuid import UUID

from api.core import errors, text
from api.crews.models import CrewContract, CrewPublication, CrewViolation, PublicationState, ViolationState

MOST_PHOTOS = 20
_PLATE = re.compile(r"\b\d{2}[A-Z]{1,2}\d?[\s.-]*\d{3}[\s.]?\d{1,2}\b", re.IGNORECASE)
_MARKS = re.compile(r"[^\w\s]")
_LONG_NUMBER = re.compile(r"(?<!\d)(?:\+84|0)(?:[\s.-]?\d){9}(?!\d)|(?<!\d)\d{12}(?!\d)")  # a phone, an identity card


class CollectsItself(errors.Conflict):
    """Plan 2.4c names police and economic division; who runs collection does not inspect it."""

    code = "crew_collects_itself"
    says = "Đơn vị của Ông/Bà trực tiếp làm dịch vụ thu gom nên không tự kiểm tra, không lập hoặc duyệt công khai."


class DayInFuture(errors.Rejected):
    code = "crew_day_in_future"
    says = "Ngày này chưa đến. Xin xem lại."


class DaysReversed(errors.Rejected):
    code = "crew_days_reversed"
    says = "Ngày sau lại đứng trước ngày đầu. Xin xem lại."


class VoidWithoutWords(errors.Rejected):
    code = "crew_void_without_words"
    says = "Xin ghi lý do bỏ vi phạm này."


class NamesPerson(errors.Rejected):
    code = "crew_words_name_person"
    says = "Lời công khai không được có tên người, số điện thoại, số giấy tờ hay biển số xe."


class SamePerson(errors.Conflict):
    code = "crew_same_person"
    says = "Người soạn không tự duyệt. Xin nhờ một người khác kiểm tra."


class ReturnedWithoutWords(errors.Rejected):
    code = "crew_returned_without_words"
    says = "Xin ghi chỗ cần sửa."


def check_collects(unit_id: UUID | None, collecting: Collection[UUID]) -> None:
    if unit_id is not None and unit_id in collecting:
        raise CollectsItself


def check_days(first: date, last: date | None, field: str) -> None:
    if last is not None and last < first:
        raise DaysReversed(field=field)


def check_past(day: date | None, today: date, field: str) -> None:
    if day is not None and day > today:
        raise DayInFuture(field=field)


def state_on(violation: CrewViolation, day: date) -> ViolationState:
    """At the end of that day. Due on the day itself is not late."""
    if violation.voided_on is not None and violation.voided_on <= day:
        return ViolationState.VOID
    if violation.remedied_on is not None and violation.remedied_on <= day:
        return ViolationState.REMEDIED
    if violation.due_on is not None and violation.due_on < day:
        return ViolationState.OVERDUE
    return ViolationState.OPEN


def holds_on(contract: CrewContract, day: date) -> bool:
    return contract.valid_from <= day and (contract.valid_to is None or day <= contract.valid_to)


def shown_on(publication: CrewPublication, day: date) -> bool:
    """Whether everybody could read it on that day."""
    return (
        publication.published_on is not None
        and publication.published_on <= day
        and (publication.withdrawn_on is None or day < publication.withdrawn_on)
        and (publication.shown_until is None or day <= publication.shown_until)
    )


def is_live(publication: CrewPublication) -> bool:
    return publication.state is not PublicationState.WITHDRAWN


def check_words(told: str, people: Collection[str], field: str = "fault") -> None:
    """NamesPerson when a known name (of the leader, of staff), a plate, a phone or an identity number stands there."""
    folded = f" {text.fold(_MARKS.sub(' ', told))} "
    names = (text.fold(re.sub(r"\(.*?\)", "", name)) for name in people)
    named = any(f" {name} " in folded for name in names if " " in name)
    if named or _PLATE.search(told) or _LONG_NUMBER.search(told):
        raise NamesPerson(field=field)
