"""The errors of this house. They carry meaning, not HTTP; `problems.py` turns kinds into statuses.

HouseError
├── NotFound        the thing is not there, or not yours to know about
├── SignInNeeded    nobody is signed in
├── NotAllowed      somebody is, and may not do this
├── Conflict        the thing's present state forbids it
│   └── Stale       somebody changed it since it was read
├── PreconditionMissing   a change without saying which version it changes
├── Rejected        the payload itself is at fault (a file that is no picture)
│   └── TooLarge
├── TooMany         slow down
└── Unavailable     not now (disk full, database busy)

A concrete error lives next to the rule or query that raises it, with a stable `code` and a Vietnamese
sentence in `says`.
"""

from typing import Any, ClassVar


class HouseError(Exception):
    """Root of the tree. `says` is shown to people; `extra` goes into the problem document."""

    code: ClassVar[str] = "error"
    says: ClassVar[str] = "Có lỗi, xin thử lại."

    def __init__(self, says: str | None = None, *, field: str | None = None, **extra: Any) -> None:
        super().__init__(says or self.says)
        self.sentence = says or self.says
        self.field = field
        self.extra = extra  # values of any JSON kind, rendered as members of the problem


class NotFound(HouseError):
    code = "not_found"
    says = "Không tìm thấy."


class SignInNeeded(HouseError):
    code = "sign_in_needed"
    says = "Phiên làm việc đã hết. Xin đăng nhập lại, số liệu đang nhập vẫn còn."


class NotAllowed(HouseError):
    code = "not_allowed"
    says = "Ông/Bà không có quyền làm việc này."


class Conflict(HouseError):
    code = "conflict"
    says = "Việc này không làm được ở trạng thái hiện tại."


class Stale(Conflict):
    code = "stale"
    says = "Người khác vừa sửa mục này. Xin xem lại trước khi lưu."


class PreconditionMissing(HouseError):
    code = "precondition_missing"
    says = "Thiếu phiên bản của mục cần sửa (If-Match). Xin tải lại trang rồi làm lại."


class Rejected(HouseError):
    code = "rejected"
    says = "Nội dung gửi lên không dùng được."


class TooLarge(Rejected):
    code = "too_large"
    says = "Nội dung gửi lên lớn quá."


class TooMany(HouseError):
    """`retry_after` in seconds."""

    code = "too_many"
    says = "Ông/Bà đã gửi nhiều lần. Xin đợi ít phút rồi thử lại, hoặc gọi đường dây nóng."

    def __init__(self, says: str | None = None, *, retry_after: int = 60, **extra: Any) -> None:
        super().__init__(says, **extra)
        self.retry_after = retry_after


class Unavailable(HouseError):
    code = "unavailable"
    says = "Máy chủ đang bận. Xin thử lại sau ít phút."
