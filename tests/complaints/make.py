"""Complaints for tests, brought into any state by the real actions."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import func
from sqlmodel import Session, col, select

from api.accounts.rules import Person
from api.complaints import actions, feedback_actions, handling, triage
from api.complaints.desk_schemas import Acceptance, AskedText, Assignment, Rejection, Resolution, Transfer
from api.complaints.feedback_schemas import Withdrawal
from api.complaints.models import Complaint, Status
from api.complaints.schemas import Submission
from api.core.settings import Environment, Settings
from api.journal.models import Entry
from tests import photos
from tests.accounts.make import make_person, make_unit
from tests.places.make import CENTER, make_hamlet

MONDAY = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)  # 09:00 in the commune, a working day like any other
WORDS = "Rác đổ cạnh mương sau nhà văn hóa, mùi hôi."
SETTINGS = Settings(
    _env_file=None, environment=Environment.DEVELOPMENT, secret_key="a-secret-for-tests-only-forty-eight-characters-x"
)
S = Status
# How a case comes into a state: the state before, and so on down to `submitted`.
WAY: dict[Status, Status] = {
    S.NEED_INFO: S.SUBMITTED, S.ACCEPTED: S.SUBMITTED, S.REJECTED: S.SUBMITTED, S.TRANSFERRED_OUT: S.ACCEPTED,
    S.ASSIGNED: S.ACCEPTED, S.VERIFYING: S.ASSIGNED, S.PROCESSING: S.VERIFYING, S.RESOLVED: S.PROCESSING,
    S.REPLIED: S.RESOLVED, S.CLOSED: S.REPLIED, S.REOPENED: S.CLOSED, S.WITHDRAWN: S.SUBMITTED,
}  # fmt: skip


def payload(**more: Any) -> dict[str, Any]:
    """A submission as a phone sends it; JSON values of any kind."""
    place = {"lat": CENTER[0], "lon": CENTER[1], "accuracy_m": 12, "source": "gps"}
    return {
        "id": str(uuid4()), "type": "complaint", "category": "dump_water", "words": WORDS,
        "reported_at": "2026-11-30T01:58:00Z", "place": place, "photos": [], "contact": None,
    } | more  # fmt: skip


def submission(**more: Any) -> Submission:
    return Submission.model_validate(payload(**more))


def contact(name: str = "Vũ Thị Người Báo", phone: str = "0912345678") -> dict[str, Any]:
    return {"name": name, "phone": phone, "consent": True, "consent_version": "2026-11"}


def make_complaint(
    session: Session, *, hamlet: str | None = "Thôn Mẫu 3", status: Status = S.SUBMITTED, unit: str = "TTDV",
    by: Person | None = None, now: datetime = MONDAY, settings: Settings = SETTINGS, **more: Any,
) -> Complaint:  # fmt: skip
    """A case of this hamlet in this state. Every step takes a minute; `more` as `payload` takes it."""
    if hamlet:
        place = {"hamlet_id": str(make_hamlet(session, hamlet).id), "source": "hamlet", "words": "Sau nhà văn hóa"}
        more.setdefault("place", place)
    complaint, _ = actions.submit(session, submission(**more), settings, now=now)
    officer = by or make_person(session)
    for minutes, step in enumerate(way_to(status), start=1):
        bring(session, complaint, step, unit=unit, by=officer, now=now + timedelta(minutes=minutes))
    session.flush()
    return complaint


def way_to(status: Status) -> list[Status]:
    """The states after `submitted` on the way to this one."""
    return [] if status is S.SUBMITTED else [*way_to(WAY[status]), status]


def bring(session: Session, complaint: Complaint, to: Status, *, unit: str, by: Person, now: datetime) -> None:
    """One step, by the same action that its door calls."""
    who: Any = {"by": by, "now": now}
    steps = {
        S.NEED_INFO: lambda: triage.ask(session, complaint, AskedText(text="Rác ở phía nào của mương?"), **who),
        S.ACCEPTED: lambda: triage.accept(session, complaint, Acceptance(), **who),
        S.REJECTED: lambda: triage.reject(session, complaint, Rejection(reason="not_waste", text="Việc khác"), **who),
        S.TRANSFERRED_OUT: lambda: triage.transfer(session, complaint, _transfer(), **who),
        S.ASSIGNED: lambda: triage.assign(
            session, complaint, Assignment(unit_id=make_unit(session, unit).id, note="Làm trong tuần"), **who
        ),
        S.VERIFYING: lambda: handling.step(session, complaint, S.VERIFYING, "Đã đến xem", **who),
        S.PROCESSING: lambda: handling.step(session, complaint, S.PROCESSING, "Đang dọn", **who),
        S.RESOLVED: lambda: handling.resolve(
            session, complaint, _resolution(), by=_doer(session, complaint, by), now=now
        ),
        S.REPLIED: lambda: triage.reply(session, complaint, "Xã đã dọn xong, cảm ơn Ông/Bà.", **who),
        S.CLOSED: lambda: triage.close(session, complaint, **who),
        S.REOPENED: lambda: triage.reopen(session, complaint, "Rác lại đầy", **who),
        S.WITHDRAWN: lambda: feedback_actions.withdraw(
            session, complaint.id, Withdrawal(id=uuid4()), secret=SETTINGS.secret, now=now
        ),
    }
    steps[to]()


def _transfer() -> Transfer:
    letter_on: Any = "2026-11-30"
    return Transfer(body="Công ty Thủy lợi", letter_number="12/CV-UBND", letter_on=letter_on, text="Kênh của công ty")


def _doer(session: Session, complaint: Complaint, by: Person) -> Person:
    """After a reopening somebody of another unit: who said it was done once needs a new photo to say so again."""
    return make_person(session, unit=f"DV{complaint.reopen_count}") if complaint.reopened_at else by


def _resolution() -> Resolution:
    return Resolution(text="Đã dọn 300 kg rác", no_photo_reason="Máy hỏng", waste_kg=300)


def verbs(session: Session, subject_id: UUID) -> list[str]:
    """What the journal says happened to it, in order."""
    statement = select(Entry.verb).where(Entry.subject_id == subject_id).order_by(col(Entry.id))
    return list(session.exec(statement))


def journal_length(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Entry)).one()


def send(client: TestClient, **more: Any) -> dict[str, Any]:
    answer = client.post("/api/complaints", json=payload(**more))
    assert answer.status_code == 201, answer.text
    receipt: dict[str, Any] = answer.json()
    return receipt


def put_photo(
    client: TestClient, complaint_id: str, photo_id: str, data: bytes | None = None, *, token: str = ""
) -> Response:
    address = f"/api/complaints/{complaint_id}/photos/{photo_id}"
    headers = {"Content-Type": "image/jpeg"} | ({"X-Tracking-Token": token} if token else {})
    return client.put(address, content=data or photos.small_photo(), headers=headers)


def track(client: TestClient, token: str) -> Response:
    return client.get("/api/tracking", headers={"X-Tracking-Token": token})
