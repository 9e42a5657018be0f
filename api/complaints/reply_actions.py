"""Changing canned replies, and the ones every commune begins with."""

from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import orjson
from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import reply_rules
from api.complaints.actions import CategoryUnknown
from api.complaints.models import Category, Status
from api.complaints.reply_models import CannedReply
from api.complaints.reply_schemas import NewReply, ReplyEdit, ReplyShape
from api.core import errors
from api.journal import actions as journal
from api.journal.rules import differences

SUBJECT = "canned_reply"
SEED = Path(__file__).resolve().parent.parent / "seed" / "replies.json"


class ReplyIdTaken(errors.Conflict):
    code = "reply_id_taken"
    says = "Mã định danh này đã dùng cho một câu trả lời khác."


def add(session: Session, new: NewReply, *, by: Person, now: datetime) -> tuple[CannedReply, bool]:
    """(the reply, True); (the one that stands, False) when the same was sent before."""
    values = new.model_dump(exclude={"id"})
    known = session.get(CannedReply, new.id)
    if known is not None:
        if differences(known, values):
            raise ReplyIdTaken
        return known, False
    _check(session, new)
    reply = CannedReply(id=new.id, source=by.name, **values)
    session.add(reply)
    session.flush()
    journal.record(
        session, "canned_reply_added", SUBJECT, reply.id, actor=by.name, actor_id=by.id, now=now,
        after=new.model_dump(mode="json"),
    )  # fmt: skip
    return reply, True


def edit(
    session: Session, reply: CannedReply, change: ReplyEdit, version: int, *, by: Person, now: datetime
) -> CannedReply:
    """Stale shows the one that stands."""
    if reply.version != version:
        raise errors.Stale(current=ReplyShape.model_validate(reply).model_dump(mode="json"))
    _check(session, change)
    changed = differences(reply, change.model_dump())
    if not changed:
        return reply
    for name in changed:
        setattr(reply, name, getattr(change, name))
    reply.version += 1
    session.add(reply)
    journal.record(
        session, "canned_reply_changed", SUBJECT, reply.id, actor=by.name, actor_id=by.id, now=now, changed=changed
    )
    return reply


def _check(session: Session, change: ReplyEdit) -> None:
    reply_rules.check(change.text, change.status, fires_by_itself=change.fires_by_itself)
    if change.category and session.get(Category, change.category) is None:
        raise CategoryUnknown(field="category")


def seed(session: Session) -> None:
    """Add the shipped replies that are missing; what the commune has changed is left alone."""
    for place, item in enumerate(orjson.loads(SEED.read_bytes())):
        key = uuid5(NAMESPACE_URL, f"reply:{item.pop('key')}")
        if session.get(CannedReply, key) is None:
            status = Status(item.pop("status"))
            session.add(CannedReply(id=key, position=place, source="Mẫu kèm phần mềm", **item, status=status))
    session.flush()
