"""Placeholders in canned replies, and which of them fires when a case comes into a state."""

import re
from collections.abc import Mapping, Sequence

from api.complaints.models import Status
from api.complaints.reply_models import CannedReply
from api.core import errors

# Placeholder -> what is written where a case has no value for it yet.
PLACEHOLDERS: dict[str, str] = {
    "ma": "", "loai": "rác thải", "ten_thon": "địa bàn xã", "ngay_gui": "", "ngay_hen": "thời hạn quy định",
    "don_vi": "đơn vị phụ trách", "ket_qua": "đã xử lý xong",
}  # fmt: skip
# The other steps carry words that an officer writes; a second voice beside them would only confuse.
FIRES_ON = frozenset(
    {Status.SUBMITTED, Status.ACCEPTED, Status.ASSIGNED, Status.VERIFYING, Status.PROCESSING, Status.CLOSED}
)
_BRACES = re.compile(r"\{([^{}]*)\}")


class PlaceholderUnknown(errors.Rejected):
    code = "placeholder_unknown"
    says = f"Có chỗ điền không nhận ra. Trong ngoặc nhọn chỉ dùng: {', '.join(PLACEHOLDERS)}."


class CannotFire(errors.Rejected):
    code = "reply_cannot_fire"
    says = "Chỉ tự gửi được khi tiếp nhận, phân công, đi kiểm tra, xử lý hoặc đóng. Xin chọn một trạng thái như vậy."


def check(text: str, status: Status | None, *, fires_by_itself: bool) -> None:
    """PlaceholderUnknown for a brace that means nothing; CannotFire where an officer's own words go out."""
    unknown = sorted(set(_BRACES.findall(text)) - PLACEHOLDERS.keys())
    if unknown or re.search(r"[{}]", _BRACES.sub("", text)):
        raise PlaceholderUnknown(field="text", unknown=unknown)
    if fires_by_itself and status not in FIRES_ON:
        raise CannotFire(field="status")


def fill(text: str, facts: Mapping[str, str | None]) -> tuple[str, list[str]]:
    """The words with this case's facts in them, and the placeholders it has no fact for."""
    missing = [name for name in dict.fromkeys(_BRACES.findall(text)) if not facts.get(name)]
    return _BRACES.sub(lambda found: facts.get(found[1]) or PLACEHOLDERS.get(found[1], ""), text), missing


def firing(replies: Sequence[CannedReply], category: str | None) -> CannedReply | None:
    """Of those that fire on the same state the one made for the category, else the one for any; in the list's order."""
    return next((reply for reply in sorted(replies, key=lambda one: (one.category is None, one.position))
                 if reply.category in (None, category)), None)  # fmt: skip
