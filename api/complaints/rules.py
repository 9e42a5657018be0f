"""The workflow as a table, and the pure decisions about a complaint."""

import math
import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from api.complaints.models import Category, Complaint, Status
from api.core import errors

S = Status
MOVES: dict[Status, frozenset[Status]] = {
    S.SUBMITTED: frozenset({S.NEED_INFO, S.ACCEPTED, S.REJECTED, S.MERGED, S.TRANSFERRED_OUT, S.WITHDRAWN}),
    S.NEED_INFO: frozenset({S.SUBMITTED, S.ACCEPTED, S.REJECTED, S.MERGED, S.WITHDRAWN}),
    S.ACCEPTED: frozenset({S.ASSIGNED, S.NEED_INFO, S.REJECTED, S.MERGED, S.TRANSFERRED_OUT, S.WITHDRAWN}),
    S.ASSIGNED: frozenset(
        {
            S.ASSIGNED, S.VERIFYING, S.PROCESSING, S.RESOLVED, S.NEED_INFO, S.MERGED, S.TRANSFERRED_OUT,
            S.WITHDRAWN,
        }
    ),
    S.VERIFYING: frozenset(
        {
            S.ASSIGNED, S.PROCESSING, S.RESOLVED, S.NEED_INFO, S.REJECTED, S.MERGED, S.TRANSFERRED_OUT,
            S.WITHDRAWN,
        }
    ),
    S.PROCESSING: frozenset({S.ASSIGNED, S.RESOLVED, S.NEED_INFO, S.TRANSFERRED_OUT, S.WITHDRAWN}),
    S.RESOLVED: frozenset({S.REPLIED, S.REOPENED}),
    S.REPLIED: frozenset({S.CLOSED, S.REOPENED}),
    S.CLOSED: frozenset({S.REOPENED}),
    S.REJECTED: frozenset({S.REOPENED}),
    S.TRANSFERRED_OUT: frozenset({S.CLOSED, S.REOPENED}),
    S.REOPENED: frozenset({S.ASSIGNED, S.NEED_INFO, S.TRANSFERRED_OUT, S.WITHDRAWN}),
    S.MERGED: frozenset(),
    S.WITHDRAWN: frozenset({S.REOPENED}),
}  # fmt: skip
OPEN = frozenset({S.SUBMITTED, S.NEED_INFO, S.ACCEPTED, S.ASSIGNED, S.VERIFYING, S.PROCESSING, S.RESOLVED, S.REOPENED})
TONES = {
    S.SUBMITTED: "wait", S.NEED_INFO: "wait", S.ACCEPTED: "work", S.ASSIGNED: "work", S.VERIFYING: "work",
    S.PROCESSING: "work", S.REOPENED: "work", S.RESOLVED: "done", S.REPLIED: "done", S.CLOSED: "done",
    S.REJECTED: "stop", S.MERGED: "stop", S.TRANSFERRED_OUT: "stop", S.WITHDRAWN: "stop",
}  # fmt: skip
# The step whose deadline runs while a case is in a state; None: the clock stands still.
STEPS: dict[Status, str | None] = {
    S.SUBMITTED: "receive", S.ACCEPTED: "assign", S.ASSIGNED: "verify", S.REOPENED: "assign",
    S.VERIFYING: "resolve", S.PROCESSING: "resolve", S.RESOLVED: "reply",
    S.NEED_INFO: None, S.REPLIED: None, S.CLOSED: None, S.REJECTED: None, S.MERGED: None, S.TRANSFERRED_OUT: None,
    S.WITHDRAWN: None,
}  # fmt: skip
_CODE = re.compile(r"([a-z]{2,4})[\s\-.–]*(\d{2})[\s\-.–]*(\d{1,7})", re.IGNORECASE | re.ASCII)
LONGEST_TITLE = 90
Box = tuple[float, float, float, float]  # west, south, east, north in degrees
METRES_A_DEGREE = 111_195  # of latitude


class MoveNotAllowed(errors.Conflict):
    code = "move_not_allowed"
    says = "Phản ánh đang ở trạng thái không làm được việc này. Xin tải lại để xem trạng thái mới."


class CaseRestricted(errors.Conflict):
    code = "case_restricted"
    says = "Nội dung này thuộc thủ tục khác nên không xử lý ở đường dây nóng. Muốn xử lý tiếp, xin đưa trở lại."


class BoxBroken(errors.Rejected):
    code = "box_broken"
    says = "Khung bản đồ chưa đúng: cần tây,nam,đông,bắc tính bằng độ."


class EvidenceMissing(errors.Conflict):
    code = "evidence_missing"
    says = "Cần ít nhất một ảnh sau xử lý, hoặc ghi rõ lý do không có ảnh."


def moves_from(current: Status, asked_from: Status | None) -> frozenset[Status]:
    """What may follow. From a question the case may always go back to where it was asked."""
    return MOVES[current] | {asked_from} if current is S.NEED_INFO and asked_from else MOVES[current]


def check_move(
    current: Status, new: Status, asked_from: Status | None = None, labels: Mapping[Status, str] | None = None
) -> None:
    """MoveNotAllowed unless the workflow knows this step; it says which steps there are, by their `labels`."""
    reachable = moves_from(current, asked_from)
    if new in reachable:
        return
    words = labels or {status: status.value for status in Status}
    allowed = [{"code": status.value, "label": words[status]} for status in Status if status in reachable]
    instead = ", ".join(f"“{one['label']}”" for one in allowed)
    says = f"Phản ánh đang “{words[current]}” nên chưa sang “{words[new]}” được. "
    says += f"Từ đây chỉ có thể sang: {instead}." if allowed else "Từ đây không chuyển đi đâu được nữa."
    raise MoveNotAllowed(says, status_now=current, status_wanted=new, allowed=allowed)


def check_unrestricted(complaint: Complaint) -> None:
    """What has another procedure by law stands still here; notes, and giving it back, are all that is left."""
    if complaint.is_restricted:
        raise CaseRestricted


class Change(NamedTuple):
    """A change of state, as the journal keeps it."""

    at: datetime
    before: Status | None
    after: Status


class FreshEvidenceMissing(errors.Conflict):
    code = "fresh_evidence_missing"
    says = "Người gửi báo chưa xong: cần ảnh chụp sau lần mở lại này. Lý do không có ảnh chỉ đơn vị khác mới ghi được."


def check_evidence(after_photos: int, no_photo_reason: str | None, *, is_again: bool = False) -> None:
    """Resolving needs an after-photo that has arrived, or a written reason.

    `is_again`: who called it done before does so once more after a reopening. Only photos newer than that count
    then, and no reason stands for them.
    """
    if not after_photos and is_again:
        raise FreshEvidenceMissing(field="no_photo_reason")
    if not after_photos and not no_photo_reason:
        raise EvidenceMissing(field="no_photo_reason")


def code_of(prefix: str, year: int, number: int) -> str:
    """KS-26-0042"""
    return f"{prefix}-{year % 100:02d}-{number:04d}"


def tidy_code(text: str) -> str | None:
    """A code as it is stored, from what people type ("ks 26 42", "KS260042"); None when it is no code."""
    found = _CODE.fullmatch(text.strip())
    if not found:
        return None
    prefix, year, number = found.groups()
    return f"{prefix.upper()}-{year}-{int(number):04d}"


def staff_title(complaint: Complaint, category: Category | None) -> str:
    """The first words of the reporter, else the category, else the place."""
    first = next((line.strip() for line in complaint.words.splitlines() if line.strip()), "")
    text = first or (category.label if category else "") or complaint.place_words or "Phản ánh có ảnh"
    if len(text) <= LONGEST_TITLE:
        return text
    return text[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def public_title(category_label: str | None, hamlet_name: str | None) -> str:
    """Never the reporter's own words: they have not been checked."""
    return ", ".join(part for part in (category_label or "Phản ánh về rác thải", hamlet_name) if part)


def box_around(lat: float, lon: float, radius_m: float) -> Box:
    """The box that holds every point within `radius_m` metres."""
    tall = radius_m / METRES_A_DEGREE
    wide = tall / max(math.cos(math.radians(lat)), 0.01)
    return lon - wide, lat - tall, lon + wide, lat + tall


def parse_box(text: str) -> Box:
    """west,south,east,north in degrees, when it is a box on the globe; else BoxBroken."""
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise BoxBroken(field="bbox") from None
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise BoxBroken(field="bbox")
    return west, south, east, north
