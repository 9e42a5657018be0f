"""What an officer decides about the public side of cases, and how readers ask for it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import actions, deadlines, handling, triage
from api.complaints import moderation_queries as queries
from api.complaints import moderation_rules as rules
from api.complaints.contacts import phone_key
from api.complaints.desk_schemas import Rejection
from api.complaints.models import Complaint, ReporterContact
from api.complaints.moderation_models import Ban, BanKind, Flag, FlagOutcome, SenderTrace
from api.complaints.moderation_schemas import BanEdit, FlagDecision, NewBan, NewFlag, QuarantineDecision
from api.complaints.queries import LET_IN, require_photo
from api.complaints.rules import Change
from api.core import clock, errors, secrets
from api.journal import actions as journal
from api.journal import rules as changes
from api.media import actions as media
from api.media.schemas import Box
from api.media.store import Store

BAN = "ban"


class FlagIdTaken(errors.Conflict):
    code = "flag_id_taken"
    says = "Lượt báo này đã gửi cho nội dung khác. Xin gửi lại."


class BanIdTaken(errors.Conflict):
    code = "ban_id_taken"
    says = "Mục chặn này đã được lập với nội dung khác."


class NotQuarantined(errors.Conflict):
    code = "not_quarantined"
    says = "Phản ánh này không nằm trong danh sách chờ xem xét."


def redact_photo(
    session: Session, store: Store, complaint: Complaint, photo_id: UUID, boxes: Sequence[Box],
    *, by: Person, now: datetime,
) -> None:  # fmt: skip
    """Cover these parts of what everybody gets, and only these. The former public address of the photo ends."""
    picture = handling.require_picture(session, complaint, photo_id)
    media.redact(session, store, picture, boxes)
    handling.choose_cover(session, complaint)
    complaint.version += 1
    actions.write(session, complaint, "photo_redacted", by=by, now=now, photo=str(photo_id), boxes=len(boxes))


def flag(session: Session, complaint: Complaint, wish: NewFlag, *, address: str, secret: bytes, now: datetime) -> Flag:
    """A reader says that something should not be public. TooManyFlags when the button is being abused.

    What an officer decided to keep in the last thirty days is noted and does not come up again.
    """
    if known := session.get(Flag, wish.id):
        if (known.complaint_id, known.photo_id, known.reason) != (complaint.id, wish.photo_id, wish.reason):
            raise FlagIdTaken
        return known
    if wish.photo_id:
        require_photo(session, complaint.id, wish.photo_id)
    sender = secrets.derive(secret, "flag", f"{clock.day_of(now)}:{address}").hex()
    if queries.flags_of_sender(session, sender) >= rules.MOST_FLAGS_A_DAY:
        raise rules.TooManyFlags(retry_after=3600)
    made = Flag(
        id=wish.id, complaint_id=complaint.id, photo_id=wish.photo_id, reason=wish.reason, words=wish.words,
        sender=sender, at=now,
    )  # fmt: skip
    if queries.was_kept(session, complaint.id, wish.photo_id, since=now - rules.KEPT_FOR):
        made.decided_at, made.outcome = now, FlagOutcome.KEPT
    session.add(made)
    photo = str(wish.photo_id) if wish.photo_id else None
    actions.write(session, complaint, "flagged", by=journal.RESIDENT, now=now, reason=wish.reason, photo=photo)
    return made


def decide_flags(session: Session, complaint: Complaint, decision: FlagDecision, *, by: Person, now: datetime) -> None:
    """One decision for all open flags of a case."""
    for each in queries.open_flags(session, complaint.id):
        each.decided_at, each.decided_by, each.outcome = now, by.id, decision.outcome
        session.add(each)
    if decision.outcome is FlagOutcome.HIDDEN:
        triage.hide(session, complaint, True)
    complaint.version += 1
    actions.write(session, complaint, "flags_decided", by=by, now=now, outcome=decision.outcome, text=decision.reason)


def decide_quarantine(
    session: Session, complaint: Complaint, decision: QuarantineDecision, *, by: Person, now: datetime
) -> None:
    """Let the case in, with its clock from now on; or refuse it."""
    if complaint.quarantined_for is None:
        raise NotQuarantined
    complaint.quarantined_for = None
    complaint.is_open = True
    if decision.decision == "refuse":
        triage.reject(session, complaint, Rejection(reason="prank", text=decision.text), by=by, now=now)
        return
    complaint.is_hidden = False
    deadlines.set_clock(session, complaint, [Change(now, None, complaint.status)])
    complaint.version += 1
    actions.write(session, complaint, LET_IN, by=by, now=now, text=decision.text)


def ban(session: Session, wish: NewBan, *, secret: bytes, by: Person, now: datetime) -> tuple[Ban, bool]:
    """(entry, True), or the first one when it was sent before."""
    key, hint = _sender(session, wish, secret)
    if known := session.get(Ban, wish.id):
        if (known.kind, known.key) != (wish.kind, key):
            raise BanIdTaken
        return known, False
    made = Ban(
        id=wish.id, kind=wish.kind, key=key, hint=hint, reason=wish.reason, expires_on=wish.expires_on,
        made_by=by.id, made_at=now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    _record(session, "banned", made, by=by, now=now, kind=made.kind.value, reason=made.reason)
    return made, True


def change_ban(session: Session, ban_id: UUID, wish: BanEdit, *, version: int, by: Person, now: datetime) -> Ban:
    entry = queries.require_ban(session, ban_id)
    if entry.version != version:
        raise errors.Stale(current=queries.shape_of(entry, by.name, clock.day_of(now)))
    found = changes.differences(entry, wish.model_dump())
    for name in found:
        setattr(entry, name, getattr(wish, name))
    entry.version += 1 if found else 0
    session.add(entry)
    _record(session, "ban_changed", entry, by=by, now=now, changes=found)
    return entry


def _sender(session: Session, wish: NewBan, secret: bytes) -> tuple[str, str]:
    """The key that is looked for, and what staff see of it."""
    if wish.kind is BanKind.WORD:
        return rules.bare(wish.word or "").strip(), wish.word or ""
    if wish.phone:
        return phone_key(secret, wish.phone), rules.last_digits(wish.phone)
    complaint = session.get(Complaint, wish.complaint_id)
    contact, trace = (session.get(table, wish.complaint_id) for table in (ReporterContact, SenderTrace))
    key = getattr(contact, "phone_key", None) if wish.kind is BanKind.PHONE else getattr(trace, "key", None)
    if complaint is None or key is None:
        raise rules.BanWithoutSender
    return key, complaint.code


def _record(session: Session, verb: str, entry: Ban, *, by: Person, now: datetime, **detail: object) -> None:
    journal.record(session, verb, BAN, entry.id, actor=by.name, actor_id=by.id, now=now, **detail)
