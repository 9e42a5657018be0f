"""How a camera signs what it sends, and how messages about one event become one row, whatever their order."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from api.cameras.models import CameraEvent, Heard
from api.core import errors, secrets

WINDOW = timedelta(minutes=5)
NONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")
MOST_NAMES = 30


class SignatureWrong(errors.SignInNeeded):
    """Says neither whether the camera exists nor what was wrong."""

    code = "camera_signature_wrong"
    says = "Chữ ký của camera không đúng, hoặc đồng hồ của máy gửi lệch quá 5 phút."


class MessageReplayed(errors.Conflict):
    code = "camera_message_replayed"
    says = "Tin này đã nhận rồi. Mỗi lần gửi cần một mã dùng một lần mới."


class EventTooOld(errors.Rejected):
    code = "camera_event_too_old"
    says = "Sự kiện đã quá thời hạn lưu của camera này nên không nhận."


class EventInFuture(errors.Rejected):
    code = "camera_event_in_future"
    says = "Thời điểm của sự kiện ở tương lai. Xin chỉnh đồng hồ của camera."


class CameraOfAnother(errors.Rejected):
    code = "camera_of_another"
    says = "Tin này của một camera khác, không phải camera có khóa này."


class EventDecided(errors.Conflict):
    code = "camera_event_decided"
    says = "Đã có người xử lý sự kiện này. Xin tải lại trang."


def key_of(secret: bytes, camera_id: UUID, number: int) -> str:
    """The camera's key, 64 hexadecimal digits: only a holder of the installation's secret can make it."""
    return secrets.derive(secret, "camera", f"{camera_id}:{number}").hex()


@dataclass(frozen=True, slots=True)
class Signature:
    """`at` in Unix seconds; `body`: SHA-256 of the body in hexadecimal; `target`: path with its query."""

    method: str
    target: str
    at: str
    nonce: str
    body: str

    def made_with(self, key: str) -> str:
        text = "\n".join((self.method, self.target, self.at, self.nonce, self.body))
        return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()

    def check(self, given: str, key: str, *, now: datetime) -> None:
        """SignatureWrong for another key, another body or address, a time outside the window, a bad nonce."""
        is_right = hmac.compare_digest(self.made_with(key).encode(), given.encode())
        moment = int(self.at) if re.fullmatch(r"\d{9,11}", self.at) else 0
        is_now = abs(now - datetime.fromtimestamp(moment, UTC)) <= WINDOW
        if not (is_right and is_now and NONCE.fullmatch(self.nonce)):
            raise SignatureWrong


def merge(event: CameraEvent, heard: Heard) -> None:
    """Take over what is told. Each line gives the same in any order and when told twice."""
    event.is_review = event.is_review or heard.is_review
    event.started_at = min(event.started_at, heard.started_at)
    event.ended_at = max((one for one in (event.ended_at, heard.ended_at) if one), default=None)
    event.labels = sorted({*event.labels, *heard.labels})[:MOST_NAMES]
    event.zones = sorted({*event.zones, *heard.zones})[:MOST_NAMES]
    event.score = max((one for one in (event.score, heard.score) if one is not None), default=None)
    event.is_alert = event.is_alert or heard.is_alert
    event.words = max(event.words, heard.words, key=lambda words: (len(words), words))


def check_time(started_at: datetime, retention_days: int, *, now: datetime) -> None:
    """What is past its time would be erased at once; what is to come is a wrong clock."""
    if started_at > now + WINDOW:
        raise EventInFuture
    if started_at < now - timedelta(days=retention_days):
        raise EventTooOld
