"""What the desk shows about cases that belong together; never a name or a phone."""

from typing import Any

from sqlmodel import Session

from api.accounts.permissions import Permission
from api.accounts.rules import Person
from api.complaints import duplicate_queries, group_queries, queries, rules
from api.complaints.duplicate_models import Follower
from api.complaints.duplicate_schemas import Duplicates
from api.complaints.models import Complaint, StatusLabel


def duplicates(session: Session, complaint: Complaint, *, by: Person) -> Duplicates:
    labels = queries.status_labels(session)
    master = group_queries.master(session, complaint)
    merged = group_queries.members(session, complaint.id)
    supporters = group_queries.followers(session, [complaint.id, *(one.id for one in merged)])
    knows = by.may(Permission.READ_CONTACTS)
    return Duplicates(
        merged_into=_brief(master, labels) if master is not complaint else None,
        merged=[_brief(one, labels) for one in merged],
        supporters=[_supporter(session, one) for one in supporters],
        suggestions=[] if complaint.merged_into_id else duplicate_queries.suggestions(session, complaint, by=by),
        same_phone=duplicate_queries.same_phone(session, complaint.id) if knows else None,
    )


def _brief(complaint: Complaint, labels: dict[Any, StatusLabel]) -> dict[str, Any]:
    before = complaint.before_merge or {}
    return {
        "id": complaint.id, "code": complaint.code, "title": complaint.title, "received_at": complaint.received_at,
        "words": complaint.words, "status": complaint.status, "status_label": labels[complaint.status].label,
        "tone": rules.TONES[complaint.status], "status_before": before.get("status"),
    }  # fmt: skip


def _supporter(session: Session, follower: Follower) -> dict[str, Any]:
    photos = [p for p, _ in queries.photos(session, follower.complaint_id) if p.follower_id == follower.id]
    has_contact = bool(follower.sealed_name or follower.sealed_phone)
    return {
        "id": follower.id, "at": follower.created_at, "words": follower.words, "photos": len(photos),
        "has_contact": has_contact,
    }  # fmt: skip
