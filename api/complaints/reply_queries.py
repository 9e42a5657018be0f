"""Which canned replies there are, what they read like for a case, and which one fires."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.accounts.models import Unit
from api.complaints import queries, reply_rules
from api.complaints.models import Category, Complaint
from api.complaints.reply_models import CannedReply
from api.complaints.reply_schemas import Filled, Offer
from api.core import clock, errors
from api.journal import queries as journal
from api.places.models import Hamlet


class ReplyNotFound(errors.NotFound):
    code = "reply_not_found"
    says = "Không tìm thấy câu trả lời mẫu này."


def require(session: Session, reply_id: UUID) -> CannedReply:
    reply = session.get(CannedReply, reply_id)
    if reply is None:
        raise ReplyNotFound
    return reply


def every(session: Session) -> list[CannedReply]:
    return list(session.exec(select(CannedReply).order_by(col(CannedReply.position), col(CannedReply.title))))


def offers(session: Session, complaint: Complaint) -> list[Offer]:
    """What an officer can pick for this case, already filled in; those for its category first."""
    fits = sa.or_(col(CannedReply.category).is_(None), col(CannedReply.category) == complaint.category)
    statement = select(CannedReply).where(fits, col(CannedReply.is_active), ~col(CannedReply.fires_by_itself))
    found = session.exec(statement.order_by(col(CannedReply.position), col(CannedReply.title))).all()
    facts = facts_of(session, complaint)
    return [
        Offer(id=reply.id, title=reply.title, status=reply.status, **_filled(reply.text, facts).model_dump())
        for reply in sorted(found, key=lambda one: one.category is None)
    ]


def filled(session: Session, complaint: Complaint, text: str) -> Filled:
    return _filled(text, facts_of(session, complaint))


def _filled(text: str, facts: dict[str, str | None]) -> Filled:
    words, missing = reply_rules.fill(text, facts)
    return Filled(text=words, missing=missing)


def facts_of(session: Session, complaint: Complaint) -> dict[str, str | None]:
    """What stands for each placeholder. Nothing of the reporter: the words may be read by others."""
    category = session.get(Category, complaint.category) if complaint.category else None
    hamlet = session.get(Hamlet, complaint.hamlet_id) if complaint.hamlet_id else None
    unit = session.get(Unit, complaint.unit_id) if complaint.unit_id else None
    due = complaint.answer_due_at
    return {
        "ma": complaint.code, "loai": category.label.lower() if category else None,
        "ten_thon": hamlet.name if hamlet else None, "ngay_gui": f"{clock.day_of(complaint.received_at):%d/%m/%Y}",
        "ngay_hen": f"{clock.day_of(due):%d/%m/%Y}" if due else None, "don_vi": unit.name if unit else None,
        "ket_qua": complaint.resolution.rstrip(". \n") if complaint.resolution else None,
    }  # fmt: skip


def fired(session: Session, complaint: Complaint) -> tuple[CannedReply, str] | None:
    """The reply that goes out because the case has come into its state, filled in; never the same one twice."""
    statement = select(CannedReply).where(
        CannedReply.status == complaint.status, col(CannedReply.fires_by_itself), col(CannedReply.is_active)
    )
    reply = reply_rules.firing(session.exec(statement).all(), complaint.category)
    if reply is None:
        return None
    entries = queries.lasting(journal.about(session, queries.SUBJECT, complaint.id))
    if str(reply.id) in (entry.detail.get("canned") for entry in entries):
        return None
    return reply, filled(session, complaint, reply.text).text
