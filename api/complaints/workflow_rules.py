"""Pure decisions about who works on a case: its holder, its fault, its parts, and what was asked outside."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from api.complaints.models import Complaint, Priority, Status
from api.complaints.rules import OPEN
from api.complaints.workflow_models import OutsideRequest, RequestState
from api.core import errors

S = Status
PING_PONG = 2  # from so many hand-overs on, somebody has to decide whose case it is
LINK_LIFE = timedelta(days=30)  # after the day the answer is due: what was written without a line still arrives
HELD = frozenset({S.ASSIGNED, S.VERIFYING, S.PROCESSING})
UNDECIDED = frozenset({S.SUBMITTED, S.NEED_INFO})


class OwnFault(errors.NotAllowed):
    code = "own_fault"
    says = "Phản ánh này nói về chính đơn vị của Ông/Bà, nên đơn vị khác phải xác minh và kết luận."


class SameHolder(errors.Conflict):
    code = "same_holder"
    says = "Đơn vị này đang giữ phản ánh rồi. Xin chọn đơn vị khác."


class NotHeld(errors.Conflict):
    code = "not_held"
    says = "Chưa đơn vị nào giữ phản ánh này, nên chưa chuyển tay được. Xin giao việc trước."


class ReasonMissing(errors.Conflict):
    code = "priority_reason_missing"
    says = "Xin ghi lý do đổi mức ưu tiên: hạn xử lý sẽ thay đổi theo."


class HolderSupports(errors.Conflict):
    code = "holder_supports"
    says = "Đơn vị đang giữ phản ánh không thể đồng thời là đơn vị phối hợp."


class PartsOpen(errors.Conflict):
    code = "parts_open"
    says = "Phản ánh này đã tách thành nhiều phần, còn phần chưa xong."


class PartOfAnother(errors.Conflict):
    code = "part_of_another"
    says = "Đây là một phần tách ra từ phản ánh khác. Xin làm việc này ở phản ánh gốc."


def may_judge(at_fault_unit_id: UUID | None, unit_id: UUID | None) -> bool:
    """A unit that such a case accuses may do the work, but neither check the facts nor say that all is well."""
    return at_fault_unit_id is None or at_fault_unit_id != unit_id


def check_judge(at_fault_unit_id: UUID | None, unit_id: UUID | None, *, instead: str) -> None:
    """OwnFault, with the name of the unit that may do it `instead`."""
    if not may_judge(at_fault_unit_id, unit_id):
        raise OwnFault(f"{OwnFault.says} Việc này do {instead} làm.", who_may=instead)


def check_priority_reason(status: Status, before: Priority, after: Priority | None, reason: str) -> None:
    """While a case is still being sorted its priority is a first opinion; later on a change needs a reason."""
    if after and after is not before and status not in UNDECIDED and not reason:
        raise ReasonMissing(field="priority_reason")


def check_handover(status: Status, holder_id: UUID | None, to_id: UUID) -> None:
    if holder_id is None or status not in HELD:
        raise NotHeld
    if holder_id == to_id:
        raise SameHolder(field="unit_id")


def check_support(holder_id: UUID | None, unit_ids: Iterable[UUID]) -> None:
    if holder_id in set(unit_ids):
        raise HolderSupports(field="supporting_unit_ids")


def check_parts_ended(parts: Sequence[Complaint]) -> None:
    """The whole is answered when all its parts are: the resident asked once and is owed one answer."""
    if open_codes := [part.code for part in parts if part.status in OPEN]:
        raise PartsOpen(f"{PartsOpen.says[:-1]}: {', '.join(open_codes)}.", open_parts=open_codes)


def sum_of_parts(parts: Sequence[tuple[str, str, str]]) -> str:
    """What became of the whole: (code, what it was about, state's label) of each part as one line each."""
    return "\n".join(f"{code} · {title}: {label}" for code, title, label in parts)[:2000]


class Link(NamedTuple):
    """What decides whether the link of a request still opens."""

    revoked_at: datetime | None
    expires_at: datetime
    answered_at: datetime | None
    due_at: datetime


def link_of(request: OutsideRequest) -> Link:
    return Link(request.revoked_at, request.expires_at, request.answered_at, request.due_at)


def request_state(link: Link, now: datetime) -> RequestState:
    if link.answered_at:
        return RequestState.ANSWERED
    if link.revoked_at:
        return RequestState.REVOKED
    if link.expires_at <= now:
        return RequestState.EXPIRED
    return RequestState.OVERDUE if link.due_at <= now else RequestState.WAITING


def is_open_link(link: Link, now: datetime) -> bool:
    """A request that was taken back, or is long over, opens no more."""
    return link.revoked_at is None and link.expires_at > now
