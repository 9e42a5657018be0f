"""What joins cases: "tôi cũng thấy" of a resident, merging by an officer, and taking a merge back."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from api.accounts.rules import Person
from api.complaints import actions, contacts, feedback_queries, group_queries, handling, queries, rules
from api.complaints.contact_schemas import ContactView
from api.complaints.duplicate_models import Follower
from api.complaints.duplicate_schemas import Support, SupportReceipt
from api.complaints.models import Complaint, ComplaintPhoto, PhotoKind, Status
from api.core import errors, secrets
from api.core.settings import Settings
from api.journal import actions as journal
from api.journal import queries as journal_queries

# What a merge never changes, or what goes on while a case is merged.
STAYS = frozenset({"version", "merged_into_id", "before_merge", "follower_count"})


class FollowerIdTaken(errors.Conflict):
    code = "supporter_id_taken"
    says = "Mã định danh này đã dùng cho một nội dung khác. Xin gửi lại như một nội dung mới."


class CaseEnded(errors.Conflict):
    code = "case_ended"
    says = "Phản ánh này đã xử lý xong. Nếu rác vẫn còn, xin gửi thành phản ánh mới."


class MergeCircle(errors.Conflict):
    code = "merge_circle"
    says = "Không gộp được: phản ánh kia đã gộp vào chính phản ánh này, hoặc là chính nó."


class MergeRefused(errors.Conflict):
    code = "merge_into_rejected"
    says = "Không gộp vào phản ánh đã bị từ chối. Xin chọn phản ánh khác."


class MergeMoved(errors.Conflict):
    code = "merge_moved"
    says = "Phản ánh kia vừa được gộp vào một phản ánh khác. Xin tải lại rồi gộp."


class NotMerged(errors.Conflict):
    code = "not_merged"
    says = "Phản ánh này hiện không gộp vào phản ánh nào."


def support(session: Session, code: str, sent: Support, settings: Settings, *, now: datetime) -> tuple[Follower, bool]:
    """Follow a case that somebody else has reported; (supporter, False) when it was sent before.

    FollowerIdTaken when the id is known with other content; CaseEnded when nobody works on it any more.
    """
    content = json.dumps([rules.tidy_code(code), sent.model_dump(mode="json")], sort_keys=True, ensure_ascii=False)
    fingerprint = secrets.derive(settings.secret, "fingerprint", content).hex()
    known = session.get(Follower, sent.id)
    if known is None:
        try:
            with session.begin_nested():
                return _follow(session, code, sent, settings, fingerprint, now), True
        except IntegrityError:  # the same phone's twin request was first, or the fault is another one
            known = session.get(Follower, sent.id)
            if known is None:
                raise
    if known.fingerprint != fingerprint:
        raise FollowerIdTaken
    return known, False


def _follow(
    session: Session, code: str, sent: Support, settings: Settings, fingerprint: str, now: datetime
) -> Follower:
    found = queries.require_public(session, code)
    lock_together(session, found.id)
    complaint = group_queries.master(session, found)
    if complaint.is_hidden:
        raise queries.ComplaintNotFound
    if not complaint.is_open:
        raise CaseEnded
    follower = Follower(
        id=sent.id, complaint_id=complaint.id, fingerprint=fingerprint, words=sent.words, created_at=now,
        token_hash=secrets.digest(token_of(sent.id, settings.secret)),
    )  # fmt: skip
    for name, value in (contacts.sealed(sent.contact, settings.secret) or {}).items():
        setattr(follower, name, value)
    session.add(follower)
    session.flush()
    after = max((photo.position for photo, _ in queries.photos(session, complaint.id)), default=-1) + 1
    for position, photo_id in enumerate(sent.photos, start=after):
        session.add(
            ComplaintPhoto(id=photo_id, complaint_id=complaint.id, kind=PhotoKind.BEFORE, position=position,
                           follower_id=follower.id)
        )  # fmt: skip
    complaint.follower_count += 1
    actions.write(session, complaint, "joined", by=journal.RESIDENT, now=now, photos=len(sent.photos))
    session.flush()
    return follower


def token_of(follower_id: UUID, secret: bytes) -> str:
    """Of a purpose of its own: the client makes the id, and could take that of somebody's case."""
    return secrets.tracking_token(secret, f"supporter:{follower_id}")


def receipt(session: Session, follower: Follower, secret: bytes) -> SupportReceipt:
    """The same at every replay, but for the photos that have come since."""
    complaint = queries.require(session, follower.complaint_id)
    declared = queries.photos(session, complaint.id)
    return SupportReceipt(
        id=follower.id, code=complaint.code, token=token_of(follower.id, secret), received_at=follower.created_at,
        status=complaint.status, due_at=complaint.answer_due_at,
        photos_missing=[p.id for p, picture in declared if p.follower_id == follower.id and picture is None],
    )  # fmt: skip


def lock_together(session: Session, *complaint_ids: UUID) -> None:
    """Hold cases and everything they are merged into, always in one order: so two merges never wait for each other.

    MergeMoved when one of them was merged on just before.
    """

    def around() -> set[UUID]:
        cases = (queries.require(session, complaint_id) for complaint_id in complaint_ids)
        return {above.id for case in cases for above in group_queries.path(session, case)}

    held = around()
    for complaint_id in sorted(held):
        queries.lock(session, complaint_id)
    if around() - held:
        raise MergeMoved


def merge(session: Session, complaint: Complaint, into_id: UUID, *, by: Person, now: datetime) -> None:
    """Let a case go on in another one, or in the one that this is merged into; photos and followers stay its own.

    Both are held by `lock_together`. MergeCircle, MergeRefused, or MoveNotAllowed when it cannot be.
    """
    master = group_queries.master(session, queries.require(session, into_id))
    if master.id == complaint.id:
        raise MergeCircle(field="into_id")
    if master.status is Status.REJECTED:
        raise MergeRefused(field="into_id")
    before = _plain(complaint)
    actions.move(session, complaint, Status.MERGED, "merged", by=by, now=now, into=master.code)
    complaint.merged_into_id = master.id
    complaint.before_merge = {name: value for name, value in before.items() if value != _plain(complaint)[name]}
    master.follower_count += complaint.follower_count + 1
    _note_at_master(session, master, "merge_received", complaint, by, now)
    actions.tell_reporter(session, complaint, "complaint_merged", now=now)


def unmerge(session: Session, complaint: Complaint, *, by: Person, now: datetime) -> None:
    """Take a merge back: the case stands again just as it stood, clock and all; its photos and followers go with it."""
    above_it = group_queries.path(session, complaint)[1:]
    if not above_it:
        raise NotMerged
    master = above_it[0]
    for above in above_it:
        above.follower_count -= complaint.follower_count + 1
    for name, value in (complaint.before_merge or {}).items():
        kind: Any = Complaint.model_fields[name].annotation
        setattr(complaint, name, TypeAdapter(kind).validate_python(value))
    complaint.merged_into_id = complaint.before_merge = None
    complaint.version += 1
    top = above_it[-1]
    if top.rated_at:  # what this reporter said of it goes too
        session.flush()
        top.rating = feedback_queries.rating(session, top)
    actions.write(
        session,
        complaint,
        "unmerged",
        by=by,
        now=now,
        out_of=master.code,
        undoes_after=_before_merge(session, complaint),
    )
    _note_at_master(session, master, "merge_undone", complaint, by, now)
    actions.tell_reporter(session, complaint, "complaint_unmerged", now=now)


def view_contact(
    session: Session, complaint: Complaint, follower_id: UUID, secret: bytes, *, by: Person, now: datetime
) -> ContactView:
    """A supporter's name and phone; that somebody looked is written down first."""
    follower = session.get(Follower, follower_id)
    if follower is None or not (follower.sealed_name or follower.sealed_phone):
        raise handling.NoContact
    if complaint not in group_queries.path(session, queries.require(session, follower.complaint_id)):
        raise handling.NoContact
    actions.write(session, complaint, "contact_viewed", by=by, now=now, supporter=str(follower.id))
    return contacts.opened(follower, secret)


def _before_merge(session: Session, complaint: Complaint) -> int:
    """The journal's number before the merge: for clocks and residents, what came after never happened."""
    entries = journal_queries.about(session, queries.SUBJECT, complaint.id)
    return max((entry.id or 0) - 1 for entry in entries if entry.verb == "merged")


def _note_at_master(
    session: Session, master: Complaint, verb: str, complaint: Complaint, by: Person, now: datetime
) -> None:
    handling.choose_cover(session, master)
    master.version += 1
    actions.write(session, master, verb, by=by, now=now, text=complaint.code)


def _plain(complaint: Complaint) -> dict[str, Any]:
    """Every column that a merge may change, as JSON values of any kind."""
    return complaint.model_dump(mode="json", exclude=set(STAYS))
